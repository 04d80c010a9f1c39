import type { Day } from '../../policy/index.ts';

/** The module's tables as its stores see them; days as 'YYYY-MM-DD', instants as ISO text. */
export type Tables = {
  units: {
    jurisdiction_id: string;
    id: string;
    parent_id: string | null;
    guided_by_id: string | null;
    name: string;
    short_name: string | null;
    code: string | null;
    kind: string;
    tier: string | null;
    secret: boolean;
    inward: boolean;
    path: string[];
    closed_on: Day | null;
    version: number;
    created_at: string;
  };
  posts: {
    jurisdiction_id: string;
    id: string;
    unit_id: string;
    kind: string;
    title: string;
    closed_on: Day | null;
    created_at: string;
  };
  people: {
    jurisdiction_id: string;
    id: string;
    name: string;
    phone: string | null;
    email: string | null;
    is_staff: boolean;
    version: number;
    created_at: string;
  };
  appointments: {
    jurisdiction_id: string;
    id: string;
    post_id: string;
    person_id: string;
    from_day: Day;
    to_day: Day | null;
    end_reason: string | null;
    created_at: string;
  };
  unit_roles: {
    jurisdiction_id: string;
    id: string;
    unit_id: string;
    role: string;
    detail: string | null;
    over_jurisdiction: string;
    from_day: Day;
    to_day: Day | null;
    created_at: string;
  };
  directory_terms: { jurisdiction_id: string; subject: string; gram: string; subject_id: string };
  operators: {
    jurisdiction_id: string;
    id: string;
    host_unit_id: string;
    kind: string;
    unit_id: string | null;
    name: string;
    tasks: string;
    contract_no: string | null;
    confidentiality_signed_on: Day | null;
    from_day: Day;
    to_day: Day | null;
    created_at: string;
  };
  contacts: {
    jurisdiction_id: string;
    id: string;
    unit_id: string;
    partner: string;
    organisation: string;
    person_name: string;
    phone: string;
    closed_at: string | null;
    created_at: string;
  };
};

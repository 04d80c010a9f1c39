import type { Day } from '../../policy/index.ts';

/** The module's table as its stores see it; jsonb goes in as text and comes back parsed. */
export type Tables = {
  stewardship_records: {
    jurisdiction_id: string;
    id: string;
    account_id: string | null;
    unit_id: string;
    kind: string;
    key: string;
    appointment_id: string | null;
    title: string;
    content: string;
    flaws: string[];
    from_day: Day;
    valid_to: Day | null;
    to_day: Day | null;
    end_reason: string | null;
    created_at: string;
    created_by: string;
    ended_at: string | null;
    ended_by: string | null;
  };
  stewardship_places: { jurisdiction_id: string; place_id: string; writes: number };
};

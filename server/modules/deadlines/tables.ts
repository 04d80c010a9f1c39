import type { ColumnType } from 'kysely';
import type { CalendarYear } from '../../policy/calendar/index.ts';
import type { Deadline, DeadlineEvent } from './model.ts';

/** jsonb: read as the value, written as its text. */
type Json<T> = ColumnType<T, string, string>;

/** The tables of this module, as migrations/ makes them. */
export type Tables = {
  deadlines: {
    jurisdiction_id: string;
    id: string;
    subject_type: string;
    subject_id: string;
    owner_unit_id: string;
    escalation_unit_id: string | null;
    title: string;
    rule: string;
    basis: Json<Deadline['basis']>;
    pack: string | null;
    pack_version: string | null;
    started_at: string;
    term: Json<Deadline['term']>;
    longest: Json<Deadline['longest']> | null;
    extensions: Json<Deadline['extensions']>;
    suspensions: Json<Deadline['suspensions']>;
    owner_posts: Json<Deadline['ownerPosts']>;
    remind_before: Json<Deadline['remindBefore']>;
    due: string;
    due_at: string;
    provisional: boolean;
    steps: Json<Deadline['computed']['steps']>;
    calendar_version: string;
    state: Deadline['state'];
    closed_at: string | null;
    remind_at: string | null;
    created_at: string;
  };
  deadline_events: {
    jurisdiction_id: string;
    id: string;
    deadline_id: string;
    kind: string;
    at: string;
    person_id: string | null;
    reason: string | null;
    facts: Json<DeadlineEvent['facts']>;
  };
  deadline_reminders: {
    jurisdiction_id: string;
    deadline_id: string;
    due: string;
    stage: string;
    sent_at: string;
    told: number;
  };
  calendar_years: {
    year: number;
    version: number;
    source: string;
    holidays: Json<CalendarYear['holidays']>;
    make_up: Json<CalendarYear['makeUp']>;
    loaded_at: string;
    loaded_by: string | null;
  };
  calendar_head: { id: number; version: number };
};

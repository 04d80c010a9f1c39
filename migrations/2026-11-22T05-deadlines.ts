import { type Kysely, sql } from 'kysely';

/** Running clocks, what happened to them, reminders sent, and the calendar years an administrator loaded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table deadlines (
    jurisdiction_id text not null,
    id uuid not null,
    subject_type text not null,
    subject_id text not null,
    owner_unit_id uuid not null,
    owner_posts jsonb not null,
    escalation_unit_id uuid,
    title text not null,
    rule text not null,
    basis jsonb not null,
    pack text,
    pack_version text,
    started_at text not null,
    term jsonb not null,
    longest jsonb,
    extensions jsonb not null,
    suspensions jsonb not null,
    remind_before jsonb not null,
    due text not null,
    due_at timestamptz not null,
    provisional boolean not null,
    steps jsonb not null,
    calendar_version text not null,
    state text not null check (state in ('running', 'suspended', 'met', 'cancelled')),
    closed_at timestamptz,
    remind_at timestamptz,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id)
  )`,
  // One clock of a kind may run for a subject: starting it twice is a mistake of the caller, not a second clock.
  `create unique index deadlines_one_open on deadlines (jurisdiction_id, subject_type, subject_id, rule)
    where state in ('running', 'suspended')`,
  'create index deadlines_by_owner on deadlines (jurisdiction_id, owner_unit_id, state, due_at)',
  'create index deadlines_by_supervisor on deadlines (jurisdiction_id, escalation_unit_id, state, due_at)',
  'create index deadlines_by_subject on deadlines (jurisdiction_id, subject_type, subject_id)',
  `create index deadlines_to_remind on deadlines (remind_at) where state = 'running' and remind_at is not null`,
  `create index deadlines_by_calendar on deadlines (calendar_version) where state = 'running'`,
  `call juzhen_protect('deadlines', 'select, insert, update')`,

  `create table deadline_events (
    jurisdiction_id text not null,
    id uuid not null,
    deadline_id uuid not null,
    kind text not null,
    at timestamptz not null,
    person_id uuid,
    reason text,
    facts jsonb not null,
    primary key (jurisdiction_id, id)
  )`,
  'create index deadline_events_by_deadline on deadline_events (jurisdiction_id, deadline_id, id)',
  `call juzhen_protect('deadline_events', 'select, insert')`,

  // The key is the claim: who inserts the row sends the reminder, once for each due day and stage.
  `create table deadline_reminders (
    jurisdiction_id text not null,
    deadline_id uuid not null,
    due text not null,
    stage text not null,
    sent_at timestamptz not null,
    told int not null,
    primary key (jurisdiction_id, deadline_id, due, stage)
  )`,
  `call juzhen_protect('deadline_reminders', 'select, insert, update')`,

  // The calendar is the nation's and has no jurisdiction. A year is never overwritten: the highest version holds.
  `create table calendar_years (
    year int not null,
    version int not null,
    source text not null,
    holidays jsonb not null,
    make_up jsonb not null,
    loaded_at timestamptz not null,
    loaded_by uuid,
    primary key (year, version)
  )`,
  `call juzhen_grant('calendar_years', 'select, insert')`,
  'create table calendar_head (id int primary key check (id = 1), version int not null)',
  'insert into calendar_head (id, version) values (1, 0)',
  `call juzhen_grant('calendar_head', 'select, update')`,
];

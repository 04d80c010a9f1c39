import { type Kysely, sql } from 'kysely';

/** Pinned chains of decisions: the approval of one subject and its steps in order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table approvals (
    jurisdiction_id text not null,
    id uuid not null,
    subject_type text not null,
    subject_id uuid not null,
    title text not null,
    href text,
    matter text not null,
    host_unit_id uuid not null,
    host_name text not null,
    state text not null check (state in ('running', 'approved', 'returned', 'refused', 'withdrawn', 'voided')),
    revision int not null check (revision > 0),
    version int not null check (version > 0),
    content_digest text not null,
    summary jsonb not null,
    chain_title text,
    rule text not null,
    pack text not null,
    pack_version text not null,
    basis jsonb not null,
    distinct_groups jsonb not null,
    due_on date,
    started_at timestamptz not null,
    started_by uuid,
    started_by_name text not null,
    ended_at timestamptz,
    end_reason text,
    primary key (jurisdiction_id, id)
  )`,
  // A subject is decided in one place at a time.
  `create unique index approvals_one_running on approvals (jurisdiction_id, subject_type, subject_id)
    where state = 'running'`,
  'create index approvals_by_subject on approvals (jurisdiction_id, subject_type, subject_id, started_at)',
  `call juzhen_protect('approvals', 'select, insert, update')`,

  `create table approval_steps (
    jurisdiction_id text not null,
    id uuid not null,
    approval_id uuid not null,
    position int not null,
    step_id text not null,
    title text not null,
    kind text not null,
    unit_id uuid not null,
    unit_name text not null,
    post text not null,
    post_title text not null,
    acting_unit_id uuid,
    acting_unit_name text,
    gates jsonb not null,
    proofreads boolean not null,
    seal boolean not null,
    signature boolean not null,
    state text not null check (state in ('waiting', 'current', 'passed', 'returned', 'refused', 'skipped')),
    since timestamptz,
    decision text check (decision in ('approve', 'return', 'refuse')),
    decided_by uuid,
    decided_by_name text,
    decided_post text,
    decided_at timestamptz,
    reason text,
    sealed boolean not null default false,
    signed_by text,
    gates_passed jsonb not null default '[]',
    digest text,
    primary key (jurisdiction_id, id),
    unique (jurisdiction_id, approval_id, position),
    foreign key (jurisdiction_id, approval_id) references approvals (jurisdiction_id, id),
    check ((decision is null) = (decided_at is null)),
    check (decision is null or digest is not null)
  )`,
  // One step of an approval at a time.
  `create unique index approval_steps_one_current on approval_steps (jurisdiction_id, approval_id)
    where state = 'current'`,
  `create index approval_steps_waiting on approval_steps (jurisdiction_id, unit_id, post) where state = 'current'`,
  `create index approval_steps_acting on approval_steps (jurisdiction_id, acting_unit_id, post)
    where state = 'current' and acting_unit_id is not null`,
  `call juzhen_protect('approval_steps', 'select, insert, update')`,
];

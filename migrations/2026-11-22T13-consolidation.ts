import { type Kysely, sql } from 'kysely';

/**
 * How accounts are used month by month, what an analysis proposes to merge, close or improve, what is ordered and how
 * far it is, and to which account a merged one points.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table account_activity (
    jurisdiction_id text not null,
    account_id uuid not null,
    month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    posts int check (posts >= 0),
    reads bigint check (reads >= 0),
    followers bigint check (followers >= 0),
    last_post_on date,
    source text not null check (source in ('person', 'upload', 'monitoring')),
    recorded_at timestamptz not null,
    recorded_by uuid,
    recorded_by_name text not null,
    recorded_post text,
    primary key (jurisdiction_id, account_id, month),
    foreign key (jurisdiction_id, account_id) references accounts (jurisdiction_id, id),
    check (coalesce(posts, reads, followers) is not null or last_post_on is not null)
  )`,
  `call juzhen_protect('account_activity', 'select, insert, update')`,

  `create table consolidation_runs (
    jurisdiction_id text not null,
    id uuid not null,
    thresholds jsonb not null,
    accounts int not null,
    standing int not null,
    appeared int not null,
    gone int not null,
    ran_at timestamptz not null,
    ran_by uuid,
    ran_by_name text not null,
    primary key (jurisdiction_id, id)
  )`,
  'create index consolidation_runs_by_time on consolidation_runs (jurisdiction_id, ran_at desc, id)',
  `call juzhen_protect('consolidation_runs', 'select, insert')`,

  `create table consolidation_proposals (
    jurisdiction_id text not null,
    id uuid not null,
    key text not null,
    kind text not null check (kind in
      ('same-platform', 'several-apps', 'similar', 'low-use', 'idle', 'no-maintainer', 'unmaintained')),
    host_unit_id uuid not null,
    host_path uuid[] not null,
    host_name text not null,
    accounts jsonb not null,
    reasons jsonb not null,
    thresholds jsonb,
    basis jsonb not null,
    pack text,
    pack_version text,
    state text not null check (state in ('open', 'dismissed', 'ordered', 'done', 'gone')),
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    dismissed_reason text,
    dismissed_by text,
    dismissed_at timestamptz,
    action text check (action in ('merge', 'close', 'improve')),
    main_account_id uuid,
    instruction text,
    term jsonb,
    due_on date,
    deadline_id uuid,
    ordered_at timestamptz,
    ordered_by text,
    ended_at timestamptz,
    version int not null check (version > 0),
    primary key (jurisdiction_id, id),
    check ((state in ('ordered', 'done')) = (action is not null)),
    check ((action = 'merge') = (main_account_id is not null)),
    check ((state = 'dismissed') <= (dismissed_reason is not null))
  )`,
  // What is found again is the same proposal, until it is done: what comes up after that is a new one.
  `create unique index consolidation_standing on consolidation_proposals (jurisdiction_id, key) where state <> 'done'`,
  'create index consolidation_by_state on consolidation_proposals (jurisdiction_id, state, last_seen_at desc, id)',
  'create index consolidation_by_host on consolidation_proposals (jurisdiction_id, host_unit_id, state)',
  `call juzhen_protect('consolidation_proposals', 'select, insert, update')`,

  `create table consolidation_items (
    jurisdiction_id text not null,
    id uuid not null,
    proposal_id uuid not null,
    account_id uuid not null,
    account_name text not null,
    platform_name text not null,
    position int not null,
    state text not null check (state in ('waiting', 'filing', 'closed', 'improved', 'recalled')),
    services_moved_on date,
    services_moved int,
    followers_told_on date,
    followers_url text,
    followers_file_id uuid,
    history_url text,
    filing_id uuid,
    ended_on date,
    report text,
    version int not null check (version > 0),
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, proposal_id) references consolidation_proposals (jurisdiction_id, id),
    foreign key (jurisdiction_id, account_id) references accounts (jurisdiction_id, id),
    check ((services_moved_on is null) = (services_moved is null))
  )`,
  // An account is under one order at a time, whoever gives the next one at the same moment.
  `create unique index consolidation_items_under_way on consolidation_items (jurisdiction_id, account_id)
    where state in ('waiting', 'filing')`,
  'create index consolidation_items_by_proposal on consolidation_items (jurisdiction_id, proposal_id, position)',
  'create index consolidation_items_by_account on consolidation_items (jurisdiction_id, account_id)',
  `call juzhen_protect('consolidation_items', 'select, insert, update')`,

  `create table account_successors (
    jurisdiction_id text not null,
    account_id uuid not null,
    successor_id uuid not null,
    successor_name text not null,
    from_on date,
    primary key (jurisdiction_id, account_id),
    check (account_id <> successor_id),
    foreign key (jurisdiction_id, account_id) references accounts (jurisdiction_id, id),
    foreign key (jurisdiction_id, successor_id) references accounts (jurisdiction_id, id)
  )`,
  `call juzhen_protect('account_successors', 'select, insert, update, delete')`,
  // Planned, it concerns those who carry it out; once in force it is told to everybody who looks the account up.
  'create policy anybody_reads on account_successors for select using (from_on is not null)',
  'create policy only_what_is_planned on account_successors as restrictive for delete using (from_on is null)',
];

import { type Kysely, sql } from 'kysely';

/** Units, posts, people and who holds which post; roles of units over jurisdictions; search terms; contacts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const within = (setting: string) =>
  `jurisdiction_id = any((select string_to_array(current_setting('juzhen.${setting}', true), ','))::text[])`;
const ALL = `(select current_setting('juzhen.scope', true)) = '*'`;
const IN_SCOPE = `${ALL} or ${within('scope')}`;
// A host has to see its supervisor: reading reaches further up than writing.
const IN_REACH = `${ALL} or (select current_setting('juzhen.reach', true)) = '*' or ${within('reach')}`;

const reached = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy in_reach on ${table} for select using (${IN_REACH})`,
  `create policy in_scope_insert on ${table} for insert with check (${IN_SCOPE})`,
  `create policy in_scope_update on ${table} for update using (${IN_SCOPE}) with check (${IN_SCOPE})`,
  `create policy in_scope_delete on ${table} for delete using (${IN_SCOPE})`,
];

const STATEMENTS = [
  `create table units (
    jurisdiction_id text not null,
    id uuid not null,
    parent_id uuid,
    guided_by_id uuid,
    name text not null,
    short_name text,
    code text,
    kind text not null,
    tier text,
    secret boolean not null default false,
    inward boolean not null default false,
    path uuid[] not null,
    closed_on date,
    version int not null default 1,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    check (path[array_length(path, 1)] = id)
  )`,
  'create index units_by_id on units (id)',
  'create index units_by_parent on units (parent_id)',
  'create unique index units_by_name on units (jurisdiction_id, name) where closed_on is null',
  'create unique index units_by_code on units (jurisdiction_id, code) where code is not null and closed_on is null',
  'grant select, insert, update on units to juzhen_app',
  ...reached('units'),

  `create table posts (
    jurisdiction_id text not null,
    id uuid not null,
    unit_id uuid not null,
    kind text not null,
    title text not null,
    closed_on date,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, unit_id) references units (jurisdiction_id, id)
  )`,
  'create index posts_by_unit on posts (unit_id, kind)',
  'create index posts_by_id on posts (id)',
  'grant select, insert, update on posts to juzhen_app',
  ...reached('posts'),

  `create table people (
    jurisdiction_id text not null,
    id uuid not null,
    name text not null,
    phone text,
    email text,
    is_staff boolean not null default true,
    version int not null default 1,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id)
  )`,
  'create index people_by_id on people (id)',
  'grant select, insert, update on people to juzhen_app',
  ...reached('people'),

  `create table appointments (
    jurisdiction_id text not null,
    id uuid not null,
    post_id uuid not null,
    person_id uuid not null,
    from_day date not null,
    to_day date,
    end_reason text,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, post_id) references posts (jurisdiction_id, id),
    check (to_day is null or to_day >= from_day)
  )`,
  'create index appointments_by_person on appointments (person_id)',
  'create index appointments_by_post on appointments (post_id)',
  'create index appointments_by_id on appointments (id)',
  'grant select, insert, update on appointments to juzhen_app',
  ...reached('appointments'),

  `create table unit_roles (
    jurisdiction_id text not null,
    id uuid not null,
    unit_id uuid not null,
    role text not null check (role in ('supervisor', 'executing-body', 'oversight')),
    detail text check (detail in ('publicity', 'cyberspace', 'police')),
    over_jurisdiction text not null,
    from_day date not null,
    to_day date,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, unit_id) references units (jurisdiction_id, id),
    check (to_day is null or to_day >= from_day),
    check ((role = 'oversight') = (detail is not null))
  )`,
  'create index unit_roles_by_unit on unit_roles (unit_id)',
  'create index unit_roles_over on unit_roles (over_jurisdiction, role)',
  'grant select, insert, update on unit_roles to juzhen_app',
  ...reached('unit_roles'),

  // Equality on text may be answered from an index under row-level security, which LIKE may not: so search
  // looks for pairs of characters here and compares the whole term afterwards. No extension needed.
  `create table directory_terms (
    jurisdiction_id text not null,
    subject text not null check (subject in ('unit', 'person')),
    gram text not null,
    subject_id uuid not null,
    primary key (jurisdiction_id, subject, subject_id, gram)
  )`,
  'create index directory_terms_by_gram on directory_terms (gram, subject, jurisdiction_id, subject_id)',
  'grant select, insert, delete on directory_terms to juzhen_app',
  ...reached('directory_terms'),

  `create table operators (
    jurisdiction_id text not null,
    id uuid not null,
    host_unit_id uuid not null,
    kind text not null check (kind in ('section', 'outside')),
    unit_id uuid,
    name text not null,
    tasks text not null,
    contract_no text,
    confidentiality_signed_on date,
    from_day date not null,
    to_day date,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, host_unit_id) references units (jurisdiction_id, id),
    check (to_day is null or to_day >= from_day),
    check ((kind = 'section') = (unit_id is not null))
  )`,
  'create index operators_by_host on operators (host_unit_id)',
  'grant select, insert, update on operators to juzhen_app',
  ...reached('operators'),

  `create table contacts (
    jurisdiction_id text not null,
    id uuid not null,
    unit_id uuid not null,
    partner text not null,
    organisation text not null,
    person_name text not null,
    phone text not null,
    closed_at timestamptz,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, unit_id) references units (jurisdiction_id, id)
  )`,
  'create index contacts_by_unit on contacts (unit_id)',
  'grant select, insert, update on contacts to juzhen_app',
  ...reached('contacts'),
];

import { type Kysely, sql } from 'kysely';

/** The kernel's tables: trail, clock, files, notifications, people who sign in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table clock_settings (
    id int primary key check (id = 1),
    offset_ms bigint not null default 0,
    set_by text,
    set_at timestamptz not null
  )`,
  `call juzhen_grant('clock_settings', 'select, insert, update')`,

  `create table audit_heads (
    jurisdiction_id text primary key,
    seq bigint not null,
    hash text not null
  )`,
  `call juzhen_protect('audit_heads', 'select, insert, update')`,

  `create table audit_entries (
    jurisdiction_id text not null,
    seq bigint not null check (seq > 0),
    at timestamptz not null,
    actor_kind text not null,
    person_id uuid,
    person_name text not null,
    post_id uuid,
    post_title text,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    facts jsonb not null,
    before_digest text,
    after_digest text,
    prev_hash text not null,
    hash text not null,
    primary key (jurisdiction_id, seq)
  )`,
  'create index audit_by_subject on audit_entries (jurisdiction_id, subject_type, subject_id, seq)',
  'create index audit_by_time on audit_entries (jurisdiction_id, at desc)',
  `call juzhen_protect('audit_entries', 'select, insert')`,

  `create table files (
    jurisdiction_id text not null,
    id uuid not null,
    subject_type text not null,
    subject_id uuid not null,
    label text not null,
    name text not null,
    mime text not null,
    bytes int not null,
    sha256 text not null,
    content bytea not null,
    uploaded_by uuid,
    uploaded_at timestamptz not null,
    primary key (jurisdiction_id, id)
  )`,
  'create index files_by_subject on files (jurisdiction_id, subject_type, subject_id)',
  `call juzhen_protect('files', 'select, insert, delete')`,

  `create table notices (
    jurisdiction_id text not null,
    id uuid not null,
    person_id uuid not null,
    code text not null,
    facts jsonb not null,
    subject_type text not null,
    subject_id text not null,
    dedupe_key text,
    created_at timestamptz not null,
    read_at timestamptz,
    mailed_at timestamptz,
    hooked_at timestamptz,
    primary key (jurisdiction_id, id)
  )`,
  'create index notices_by_person on notices (jurisdiction_id, person_id, created_at desc)',
  'create unique index notices_once on notices (jurisdiction_id, person_id, dedupe_key) where dedupe_key is not null',
  `call juzhen_protect('notices', 'select, insert, update')`,

  `create table users (
    jurisdiction_id text not null,
    person_id uuid not null,
    user_name text not null,
    name_key text not null,
    password_hash text,
    password_changed_at timestamptz,
    must_change_password boolean not null default true,
    totp_secret text,
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
    disabled_at timestamptz,
    open_id_subject text,
    created_at timestamptz not null,
    primary key (jurisdiction_id, person_id)
  )`,
  // A column and not lower(user_name): under row-level security an index answers plain equality only.
  'create unique index users_by_name on users (name_key)',
  'create unique index users_by_open_id on users (open_id_subject) where open_id_subject is not null',
  `call juzhen_protect('users', 'select, insert, update')`,

  'create index users_by_person on users (person_id)',

  // Counted by the name that was typed, whether there is such a user or not: a lock tells nothing.
  `create table sign_in_attempts (
    name_hash text primary key,
    failures int not null,
    locked_until timestamptz,
    last_at timestamptz not null
  )`,
  'create index sign_in_attempts_by_time on sign_in_attempts (last_at)',
  `call juzhen_grant('sign_in_attempts', 'select, insert, update, delete')`,

  `create table used_passwords (
    jurisdiction_id text not null,
    person_id uuid not null,
    password_hash text not null,
    changed_at timestamptz not null,
    primary key (jurisdiction_id, person_id, changed_at)
  )`,
  `call juzhen_protect('used_passwords', 'select, insert, delete')`,

  `create table sessions (
    jurisdiction_id text not null,
    token_hash text not null,
    person_id uuid not null,
    way text not null check (way in ('password', 'open-id')),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz,
    end_reason text,
    primary key (jurisdiction_id, token_hash)
  )`,
  'create unique index sessions_by_token on sessions (token_hash)',
  'create index sessions_by_person on sessions (jurisdiction_id, person_id)',
  `call juzhen_protect('sessions', 'select, insert, update')`,
];

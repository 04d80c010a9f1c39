import { type Kysely, sql } from 'kysely';

/** Content checks with what they found, what was overridden and why, and each jurisdiction's own lexicon. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const reachable = (table: string) =>
  `create policy reach_read on ${table} for select using (
     (select current_setting('juzhen.reach', true)) = '*'
     or jurisdiction_id = any((select string_to_array(current_setting('juzhen.reach', true), ','))::text[]))`;

const STATEMENTS = [
  `create table content_checks (
    jurisdiction_id text not null,
    id uuid not null,
    unit_id uuid not null,
    unit_name text not null,
    unit_path uuid[] not null,
    title text not null,
    kind text not null check (kind in ('text', 'document', 'batch')),
    state text not null check (state in ('open', 'running', 'done')),
    declared jsonb not null,
    created_at timestamptz not null,
    created_by uuid,
    created_by_name text not null,
    created_post text not null,
    kept_until date not null,
    primary key (jurisdiction_id, id)
  )`,
  'create index content_checks_by_unit on content_checks (jurisdiction_id, unit_id, created_at desc)',
  'create index content_checks_by_end on content_checks (jurisdiction_id, kept_until)',
  `call juzhen_protect('content_checks', 'select, insert, update, delete')`,

  `create table checked_documents (
    jurisdiction_id text not null,
    check_id uuid not null,
    position int not null check (position > 0),
    name text not null,
    state text not null check (state in ('waiting', 'done', 'refused')),
    file_id uuid,
    text_digest text,
    characters int,
    blocks int not null,
    warnings int not null,
    notes int not null,
    left_out int not null,
    unobserved jsonb not null,
    problem jsonb,
    lexicon_version text,
    checked_at timestamptz,
    primary key (jurisdiction_id, check_id, position),
    foreign key (jurisdiction_id, check_id) references content_checks (jurisdiction_id, id)
  )`,
  'create index checked_documents_by_digest on checked_documents (jurisdiction_id, text_digest)',
  `call juzhen_protect('checked_documents', 'select, insert, update, delete')`,

  // Personal data is masked before it is written: excerpt and context hold no more than a reader needs to find the place.
  `create table check_findings (
    jurisdiction_id text not null,
    check_id uuid not null,
    position int not null,
    number int not null check (number > 0),
    detector text not null,
    kind text not null,
    severity text not null check (severity in ('block', 'warn', 'note')),
    start_at int not null,
    end_at int not null,
    excerpt text not null,
    before_text text not null,
    after_text text not null,
    passage_digest text not null,
    message text not null,
    suggestion text,
    basis jsonb,
    confidence real,
    exempted jsonb,
    spot jsonb not null,
    primary key (jurisdiction_id, check_id, position, number),
    foreign key (jurisdiction_id, check_id, position)
      references checked_documents (jurisdiction_id, check_id, position)
  )`,
  `call juzhen_protect('check_findings', 'select, insert, delete')`,

  `create table check_overrides (
    jurisdiction_id text not null,
    id uuid not null,
    unit_id uuid not null,
    passage_digest text not null,
    detector text not null,
    kind text not null,
    severity text not null,
    excerpt text not null,
    message text not null,
    reason text not null,
    check_id uuid not null,
    text_digest text,
    person_id uuid,
    person_name text not null,
    post_title text not null,
    at timestamptz not null,
    primary key (jurisdiction_id, id)
  )`,
  `create unique index check_overrides_once on check_overrides
    (jurisdiction_id, unit_id, passage_digest, detector, kind, excerpt)`,
  'create index check_overrides_by_passage on check_overrides (jurisdiction_id, passage_digest)',
  `call juzhen_protect('check_overrides', 'select, insert')`,

  // The texts of the last weeks, masked, for trying a new entry of a lexicon before it is let loose.
  `create table check_texts (
    jurisdiction_id text not null,
    check_id uuid not null,
    position int not null,
    text text not null,
    kept_at timestamptz not null,
    kept_until date not null,
    primary key (jurisdiction_id, check_id, position)
  )`,
  'create index check_texts_by_time on check_texts (jurisdiction_id, kept_at desc)',
  `call juzhen_protect('check_texts', 'select, insert, delete')`,

  `create table lexicon_entries (
    jurisdiction_id text not null,
    id uuid not null,
    term text not null,
    detector text not null,
    kind text not null,
    severity text not null check (severity in ('block', 'warn', 'note')),
    right_form text,
    except_words text[] not null,
    source text not null,
    from_on date,
    to_on date,
    state text not null check (state in ('draft', 'active', 'retired')),
    version int not null check (version > 0),
    tried jsonb,
    created_at timestamptz not null,
    created_by_name text not null,
    primary key (jurisdiction_id, id)
  )`,
  `create unique index lexicon_entries_once on lexicon_entries (jurisdiction_id, detector, term)
    where state <> 'retired'`,
  `call juzhen_protect('lexicon_entries', 'select, insert, update')`,
  reachable('lexicon_entries'),

  `create table lexicon_heads (
    jurisdiction_id text not null primary key,
    version int not null check (version >= 0)
  )`,
  `call juzhen_protect('lexicon_heads', 'select, insert, update')`,
  reachable('lexicon_heads'),

  `create table lexicon_changes (
    jurisdiction_id text not null,
    version int not null check (version > 0),
    action text not null check (action in ('add', 'activate', 'retire')),
    entry_id uuid not null,
    term text not null,
    entry jsonb not null,
    reason text,
    at timestamptz not null,
    person_name text not null,
    post_title text not null,
    primary key (jurisdiction_id, version)
  )`,
  `call juzhen_protect('lexicon_changes', 'select, insert')`,
  reachable('lexicon_changes'),
];

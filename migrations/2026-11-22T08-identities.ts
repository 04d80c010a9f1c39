import { type Kysely, sql } from 'kysely';

/**
 * Who holds which of a platform's identifiers, in the whole country; under which names, handles and addresses an account
 * was known from when to when; by which characters it is found; what was seen on the platforms and how it differs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** Told to everybody: nothing in these tables is more than the platform itself shows of an account. */
const readByAll = (table: string) => `create policy anybody_reads on ${table} for select using (true)`;

/** Lower case and no blanks, as the search compares. */
const plain = (text: string) =>
  `regexp_replace(lower(coalesce(${text}, '')), '[\\s\\u00a0\\u3000]', '', 'g')`;
const grams = (text: string) => `array(select distinct g from (
    select substr(${plain(text)}, i, n) as g
      from generate_series(1, char_length(${plain(text)})) i, generate_series(1, 2) n) t where g <> '')`;
const day = (instant: string) => `(${instant} at time zone 'Asia/Shanghai')::date`;

const STATEMENTS = [
  // One identifier, one holder, whatever the jurisdiction: so it has no jurisdiction to lead its key.
  `create table uid_claims (
    platform text not null,
    uid text not null,
    holder_jurisdiction text not null,
    filing_id uuid not null,
    account_id uuid,
    account_name text not null,
    host_name text not null,
    claimed_at timestamptz not null,
    primary key (platform, uid)
  )`,
  'create index uid_claims_by_uid on uid_claims (uid)',
  'create index uid_claims_by_filing on uid_claims (filing_id)',
  'create index uid_claims_by_account on uid_claims (account_id) where account_id is not null',
  `call juzhen_grant('uid_claims', 'select, insert, update, delete')`,

  `create table account_names (
    jurisdiction_id text not null,
    id uuid not null,
    account_id uuid not null,
    platform text not null,
    kind text not null check (kind in ('name', 'handle', 'url', 'certification', 'avatar')),
    value text not null,
    key text not null,
    from_on date not null,
    to_on date,
    filing_id uuid not null,
    primary key (jurisdiction_id, id),
    check (to_on is null or to_on >= from_on)
  )`,
  'create unique index account_names_standing on account_names (jurisdiction_id, account_id, kind) where to_on is null',
  'create index account_names_by_account on account_names (jurisdiction_id, account_id, from_on)',
  'create index account_names_by_key on account_names (key, kind)',
  `call juzhen_protect('account_names', 'select, insert, update')`,
  readByAll('account_names'),

  // Row-level security keeps an index on text from being used for a comparison inside it; arrays of characters beside
  // the registry, open to reading, are found by their own index.
  `create table account_terms (
    jurisdiction_id text not null,
    account_id uuid not null,
    texts text not null,
    grams text[] not null,
    primary key (jurisdiction_id, account_id)
  )`,
  'create index account_terms_by_gram on account_terms using gin (grams)',
  // Comparing arrays of texts costs far more than the planner believes, which then reads every row rather than the
  // index. The last comparison says what it costs, and is made of the few rows that the index leaves.
  `create function juzhen_holds(texts text, wanted text) returns boolean
     language plpgsql immutable strict parallel safe cost 400
     as $$ begin return strpos(texts, wanted) > 0; end $$`,
  `call juzhen_protect('account_terms', 'select, insert, update')`,
  readByAll('account_terms'),

  `create table sightings (
    jurisdiction_id text not null,
    id uuid not null,
    account_id uuid not null,
    platform text not null,
    presence text not null check (presence in ('there', 'gone')),
    source text not null check (source in ('person', 'upload', 'monitoring')),
    seen_at timestamptz not null,
    name text,
    handle text,
    uid text,
    url text,
    certification text,
    avatar text,
    note text,
    file_id uuid,
    recorded_at timestamptz not null,
    recorded_by uuid,
    recorded_by_name text not null,
    recorded_post text,
    primary key (jurisdiction_id, id)
  )`,
  'create index sightings_by_account on sightings (jurisdiction_id, account_id, seen_at desc)',
  'create index sightings_by_time on sightings (jurisdiction_id, seen_at desc, id)',
  `call juzhen_protect('sightings', 'select, insert')`,

  `create table drifts (
    jurisdiction_id text not null,
    id uuid not null,
    account_id uuid not null,
    host_unit_id uuid not null,
    host_path uuid[] not null,
    host_name text not null,
    account_name text not null,
    platform text not null,
    platform_name text not null,
    kind text not null check (kind in ('renamed', 'handle', 'avatar', 'certification', 'url', 'stranger', 'gone')),
    filed text,
    seen text,
    first_sighting_id uuid not null,
    last_sighting_id uuid not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    times int not null check (times > 0),
    agreed_at timestamptz,
    state text not null check (state in ('open', 'explained', 'filed', 'closed')),
    explanation text,
    explained_by text,
    explained_at timestamptz,
    filing_id uuid,
    closed_reason text,
    closed_by text,
    closed_at timestamptz,
    version int not null check (version > 0),
    primary key (jurisdiction_id, id)
  )`,
  `create unique index drifts_standing on drifts (jurisdiction_id, account_id, kind) where state <> 'closed'`,
  'create index drifts_by_time on drifts (jurisdiction_id, last_seen_at desc, id)',
  'create index drifts_by_host on drifts (jurisdiction_id, host_unit_id, state)',
  `call juzhen_protect('drifts', 'select, insert, update')`,

  // Accounts that are there already: the earlier one keeps an identifier that two of them name.
  `insert into uid_claims
     select platform, platform_uid, jurisdiction_id, filing_id, id, name, host_name, created_at
       from accounts where platform_uid is not null and state <> 'cancelled' order by created_at, id
     on conflict do nothing`,
  `insert into uid_claims
     select platform, "values" ->> 'account.uid', jurisdiction_id, id, null, coalesce(name, ''), host_name,
            coalesce(submitted_at, created_at)
       from filings
      where state = 'in-approval' and platform is not null and coalesce("values" ->> 'account.uid', '') <> ''
      order by submitted_at, id
     on conflict do nothing`,
  ...(['name', 'url', 'certification'] as const).map(
    (kind) => `insert into account_names
     select jurisdiction_id, gen_random_uuid(), id, platform, '${kind}', ${kind},
            ${kind === 'url' ? `regexp_replace(regexp_replace(${kind}, '^https?://(www\\.|m\\.|wap\\.)?', '', 'i'), '/+$', '')` : plain(kind)},
            coalesce(opened_on, ${day('created_at')}), null, filing_id
       from accounts where coalesce(${kind}, '') <> ''`,
  ),
  `insert into account_terms
     select jurisdiction_id, id, ${plain('name')} || chr(10) || ${plain('host_name')},
            ${grams('name')} || ${grams('host_name')}
       from accounts`,
];

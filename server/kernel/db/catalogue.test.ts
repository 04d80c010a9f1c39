import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing.ts';

/** Tables of the installation and not of a jurisdiction; none of them is large. */
const WITHOUT_JURISDICTION = [
  'calendar_head',
  'calendar_years',
  'clock_settings',
  'migration_lock_row',
  'schema_migration',
  'schema_migration_lock',
  'sign_in_attempts',
  // An identifier of a platform has one holder in the whole country: a key led by a jurisdiction could not say so.
  'uid_claims',
];
/** Tables that grow with the years; on a distributed engine every unique key of theirs must be local. */
const LARGE = ['audit_entries', 'posts', 'metrics', 'findings'];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

async function names(query: RawBuilder<{ name: string }>): Promise<string[]> {
  const { rows } = await query.execute(database.owner);
  return rows.map((row) => row.name).sort();
}

const TABLES = sql`pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;
const HAS_JURISDICTION = sql`exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'jurisdiction_id' and not a.attisdropped)`;
const LEADS = sql`(select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) = 'jurisdiction_id'`;

test('every business table carries its jurisdiction', async () => {
  const without = await names(sql`select c.relname as name from ${TABLES} and not ${HAS_JURISDICTION}`);
  expect(without.filter((name) => !WITHOUT_JURISDICTION.includes(name))).toEqual([]);
});

test('the jurisdiction leads every primary key, and every unique key of the large tables', async () => {
  const primary = await names(
    sql`select c.relname as name from ${TABLES} and ${HAS_JURISDICTION}
        and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and ${LEADS})`,
  );
  expect(primary).toEqual([]);
  const unique = await names(
    sql`select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relname = any(${LARGE}) and i.indisunique and not ${LEADS}`,
  );
  expect(unique).toEqual([]);
});

test('row-level security is on and binds the owner, on every table with a jurisdiction', async () => {
  const open = await names(
    sql`select c.relname as name from ${TABLES} and ${HAS_JURISDICTION}
        and not (c.relrowsecurity and c.relforcerowsecurity
                 and exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
  );
  expect(open).toEqual([]);
});

test('a distributed engine finds no sequence, trigger or exclusion constraint', async () => {
  const hindrances = await names(
    sql`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
        union all select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
        union all select x.conname from pg_constraint x where x.connamespace = 'public'::regnamespace and x.contype = 'x'`,
  );
  expect(hindrances).toEqual([]);
});

test('the application owns nothing, and of the trail it may read and add only', async () => {
  expect(
    await names(sql`select c.relname as name from ${TABLES} and c.relowner = 'juzhen_app'::regrole`),
  ).toEqual([]);
  const rights = await names(
    sql`select privilege as name
        from unnest(array['select','insert','update','delete','truncate','references','trigger']) as privilege
        where has_table_privilege('juzhen_app', 'audit_entries', privilege)`,
  );
  expect(rights).toEqual(['insert', 'select']);
});

test('nobody but the owner and the application holds a right on a table', async () => {
  const others = await names(
    sql`select distinct c.relname as name from pg_class c, aclexplode(c.relacl) a
        where c.relnamespace = 'public'::regnamespace and a.grantee not in (c.relowner, 'juzhen_app'::regrole)`,
  );
  expect(others).toEqual([]);
});

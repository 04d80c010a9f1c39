import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase, checkServer } from './check-server.ts';
import { migrate } from './migrate.ts';
import { openPool } from './pool.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await sql`create table shop (jurisdiction_id text not null, id int not null, opened timestamptz, day date,
    primary key (jurisdiction_id, id))`.execute(database.owner);
  await sql`call juzhen_protect('shop', 'select, insert')`.execute(database.owner);
  await sql`insert into shop values ('620171', 1, '2026-01-01 08:00+08', '2026-01-01'), ('220621', 2, null, null)`.execute(
    database.owner,
  );
});

afterAll(() => database.drop());

function shopsSeen(scope: string | null): Promise<number[]> {
  return database.app.transaction().execute(async (tx) => {
    if (scope !== null) await sql`select set_config('juzhen.scope', ${scope}, true)`.execute(tx);
    const { rows } = await sql<{ id: number }>`select id from shop order by id`.execute(tx);
    return rows.map((row) => row.id);
  });
}

test('without a scope, or after one has ended with its transaction, nothing is seen', async () => {
  expect(await shopsSeen(null)).toEqual([]);
  expect(await shopsSeen('620171')).toEqual([1]);
  expect(await shopsSeen(null)).toEqual([]);
  expect(await shopsSeen('')).toEqual([]);
});

test('a scope shows its own jurisdictions, * shows all', async () => {
  expect(await shopsSeen('220621,620171')).toEqual([1, 2]);
  expect(await shopsSeen('62')).toEqual([]);
  expect(await shopsSeen('*')).toEqual([1, 2]);
});

test('a row outside the scope cannot be written', async () => {
  const write = database.app.transaction().execute(async (tx) => {
    await sql`select set_config('juzhen.scope', '620171', true)`.execute(tx);
    await sql`insert into shop values ('220621', 3)`.execute(tx);
  });
  await expect(write).rejects.toThrow(/row-level security/);
});

test('the application holds only the listed rights and RESET ROLE does not widen them', async () => {
  await expect(sql`delete from shop`.execute(database.app)).rejects.toThrow(/permission denied/);
  await expect(sql`select * from schema_migration`.execute(database.app)).rejects.toThrow(
    /permission denied/,
  );
  await database.app.connection().execute(async (session) => {
    await sql`reset role`.execute(session);
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(session);
    expect(rows[0]?.role).toBe('juzhen_app');
  });
  await expect(sql`call juzhen_grant('shop', 'delete')`.execute(database.app)).rejects.toThrow(
    /permission denied/,
  );
});

test('values come back as days, instants in UTC and numbers', async () => {
  const { rows } = await sql`
    select day, opened, 9007199254740991 as big, array[opened] as all_opened, null::timestamptz as never
    from shop where id = 1`.execute(database.owner);
  expect(rows).toEqual([
    {
      day: '2026-01-01',
      opened: '2026-01-01T00:00:00.000Z',
      big: 9007199254740991,
      all_opened: ['2026-01-01T00:00:00.000Z'],
      never: null,
    },
  ]);
  await expect(sql`select 9007199254740993`.execute(database.owner)).rejects.toThrow(/beyond 2\^53/);
});

test('a second migration finds nothing to do, and several at once apply each migration once', async () => {
  expect(await migrate(database.url)).toEqual([]);
  await sql`drop schema public cascade`.execute(database.owner);
  await sql`create schema public`.execute(database.owner);
  const runs = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  expect(runs.filter((names) => names.length > 0)).toHaveLength(1);
});

test('the checks at start pass here, and Chinese has trigrams', async () => {
  await checkServer(database.url);
  const app = openPool({ url: database.appUrl, as: 'app' });
  const ours = process.env.TEST_DATABASE_URL === undefined;
  expect(await checkDatabase(app)).toEqual(ours ? [] : [expect.stringContaining('DATABASE_APP_URL')]);
  await app.close();
});

test('a login that could do more is told so, and how to put it right', async () => {
  const app = openPool({ url: database.url, as: 'app' });
  expect(await checkDatabase(app)).toEqual([expect.stringContaining('DATABASE_APP_URL')]);
  await app.close();
});

test.skipIf(process.env.TEST_DATABASE_URL)(
  'SET ROLE NONE gives the server no more than its role has',
  async () => {
    await database.app.connection().execute(async (session) => {
      for (const wayOut of ['set role none', 'reset role', 'discard all', 'reset session authorization']) {
        await sql.raw(wayOut).execute(session);
        const { rows } = await sql<{ login: string; super: boolean; role: string }>`
        select session_user as login, current_user as role, rolsuper as super from pg_roles where rolname = session_user`.execute(
          session,
        );
        expect(rows).toEqual([{ login: 'juzhen_app', role: 'juzhen_app', super: false }]);
        for (const statement of [
          'update audit_entries set action = $$x$$',
          'delete from audit_entries',
          'truncate audit_heads',
          'alter table audit_entries disable row level security',
          'drop table audit_entries',
          'create table public.mine (id int)',
          'create role mine superuser',
          'set role juzhen',
          'set session authorization juzhen',
          "copy audit_entries to program 'cat'",
          "select pg_read_file('postgresql.conf')",
        ])
          await expect(sql.raw(statement).execute(session), statement).rejects.toThrow(
            /permission denied|must be owner|must be superuser/,
          );
        expect((await sql`select 1 from audit_entries`.execute(session)).rows).toEqual([]);
      }
    });
  },
);

test.each([
  ['postgresql://nobody@127.0.0.1:9/none', '连接不上数据库'],
  ['postgresql://nobody@no-such-host.invalid/none', '连接不上数据库'],
  ['not a url', '不是有效的数据库地址'],
])('a wrong address %s is one line that says what to do', async (url, line) => {
  await expect(checkServer(url)).rejects.toThrow(line);
});

test('a database that does not exist is named', async () => {
  const url = new URL(database.url);
  url.pathname = '/absent';
  await expect(checkServer(url.toString())).rejects.toThrow('不存在');
});

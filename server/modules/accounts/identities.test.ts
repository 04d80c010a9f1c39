import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { openScope } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { createTestDatabase, type TestDatabase } from '../../kernel/db/testing.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { Refused } from '../../kernel/outcome.ts';
import { keepFilingClaims, keepIdentity } from './keep-identity.ts';
import type { Account, Filing } from './model.ts';
import { readHolders, readUidHolder } from './store-claims.ts';
import { readKnownBy, readNames } from './store-names.ts';
import { accountsWith } from './store-terms.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const table of ['uid_claims', 'account_names', 'account_terms']) {
    await sql`delete from ${sql.table(table)}`.execute(database.owner);
  }
});

const GH = 'gh_68b976f584b5';
const BIZ = 'MzA4MjQxNjQzMA==';

function within<T>(scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.app.transaction().execute(async (tx) => {
    await openScope(tx, scope === '*' ? systemActor.scope : [scope], []);
    return work(tx);
  });
}

const account = (more: Partial<Account> = {}): Account =>
  ({
    jurisdiction: '220621',
    id: newId(),
    hostName: '抚松县卫生健康局',
    platform: 'wechat',
    name: '抚松卫健',
    platformUid: GH,
    url: 'https://mp.weixin.qq.com/mp/profile_ext?action=home',
    certification: '抚松县卫生健康局',
    details: [],
    state: 'operating',
    openedOn: '2026-03-01',
    filingId: newId(),
    createdAt: '2026-03-02T01:00:00.000Z',
    ...more,
  }) as unknown as Account;

const filing = (more: Partial<Filing> = {}): Filing =>
  ({
    jurisdiction: '220621',
    id: newId(),
    accountId: null,
    hostName: '抚松县卫生健康局',
    platform: 'wechat',
    name: '抚松卫健',
    state: 'in-approval',
    values: { 'account.uid': GH },
    updatedAt: '2026-03-02T01:00:00.000Z',
    ...more,
  }) as unknown as Filing;

const holder = (uid = GH) =>
  within('620171', (tx) => readUidHolder(tx, { platform: 'wechat', uid, filing: null, account: null }));

describe('one identifier, one holder in the whole country', () => {
  test('two hosts of two provinces filing the same platform id at once: one is taken, the other told', async () => {
    const both = [
      within('220621', (tx) => keepFilingClaims(tx, filing())),
      within('440117', (tx) =>
        keepFilingClaims(tx, filing({ jurisdiction: '440117', hostName: '从化区卫生健康局' })),
      ),
    ];
    const results = await Promise.allSettled(both);
    const [lost] = results.filter((each) => each.status === 'rejected');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost?.reason).toBeInstanceOf(Refused);
    expect(lost?.reason).toMatchObject({ kind: 'conflict', code: 'accounts.uid-taken-meanwhile' });
  });

  test('twenty at once that want the same two in any order: exactly one, and nobody waits for ever', async () => {
    const orders = [
      { 'account.uid': GH, 'account.other-uid': BIZ },
      { 'account.uid': BIZ, 'account.other-uid': GH },
    ];
    const all = Array.from({ length: 20 }, (_, n) =>
      within(n % 3 ? '220621' : '440117', (tx) =>
        keepFilingClaims(tx, filing({ jurisdiction: n % 3 ? '220621' : '440117', values: orders[n % 2]! })),
      ),
    );
    const results = await Promise.allSettled(all);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await sql<{
      n: number;
    }>`select count(distinct filing_id)::int as n from uid_claims`.execute(database.owner);
    expect(rows[0]?.n).toBe(1);
  });

  test('whoever asks from another jurisdiction is told the account and its host', async () => {
    await within('220621', (tx) => keepFilingClaims(tx, filing()));
    expect(await holder()).toEqual({ name: '抚松卫健', host: '抚松县卫生健康局', jurisdiction: '220621' });
  });

  test.each(['withdrawn', 'refused'] as const)('a filing %s gives its identifier back', async (state) => {
    const mine = filing();
    await within('220621', (tx) => keepFilingClaims(tx, mine));
    await within('220621', (tx) => keepFilingClaims(tx, { ...mine, state }));
    expect(await holder()).toBeNull();
  });

  test('a filing sent back keeps it, and gives it back when it names another', async () => {
    const mine = filing();
    await within('220621', (tx) => keepFilingClaims(tx, mine));
    await within('220621', (tx) => keepFilingClaims(tx, { ...mine, state: 'returned' }));
    expect(await holder()).not.toBeNull();
    await within('220621', (tx) => keepFilingClaims(tx, { ...mine, values: { 'account.uid': BIZ } }));
    expect(await holder()).toBeNull();
    expect(await holder(BIZ)).not.toBeNull();
  });

  test('an approved filing hands it to its account; a closed account keeps it, a cancelled one gives it back', async () => {
    const mine = filing();
    const opened = account({ filingId: mine.id });
    await within('220621', (tx) => keepFilingClaims(tx, mine));
    await within('220621', (tx) => keepIdentity(tx, opened));
    expect(await within('440117', (tx) => readHolders(tx, GH, 'wechat'))).toEqual([
      { jurisdiction: '220621', accountId: opened.id },
    ]);
    await within('220621', (tx) => keepIdentity(tx, { ...opened, state: 'closed' }));
    expect(await holder()).not.toBeNull();
    await within('220621', (tx) => keepIdentity(tx, { ...opened, state: 'cancelled' }));
    expect(await holder()).toBeNull();
  });

  test('an account is refused an identifier that a filing elsewhere has claimed', async () => {
    await within('440117', (tx) => keepFilingClaims(tx, filing({ jurisdiction: '440117' })));
    await expect(within('220621', (tx) => keepIdentity(tx, account()))).rejects.toBeInstanceOf(Refused);
  });

  test('a change that leaves the identifier as it is does not stand in its own way', async () => {
    const opened = account();
    await within('220621', (tx) => keepIdentity(tx, opened));
    const change = filing({
      accountId: opened.id,
      values: { 'account.uid': GH, 'account.name': '健康抚松' },
    });
    await within('220621', (tx) => keepFilingClaims(tx, change));
    await within('220621', (tx) => keepFilingClaims(tx, { ...change, state: 'withdrawn' }));
    expect(await holder()).not.toBeNull();
  });
});

describe('names are history', () => {
  test('WJ-11a LZ-12 FS-9 QJ-12 a name, handle and address stand from one day to another, each with the filing that changed it', async () => {
    const before = account({ details: [{ key: 'account.handle', label: '微信号', value: 'fswjj' }] });
    await within('220621', (tx) => keepIdentity(tx, before));
    const after = { ...before, name: '健康抚松', details: [] };
    const change = newId();
    await within('220621', (tx) => keepIdentity(tx, after, { on: '2026-06-01', filingId: change }));
    const names = await within('220621', (tx) => readNames(tx, '220621', before.id));
    const shown = names.map(({ kind, value, fromOn, toOn, filingId }) => [
      kind,
      value,
      fromOn,
      toOn,
      filingId === change,
    ]);
    expect(shown).toHaveLength(5);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['name', '抚松卫健', '2026-03-01', '2026-06-01', false],
        ['name', '健康抚松', '2026-06-01', null, true],
        ['handle', 'fswjj', '2026-03-01', '2026-06-01', false],
        ['certification', '抚松县卫生健康局', '2026-03-01', null, false],
        ['url', before.url, '2026-03-01', null, false],
      ]),
    );
    expect(
      await within('440117', (tx) => readKnownBy(tx, { kind: 'handle', key: 'fswjj', platform: 'wechat' })),
    ).toEqual([{ jurisdiction: '220621', accountId: before.id, standing: false }]);
  });

  test('writing the same again changes nothing', async () => {
    const same = account();
    await within('220621', (tx) => keepIdentity(tx, same));
    await within('220621', (tx) => keepIdentity(tx, { ...same, state: 'closed' }));
    expect(await within('220621', (tx) => readNames(tx, '220621', same.id))).toHaveLength(3);
  });
});

describe('the search', () => {
  const found = async (text: string) => {
    const ids = accountsWith(text);
    if (!ids) return null;
    const { rows } = await sql<{ ids: string[] }>`select ${ids} as ids`.execute(database.owner);
    return rows[0]?.ids.length;
  };

  test('any part of a name, a former name or the host finds it: one character, two, many', async () => {
    const one = account();
    await within('220621', (tx) => keepIdentity(tx, one));
    await within('220621', (tx) =>
      keepIdentity(tx, { ...one, name: 'ABC健康抚松' }, { on: '2026-06-01', filingId: newId() }),
    );
    for (const text of [
      '健',
      '健康',
      '健康抚',
      'c健',
      'abc',
      '松卫健',
      '卫生健康局',
      '县 卫 生',
      '抚松县卫生健康局',
    ]) {
      expect([text, await found(text)]).toEqual([text, 1]);
    }
    // All neighbours occur, but not one after another: 抚松卫健 + 卫生健康局.
    for (const text of ['教', '抚健', '松县健', '松卫生健', '%', '_', '健抚'])
      expect([text, await found(text)]).toEqual([text, 0]);
    expect(await found(' ')).toBeNull();
  });

  test('no text of a jurisdiction can be written by another', async () => {
    await expect(within('440117', (tx) => keepIdentity(tx, account()))).rejects.toThrow(/row-level security/);
  });
});

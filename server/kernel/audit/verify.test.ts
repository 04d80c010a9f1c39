import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import { done } from '../outcome.ts';
import { createTestKernel, type TestKernel } from '../testing.ts';
import { compareWithHeads, verifyAudit } from './verify.ts';

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await createTestKernel();
});
afterAll(() => kernel.drop());

async function write(jurisdiction: string, n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    await kernel.runner.command(systemActor, async (ctx) => {
      ctx.audit({
        jurisdiction,
        action: 'test.done',
        subject: { type: 'test', id: String(i) },
        facts: { 甲: [1, { 乙: null }], i },
        after: { i },
      });
      return done(i);
    });
  }
}

const verify = () => kernel.runner.query(systemActor, (ctx) => verifyAudit(ctx.tx));

/** Runs a statement as the owner, checks the trail, and puts everything back. */
async function verdictAfter(...statements: string[]) {
  return after(statements, async (tx) => (await verifyAudit(tx)).broken);
}

async function after<T>(
  statements: readonly string[],
  ask: (tx: Tx) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const back = new Error('back');
  let verdict: readonly T[] = [];
  await kernel.database.owner
    .transaction()
    .execute(async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx);
      verdict = await ask(tx);
      throw back;
    })
    .catch((error: unknown) => {
      if (error !== back) throw error;
    });
  return verdict;
}

test('an untouched trail is whole, over several jurisdictions', async () => {
  await write('220621', 6);
  await write('500110', 3);
  const report = await verify();
  expect(report.broken).toEqual([]);
  expect(report.entries).toBeGreaterThanOrEqual(9);
});

const row = (seq: number) => `jurisdiction_id = '220621' and seq = ${seq}`;
const tampering: [string, string[], { seq: number; fault: string }][] = [
  [
    'a changed action',
    [`update audit_entries set action = 'x' where ${row(3)}`],
    { seq: 3, fault: 'altered' },
  ],
  [
    'a changed fact',
    [`update audit_entries set facts = '{"i":9}' where ${row(2)}`],
    { seq: 2, fault: 'altered' },
  ],
  [
    'a changed time',
    [`update audit_entries set at = at + interval '1 ms' where ${row(4)}`],
    { seq: 4, fault: 'altered' },
  ],
  [
    'a changed name',
    [`update audit_entries set person_name = '别人' where ${row(1)}`],
    { seq: 1, fault: 'altered' },
  ],
  [
    'a changed digest',
    [`update audit_entries set after_digest = null where ${row(5)}`],
    { seq: 5, fault: 'altered' },
  ],
  ['a deleted entry', [`delete from audit_entries where ${row(3)}`], { seq: 3, fault: 'missing' }],
  ['the first entry deleted', [`delete from audit_entries where ${row(1)}`], { seq: 1, fault: 'missing' }],
  ['the last entry deleted', [`delete from audit_entries where ${row(6)}`], { seq: 6, fault: 'truncated' }],
  [
    'two entries changed over',
    [
      `update audit_entries set seq = 1000 where ${row(2)}`,
      `update audit_entries set seq = 2 where ${row(3)}`,
      `update audit_entries set seq = 3 where ${row(1000)}`,
    ],
    { seq: 2, fault: 'unlinked' },
  ],
  [
    'a deleted head',
    [`delete from audit_heads where jurisdiction_id = '220621'`],
    { seq: 1, fault: 'beyond-head' },
  ],
  [
    'a head put back',
    [`update audit_heads set seq = 2 where jurisdiction_id = '220621'`],
    { seq: 3, fault: 'beyond-head' },
  ],
];

test.each(tampering)(
  'verify catches %s and names the first broken entry',
  async (_name, statements, expected) => {
    expect(await verdictAfter(...statements)).toEqual([{ jurisdiction: '220621', ...expected }]);
  },
);

const cutBack = (seq: number) => [
  `delete from audit_entries where jurisdiction_id = '220621' and seq > ${seq}`,
  `update audit_heads set seq = ${seq}, hash = (select hash from audit_entries where ${row(seq)}) where jurisdiction_id = '220621'`,
];
const withHead: [string, string[], { seq: number; fault: string }][] = [
  ['cut back with its head', cutBack(4), { seq: 6, fault: 'lost-since' }],
  [
    'deleted with its head',
    [
      `delete from audit_entries where jurisdiction_id = '220621'`,
      `delete from audit_heads where jurisdiction_id = '220621'`,
    ],
    { seq: 6, fault: 'lost-since' },
  ],
  [
    'written anew',
    [`update audit_entries set hash = repeat('a', 64) where ${row(6)}`],
    { seq: 6, fault: 'other-since' },
  ],
];

test.each(withHead)(
  'a chain %s is found by the heads written down earlier',
  async (_name, statements, expected) => {
    const { heads } = await verify();
    const compare = (tx: Tx) => compareWithHeads(tx, heads);
    expect(await after([], compare)).toEqual([]);
    expect(await after(statements, compare)).toEqual([{ jurisdiction: '220621', ...expected }]);
  },
);

test('a head written down before more was written is still an entry of its chain', async () => {
  const { heads } = await verify();
  await write('500110', 2);
  expect(await kernel.runner.query(systemActor, (ctx) => compareWithHeads(ctx.tx, heads))).toEqual([]);
});

test('a column added later leaves the hashes of old entries valid', async () => {
  expect(await verdictAfter(`alter table audit_entries add column later text default 'x'`)).toEqual([]);
});

test('the role of the server may neither change nor delete an entry', async () => {
  for (const statement of [
    'update audit_entries set action = $$x$$',
    'delete from audit_entries',
    'truncate audit_entries',
  ]) {
    const attempt = kernel.database.app.transaction().execute(async (tx) => {
      await sql`select set_config('juzhen.scope', '*', true)`.execute(tx);
      await sql.raw(statement).execute(tx);
    });
    await expect(attempt).rejects.toThrow(/permission denied/);
  }
});

test('many writers at once leave one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 20 }, () => write('440000', 3)));
  const report = await verify();
  expect(report.broken).toEqual([]);
  expect(report.heads.find((h) => h.jurisdiction === '440000')?.seq).toBe(60);
});

test('entries written while the trail is walked are no fault', async () => {
  let writing = true;
  const writers = [1, 2].map(async () => {
    while (writing) await write('110000', 1);
  });
  const broken = [];
  for (let i = 0; i < 30; i++) broken.push(...(await verify()).broken);
  writing = false;
  await Promise.all(writers);
  expect(broken).toEqual([]);
});

test('a trail without a scope shows nothing', async () => {
  const rows = await sql`select 1 from audit_entries`.execute(kernel.database.app);
  expect(rows.rows).toEqual([]);
});

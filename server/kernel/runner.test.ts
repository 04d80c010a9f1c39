import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from './actor.ts';
import { done, refuse } from './outcome.ts';
import { createTestKernel, type TestKernel } from './testing.ts';

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await createTestKernel({
    'test.happened': [
      async (ctx, fact) =>
        ctx.audit({
          jurisdiction: '100000',
          action: `heard.${String(fact.data.what)}`,
          subject: { type: 'test', id: '1' },
        }),
    ],
  });
});
afterAll(() => kernel.drop());

const actions = async () => {
  const { rows } = await sql<{
    action: string;
  }>`select action from audit_entries where jurisdiction_id = '100000' order by seq`.execute(
    kernel.database.owner,
  );
  return rows.map((r) => r.action);
};

test('a command without an audit entry is undone and reported as a fault', async () => {
  const attempt = kernel.runner.command(systemActor, async () => done(1));
  await expect(attempt).rejects.toThrow(/without an audit entry/);
});

test('a refused command leaves nothing, not even its audit entry', async () => {
  const before = await actions();
  const outcome = await kernel.runner.command(systemActor, async (ctx) => {
    ctx.audit({ jurisdiction: '100000', action: 'half', subject: { type: 'test', id: '1' } });
    return refuse({ code: 'bad-input' });
  });
  expect(outcome).toEqual({ ok: false, problems: [{ code: 'bad-input' }] });
  expect(await actions()).toEqual(before);
});

test('a query cannot write', async () => {
  const attempt = kernel.runner.query(systemActor, async (ctx) => {
    await sql`update clock_settings set offset_ms = 0`.execute(ctx.tx);
  });
  await expect(attempt).rejects.toThrow(/read-only transaction/);
});

test('a fact is heard in the same transaction and undone with it', async () => {
  await kernel.runner.command(systemActor, async (ctx) => {
    await ctx.announce({ name: 'test.happened', data: { what: 'a' } });
    return done(1);
  });
  expect(await actions()).toContain('heard.a');
  await kernel.runner
    .command(systemActor, async (ctx) => {
      await ctx.announce({ name: 'test.happened', data: { what: 'b' } });
      throw new Error('later fault');
    })
    .catch(() => undefined);
  expect(await actions()).not.toContain('heard.b');
});

test('the clock can be set, and a command reads it once', async () => {
  await kernel.setNow('2021-03-01');
  const now = await kernel.runner.query(systemActor, async (ctx) => ctx.now);
  expect(now.day).toBe('2021-03-01');
  await kernel.setNow('2021-03-01T16:30:00.000Z');
  expect((await kernel.runner.query(systemActor, async (ctx) => ctx.now)).day).toBe('2021-03-02');
});

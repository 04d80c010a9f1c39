import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { findUnits } from './index.ts';
import { gramsOf, gramsToFind, termsOf } from './search-terms.ts';
import { insertTerms, subjectsWith } from './store-terms.ts';
import { insertUnits } from './store-units.ts';

const UNITS = 12_000;

let kernel: TestKernel;

beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.runner.command(systemActor, async (ctx) => {
    for (let from = 0; from < UNITS; from += 2000) {
      const units = Array.from({ length: 2000 }, (_, index) => {
        const id = newId();
        const n = from + index;
        const name = n === 7777 ? '梅岭茶叶研究所' : `第${n}中心小学`;
        return {
          id,
          jurisdiction: n % 2 ? '220621' : '500110',
          name,
          shortName: null,
          code: null,
          kind: 'institution' as const,
          tier: null,
          parentId: null,
          guidedById: null,
          path: [id],
          secret: false,
          inward: false,
          underPark: false,
          closedOn: null,
          version: 1,
        };
      });
      await insertUnits(ctx.tx, units, ctx.now.iso);
      await insertTerms(
        ctx.tx,
        'unit',
        units.flatMap((unit) => termsOf(unit, [unit.name])),
      );
    }
    ctx.audit({ jurisdiction: '100000', action: 'directory.fill', subject: { type: 'system', id: 'test' } });
    return done(undefined);
  });
  await sql`analyze units, directory_terms`.execute(kernel.database.owner);
});
afterAll(() => kernel?.drop());

test('whatever is part of a name is found by the terms of the name', () => {
  const text = fc.string({ unit: fc.constantFrom(...'人社局政务A中 心2'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, fc.nat(11), fc.integer({ min: 1, max: 6 }), (name, start, length) => {
      const part = [...name]
        .slice(start, start + length)
        .join('')
        .trim();
      fc.pre(part !== '' && !/\s/.test(part));
      const grams = new Set(gramsOf([name]));
      expect(gramsToFind(part).every((gram) => grams.has(gram))).toBe(true);
    }),
  );
});

test.each(['茶', '茶叶', '岭茶叶研究'])(
  '%s is found through the index, also under row-level security',
  async (q) => {
    const actor = { ...systemActor, kind: 'person' as const, scope: ['220621'], reach: ['220621', '220600'] };
    const found = await kernel.runner.query(actor, (ctx) => findUnits(ctx, { q, page: 1, size: 20 }));
    expect(found.items.map((each) => each.unit.name)).toEqual(['梅岭茶叶研究所']);
    const plan = await kernel.runner.query(actor, async (ctx) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
      select id from units where closed_on is null
        and id = any(${subjectsWith('unit', gramsToFind(q))})
        and name ilike ${sql.lit(`%${q}%`)}`.execute(ctx.tx);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('directory_terms_by_gram');
    expect(plan).toContain('units_by_id');
    expect(plan).not.toContain('Seq Scan');
  },
);

test('without a scope nothing is found', async () => {
  const nobody = { ...systemActor, kind: 'person' as const, scope: [], reach: [] };
  expect(
    (await kernel.runner.query(nobody, (ctx) => findUnits(ctx, { q: '茶', page: 1, size: 20 }))).total,
  ).toBe(0);
  for (const table of [
    'units',
    'posts',
    'people',
    'appointments',
    'unit_roles',
    'directory_terms',
    'operators',
    'contacts',
  ]) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
      kernel.database.app,
    );
    expect(Number(rows[0]?.n)).toBe(0);
  }
});

test('what one may only reach, one may not write', async () => {
  const below = { ...systemActor, kind: 'person' as const, scope: ['220621'], reach: ['220621', '500110'] };
  const write = (jurisdiction: string) =>
    kernel.runner.command(below, async (ctx) => {
      const changed =
        await sql`update units set short_name = 'x' where jurisdiction_id = ${jurisdiction}`.execute(ctx.tx);
      ctx.audit({
        jurisdiction: '220621',
        action: 'directory.change-unit',
        subject: { type: 'unit', id: 'x' },
      });
      return done(Number(changed.numAffectedRows));
    });
  expect(await write('500110')).toEqual({ ok: true, value: 0 });
  expect(await write('220621')).toEqual({ ok: true, value: UNITS / 2 });
});

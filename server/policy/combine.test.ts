import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, computeDue, SHIPPED_CALENDAR } from './calendar/index.ts';
import { frequencyPerYear } from './frequency.test-data.ts';
import { durationUnits } from './model.ts';
import { policyFor } from './policy.ts';
import { packText, places, recordText, setOf } from './sample-pack.test-data.ts';

const duration = fc.record({ n: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...durationUnits) });
const day = fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2020-01-01', n));
const level = fc.constantFrom('nation', 'province', 'city', 'county') as fc.Arbitrary<keyof typeof places>;

/** Values of one rule at some levels of the tree; each level speaks at most once. */
function atLevels<T>(value: fc.Arbitrary<T>) {
  return fc.uniqueArray(fc.record({ level, value }), {
    minLength: 1,
    maxLength: 4,
    selector: (one) => one.level,
  });
}

function packsOf(rule: string, said: readonly { level: keyof typeof places; value: unknown }[]) {
  return setOf(
    ...said.map((one) =>
      packText({
        id: one.level,
        jurisdiction: places[one.level],
        rules: recordText(rule, JSON.stringify(one.value)),
      }),
    ),
  );
}

const due = (on: string, term: { n: number; unit: (typeof durationUnits)[number] }) =>
  computeDue(SHIPPED_CALENDAR, on, term).due;

test('a deadline is never later than any level says, an interval never longer, a notice never shorter', () => {
  fc.assert(
    fc.property(atLevels(duration), day, (said, on) => {
      const get = (rule: 'objection.term' | 'update.interval' | 'close.notice.minimum') =>
        policyFor(packsOf(rule, said), places.county, on).get(rule);
      const values = said.map(({ value }) => due(on, value)).sort();
      expect(due(on, get('objection.term').value as never)).toBe(values[0]);
      expect(due(on, get('update.interval').value as never)).toBe(values[0]);
      expect(due(on, get('close.notice.minimum').value as never)).toBe(values.at(-1));
    }),
    { numRuns: 60 },
  );
});

test('every level either decides, or is named as overridden with a reason', () => {
  fc.assert(
    fc.property(atLevels(duration), day, (said, on) => {
      const answer = policyFor(packsOf('objection.term', said), places.county, on).get('objection.term');
      const named = [
        ...answer.basis.map(({ pack }) => pack),
        ...answer.overrode.map(({ basis }) => basis.pack),
      ];
      expect(named.sort()).toEqual(said.map((one) => one.level).sort());
      for (const { why } of answer.overrode) expect(why).toMatch(/更严/);
    }),
    { numRuns: 60 },
  );
});

test('numbers and flags: max, min and any', () => {
  fc.assert(
    fc.property(atLevels(fc.integer({ min: 1, max: 99 })), (said) => {
      const numbers = said.map(({ value }) => value);
      expect(
        policyFor(packsOf('credential.min-length', said), places.county, '2024-01-01').get(
          'credential.min-length',
        ).value,
      ).toBe(Math.max(...numbers));
      expect(
        policyFor(packsOf('update.zombie-vetoes', said), places.county, '2024-01-01').get(
          'update.zombie-vetoes',
        ).value,
      ).toBe(Math.min(...numbers));
    }),
    { numRuns: 40 },
  );
  fc.assert(
    fc.property(atLevels(fc.boolean()), (said) => {
      const answer = policyFor(packsOf('publish.review-first', said), places.county, '2024-01-01').get(
        'publish.review-first',
      );
      expect(answer.value).toBe(said.some(({ value }) => value));
    }),
    { numRuns: 40 },
  );
});

test('a recurring duty is owed at least as often, and on at least as many, as any level says', () => {
  const duty = fc.record({
    who: fc.constant('supervisor'),
    what: fc.constant('抽查'),
    frequency: fc.oneof(
      fc.constantFrom('regular', 'continuous'),
      fc.record({
        times: fc.integer({ min: 1, max: 9 }),
        per: fc.record({ n: fc.integer({ min: 1, max: 6 }), unit: fc.constantFrom('week', 'month', 'year') }),
      }),
    ),
    ratio: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(atLevels(duty), (said) => {
      const value = policyFor(packsOf('recurring.spot-check', said), places.county, '2024-01-01').get(
        'recurring.spot-check',
      ).value;
      for (const one of said) {
        expect(frequencyPerYear(value?.frequency)).toBeGreaterThanOrEqual(
          frequencyPerYear(one.value.frequency),
        );
        expect(value?.ratio).toBeGreaterThanOrEqual(one.value.ratio);
      }
    }),
    { numRuns: 60 },
  );
});

test('a union of lists keeps every item of every level once; requirements keep the stricter strength', () => {
  const ids = fc.uniqueArray(fc.constantFrom('political', 'legal', 'policy', 'text', 'opinion'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(atLevels(ids), (said) => {
      const value =
        policyFor(packsOf('publish.gates', said), places.county, '2024-01-01').get('publish.gates').value ??
        [];
      expect([...value].sort()).toEqual([...new Set(said.flatMap((one) => one.value))].sort());
    }),
    { numRuns: 40 },
  );
  const requirement = fc.record({
    strength: fc.constantFrom('refuse', 'allow-with-reason'),
    max: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(atLevels(requirement), (said) => {
      const value = policyFor(packsOf('requirement.open.one-app', said), places.county, '2024-01-01').get(
        'requirement.open.one-app',
      ).value;
      expect(value?.strength).toBe(
        said.some((one) => one.value.strength === 'refuse') ? 'refuse' : 'allow-with-reason',
      );
      expect(value?.max).toBe(Math.min(...said.map((one) => one.value.max)));
    }),
    { numRuns: 40 },
  );
});

test('nearest: the lowest level that speaks decides, whatever the order of loading', () => {
  const order = ['county', 'city', 'province', 'nation'];
  fc.assert(
    fc.property(atLevels(fc.constantFrom('before-opening', 'after-opening')), (said) => {
      const answer = policyFor(packsOf('filing.timing.open', said), places.county, '2024-01-01').get(
        'filing.timing.open',
      );
      expect(answer.pack).toBe(order.find((one) => said.some((it) => it.level === one)));
    }),
    { numRuns: 40 },
  );
});

test('at the end of the calendar durations are compared by their usual length, and nothing fails', () => {
  const rank = { hour: 1 / 24, workday: 1.4, day: 1, week: 7, month: 30.4, year: 365.25 } as const;
  const length = (term: { n: number; unit: keyof typeof rank }) => term.n * rank[term.unit];
  const near = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2100-12-31', -n));
  fc.assert(
    fc.property(atLevels(duration), near, (said, on) => {
      const policy = policyFor(packsOf('objection.term', said), places.county, on);
      const chosen = length(policy.get('objection.term').value as never);
      // Within the calendar the real days decide; they differ from the usual length by two weekends and a holiday.
      for (const { value } of said) expect(chosen).toBeLessThanOrEqual(length(value) + 14);
    }),
    { numRuns: 60 },
  );
  const last = packsOf('objection.term', [
    { level: 'nation', value: { n: 1, unit: 'month' } },
    { level: 'county', value: { n: 7, unit: 'workday' } },
  ]);
  const answer = policyFor(last, places.county, '2100-12-31').get('objection.term');
  expect(answer.value).toEqual({ n: 7, unit: 'workday' });
  expect(answer.overrode[0]?.why).toContain('7个工作日与1个月按通常长短相比');
});

test('a detector of the content check is on where any level has it on, and as grave as the gravest level says', () => {
  const severity = fc.constantFrom('block', 'warn', 'note');
  const kinds = fc.uniqueArray(fc.record({ id: fc.constantFrom('mobile', 'address'), severity }), {
    minLength: 1,
    selector: ({ id }) => id,
  });
  const rank = (one: string) => ['block', 'warn', 'note'].indexOf(one);
  fc.assert(
    fc.property(atLevels(fc.record({ on: fc.boolean(), severity, kinds })), (given) => {
      const said = given.map(({ level: at, value }) => ({
        level: at,
        value: { ...value, kinds: value.kinds.map((kind) => ({ ...kind, label: kind.id })) },
      }));
      const { value } = policyFor(packsOf('check.privacy', said), places.county, '2026-01-01').get(
        'check.privacy',
      );
      const ranks = said.map((one) => rank(one.value.severity));
      expect(value?.on).toBe(said.some((one) => one.value.on));
      expect(rank(value?.severity ?? '')).toBe(Math.min(...ranks));
      for (const id of ['mobile', 'address']) {
        const named = said.flatMap((one) => one.value.kinds.filter((kind) => kind.id === id));
        const joined = value?.kinds?.find((kind) => kind.id === id);
        if (named.length === 0) expect(joined).toBeUndefined();
        else expect(rank(joined?.severity ?? '')).toBe(Math.min(...named.map((kind) => rank(kind.severity))));
      }
    }),
    { numRuns: 60 },
  );
});

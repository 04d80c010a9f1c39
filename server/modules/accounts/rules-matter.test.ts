import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { SHIPPED_PACKS } from '../../kernel/testing.ts';
import { addDays, isWorkingDay, SHIPPED_CALENDAR } from '../../policy/calendar/index.ts';
import { type CaseFacts, type PackSet, policyFor } from '../../policy/index.ts';
import { loadPacks } from '../../policy/load.ts';
import type { PublicNotice } from './notice-model.ts';
import { type EffectFacts, effectProblems } from './rules-effect.ts';
import { plannedEntries, submissionTerm } from './rules-entries.ts';
import { countNotice, earliestEffect } from './rules-notice.ts';

let packs: PackSet;
beforeAll(async () => {
  const loaded = await loadPacks([SHIPPED_PACKS]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
  packs = loaded.packs;
});

const FIFTEEN = { n: 15, unit: 'workday' } as const;

describe('LZ-13c how long a notice runs', () => {
  test.each([
    ['2021-03-01', '2021-03-22', '2021-03-23'],
    // Over 国庆 and its make-up days.
    ['2020-09-25', '2020-10-22', '2020-10-23'],
    // Published on a Saturday; the last day is a Friday, and it may take effect on the Saturday after.
    ['2021-02-27', '2021-03-19', '2021-03-20'],
    // Over 春节.
    ['2021-02-05', '2021-03-03', '2021-03-04'],
  ])(
    'LZ-13c published on %s it runs to the end of %s, and may take effect from %s',
    (from, last, earliest) => {
      const run = countNotice(SHIPPED_CALENDAR, from, FIFTEEN);
      expect([run.lastOn, run.earliestEffectOn]).toEqual([last, earliest]);
      expect(run.steps.filter(({ counted }) => counted)).toHaveLength(15);
    },
  );

  test('LZ-13c whatever the day and the term: between publication and effect lie exactly that many whole working days', () => {
    const days = fc.integer({ min: 0, max: 1800 }).map((n) => addDays('2020-08-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const { earliestEffectOn } = countNotice(SHIPPED_CALENDAR, from, { n, unit: 'workday' });
        let whole = 0;
        for (let day = addDays(from, 1); day < earliestEffectOn; day = addDays(day, 1))
          if (isWorkingDay(SHIPPED_CALENDAR, day).working) whole += 1;
        return whole === n;
      }),
      { numRuns: 150 },
    );
  });

  test('a notice counted with an announced calendar keeps its day, one with a provisional calendar the later of two', () => {
    const run = countNotice(SHIPPED_CALENDAR, '2021-03-01', FIFTEEN);
    expect(earliestEffect(SHIPPED_CALENDAR, '2021-03-01', { ...run, earliestEffectOn: '2021-03-30' })).toBe(
      '2021-03-30',
    );
    const early = { ...run, earliestEffectOn: '2021-03-10', provisional: true };
    expect(earliestEffect(SHIPPED_CALENDAR, '2021-03-01', early)).toBe('2021-03-23');
    const late = { ...run, earliestEffectOn: '2021-04-10', provisional: true };
    expect(earliestEffect(SHIPPED_CALENDAR, '2021-03-01', late)).toBe('2021-04-10');
  });
});

const FIELDS = { effectOn: 'on', statementUrl: 'url', historyDeleted: 'gone' };
const NOTHING = { statementUrl: null, historyDeleted: false, note: null };

/** A closing that took effect today and says so, but for what is given. */
function said(jurisdiction: string, on: string, more: Partial<EffectFacts>): string[] {
  const policy = policyFor(packs, jurisdiction, on);
  const matter = more.matter ?? 'close';
  const facts: EffectFacts = {
    matter,
    effectOn: on,
    today: on,
    openedOn: '2020-01-01',
    pins: {
      statement: policy.get('close.statement-on-platform'),
      meaning: policy.get(`filing.meaning.${matter}`),
    },
    evidence: { statementUrl: 'https://mp.weixin.qq.com/s/1', historyDeleted: true, note: null },
    shots: 0,
    leadOn: null,
    notice: null,
    ...more,
  };
  return effectProblems(facts, FIELDS).map(({ code, field }) => `${code} ${field}`);
}

describe('the effect', () => {
  const GD = ['440100', '2026-06-01'] as const;
  const FS = ['220621', '2026-06-01'] as const;
  const LZ = ['620171', '2021-03-22'] as const;
  const run = countNotice(SHIPPED_CALENDAR, '2021-03-01', FIFTEEN);
  const notice = {
    notice: { publishedOn: '2021-03-01', run, basis: [] } as unknown as PublicNotice,
    earliestOn: run.earliestEffectOn,
  };
  test.each<[string, readonly [string, string], Partial<EffectFacts>, string[]]>([
    ['GD-4.2d a closing with its statement', GD, {}, []],
    ['GD-4.2d one with a picture of it', GD, { evidence: NOTHING, shots: 1 }, []],
    ['GD-4.2d one without', GD, { evidence: NOTHING }, ['accounts.statement-missing url']],
    ['where no regulation asks for a statement', FS, { evidence: NOTHING }, []],
    [
      'a statement that is no address',
      GD,
      { evidence: { ...NOTHING, statementUrl: 'x' } },
      ['accounts.url-bad url'],
    ],
    [
      'GD-4.2d a cancellation with its history',
      GD,
      { matter: 'cancel', evidence: NOTHING },
      ['accounts.history-not-deleted gone'],
    ],
    [
      'a cancellation anywhere deletes',
      FS,
      { matter: 'cancel', evidence: NOTHING },
      ['accounts.history-not-deleted gone'],
    ],
    ['a day that is none', GD, { effectOn: '2026-02-30' }, ['accounts.day-bad on']],
    ['a day to come', GD, { effectOn: '2026-06-02' }, ['accounts.effect-in-future on']],
    ['a day before the opening', GD, { effectOn: '2019-12-31' }, ['accounts.effect-before-opening on']],
    ['LZ-13c on the fifteenth working day', LZ, { notice }, ['accounts.notice-running on']],
    ['LZ-13c the day after, as it is then', LZ, { notice, today: '2021-03-23', effectOn: '2021-03-23' }, []],
    [
      'LZ-13c an earlier day, said later',
      LZ,
      { notice, today: '2021-04-30', effectOn: '2021-03-22' },
      ['accounts.notice-running on'],
    ],
    ['a lead that has not passed', FS, { leadOn: '2026-06-05' }, ['accounts.effect-too-soon on']],
  ])('%s', (_title, [jurisdiction, on], more, codes) => {
    expect(said(jurisdiction, on, more)).toEqual(codes);
  });
});

test.each([
  ['WJ-3a', '320509-hrss', 'after-effect', [['省政务新媒体备案检查系统', 3, 'workday', 'effect']]],
  ['GD-4.2c', '440100', 'after-effect', [['广东省政务新媒体管理系统', 3, 'day', 'effect']]],
  ['FS-11', '220621', 'before-effect', [['全国政务新媒体信息报送系统', 3, 'workday', 'approval']]],
  ['QJ-13', '500110', 'before-effect', []],
] as const)(
  '%s what has to be entered where, and by when, is the same for all three matters',
  (_clause, jurisdiction, timing, entries) => {
    for (const matter of ['change', 'close', 'cancel'] as const) {
      const policy = policyFor(packs, jurisdiction, '2026-06-01');
      const facts: CaseFacts = { tier: 'county', unitKind: 'department', matter };
      expect(policy.get(`filing.timing.${matter}`, facts).value).toBe(timing);
      const planned = plannedEntries(policy, facts, timing);
      expect(planned.map(({ system, term, anchor }) => [system, term.n, term.unit, anchor])).toEqual(entries);
      expect(submissionTerm(policy, facts, timing)).toBeNull();
    }
  },
);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, workingDaysBetween } from './calendar.ts';
import { dayNumberOf, dayOfNumber } from './day.ts';
import { computeClock, computeDue } from './due.ts';
import { SHIPPED_CALENDAR as shipped } from './shipped-calendar.ts';
import { formatTerm, parseTerm } from './term.ts';

const due = (from: string, term: string) => computeDue(shipped, from, parseTerm(term)).due;

describe('terms', () => {
  test.each([
    ['2026-09-29', '7wd', '2026-10-14'],
    ['2026-09-29', '1wd', '2026-09-30'],
    ['2026-02-13', '1wd', '2026-02-14'],
    ['2026-02-14', '1wd', '2026-02-24'],
    ['2026-12-31', '1wd', '2027-01-04'],
    ['2026-10-01', '3d', '2026-10-04'],
    ['2026-09-29', '2w', '2026-10-13'],
    ['2026-08-31', '1mo', '2026-09-30'],
    ['2027-11-30', '3mo', '2028-02-29'],
    ['2026-11-30', '3mo', '2027-02-28'],
    ['2024-02-29', '1y', '2025-02-28'],
    ['2024-02-29', '4y', '2028-02-29'],
    ['2026-09-29', '24h', '2026-09-30'],
    ['2026-09-29', '36h', '2026-09-30T12:00+08:00'],
    ['2026-09-29T10:30', '24h', '2026-09-30T10:30+08:00'],
    ['2026-09-29T10:30+08:00', '24h', '2026-09-30T10:30+08:00'],
    ['2026-09-29T18:30:59.5Z', '2h', '2026-09-30T04:30+08:00'],
    ['2026-09-29T22:00+08:00', '2h', '2026-09-30T00:00+08:00'],
    ['2026-09-29T18:30Z', '3wd', '2026-10-10'],
  ])('%s + %s = %s', (from, term, expected) => {
    expect(due(from, term)).toBe(expected);
  });

  test('FS-11 three working days over 国庆 show how they were counted', () => {
    const { steps, provisional } = computeDue(shipped, '2026-09-30', parseTerm('3wd'));
    expect(provisional).toBe(false);
    expect(steps.filter((s) => s.counted).map((s) => s.date)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
    expect(steps[0]).toEqual({ date: '2026-09-30', counted: false, why: '起算日，不计入' });
    expect(steps[1]).toEqual({ date: '2026-10-01', counted: false, why: '国庆节放假，不计入' });
    expect(steps.at(-1)).toEqual({ date: '2026-10-10', counted: true, why: '调休上班，计入' });
  });

  test('a clamped month says so', () => {
    const { steps } = computeDue(shipped, '2026-08-31', parseTerm('1mo'));
    expect(steps.at(-1)?.why).toBe('满1个月，当月没有对应日，止于当月最后一日，计入');
  });

  test('only working days depend on a notice: other terms are never provisional', () => {
    expect(computeDue(shipped, '2026-12-31', parseTerm('1wd')).provisional).toBe(true);
    expect(computeDue(shipped, '2016-12-30', parseTerm('1wd')).provisional).toBe(true);
    expect(computeDue(shipped, '2026-12-31', parseTerm('3mo')).provisional).toBe(false);
    expect(computeDue(shipped, '2027-03-01', parseTerm('3d')).provisional).toBe(false);
  });

  test.each(['', '7', 'wd', '7 wd', '-1d', '1.5d', '7WD', '0wd', '2501wd', '99999999999d', '7m', '101y'])(
    'the term %j is refused',
    (term) => {
      expect(() => parseTerm(term)).toThrow(/期限/);
    },
  );

  test.each([
    '2026-02-29',
    '2026-09-29T24:00',
    '2026-09-29T10:60',
    '2026-09-29 10:00',
    '2026-09-29T10:00+15:00',
  ])('the start %j is refused', (from) => {
    expect(() => due(from, '1d')).toThrow('不是有效的日期或时间');
  });

  test('a term that runs past 2100 is refused, not answered', () => {
    expect(() => due('2100-12-30', '3d')).toThrow('1900年至2100年');
    expect(() => due('2100-12-30', '3wd')).toThrow('1900年至2100年');
    expect(() => due('2100-06-30', '12mo')).toThrow('1900年至2100年');
    expect(() => due('2100-12-31T23:00', '2h')).toThrow('1900年至2100年');
  });
});

describe('suspension and extension', () => {
  const term = parseTerm('7wd');

  test('the days after the suspension up to the resumption do not count', () => {
    const facts = { from: '2026-03-02', term, suspensions: [{ from: '2026-03-04', to: '2026-03-10' }] };
    const result = computeClock(shipped, facts);
    expect(computeDue(shipped, '2026-03-02', term).due).toBe('2026-03-11');
    expect(result.due).toBe('2026-03-17');
    expect(result.steps.find((s) => s.date === '2026-03-10')).toEqual({
      date: '2026-03-10',
      counted: false,
      why: '中止期间，不计入',
    });
  });

  test('overlapping suspensions count once; suspended and resumed on one day loses nothing', () => {
    const suspensions = [
      { from: '2026-03-04', to: '2026-03-10' },
      { from: '2026-03-06', to: '2026-03-09' },
      { from: '2026-03-12', to: '2026-03-12' },
    ];
    expect(computeClock(shipped, { from: '2026-03-02', term, suspensions }).due).toBe('2026-03-17');
  });

  test('hours lose the minutes, months the days', () => {
    const hours = { from: '2026-03-02T10:00', term: parseTerm('24h') };
    const night = [{ from: '2026-03-02T18:00', to: '2026-03-03T08:00' }];
    expect(computeClock(shipped, { ...hours, suspensions: night }).due).toBe('2026-03-04T00:00+08:00');
    const month = {
      from: '2026-03-02',
      term: parseTerm('1mo'),
      suspensions: [{ from: '2026-03-10', to: '2026-03-15' }],
    };
    expect(computeClock(shipped, month).due).toBe('2026-04-07');
    expect(computeClock(shipped, month).steps.at(-1)?.why).toBe('满1个月（扣除中止的5日），计入');
  });

  test('an extension runs on from the day the first term ends', () => {
    const result = computeClock(shipped, { from: '2026-09-29', term, extensions: [parseTerm('3wd')] });
    expect(result.due).toBe('2026-10-19');
    expect(result.steps).toContainEqual({
      date: '2026-10-14',
      counted: false,
      why: '原期限届满，延长3个工作日，不计入',
    });
  });

  test('a suspension that ends before it begins is refused', () => {
    const suspensions = [{ from: '2026-03-10', to: '2026-03-04' }];
    expect(() => computeClock(shipped, { from: '2026-03-02', term, suspensions })).toThrow('起止颠倒');
  });
});

describe('properties', () => {
  const first = dayNumberOf(2015, 1, 1);
  const days = fc.integer({ min: first, max: dayNumberOf(2032, 12, 31) }).map(dayOfNumber);
  const n = fc.integer({ min: 1, max: 60 });
  const workdays = (count: number) => ({ n: count, unit: 'workday' }) as const;
  const anyTerm = fc.record({
    n: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom('hour', 'workday', 'day', 'week', 'month', 'year'),
  });
  const stretch = fc.tuple(days, fc.integer({ min: 0, max: 40 })).map(([from, length]) => ({
    from,
    to: dayOfNumber(Date.parse(from) / 86_400_000 + length),
  }));

  test('a working-day term ends on a working day, later for each day more, and counts back', () => {
    fc.assert(
      fc.property(days, n, (from, count) => {
        const result = computeDue(shipped, from, workdays(count));
        expect(isWorkingDay(shipped, result.due).working).toBe(true);
        expect(computeDue(shipped, from, workdays(count + 1)).due > result.due).toBe(true);
        expect(result.steps.filter((s) => s.counted)).toHaveLength(count);
        expect(workingDaysBetween(shipped, from, result.due)).toEqual({
          days: count,
          provisional: result.provisional,
        });
      }),
    );
  });

  test('a suspension never makes a term end earlier, an extension always later', () => {
    fc.assert(
      fc.property(
        days,
        anyTerm,
        fc.array(stretch, { maxLength: 3 }),
        anyTerm,
        (from, term, suspensions, more) => {
          const plain = computeDue(shipped, from, term).due;
          const suspended = computeClock(shipped, { from, term, suspensions }).due;
          expect(suspended.slice(0, 16) >= plain.slice(0, 16)).toBe(true);
          expect(computeClock(shipped, { from, term, suspensions, extensions: [more] }).due > suspended).toBe(
            true,
          );
        },
      ),
    );
  });

  test('an extension in the same unit of days is as good as a longer term', () => {
    fc.assert(
      fc.property(days, n, n, fc.array(stretch, { maxLength: 2 }), (from, a, b, suspensions) => {
        const extended = computeClock(shipped, {
          from,
          term: workdays(a),
          extensions: [workdays(b)],
          suspensions,
        });
        expect(extended.due).toBe(computeClock(shipped, { from, term: workdays(a + b), suspensions }).due);
      }),
    );
  });

  test('a term is read as it is written', () => {
    fc.assert(
      fc.property(anyTerm, (term) => {
        expect(parseTerm(formatTerm(term))).toEqual(term);
      }),
    );
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DayStrip, type StripDay } from './day-strip.tsx';

const days: StripDay[] = [
  { date: '2026-09-30', kind: 'start', counted: false },
  { date: '2026-10-01', kind: 'holiday', counted: false, note: '国庆节' },
  { date: '2026-10-08', kind: 'workday', counted: true },
  { date: '2026-10-10', kind: 'makeup', counted: true, note: '调休上班', due: true },
];

test('every day is said aloud with its kind, whether it counts, and which one is due', () => {
  const html = renderToStaticMarkup(<DayStrip days={days} />);
  expect(html).toContain('2026年9月30日 周三，起算，起算日，不计');
  expect(html).toContain('2026年10月1日 周四，国庆节，不计');
  expect(html).toContain('2026年10月8日 周四，工作日，第1日，计入');
  expect(html).toContain('2026年10月10日 周六，调休上班，第2日，计入，到期日');
});

test('a long derivation is folded and says how many days there are', () => {
  const long = Array.from({ length: 60 }, (_, n) => ({
    date: `2026-0${n < 31 ? 7 : 8}-${String((n % 31) + 1).padStart(2, '0')}`,
    kind: 'workday' as const,
    counted: true,
  }));
  const html = renderToStaticMarkup(<DayStrip days={long} />);
  expect(html.match(/<li/g)).toHaveLength(28);
  expect(html).toContain('展开全部 60 天');
});

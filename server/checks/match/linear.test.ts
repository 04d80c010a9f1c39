import { expect, test } from 'vitest';
import { ByteScanner, buildMatcher, type Matcher } from './index.ts';

/** Time of one scan: the least of several, as the machine may do other things. */
function fastest(matcher: Matcher, text: string): number {
  const bytes = new TextEncoder().encode(text);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const scanner = new ByteScanner(matcher, () => undefined);
    scanner.feed(bytes);
    scanner.end();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const nested = Array.from({ length: 60 }, (_, i) => '甲'.repeat(i + 1));
const almost = [`${'甲'.repeat(255)}乙`, `${'甲乙'.repeat(100)}丙`];

const cases: readonly [string, Matcher, string][] = [
  ['nested terms, all found everywhere', buildMatcher(nested), '甲'],
  ['terms that fail at their last unit', buildMatcher(almost), '甲'],
  ['two units in turn', buildMatcher(almost), '甲乙'],
  ['right words everywhere', buildMatcher(nested, { right: ['甲'.repeat(61), '甲甲乙'] }), '甲'],
  ['exceptions of many terms', buildMatcher(nested, { except: new Map([[3, almost]]) }), '甲甲乙'],
  ['nothing but left out units', buildMatcher(almost, { folding: 'loose' }), '，'],
  ['every second unit left out', buildMatcher(almost, { folding: 'loose' }), '甲 '],
  ['bytes that mean nothing', buildMatcher(almost), '\ud800'],
];

test.each(cases)(
  '1 MB takes no more than its share of twice the time of half of it: %s',
  (_, matcher, unit) => {
    const half = unit.repeat(Math.floor(175_000 / unit.length));
    const ratio = fastest(matcher, half + half) / fastest(matcher, half);
    expect(ratio).toBeLessThan(3.5);
  },
);

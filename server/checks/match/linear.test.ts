import { expect, test } from 'vitest';
import { ByteScanner, buildMatcher, type Matcher } from './index.ts';

/** Time of the processor, so that other programs do not count: the least of several scans, in microseconds. */
function fastest(matcher: Matcher, bytes: Uint8Array): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    const scanner = new ByteScanner(matcher, () => undefined);
    scanner.feed(bytes);
    scanner.end();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

const nested = Array.from({ length: 20 }, (_, i) => '甲'.repeat(i + 1));
const almost = [`${'甲'.repeat(100)}乙`, `${'甲乙'.repeat(50)}丙`];

const bytesOf = (text: string) => new TextEncoder().encode(text);

const cases: readonly [string, Matcher, Uint8Array][] = [
  ['nested terms, all found everywhere', buildMatcher(nested), bytesOf('甲')],
  ['terms that fail at their last unit', buildMatcher(almost), bytesOf('甲')],
  ['two units in turn', buildMatcher(almost), bytesOf('甲乙')],
  ['right words everywhere', buildMatcher(nested, { right: ['甲'.repeat(21), '甲甲乙'] }), bytesOf('甲')],
  ['exceptions of many terms', buildMatcher(nested, { except: new Map([[3, almost]]) }), bytesOf('甲甲乙')],
  ['nothing but left out units', buildMatcher(almost, { folding: 'loose' }), bytesOf('，')],
  ['every second unit left out', buildMatcher(almost, { folding: 'loose' }), bytesOf('甲 ')],
  ['bytes that mean nothing', buildMatcher(almost), Uint8Array.of(0xe4, 0xff, 0x80)],
];

test.each(cases)(
  '1 MB takes no more than its share of twice the time of half of it: %s',
  (_, matcher, piece) => {
    const all = new Uint8Array(1_000_000 - (1_000_000 % (piece.length * 2)));
    for (let at = 0; at < all.length; at += piece.length) all.set(piece, at);
    const half = all.subarray(0, all.length / 2);
    fastest(matcher, half);
    // Noise of a busy machine comes and goes; what is super-linear stays so.
    const ratios = [0, 1, 2].map(() => fastest(matcher, all) / fastest(matcher, half));
    expect(Math.min(...ratios)).toBeLessThan(3.5);
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteScanner, buildMatcher, type Matcher } from './index.ts';

type Hit = [term: number, start: number, end: number];

function scanBytes(matcher: Matcher, chunks: readonly Uint8Array[]): { hits: Hit[]; units: number } {
  const hits: Hit[] = [];
  const scanner = new ByteScanner(matcher, (term, start, end) => hits.push([term, start, end]));
  for (const chunk of chunks) scanner.feed(chunk);
  return { hits, units: scanner.end() };
}

function scanText(matcher: Matcher, text: string): Hit[] {
  const { units, length, shifts } = matcher.fold(text);
  const hits: Hit[] = [];
  matcher.scan(units, length, (term, start, end) =>
    hits.push([term, shifts.source(start), shifts.sourceEnd(end)]),
  );
  return hits;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const TERMS = ['微信', '信', 'ab', '加微信', '中华人民共和国', '华人', '😀', '\n第'];
const signs = fc.constantFrom(...'微信加中华人民共和国aＢb，\u200b \n第é'.split(''), '😀');

test('bytes cut anywhere give the hits of the whole text, at places of the source', () => {
  fc.assert(
    fc.property(
      fc.array(signs, { maxLength: 40 }),
      fc.nat(3000),
      fc.constantFrom('exact' as const, 'plain' as const, 'loose' as const),
      fc.integer({ min: 1, max: 7000 }),
      (all, times, folding, step) => {
        const text = all.join('').repeat(times % 900);
        const bytes = bytesOf(text);
        const right = ['中华人', '第一'];
        const matcher = buildMatcher(TERMS, { folding, right });
        const chunks: Uint8Array[] = [];
        const size = Math.max(step, Math.ceil(bytes.length / 500));
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const found = scanBytes(matcher, chunks);
        expect(found.units).toBe(text.length);
        expect(found.hits).toEqual(scanText(matcher, text));
      },
    ),
    { numRuns: 60 },
  );
});

test('a term spread over many blocks of left out units', () => {
  const matcher = buildMatcher(['长'.repeat(200)], { folding: 'loose' });
  const text = `，${'长'.repeat(200)}${' '.repeat(50_000)}长`;
  expect(scanBytes(matcher, [bytesOf(text)]).hits).toEqual([
    [0, 1, 201],
    [0, 2, 50_202],
  ]);
});

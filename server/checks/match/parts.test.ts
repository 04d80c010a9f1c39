import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToBorder } from '../text/utf8.ts';
import { ByteScanner, buildMatcher, type Matcher, PartJoiner, PartScanner } from './index.ts';

type Hit = [term: number, start: number, end: number];

function whole(matcher: Matcher, bytes: Uint8Array): { hits: Hit[]; units: number } {
  const hits: Hit[] = [];
  const scanner = new ByteScanner(matcher, (term, start, end) => hits.push([term, start, end]));
  scanner.feed(bytes);
  return { hits, units: scanner.end() };
}

function inParts(matcher: Matcher, bytes: Uint8Array, size: number): { hits: Hit[]; units: number } {
  const hits: Hit[] = [];
  const joiner = new PartJoiner(matcher, (term, start, end) => hits.push([term, start, end]));
  const border = (at: number) => Math.min(at + bytesToBorder(bytes.subarray(at)), bytes.length);
  for (let at = 0; at < bytes.length; at += size) {
    const part = new PartScanner(matcher, at === 0);
    const to = border(Math.min(at + size, bytes.length));
    part.feed(bytes.subarray(at === 0 ? 0 : border(at), to));
    part.border();
    for (let more = to; more < bytes.length && !part.isSatisfied; more++)
      part.feed(bytes.subarray(more, more + 1));
    joiner.add(part.end());
  }
  return { hits, units: joiner.units };
}

const pieces = fc.oneof(
  fc
    .constantFrom('微信', '加微 信', 'ab', '中华人民共和国', '😀', '\ufeff', '\u200b', '\n')
    .map((text) => [...new TextEncoder().encode(text)]),
  fc.array(fc.constantFrom(0x80, 0xbf, 0xe4, 0xf0, 0x9f, 0xff, 0x61), { maxLength: 5 }),
);

test('parts of any size, of any bytes, give what the whole gives', () => {
  const terms = ['微信', '信', 'ab', '加微信', '中华人民共和国', '华人', '😀', '\ufffd', 'a'];
  const lists = fc.constantFrom<readonly string[]>([], ['中华人', '信a', '微信加微']);
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 25 }),
      fc.integer({ min: 4, max: 60 }),
      lists,
      fc.constantFrom('exact' as const, 'loose' as const),
      (parts, size, right, folding) => {
        const bytes = Uint8Array.from(parts.flat());
        const matcher = buildMatcher(terms, { right, folding, except: new Map([[1, ['微信']]]) });
        expect(inParts(matcher, bytes, size)).toEqual(whole(matcher, bytes));
      },
    ),
    { numRuns: 1000 },
  );
});

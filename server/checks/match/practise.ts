import type { Folding } from '../text/folding.ts';
import { ByteScanner } from './byte-scanner.ts';
import type { Matcher } from './matcher.ts';

const TIMES = 20;
const LETTERS = 8;

/**
 * Shows V8 every branch of the scanning loops on a short text. It compiles a loop by what it has seen of it: where a
 * long text comes first, the ways not yet taken throw the compiled code away again and again, at a third of the speed.
 */
export function practise(make: (terms: readonly string[], folding: Folding) => Matcher): void {
  const text = sampleText();
  const bytes = sampleBytes();
  const [first = '', second = ''] = text;
  const longer = [first + second, text.slice(0, 3), text.slice(0, 4), text.slice(2, 5)];
  for (const terms of [longer, [first, ...longer]]) {
    const matcher = make(terms, 'plain');
    const { units, length } = matcher.fold(text);
    let seen = 0;
    for (let time = 0; time < TIMES; time++) {
      matcher.scan(units, length, () => seen++);
      const scanner = new ByteScanner(matcher, () => seen++);
      scanner.feed(bytes);
      scanner.feed(bytes.subarray(0, 30));
      scanner.end();
    }
  }
}

/** Han characters with line ends, spaces and zero-width characters between them. */
function sampleText(): string {
  const han = Array.from({ length: LETTERS }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
  return `${han}\n${han} ${han}\u200b${han.slice(3)}a b`;
}

/** UTF-8 of one to four bytes, a byte order mark, zero-width and full-width characters and bytes that mean nothing. */
function sampleBytes(): Uint8Array {
  const han = Array.from({ length: LETTERS }, (_, i) => [0xe4, 0xb8, 0x80 + i]).flat();
  const others = [0x61, 0x0a, 0xe2, 0x80, 0x8b, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0xef, 0xbc, 0x8c];
  const wrong = [0xe4, 0xb8, 0xff, 0xed, 0xa0, 0x80, 0x80, 0xf5];
  return Uint8Array.from([
    0xef,
    0xbb,
    0xbf,
    ...han,
    ...others,
    ...han,
    ...han,
    0x20,
    ...wrong,
    ...han,
    ...others,
    ...han,
  ]);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Shifts } from './shifts.ts';
import { Utf8Folder } from './utf8.ts';

const ROOM = 16;

/** Decodes chunk by chunk into a small buffer that is emptied whenever it is full. */
function decode(chunks: readonly Uint8Array[], folding: 'exact' | 'plain'): number[] {
  const folder = new Utf8Folder(folding);
  const shifts = new Shifts();
  const units = new Uint16Array(ROOM);
  const all: number[] = [];
  const empty = () => {
    all.push(...units.subarray(0, folder.written));
    shifts.advance(folder.written);
  };
  for (const chunk of chunks)
    for (let read = 0; read < chunk.length; read = folder.read) {
      folder.run(chunk, read, units, 0, shifts);
      empty();
    }
  folder.finish(units, 0, shifts);
  empty();
  return all;
}

const expected = (bytes: Uint8Array): number[] =>
  [...new TextDecoder().decode(bytes)].flatMap((sign) =>
    Array.from({ length: sign.length }, (_, i) => sign.charCodeAt(i)),
  );

/** Well-formed pieces, cut and disturbed ones, and the bytes at which the rules turn. */
const pieces = fc.oneof(
  fc
    .constantFrom('中华人民共和国', 'ascii 12', 'é·ß', '😀', '\ufeff', '\ud7ff\ue000，', 'ཀ\u0800', '\0')
    .map((s) => [...new TextEncoder().encode(s)]),
  fc.array(
    fc.constantFrom(
      ...[0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe4, 0xed, 0xef],
      ...[0xf0, 0xf3, 0xf4, 0xf5, 0xff, 0xbb],
    ),
    { maxLength: 6 },
  ),
  fc.array(fc.nat(255), { maxLength: 6 }),
);

const cut = (bytes: Uint8Array, places: readonly number[]): Uint8Array[] => {
  const borders = [...new Set([0, ...places.map((p) => p % (bytes.length + 1)), bytes.length])];
  borders.sort((a, b) => a - b);
  return borders.slice(1).map((to, i) => bytes.subarray(borders[i], to));
};

test('decodes as TextDecoder does, whatever the bytes and wherever chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }),
      fc.array(fc.nat(200), { maxLength: 5 }),
      (parts, places) => {
        const bytes = Uint8Array.from(parts.flat());
        expect(decode(cut(bytes, places), 'exact')).toEqual(expected(bytes));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a byte order mark is left out at the beginning only', () => {
  const mark = [0xef, 0xbb, 0xbf];
  expect(decode([Uint8Array.from([...mark, 0x61, ...mark])], 'exact')).toEqual([0x61, 0xfeff]);
  expect(decode([Uint8Array.from([0xef]), Uint8Array.from([0xbb, 0xbf, 0x61])], 'exact')).toEqual([0x61]);
});

test('folding in the decoder is folding of the decoded text', () => {
  const bytes = new TextEncoder().encode('ＡＢ\u200bＣ中\u200b文，X'.repeat(20));
  const text = 'abc中文,x'.repeat(20);
  expect(String.fromCharCode(...decode([bytes], 'plain'))).toBe(text);
});

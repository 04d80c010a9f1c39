import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteDecoder, looksBinary } from './decode.ts';

const GBK = Buffer.from('d5fecef1d0c2c3bdccec', 'hex');

function decode(pieces: readonly Uint8Array[]) {
  const decoder = createByteDecoder();
  const text = pieces.map((piece) => decoder.push(piece)).join('') + decoder.end();
  return { text, encoding: decoder.encoding };
}

test('UTF-8 with and without mark, UTF-16 with mark, GBK', () => {
  expect(decode([Buffer.from('政务')])).toEqual({ text: '政务', encoding: 'utf-8' });
  expect(decode([Buffer.from('\ufeff政务')])).toEqual({ text: '政务', encoding: 'utf-8' });
  expect(decode([Buffer.from('\ufeff政务', 'utf16le')])).toEqual({ text: '政务', encoding: 'utf-16le' });
  expect(decode([GBK])).toEqual({ text: '政务新媒天', encoding: 'gb18030' });
  expect(decode([Buffer.from('plain '), GBK])).toEqual({ text: 'plain 政务新媒天', encoding: 'gb18030' });
});

test('however the bytes are cut, the text is the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.integer({ min: 1, max: 7 }),
      (text, step) => {
        fc.pre(!text.startsWith('\ufeff'));
        const bytes = Buffer.from(text);
        const pieces: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += step) pieces.push(bytes.subarray(at, at + step));
        expect(decode(pieces)).toEqual({
          text: text.replace(/\p{Surrogate}/gu, '\ufffd'),
          encoding: 'utf-8',
        });
      },
    ),
  );
  expect(decode([...GBK].map((byte) => Buffer.from([byte])))).toEqual(decode([GBK]));
});

test('bytes that fit nothing are replaced, never thrown', () => {
  expect(decode([Buffer.from('好'), Buffer.from([0xff, 0xff]), Buffer.from('的')]).text).toBe(
    '好\ufffd\ufffd的',
  );
  expect(decode([Buffer.from([0xe6, 0x94])]).text).toContain('\ufffd');
});

test('random bytes look binary; texts with a stray NUL, half a character at the end, or none at all do not', () => {
  const garbage = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff));
  expect(looksBinary(garbage)).toBe(true);
  expect(looksBinary(Buffer.alloc(100))).toBe(true);
  expect(looksBinary(Buffer.from(`${'政务公开'.repeat(20)}\0${'政务公开'.repeat(20)}`))).toBe(false);
  expect(looksBinary(Buffer.concat([Buffer.from('政务公开'.repeat(50)), Buffer.from([0xe6])]))).toBe(false);
  expect(looksBinary(GBK)).toBe(false);
  expect(looksBinary(Buffer.alloc(0))).toBe(false);
});

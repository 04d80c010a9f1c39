import { expect, test } from 'vitest';
import { base32, matchTotp, stepOf, totpAt, totpUri } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, SHA-1, the last six of eight digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('RFC 6238 at second %i', (second, code) => {
  expect(totpAt(SECRET, stepOf(second * 1000))).toBe(code);
});

test('a code holds one step either way and only once', () => {
  const now = 1_111_111_109_000;
  const step = stepOf(now);
  for (const drift of [-1, 0, 1])
    expect(matchTotp(SECRET, totpAt(SECRET, step + drift), now, null)).toBe(step + drift);
  expect(matchTotp(SECRET, totpAt(SECRET, step + 2), now, null)).toBeNull();
  expect(matchTotp(SECRET, totpAt(SECRET, step - 2), now, null)).toBeNull();
  expect(matchTotp(SECRET, totpAt(SECRET, step), now, step)).toBeNull();
  expect(matchTotp(SECRET, totpAt(SECRET, step - 1), now, step)).toBeNull();
  expect(matchTotp(SECRET, '１２３４５６', now, null)).toBeNull();
  expect(matchTotp(SECRET, '', now, null)).toBeNull();
});

test('the secret as authenticator apps take it', () => {
  expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(base32(Buffer.from('f'))).toBe('MY');
  expect(totpUri('矩阵', 'a b', SECRET)).toContain('secret=GEZDGNBVGY3TQOJQ');
});

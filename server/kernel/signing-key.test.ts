import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSigningKey } from './signing-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-signing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the key is made once, for its owner only, and stays', () => {
  const data = join(folder, 'data');
  const first = readSigningKey(data);
  expect(first.asymmetricKeyType).toBe('ed25519');
  expect(readSigningKey(data).equals(first)).toBe(true);
  expect(statSync(join(data, 'statement-key.pem')).mode & 0o777).toBe(0o600);
  expect(readdirSync(data)).toEqual(['statement-key.pem']);
});

test('a key that was cut is not taken for one, nor overwritten', () => {
  writeFileSync(join(folder, 'statement-key.pem'), 'abc\n');
  expect(() => readSigningKey(folder)).toThrow();
  expect(readFileSync(join(folder, 'statement-key.pem'), 'utf8')).toBe('abc\n');
});

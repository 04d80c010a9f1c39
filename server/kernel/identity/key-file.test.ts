import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readIdentityKey } from './key-file.ts';
import { createSecretBox } from './secret-box.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the key is made once, for its owner only, and stays', () => {
  const first = readIdentityKey(join(folder, 'data'));
  expect(readIdentityKey(join(folder, 'data'))).toEqual(first);
  expect(first).toHaveLength(32);
  expect(statSync(join(folder, 'data', 'identity.key')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['identity.key']);
});

test('a key that was cut is not taken for one, nor overwritten', () => {
  writeFileSync(join(folder, 'identity.key'), 'abc\n');
  expect(() => readIdentityKey(folder)).toThrow('identity.key');
  expect(readFileSync(join(folder, 'identity.key'), 'utf8')).toBe('abc\n');
});

test('a sealed secret opens under its key, for its owner, unaltered; otherwise not at all', () => {
  const box = createSecretBox(Buffer.alloc(32, 1));
  const secret = Buffer.from('of twenty bytes, say');
  const sealed = box.seal(secret, 'owner');
  expect(box.open(sealed, 'owner')).toEqual(secret);
  expect(box.seal(secret, 'owner')).not.toBe(sealed);
  expect(box.open(sealed, 'another')).toBeNull();
  expect(createSecretBox(Buffer.alloc(32, 2)).open(sealed, 'owner')).toBeNull();
  for (const broken of ['', 'x', sealed.slice(0, -4), `A${sealed.slice(1)}`, `${sealed}AAAA`]) {
    if (broken !== sealed) expect(box.open(broken, 'owner')).toBeNull();
  }
});

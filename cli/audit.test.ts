import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from './main.ts';
import { collecting } from './terminal.test-data.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heads-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verify(...argv: string[]) {
  const terminal = collecting();
  const code = await run(['audit', 'verify', ...argv], terminal);
  return { code, out: terminal.output(), err: terminal.errors() };
}

test.each([
  ['no JSON', '不是'],
  ['JSON without heads', '{"chains": 1}'],
  ['a head without its hash', '{"heads": [{"jurisdiction": "220621", "seq": 3}]}'],
])('--heads with %s: one Chinese line, and no database is touched', async (_name, text) => {
  const file = join(folder, 'heads.json');
  writeFileSync(file, text);
  const { code, out, err } = await verify('--heads', file);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe(`文件 ${file} 里没有链头（heads），不是 audit verify --json 存下的文件。`);
});

test('--heads with a file that is not there, and --help that explains it', async () => {
  expect((await verify('--heads', join(folder, 'none'))).code).toBe(1);
  const help = await verify('--help');
  expect(help.out).toContain('--heads <文件>');
  expect(help.out).toContain('链头');
});

test('verify-dossier says in one Chinese line what it cannot read, and what is no dossier', async () => {
  const terminal = collecting();
  const file = join(folder, 'x.zip');
  expect(await run(['audit', 'verify-dossier', file], terminal)).toBe(1);
  expect(terminal.errors()).toBe(`读不了文件 ${file}。`);
  writeFileSync(file, 'PK');
  const again = collecting();
  expect(await run(['audit', 'verify-dossier', file], again)).toBe(1);
  expect([again.output(), again.errors()]).toEqual(['不是完整的 zip 文件。', '']);
});

test('before the first start there is nothing to check: one Chinese line, and nothing is made', async () => {
  const data = join(folder, 'data');
  vi.stubEnv('JUZHEN_DATA', data);
  const { code, out, err } = await verify();
  vi.unstubAllEnvs();
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^数据目录 .* 里还没有数据库：请先用 npm start 启动一次系统/);
  expect(err.split('\n')).toHaveLength(1);
  expect(existsSync(data)).toBe(false);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CheckingWorld, createCheckingWorld, plantEntry } from '../server/modules/checking/testing.ts';
import { run } from './main.ts';
import { collecting } from './terminal.test-data.ts';

let world: CheckingWorld;
let folder = '';

beforeAll(async () => {
  world = await createCheckingWorld();
  folder = mkdtempSync(join(tmpdir(), 'check-unit-'));
  await plantEntry(world, {
    term: '县人社厅',
    detector: 'names',
    kind: 'body-name',
    severity: 'warn',
    right: '县人力资源和社会保障局',
    except: [],
    source: '机构编制文件',
  });
  vi.stubEnv('DATABASE_URL', world.kernel.database.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  await world.kernel.drop();
});

test('--unit checks by the lexicon and the packs of its jurisdiction, without it by the national pack', async () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, '近日，县人社厅发布消息。');
  const check = async (...args: string[]) => {
    const terminal = collecting();
    return {
      code: await run(['check', path, '--json', ...args], terminal),
      out: terminal.output(),
      err: terminal.errors(),
    };
  };
  expect(JSON.parse((await check()).out).findings).toEqual([]);
  const { code, out } = await check('--unit', '抚松县教育局');
  expect([code, JSON.parse(out).findings]).toMatchObject([
    0,
    [{ detector: 'names', severity: 'warn', text: '县人社厅', suggestion: '县人力资源和社会保障局' }],
  ]);
  expect(await check('--unit', '水利部')).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有单位“水利部”'),
  });
});

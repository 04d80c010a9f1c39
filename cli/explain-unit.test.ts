import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestKernel, type TestKernel } from '../server/kernel/testing.ts';
import { plant } from '../server/modules/directory/testing.ts';
import { run } from './main.ts';
import { collecting } from './terminal.test-data.ts';

let kernel: TestKernel;

beforeAll(async () => {
  kernel = await createTestKernel();
  await plant(kernel, [
    {
      key: 'education',
      jurisdiction: '220621',
      name: '抚松县教育局',
      kind: 'department',
      tier: 'county',
      code: '2206210021',
    },
    { key: 'school', jurisdiction: '220621', name: '抚松县教育局招生办', kind: 'section', tier: 'county' },
    { key: 'city', jurisdiction: '440100', name: '广州市体育局', kind: 'department', tier: 'city' },
    { key: 'county', jurisdiction: '440117', name: '从化区体育局', kind: 'department', tier: 'county' },
  ]);
  vi.stubEnv('DATABASE_URL', kernel.database.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await kernel.drop();
});

async function explain(...names: string[]) {
  const terminal = collecting();
  const code = await run(['packs', 'explain', ...names], terminal);
  return { code, out: terminal.output(), err: terminal.errors() };
}

describe('explain for a unit asks the directory where it stands and what it is', () => {
  test.each([
    ['its full name, though a longer one begins alike', '抚松县教育局'],
    ['its code', '2206210021'],
  ])('by %s', async (_name, asked) => {
    const { code, out } = await explain(asked, 'filing.chain.open', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      unit: '抚松县教育局',
      jurisdiction: { code: '220621' },
      facts: { tier: 'county', unitKind: 'department' },
    });
  });

  test('GD-4.2b the chain is the one of this very unit: the city approves its department, nobody a county department', async () => {
    const chainOf = async (asked: string) =>
      JSON.parse((await explain(asked, 'filing.chain.open', '--json', '--on', '2026-01-05')).out).rules[0]
        .chain;
    expect((await chainOf('广州市体育局')).steps.at(-1)).toMatchObject({
      kind: 'approve',
      at: { unit: 'supervisor' },
    });
    expect(await chainOf('从化区体育局')).toBeNull();
    expect((await explain('从化区体育局', 'filing.chain.open')).out).toContain('不得办理');
  });

  test('several units with that in their name are listed, none is guessed', async () => {
    const { code, err } = await explain('体育局');
    expect(code).toBe(1);
    expect(err).toContain('广州市体育局');
    expect(err).toContain('从化区体育局');
  });

  test('no such unit', async () => {
    expect(await explain('水利部')).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有单位“水利部”'),
    });
  });
});

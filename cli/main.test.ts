import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from './main.ts';
import { collecting } from './terminal.test-data.ts';

async function call(...argv: string[]) {
  const terminal = collecting();
  const code = await run(argv, terminal);
  return { code, out: terminal.output(), err: terminal.errors() };
}

describe('exit codes: 0 fine, 1 refused, 2 wrong usage with one Chinese line', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['nonsense']],
    ['a group without its command', ['packs']],
    ['an unknown command of a group', ['packs', 'nonsense']],
    ['an unknown option', ['packs', 'check', '--nonsense']],
    ['too many arguments', ['packs', 'check', 'a', 'b']],
    ['a missing option', ['due', '--from', '2026-09-29']],
    ['an option without its content', ['due', '--from']],
    ['a day that does not exist', ['due', '--from', '2026-02-30', '--term', '7wd']],
    ['a term of no kind', ['due', '--from', '2026-09-29', '--term', '7x']],
    ['a term of nothing', ['due', '--from', '2026-09-29', '--term', '0wd']],
    ['a form printed as text', ['packs', 'print', 'filing.form.open', 'a.txt', '--jurisdiction', '220621']],
    ['a chain printed', ['packs', 'print', 'filing.chain.open', 'a.pdf', '--jurisdiction', '220621']],
    ['explain about nobody', ['packs', 'explain']],
    ['explain on no day', ['packs', 'explain', '--jurisdiction', '220621', '--on', 'gestern']],
    ['explain of no rule', ['packs', 'explain', '--jurisdiction', '220621', 'filling.chain.open']],
    [
      'explain for a tier there is not',
      ['packs', 'explain', '--jurisdiction', '220621', '--tier', 'village'],
    ],
  ])('%s: 2', async (_name, argv) => {
    const { code, out, err } = await call(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toHaveLength(1);
    expect(err).toMatch(/[\u4e00-\u9fff]/);
    expect(err).not.toMatch(/error|Usage|unknown|missing/i);
  });

  test.each([
    ['a folder that is not there', ['packs', 'check', '/no/such/folder']],
    ['a jurisdiction nobody declares', ['packs', 'explain', '--jurisdiction', '220622']],
    [
      'a form of nowhere',
      ['packs', 'print', 'filing.form.open', '/tmp/never.pdf', '--jurisdiction', '220622'],
    ],
  ])('%s: 1', async (_name, argv) => {
    const { code, err } = await call(...argv);
    expect(code).toBe(1);
    expect(err).toMatch(/[\u4e00-\u9fff]/);
  });

  test('problems as JSON go to stdout whole', async () => {
    const { code, out, err } = await call('packs', 'check', '/no/such/folder', '--json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ file: '/no/such/folder' }] });
  });

  test.each([
    [[]],
    [['packs']],
    [['packs', 'check']],
    [['packs', 'explain']],
    [['packs', 'trace']],
    [['packs', 'print']],
    [['due']],
  ])('%j --help is Chinese: 0', async (argv) => {
    const { code, out } = await call(...argv, '--help');
    expect(code).toBe(0);
    expect(out).toContain('用法：');
    expect(out).not.toMatch(/Usage|Options:|display help|default/);
  });
});

describe('the commands on the shipped packs', () => {
  test('check', async () => {
    const { code, out } = await call('packs', 'check', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).packs.map(({ id }: { id: string }) => id)).toHaveLength(6);
  });

  test('FS-10 explain shows the county chain with its basis and what it overrode', async () => {
    const { code, out } = await call(
      'packs',
      'explain',
      '--jurisdiction',
      '220621',
      '--on',
      '2026-09-29',
      'filing.chain.open',
      '--tier',
      'county',
      '--unit-kind',
      'department',
    );
    expect(code).toBe(0);
    for (const part of [
      '抚松县 → 白山市 → 吉林省 → 全国',
      '1. ',
      '2. ',
      '3. ',
      '依据：抚松县《抚松县政务新媒体管理办法》第10条',
      '覆盖：全国',
      '理由：',
    ])
      expect(out).toContain(part);
  });

  test('LZ-38 explain falls back after the lapse and says so', async () => {
    const { out } = await call(
      'packs',
      'explain',
      '--jurisdiction',
      '620171',
      '--on',
      '2022-07-29',
      'update.interval',
      'objection.term',
    );
    expect(out).toContain('已于 2022-07-29 失效');
    expect(out).toContain('异议处理期限（objection.term）：已失效');
  });

  test('a name that begins several rules shows all of them, a full one only itself', async () => {
    const rulesOf = async (name: string) =>
      JSON.parse((await call('packs', 'explain', '--jurisdiction', '220621', '--json', name)).out).rules.map(
        ({ rule }: { rule: string }) => rule,
      );
    expect((await rulesOf('filing.chain')).length).toBeGreaterThanOrEqual(4);
    expect(await rulesOf('filing.chain.open')).toEqual(['filing.chain.open']);
  });

  test('due counts make-up days and shows every day', async () => {
    const { code, out } = await call('due', '--from', '2026-09-29', '--term', '7wd', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      due: '2026-10-14',
      provisional: false,
      steps: expect.arrayContaining([expect.objectContaining({ date: '2026-10-10', counted: true })]),
    });
  });
});

test('the program itself runs from any folder and leaves the exit code to the shell', () => {
  const program = fileURLToPath(new URL('./juzhen.mjs', import.meta.url));
  const due = spawnSync(
    process.execPath,
    [program, 'due', '--from', '2026-09-29', '--term', '24h', '--json'],
    { cwd: '/', encoding: 'utf8' },
  );
  expect(due.status, due.stderr).toBe(0);
  expect(JSON.parse(due.stdout)).toMatchObject({ due: '2026-09-30' });
  expect(spawnSync(process.execPath, [program, 'nonsense'], { cwd: '/', encoding: 'utf8' }).status).toBe(2);
});

test('package.json names the program as juzhen', () => {
  expect(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).bin).toEqual({
    juzhen: 'cli/juzhen.mjs',
  });
});

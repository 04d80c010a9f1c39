import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './main.ts';
import { collecting } from './terminal.test-data.ts';

const text = readFileSync(new URL('../docs/handbook/policy-packs.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
const files = blocks.flatMap((block) => {
  const name = /^# 文件：(\S+)\n/.exec(block)?.[1];
  return name === undefined ? [] : [{ name, text: block }];
});
const mistakes = blocks.flatMap((block) => {
  const reason = /^# 错误：(.+)\n/.exec(block)?.[1];
  return reason === undefined ? [] : [{ reason, hint: /# 提示：(.+)\n/.exec(block)?.[1], text: block }];
});
const recipes = blocks.filter((block) => !/^# (文件|错误)：/.test(block));

let folder = '';
const pack = () => join(folder, 'yunxi-county');

function writeAt(name: string, content: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-'));
  for (const file of files) writeAt(file.name, file.text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the county of the handbook', () => {
  test('its files pass the check as they are printed', async () => {
    const terminal = collecting();
    expect(await run(['packs', 'check', pack()], terminal), terminal.errors()).toBe(0);
    expect(terminal.output()).toContain('通过：yunxi-county');
    expect(terminal.output(), 'nothing its writer hardly meant').not.toContain('提醒：');
    expect(terminal.output(), 'the packs that ship are no concern').not.toContain('通过：national');
  });

  test('filing after opening, four tiers for a station of a town, within five working days', async () => {
    const terminal = collecting();
    const facts = ['--tier', 'town', '--unit-kind', 'institution', '--on', '2025-07-01', '--json'];
    await run(
      [
        'packs',
        'explain',
        '--jurisdiction',
        '519921',
        '--packs',
        pack(),
        'filing',
        'update',
        'publish.gates',
        ...facts,
      ],
      terminal,
    );
    const { rules, path } = JSON.parse(terminal.output());
    const ruleOf = (id: string) => rules.find((one: { rule: string }) => one.rule === id);
    expect(path.map(({ name }: { name: string }) => name)).toEqual(['云溪县', '云江市', '四川省', '全国']);
    expect(ruleOf('filing.timing.open').value).toBe('after-opening');
    expect(ruleOf('filing.term.open').value).toEqual({ term: { n: 5, unit: 'workday' }, anchor: 'opening' });
    expect(ruleOf('filing.chain.open').chain.steps.map(({ id }: { id: string }) => id)).toEqual([
      'host-consent',
      'town-relay',
      'county-file',
      'city-file',
    ]);
    expect(ruleOf('update.interval')).toMatchObject({
      pack: 'national',
      overrode: [{ value: { n: 15, unit: 'day' } }],
    });
    expect(ruleOf('publish.gates').value).toContain('picture');
  });

  test('what a looser local rule comes to is shown, not its letter; the form passed over only by its name', async () => {
    const terminal = collecting();
    const about = ['--jurisdiction', '519921', '--packs', pack(), '--on', '2025-07-01'];
    await run(['packs', 'explain', ...about, 'update', 'filing.form.open', 'recurring'], terminal);
    const out = terminal.output();
    expect(out).toMatch(/另有情形（乡镇级，事业单位）：2周\n.*依据：全国[^\n]*\n.*覆盖：云溪县[^\n]*：15天/);
    expect(out).toMatch(/覆盖：全国[^\n]*：《政务新媒体备案表》用于开设、变更、关停、注销\n/);
    expect(out).toContain('每周至少3条');
    expect(out).toContain('主办单位对本单位账号自查，每月2次');
    expect(out).not.toContain('说明：云溪县');
  });

  test('its form comes out on paper, empty', async () => {
    for (const [name, head] of [
      ['sample.pdf', '%PDF'],
      ['sample.docx', 'PK'],
    ] as const) {
      const terminal = collecting();
      const file = join(folder, name);
      const about = ['--jurisdiction', '519921', '--packs', pack(), '--on', '2025-07-01'];
      const code = await run(['packs', 'print', 'filing.form.open', file, ...about], terminal);
      expect(code, terminal.errors()).toBe(0);
      expect(terminal.output()).toContain('《云溪县政务新媒体备案表》（云溪县）');
      expect(readFileSync(file, 'latin1').slice(0, head.length)).toBe(head);
      rmSync(file);
    }
  });

  test('a class of manuscript shows its chain only; a name that begins others shows them too', async () => {
    const terminal = collecting();
    const about = ['--jurisdiction', '519921', '--packs', pack(), '--on', '2025-07-01', '--json'];
    await run(['packs', 'explain', ...about, '--content-class', 'sensitive', 'publish.chain'], terminal);
    expect(JSON.parse(terminal.output()).rules.map(({ rule }: { rule: string }) => rule)).toEqual([
      'publish.chain.sensitive',
    ]);
  });

  test('the recipe of changing and ending a value loads too', async () => {
    expect(recipes).toHaveLength(1);
    const kept = files.filter(
      ({ name }) => !name.includes('cases') && !name.includes('clocks') && !name.includes('clauses'),
    );
    const other = mkdtempSync(join(tmpdir(), 'recipe-'));
    for (const file of [...kept, { name: 'yunxi-county/rules/recipe.yaml', text: recipes[0] ?? '' }]) {
      const path = join(other, file.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text.replace(/\n {2}clauses: \[.*\]|\n {4}clauses: \[.*\]/g, ''));
    }
    const terminal = collecting();
    expect(await run(['packs', 'check', other], terminal), terminal.errors()).toBe(0);
    rmSync(other, { recursive: true, force: true });
  });
});

describe('every mistake shown gives the message printed beside it', () => {
  test.each(mistakes)('$reason', async ({ reason, hint, text: mistake }) => {
    writeAt('yunxi-county/rules/mistake.yaml', mistake);
    const terminal = collecting();
    expect(await run(['packs', 'check', pack()], terminal)).toBe(1);
    rmSync(join(pack(), 'rules/mistake.yaml'));
    expect(terminal.errors()).toContain(reason);
    if (hint !== undefined) expect(terminal.errors()).toContain(hint);
    expect(terminal.errors()).toMatch(/mistake\.yaml:\d+/);
  });

  test('there are enough of them to be of use', () => expect(mistakes.length).toBeGreaterThanOrEqual(10));
});

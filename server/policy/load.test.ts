import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPacks } from './load.ts';
import { policyFor } from './policy.ts';
import { recordText } from './sample-pack.test-data.ts';

const shipped = fileURLToPath(new URL('../../policy-packs', import.meta.url));
const head = (id: string, more = '') =>
  `id: ${id}\ntitle: 外加办法\nversion: "2026.1"\njurisdiction: "991021"\n${more}sources:\n- {id: rule, title: 外加办法, inForce: {from: 2020-01-01}}\n`;
const newCounty =
  'jurisdictions:\n- {code: "991000", name: 新市, level: city, parent: "510000"}\n- {code: "991021", name: 新县, level: county, parent: "991000"}\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function reasons(...dirs: string[]): Promise<string[]> {
  const result = await loadPacks(dirs);
  return result.ok ? [] : result.problems.map(({ file, reason }) => `${file} ${reason}`);
}

describe('an outside folder', () => {
  test('extends the shipped packs: one pack itself, or a folder of packs', async () => {
    write('a/pack.yaml', head('a', newCounty));
    write('a/rules/all.yaml', recordText('update.interval', '{n: 3, unit: day}'));
    for (const dir of [join(folder, 'a'), folder]) {
      const result = await loadPacks([shipped, dir]);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const policy = policyFor(result.packs, '991021', '2026-01-01');
      expect(policy.path.map(({ name }) => name)).toEqual(['新县', '新市', '四川省', '全国']);
      expect(policy.get('update.interval')).toMatchObject({ value: { n: 3, unit: 'day' }, pack: 'a' });
    }
  });

  test('given twice, or reached by a link, counts once', async () => {
    write('a/pack.yaml', head('a', newCounty));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    expect(await reasons(shipped, folder, join(folder, 'a'), shipped)).toEqual([]);
  });

  test('notes for people and hidden files are no concern', async () => {
    write('a/pack.yaml', head('a', newCounty));
    write('a/说明.md', '# 说明');
    write('a/.git/config', 'x');
    expect(await reasons(shipped, folder)).toEqual([]);
  });

  test.each([
    ['a folder that is not there', () => undefined, /没有这个文件夹/, 'nowhere'],
    ['an empty folder', () => undefined, /没有法规包/, ''],
    ['a folder that is no pack', () => write('a/rules/all.yaml', '[]'), /缺少 pack\.yaml/, ''],
    [
      'another extension',
      () => [write('a/pack.yaml', head('a', newCounty)), write('a/rules/all.yml', '[]')],
      /不应有这个文件/,
      '',
    ],
    [
      'an extension Windows hides',
      () => [write('a/pack.yaml', head('a', newCounty)), write('a/rules/all.yaml.txt', '[]')],
      /不应有这个文件/,
      '',
    ],
    ['rules without pack.yaml', () => write('rules/all.yaml', '[]'), /^\S+ 缺少 pack\.yaml/, ''],
    [
      'a file saved as GBK',
      () => [
        write('a/pack.yaml', head('a', newCounty)),
        mkdirSync(join(folder, 'a/rules')),
        writeFileSync(join(folder, 'a/rules/all.yaml'), Buffer.from([0x23, 0x20, 0xb9, 0xe6, 0xb6, 0xa8])),
      ],
      /不是 UTF-8/,
      '',
    ],
    [
      'rules beside their folder',
      () => [write('a/pack.yaml', head('a', newCounty)), write('a/filing.yaml', '[]')],
      /不应有这个文件/,
      '',
    ],
    [
      'an oversize file',
      () => [write('a/pack.yaml', head('a', newCounty)), write('a/rules/all.yaml', '# '.repeat(600_000))],
      /文件过大/,
      '',
    ],
    [
      'a folder where a file should be',
      () => mkdirSync(join(folder, 'a/pack.yaml'), { recursive: true }),
      /缺少 pack\.yaml|不是普通文件|没有法规包/,
      '',
    ],
  ])('%s is a problem, not a crash', async (_name, prepare, reason, sub) => {
    prepare();
    const found = await reasons(shipped, join(folder, sub));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(reason);
  });

  test('an earlier value may stand in a file that is read later', async () => {
    write('a/pack.yaml', head('a', newCounty));
    const interval = (n: number) => recordText('update.interval', `{n: ${n}, unit: day}`);
    write('a/rules/a-now.yaml', interval(2).replace('2020-01-01', '2024-01-01'));
    write('a/rules/b-before.yaml', interval(3));
    const result = await loadPacks([shipped, folder]);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const on = (day: string) => policyFor(result.packs, '991021', day).get('update.interval').value;
    expect(on('2023-12-31')).toEqual({ n: 3, unit: 'day' });
    expect(on('2024-01-01')).toEqual({ n: 2, unit: 'day' });
  });

  test('an empty rules file holds no rules', async () => {
    write('a/pack.yaml', head('a', newCounty));
    write('a/rules/all.yaml', '# 以后再写\n');
    expect(await reasons(shipped, folder)).toEqual([]);
  });

  test('text saved by Windows, with a mark at its beginning and its ends of line, is read', async () => {
    write('a/pack.yaml', `\uFEFF${head('a', newCounty).replaceAll('\n', '\r\n')}`);
    expect(await reasons(shipped, folder)).toEqual([]);
  });
});

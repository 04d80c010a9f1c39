import { expect, test } from 'vitest';
import { chinese } from './chinese.ts';
import { length, names } from './measures.ts';
import { environment, phrases } from './phrases.ts';
import { purity } from './purity.ts';
import { listSources } from './source.ts';

const RULES = 'server/modules/accounts/rules-names.ts';

test.each([
  ['const now = new Date();', 'Date'],
  ['const now = Date.now();', 'Date'],
  ['export function due(from: Date) { return from; }', 'Date'],
  ['const draw = Math.random();', 'Math.random'],
  ['if (process.env.X) throw new Error();', 'process'],
  ['const at = performance.now();', 'performance'],
])('impure: %s', (text, name) => {
  expect(purity({ path: RULES, text })).toEqual([
    { path: RULES, line: 1, message: `${name} in a file that must be pure` },
  ]);
  expect(purity({ path: 'server/policy/calendar/due.ts', text })).toHaveLength(1);
  expect(purity({ path: 'server/checks/scan.ts', text })).toHaveLength(1);
});

test('purity: names of properties, words in comments and files outside are no matter', () => {
  const text =
    "// the Date of filing\nexport const x = { Date: 1, process: 'Date.now()' };\nexport const y = x.Date;\n";
  expect(purity({ path: RULES, text })).toEqual([]);
  const impure = 'export const now = Date.now();';
  for (const path of [
    'server/policy/load.ts',
    'server/modules/accounts/jobs.ts',
    RULES.replace('.ts', '.test.ts'),
  ])
    expect(purity({ path, text: impure })).toEqual([]);
});

test('purity: the line is the one of the breach, also after Chinese comments', () => {
  expect(
    purity({ path: RULES, text: '// 名称规则\n\nexport const x = 1;\nexport const y = Date.now();\n' })[0]
      ?.line,
  ).toBe(4);
});

test.each([
  ['server/modules/accounts/routes.ts', "const a = '备案';"],
  ['server/kernel/notify.ts', 'const a = `第一步`;'],
  ['web/modules/accounts/page.tsx', 'const a = <p>备案</p>;'],
  ['web/modules/accounts/page.tsx', 'const a = <p title="备案" />;'],
  ['web/ui/state.ts', 'const a = { 备案: 1 };'],
])('Chinese outside words.ts: %s %s', (path, text) => {
  expect(chinese({ path, text })).toHaveLength(1);
});

test.each([
  ['contracts/accounts/words.ts', "const a = '备案';"],
  ['server/modules/accounts/rules.ts', '// 备案\nconst a = 1;'],
  ['server/modules/accounts/rules.ts', 'const a = /[一-龥]/u;'],
  ['server/modules/accounts/rules.test.ts', "const a = '备案';"],
  ['cli/main.ts', "const a = '备案';"],
])('Chinese in its place: %s %s', (path, text) => {
  expect(chinese({ path, text })).toEqual([]);
});

test('a file over the house measure is named with its length', () => {
  const text = 'const a = 1;\n'.repeat(301);
  expect(length({ path: 'server/main.ts', text })[0]?.message).toBe('301 lines, at most 300');
  expect(length({ path: 'server/main.ts', text: 'const a = 1;\n'.repeat(300) })).toEqual([]);
  expect(length({ path: 'server/main.test.ts', text })).toEqual([]);
  expect(length({ path: 'server/main.test.ts', text: 'const a = 1;\n'.repeat(401) })).toHaveLength(1);
});

test.each([
  'server/kernel/utils.ts',
  'web/lib/day-helpers.ts',
  'server/common/x.ts',
  'server/modules/accounts/manager.ts',
])('a name that says nothing: %s', (path) => {
  expect(names({ path, text: '' }).map((one) => one.message)).toContain('a name that says nothing');
});

test('files of a module have the agreed roles', () => {
  for (const name of ['store.ts', 'rules-names.ts', 'open-account.ts', 'store.test.ts'])
    expect(names({ path: `server/modules/accounts/${name}`, text: '' })).toEqual([]);
  for (const name of ['service.ts', 'inner/store.ts', 'openAccount.ts'])
    expect(names({ path: `server/modules/accounts/${name}`, text: '' })).toHaveLength(1);
});

test.each([
  `// ${'TO'}DO later`,
  `// @ts-${'ignore'}`,
  `see /${'work'}/main/x`,
  `see ../${'shared'}/design`,
  `throw new Error('not ${'implemented'}')`,
  `Co-authored-${'by'}: x`,
])('a forbidden phrase: %s', (text) => {
  expect(phrases({ path: 'docs/a.md', text: `fine\n${text}\n` })).toMatchObject([{ line: 2 }]);
});

test('ordinary words are not forbidden', () => {
  expect(
    phrases({ path: 'docs/a.md', text: 'a homework/main idea, placeholder="例如", User-Agent' }),
  ).toEqual([]);
});

test('the environment is read in one file', () => {
  const text = 'export const port = process.env.PORT;';
  expect(environment({ path: 'server/kernel/http/app.ts', text })).toHaveLength(1);
  expect(environment({ path: 'server/config.ts', text })).toEqual([]);
});

test('the rules are shown the files of this project', () => {
  const paths = listSources(process.cwd()).map((one) => one.path);
  expect(paths).toContain('server/config.ts');
  expect(paths.some((path) => path.includes('node_modules'))).toBe(false);
});

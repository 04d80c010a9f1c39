import { expect, test } from 'vitest';
import { parseLexicon } from './parse-lexicon.ts';

const GOOD = `id: local
title: 本县名称
version: "2026.1"
detector: names
sources:
  - {id: notice, title: 县政府办公室通知}
entries:
  - {term: [抚松镇政务服务局, 抚松县政服局], kind: body-name, right: 抚松县政务服务和数字化建设管理局, source: notice}
  - {term: 旧名称, kind: former-name, right: 新名称, from: 2026-01-01, to: 2026-12-31, source: notice}
`;

function problems(change: (text: string) => string) {
  const read = parseLexicon('local.yaml', change(GOOD));
  return read.ok ? [] : read.problems;
}

test('a lexicon is read with one entry a term', () => {
  const read = parseLexicon('local.yaml', GOOD);
  if (!read.ok) throw new Error('not read');
  expect(read.lexicon).toMatchObject({ id: 'local', version: '2026.1', detector: 'names' });
  expect(read.lexicon.entries.map(({ term, from }) => [term, from])).toEqual([
    ['抚松镇政务服务局', undefined],
    ['抚松县政服局', undefined],
    ['旧名称', '2026-01-01'],
  ]);
});

test.each<[string, (text: string) => string, string, number, string]>([
  [
    'an unknown key',
    (t) => t.replace('kind: former-name', 'sort: former-name'),
    'entries[1].sort',
    9,
    '不认识的键',
  ],
  ['an impossible day', (t) => t.replace('2026-12-31', '2026-02-30'), 'entries[1].to', 9, '日期'],
  ['days reversed', (t) => t.replace('2026-12-31', '2025-12-31'), 'entries[1]', 9, '起止日期颠倒'],
  [
    'an unknown source',
    (t) => t.replace('2026-12-31, source: notice', '2026-12-31, source: other'),
    'entries[1].source',
    9,
    '没有来源',
  ],
  [
    'a doubled term',
    (t) =>
      t.replace(
        'term: 旧名称, kind: former-name, right: 新名称, from: 2026-01-01',
        'term: 抚松县政服局, kind: body-name, right: 新名称',
      ),
    'entries[1]',
    9,
    '重复',
  ],
  ['a right form that is wrong', (t) => t.replace('right: 新名称', 'right: 旧名称'), 'entries[1]', 9, '相同'],
  ['no right form', (t) => t.replace('right: 新名称, ', ''), 'entries[1]', 9, '正确的写法'],
  [
    'a kind nobody knows',
    (t) => t.replace('kind: former-name', 'kind: old-name'),
    'entries[1]',
    9,
    '不认识的种类',
  ],
  [
    'an exception without the term',
    (t) => t.replace('right: 新名称', 'right: 新名称, except: [别的词]'),
    'entries[1]',
    9,
    '例外',
  ],
  ['a version without quotes', (t) => t.replace('"2026.1"', '2026.1'), 'version', 3, '文字'],
  ['an unknown detector', (t) => t.replace('detector: names', 'detector: name'), 'detector', 4, '只能写'],
  [
    'a source nobody uses',
    (t) => t.replace('entries:', '  - {id: spare, title: 多余的来源}\nentries:'),
    'sources[1]',
    7,
    '没有词条使用',
  ],
  [
    'a term longer than any matcher takes',
    (t) => t.replace('term: 旧名称', `term: ${'长'.repeat(257)}`),
    'entries[1].term',
    9,
    '1至60个字',
  ],
  [
    'a term of which nothing is seen',
    (t) => t.replace('term: 旧名称', 'term: "\\u200b\\u200d"'),
    'entries[1]',
    9,
    '看不见',
  ],
  ['a tab', (t) => t.replace('  - {term: 旧', '\t- {term: 旧'), '', 9, 'YAML'],
])('%s is an error with its place', (_what, change, path, line, reason) => {
  const found = problems(change);
  expect(found).toContainEqual(
    expect.objectContaining({ file: 'local.yaml', path, line, reason: expect.stringContaining(reason) }),
  );
});

test('all faults of a file are told at once', () => {
  const found = problems((t) =>
    t.replace('right: 新名称', 'right: 旧名称').replace('kind: former-name', 'kind: x'),
  );
  expect(found).toHaveLength(2);
});

test.each(['', '- a\n- b', 'text', 'null'])('what is no lexicon is refused with a word: %j', (text) => {
  const read = parseLexicon('x.yaml', text);
  expect(read).toMatchObject({ ok: false, problems: [{ reason: expect.stringContaining('整个文件') }] });
});

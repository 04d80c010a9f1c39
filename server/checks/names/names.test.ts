import { expect, test } from 'vitest';
import type { LexiconEntry } from '../lexicon/entry.ts';
import { checked, found, shippedLexicons } from '../testing.ts';

const entries = shippedLexicons.filter(({ id }) => id === 'names').flatMap((lexicon) => lexicon.entries);
const named = (text: string) => checked(text).filter(({ detector }) => detector === 'names');

test.each(entries.map((entry) => [entry.term, entry] as [string, LexiconEntry]))(
  'WJ-9b the wrong form is found and the right one offered: %s',
  (term, entry) => {
    const [finding] = named(`2026年的会议指出，${term}。`);
    expect(finding).toMatchObject({ text: term, suggestion: entry.right });
  },
);

test('WJ-9b the right forms are no finding, alone and in a sentence', () => {
  const rights = new Set(
    entries.flatMap(({ right, kind }) => (right && kind !== 'former-name' ? [right] : [])),
  );
  for (const right of rights) expect(named(`根据${right}的要求，现通知如下`)).toEqual([]);
});

test.each([
  '市自然资源和规划部门负责本行政区域内的规划管理。',
  '人力资源社会保障部、国家发展改革委、住房城乡建设部联合印发。',
  '原国家旅游局公布的名录',
  '文化旅游部门、生态环境保护部门',
  '落实“放管服”改革要求',
])('WJ-9b no wrong name: %s', (text) => {
  expect(named(text)).toEqual([]);
});

test('WJ-9b a former name counts from the day the name changed', () => {
  const text = '2018年，国家旅游局印发通知';
  expect(found('names', text, {}, { on: '2018-03-20' })).toEqual([]);
  expect(checked(text, {}, { on: '2018-03-21' })).toMatchObject([
    { kind: 'former-name', severity: 'note', suggestion: '文化和旅游部' },
  ]);
});

test('WJ-9b a text that does not speak of the time since may use the former name', () => {
  expect(found('names', '2017年，国家旅游局公布名录。')).toEqual([]);
  expect(found('names', '不再保留文化部、国家旅游局。')).toEqual([]);
  expect(found('names', '国家旅游局于2025年12月印发通知。')).toEqual(['former-name 国家旅游局']);
});

const unitNames = ['苏州市吴江区人力资源和社会保障局', '兰州新区管委会办公室', '吴江区财政局'];

test.each([
  ['苏州市吴江区人力资源和社会障保局', 'warn'],
  ['苏州市江吴区人力资源和社会保障局', 'warn'],
  ['苏州市吴江区人力资源和社会会保障局', 'warn'],
  ['兰州新区管委会公办室', 'warn'],
  ['兰州新区管委办公室', 'note'],
])('WJ-9b a unit’s name with one slip: %s', (wrong, severity) => {
  const all = checked(`近日，${wrong}印发通知`, {}, { unitNames });
  expect(all.filter(({ kind }) => kind === 'unit-name')).toMatchObject([{ text: wrong, severity }]);
});

test.each([
  '苏州市吴江区人力资源和社会保障局',
  '吴江区民政局',
  '吴江区人社局',
  '兰州新区管委会',
  '兰州新区管委会办公室主任',
])('WJ-9b a right or another name: %s', (name) => {
  expect(found('names', `近日，${name}印发通知`, {}, { unitNames })).toEqual([]);
});

import { expect, test } from 'vitest';
import type { LexiconEntry } from '../lexicon/entry.ts';
import { checked, found, shippedLexicons } from '../testing.ts';

const entries = shippedLexicons.filter(({ id }) => id === 'names').flatMap((lexicon) => lexicon.entries);
const named = (text: string) => checked(text).filter(({ detector }) => detector === 'names');

test.each(entries.map((entry) => [entry.term, entry] as [string, LexiconEntry]))(
  'WJ-9b the wrong form is found and the right one offered: %s',
  (term, entry) => {
    const [finding] = named(`2026年的会议指出，${term}。`);
    // a name at the end of a line is found as well as one before a full stop
    expect(named(`2026年的会议指出，${term}`)[0]?.text).toBe(term);
    expect(finding).toMatchObject({ text: term, suggestion: entry.right });
  },
);

test('WJ-9b the right forms are no finding, alone and in a sentence', () => {
  const rights = new Set(
    entries.flatMap(({ right, kind }) => (right && !kind.startsWith('former-') ? [right] : [])),
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

test('WJ-9b a former name far from the years since is quoted from an older document', () => {
  const since = `2026年，市人民政府印发通知。${'各单位要认真贯彻落实，'.repeat(80)}`;
  expect(found('names', `${since}由市工商行政管理局负责。`)).toEqual([]);
  expect(found('names', `市工商行政管理局负责。${since}`)).toEqual(['former-name 市工商行政管理局']);
  expect(found('names', '2017年，市工商行政管理局印发通知。')).toEqual([]);
  expect(found('names', '2026年，原市工商行政管理局人员转隶。')).toEqual([]);
});

test('WJ-9b a law that another took the place of', () => {
  expect(found('names', '2026年，依照《治安管理处罚条例》处罚。')).toEqual([
    'former-document 治安管理处罚条例',
  ]);
  expect(found('names', '1994年修正的《治安管理处罚条例》规定')).toEqual([]);
  expect(checked('2026年，依照《治安管理处罚条例》处罚。')[0]).toMatchObject({ severity: 'note' });
});

test.each([
  ['中国、香港、台湾等国家的客商', '等国家'],
  ['来自日本、韩国、台湾等3个国家', '个国家'],
  ['港澳等国，', '等国'],
])('a region of China is no country: %s', (text, marked) => {
  expect(found('names', text)).toEqual([`region-as-country ${marked}`]);
});

test.each([
  '日本、韩国和中国香港、台湾等国家和地区',
  '台湾、日本等3个国家和地区',
  '从台湾出发，访问日本、韩国等国家',
  '香港经济发展很快。日本等国家也来了。',
  '香港大学等国家级平台、澳门等国家重点项目',
  '俄罗斯、蒙古等国家',
])('countries and regions told rightly: %s', (text) => {
  expect(found('names', text)).toEqual([]);
});

test.each([
  '两个确定性因素、“两个确立”、“两个维护”',
  '党的二十届四中全会、中国共产党第二十届中央委员会第四次全体会议',
  '县人大常委会主任、乡镇人大主席、全国人大常委会副委员长',
  '《中华人民共和国乡村振兴促进法》《安全生产法》《治安管理处罚法》',
  '2026年，市文化和旅游局、县文化广电和旅游局、区自然资源局',
])('WJ-9b right names beside wrong ones: %s', (text) => {
  expect(found('names', text)).toEqual([]);
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

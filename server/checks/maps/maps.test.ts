import { expect, test } from 'vitest';
import { checked } from '../testing.ts';

const kinds = (text: string, maps: { label: string; reviewNumber?: string }[] = []) =>
  checked(text, { maps })
    .filter(({ detector }) => detector === 'map')
    .map(({ kind }) => kind);

test.each([
  'GS（2023）1234号',
  'GS(2019)1823号',
  'GS京（2022）1061号',
  'GS 京（2022）0123 号',
  '苏S（2021）021号',
  '京S〔2020〕008号',
  '粤BS（2022）003号',
  '审图号：GS（2016）2923号',
])('WJ-9b a valid review number: %s', (reviewNumber) => {
  expect(kinds('', [{ label: '全县地图', reviewNumber }])).toEqual([]);
  expect(kinds(reviewNumber.startsWith('审') ? reviewNumber : `审图号：${reviewNumber}`)).toEqual([]);
});

test.each(['GS2023-1234', '（2023）1234号', 'GS（1023）1234号', 'ABC', 'GS（2023）号'])(
  'WJ-9b no valid review number: %s',
  (reviewNumber) => {
    expect(kinds('', [{ label: '全县地图', reviewNumber }])).toEqual(['map-number-form']);
  },
);

test('WJ-9b a declared map without a number is a task for a person, and the check says what it cannot see', () => {
  const [finding] = checked('见图。', { maps: [{ label: '交通示意图' }] });
  expect(finding).toMatchObject({ kind: 'map-without-number', severity: 'warn' });
  expect(finding?.message).toMatch(/交通示意图.*人工.*看不见图片/);
});

test('WJ-9b the number may stand in the text, and there its form is checked too', () => {
  expect(kinds('图：全国政区。审图号：GS（2023）1234号', [{ label: '图' }])).toEqual([]);
  expect(kinds('审图号：GS2023-1234')).toEqual(['review-number-form']);
  expect(kinds('地图应当标明审图号。审图号为地图审核批准文件编号。')).toEqual([]);
});

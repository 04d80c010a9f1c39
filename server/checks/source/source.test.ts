import { expect, test } from 'vitest';
import type { Reprint } from '../context.ts';
import { checked, found } from '../testing.ts';

const sources = [
  { name: '新华社', domains: ['xinhuanet.com', 'news.cn'] },
  { name: '中国政府网', domains: ['www.gov.cn'] },
];
const reprints = { listed: sources };
const BODY = '国务院常务会议5月8日召开。会议指出，要稳就业。会议强调，要抓落实。';

function kinds(text: string, reprint: Reprint): string[] {
  return checked(text, { reprint }, { reprints })
    .filter(({ detector }) => detector === 'source')
    .map((one) => `${one.kind} ${one.text}`.trim());
}

test('LZ-18a a reprint names a source that is listed and shows it', () => {
  expect(kinds(`${BODY}\n来源：新华社`, { source: '新华社' })).toEqual([]);
  expect(kinds(BODY, {})).toEqual(['source-missing']);
  expect(kinds(BODY, { source: '  ' })).toEqual(['source-missing']);
  expect(kinds(BODY, { source: '新华社' })).toEqual(['source-not-shown']);
  expect(kinds(`${BODY}（来源：网络）`, { source: '网络' })).toEqual(['source-vague', 'source-vague 网络']);
  expect(kinds(`${BODY} 来源：某自媒体`, { source: '某自媒体' })).toEqual([
    'source-unlisted',
    'source-unlisted 某自媒体',
  ]);
});

test('WJ-7b the address has to be one of the source’s', () => {
  const text = `${BODY}来源：新华社`;
  expect(kinds(text, { source: '新华社', url: 'http://www.news.cn/a.htm' })).toEqual([]);
  expect(kinds(text, { source: '新华社', url: 'https://blog.example.com/a' })).toEqual(['source-elsewhere']);
});

test('LZ-18a title and body are those of the original; differences are shown with their places', () => {
  const source = '新华社';
  const own = '国务院常务会议5月9日召开。\n会议指出，要稳就业，稳物价。\n（来源：新华社）\n编辑：小王';
  expect(kinds(own, { source, title: '国务院开会', ownTitle: '重磅！国务院开会', body: BODY })).toEqual([
    'title-altered',
    'body-altered 9',
    'body-added ，稳物价',
    'body-left-out',
  ]);
  const all = checked(own, { reprint: { source, body: BODY } });
  expect(all.find(({ kind }) => kind === 'body-altered')).toMatchObject({ start: 9, suggestion: '8' });
  expect(all.find(({ kind }) => kind === 'body-left-out')?.suggestion).toContain('要抓落实');
});

test('LZ-18a blanks, width and punctuation are no change of a text', () => {
  const text = '国务院常务会议５月８日召开.\n\n　　会议指出:要稳就业。会议强调， 要抓落实\n来源：新华社';
  expect(kinds(text, { source: '新华社', title: '标 题', ownTitle: '标题', body: BODY })).toEqual([]);
});

test('LZ-18a a source named in a text that nobody declared a reprint is looked at too', () => {
  expect(found('source', '据报道，气温回升。（来源：朋友圈）')).toEqual(['source-vague 朋友圈']);
  expect(found('source', '（转自：某公众号）', {}, { reprints })).toEqual(['source-unlisted 某公众号']);
  expect(found('source', '来源：新华社', {}, { reprints })).toEqual([]);
  expect(found('source', '资金来源：县级财政')).toEqual([]);
});

test('LZ-18a WJ-7b bodies of party and government need not be listed one by one', () => {
  const options = { reprints: { listed: sources, takesGovernment: true } };
  const of = (text: string, reprint?: Reprint) => found('source', text, reprint ? { reprint } : {}, options);
  for (const name of ['甘肃省人民政府网站', '兰州新区管委会', '国务院办公厅', '苏州市教育局微信公众号'])
    expect(of(`来源：${name}`)).toEqual([]);
  expect(of('来源：美食家编辑部')).toEqual(['source-unlisted 美食家编辑部']);
  const text = '来源：平安白山';
  expect(of(text, { source: '平安白山', url: 'https://gaj.cbs.gov.cn/a' })).toEqual([]);
  expect(of(text, { source: '平安白山', url: 'https://a.example.com/a' })).toEqual([
    'source-unlisted ',
    'source-unlisted 平安白山',
  ]);
});

test.each([
  ['图片来源：网络', '网络'],
  ['图片来源于网络，侵删', '网络'],
  ['（文章来自网络）', '网络'],
  ['来源：综合网络', '综合网络'],
  ['稿件综合自网络', '网络'],
  ['整理自互联网', '互联网'],
  ['素材来源：百度百科', '百度百科'],
  ['本文来源：微信公众号', '微信公众号'],
  ['来源：网络图片', '网络图片'],
  ['来源：综合', '综合'],
])('LZ-18a nobody is named: %s', (text, vague) => {
  expect(found('source', text)).toEqual([`source-vague ${vague}`]);
});

test.each([
  '线索来源：网上巡查发现',
  '案件来源：网上举报',
  '主要收入来源：微信小店和直播带货',
  '来源：微信公众号“中国气象局”',
  '来源：微博@中国气象局',
  '来源：综合新华社、人民日报',
  '来源：《网络传播》杂志',
  '来源：网络安全和信息化委员会办公室',
  '信息来源：未知来源的短信不要点击',
  '威胁主要来自网络',
  '文章来自网络文学作家协会',
])('LZ-18a somebody is named, or something else came from there: %s', (text) => {
  expect(found('source', text)).toEqual([]);
});

test('LZ-18a an account and what was put together are judged by who is named', () => {
  expect(found('source', '来源：微信公众号“新华社”', {}, { reprints })).toEqual([]);
  expect(found('source', '来源：综合新华社、中国政府网', {}, { reprints })).toEqual([]);
  expect(found('source', '来源：微信公众号“某号”', {}, { reprints })).toEqual(['source-unlisted 某号']);
});

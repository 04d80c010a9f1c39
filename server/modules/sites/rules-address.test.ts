import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBelow, isDomain, readAddress, sameAddress, tidyDomain } from './rules-address.ts';
import { freeInitials, initialsOf } from './rules-initials.ts';
import { siteProblems } from './rules-site.ts';
import { spellName } from './spell-name.ts';

const DOMAINS = ['www.cqqj.gov.cn'];
const syllables = (name: string, local?: { label: string; reading: string }[]) => {
  const spelled = spellName(name, local);
  return spelled.ok ? spelled.syllables : [];
};
const letters = (name: string) => initialsOf(syllables(name));

test.each([
  ['綦江人社', 'qjrs'],
  ['綦江区府办', 'qjqfb'],
  ['重庆市', 'cqs'],
  ['长寿区', 'csq'],
  ['长寿湖镇', 'cshz'],
  ['长乐区', 'clq'],
  ['会计局', 'kjj'],
  ['行政审批局', 'xzspj'],
  ['银行业协会', 'yhyxh'],
  ['统计局调查队', 'tjjdcd'],
  ['单县', 'sx'],
  ['洪洞县', 'htx'],
  ['西藏', 'xz'],
  ['曾家镇', 'zjz'],
  ['12345热线', '12345rx'],
  ['区文旅委（体育局）', 'qwlwtyj'],
  ['ＱＪ政务', 'qjzw'],
])('QJ-7 the initials of %s are %s', (name, initials) => {
  expect(letters(name)).toBe(initials);
});

test('QJ-7 a reading of the county’s own goes before the list and the dictionary', () => {
  const local = [{ label: '长寿路', reading: 'zhang shou lu' }];
  expect(initialsOf(syllables('长寿路街道', local))).toBe('zsljd');
  expect(letters('长寿路街道')).toBe('csljd');
});

test('a character that nobody can read is told, not guessed', () => {
  expect(spellName('𠮷镇')).toEqual({ ok: false, unreadable: '𠮷' });
  expect(spellName('（·）')).toEqual({ ok: true, syllables: [] });
});

test('QJ-7 whoever had the initials first keeps them; the later one spells out from the end, then adds a figure', () => {
  const jiaoti = syllables('綦江教体');
  expect(freeInitials(jiaoti, new Set())).toEqual({ initials: 'qjjt', spelledOut: 0, figure: null });
  expect(freeInitials(jiaoti, new Set(['qjjt']))).toMatchObject({ initials: 'qjjti', spelledOut: 1 });
  expect(freeInitials(jiaoti, new Set(['qjjt', 'qjjti']))).toMatchObject({ initials: 'qjjiaoti' });
  const all = new Set(['qjjt', 'qjjti', 'qjjiaoti', 'qjiangjiaoti', 'qijiangjiaoti', 'qjjt2']);
  expect(freeInitials(jiaoti, all)).toEqual({ initials: 'qjjt3', spelledOut: 0, figure: 3 });
});

test('initials that are given out are always free, whatever is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 5 }), (name) => {
      const taken = new Set<string>();
      for (let n = 0; n < 12; n++) {
        const { initials } = freeInitials(name, taken);
        expect(taken.has(initials)).toBe(false);
        expect(initials).toMatch(/^[a-z]+\d*$/);
        taken.add(initials);
      }
    }),
  );
});

test.each([
  'http://www.cqqj.gov.cn/bm/qjrs',
  'https://WWW.CQQJ.gov.cn/bm/qjrs/',
  'http://www.cqqj.gov.cn/jz/sjz/zwgk_1-2',
])('%s is an address on the site', (typed) => {
  expect(readAddress(typed, DOMAINS)).toMatchObject({ ok: true });
});

test.each([
  ['javascript:alert(1)', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn', 'sites.address-root'],
  ['http://www.cqqj.gov.cn/', 'sites.address-root'],
  ['http://www.cqqj.gov.cn.evil.example/bm/qjrs', 'sites.address-elsewhere'],
  ['http://evil.example/www.cqqj.gov.cn/bm', 'sites.address-elsewhere'],
  ['http://www.cqqj.gov.cn@evil.example/bm', 'sites.address-bad'],
  ['http://user:word@www.cqqj.gov.cn/bm', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn:8080/bm', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn/../etc', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn/bm/%2e%2e/x', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn/bm//x', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn\\evil.example/bm', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn/bm?x=1', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn/bm#x', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn/bm/<script>', 'sites.address-bad'],
  ['http://www.cqqj.gov.cn/bm/人社', 'sites.address-bad'],
  ['//www.cqqj.gov.cn/bm', 'sites.address-bad'],
  [`http://www.cqqj.gov.cn/${'a'.repeat(200)}`, 'sites.address-bad'],
])('hostile or foreign: %s', (typed, code) => {
  expect(readAddress(typed, DOMAINS)).toMatchObject({ ok: false, problem: { code, field: 'address' } });
});

test.each(['www.cqqj.gov.cn', 'xn--fiq228c.cn', '綦江区.政务', 'a-b.gov.cn'])('%s is a domain', (domain) => {
  expect(isDomain(domain)).toBe(true);
});

test.each([
  '',
  'localhost',
  '127.0.0.1',
  'www.cqqj.gov.cn:80',
  'a@b.gov.cn',
  'a b.gov.cn',
  '-a.gov.cn',
  'a-.gov.cn',
  'a..cn',
  'cqqj区.gov.cn',
  'сqqj.gov.cn',
  'www.cqqj.gov.cn/..',
  `${'a'.repeat(64)}.cn`,
  '../etc/passwd',
])('%s is no domain', (domain) => {
  expect(isDomain(domain)).toBe(false);
});

test('a domain is kept tidy, addresses are compared without scheme, case and final slash', () => {
  expect(tidyDomain(' HTTP://WWW.cqqj.gov.cn./ ')).toBe('www.cqqj.gov.cn');
  expect(sameAddress('http://a.cn/bm/X/', 'https://a.cn/bm/x')).toBe(true);
  expect(isBelow('http://a.cn/bm/x/y', 'http://a.cn/bm/x')).toBe(true);
  expect(isBelow('http://a.cn/bm/xy', 'http://a.cn/bm/x')).toBe(false);
});

test('numbers of a registration are of their kind', () => {
  const site = {
    name: '公众信息网',
    domains: ['a.gov.cn'],
    siteCode: '5001100001',
    icp: '渝ICP备05003300号-1',
    police: '渝公网安备 50011002500001号',
    openedOn: '2010-01-01',
  };
  const facts = { today: '2026-09-21', taken: [] };
  expect(siteProblems(site, facts)).toEqual([]);
  const bad = {
    ...site,
    siteCode: '12',
    icp: '备案',
    police: 'x',
    openedOn: '2026-09-22',
    domains: ['a.cn', 'a.cn'],
  };
  expect(siteProblems(bad, { ...facts, taken: ['a.cn'] }).map(({ code }) => code)).toEqual([
    'sites.domain-twice',
    'sites.domain-taken',
    'sites.code-bad',
    'sites.icp-bad',
    'sites.police-bad',
    'sites.day-to-come',
  ]);
});

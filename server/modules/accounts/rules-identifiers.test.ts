import { expect, test } from 'vitest';
import type { Platform } from '../../policy/index.ts';
import type { FormValues } from './model.ts';
import type { FilingFacts } from './rules-facts.ts';
import { checkIdentifiers } from './rules-identifiers.ts';

const WECHAT: Platform = {
  id: 'wechat',
  name: '微信公众号',
  approved: true,
  kind: 'account',
  idLabel: '微信biz或原始ID',
  ids: [
    {
      id: 'biz',
      label: '微信biz',
      formats: [{ chars: 'base64', min: 12, max: 18, suffix: '==' }],
      example: 'MzA4MjQxNjQzMA==',
    },
    {
      id: 'gh',
      label: '原始ID',
      fold: true,
      formats: [{ prefix: 'gh_', chars: 'hex', min: 12, max: 12 }],
      example: 'gh_68b976f584b5',
    },
  ],
  handle: { label: '微信号', formats: [{ chars: 'token', min: 5, max: 20 }], example: 'fusong_weijian' },
  urls: [{ hosts: ['mp.weixin.qq.com'], path: '/s', query: { __biz: 'biz' } }],
};

const problems = (values: FormValues, more: Partial<FilingFacts> = {}) => {
  const facts = {
    values: { 'account.platform': 'wechat', ...values },
    platforms: { items: [WECHAT], basis: [] },
    uidHolder: null,
    account: null,
    ...more,
  } as unknown as FilingFacts;
  return checkIdentifiers(facts).flatMap((check) =>
    check.problems.map((problem) => [problem.code, problem.field, problem.facts?.found]),
  );
};

test('one that is not written as the platform writes it is told with the right form', () => {
  expect(problems({ 'account.uid': '抚松发布' })).toEqual([
    ['accounts.uid-format', 'account.uid', undefined],
  ]);
  expect(problems({ 'account.uid': 'gh_8dfd4ad91e5' })).toEqual([
    ['accounts.uid-format', 'account.uid', undefined],
  ]);
  expect(problems({ 'account.uid': 'gh_8dfd4ad91e5a', 'account.other-uid': 'MzA4MjQxNjQzMA==' })).toEqual([]);
});

test('out of a pasted link, or in capitals, the identifier itself is shown', () => {
  expect(problems({ 'account.uid': 'https://mp.weixin.qq.com/s?__biz=MzA4MjQxNjQzMA==&mid=1' })).toEqual([
    ['accounts.uid-found', 'account.uid', 'MzA4MjQxNjQzMA=='],
  ]);
  expect(problems({ 'account.uid': 'GH_8DFD4AD91E5A' })).toEqual([
    ['accounts.uid-found', 'account.uid', 'gh_8dfd4ad91e5a'],
  ]);
});

test('two of one kind are two accounts; a handle is written as handles are', () => {
  const two = { 'account.uid': 'gh_8dfd4ad91e5a', 'account.other-uid': 'gh_68b976f584b5' };
  expect(problems(two).map(([code]) => code)).toEqual(['accounts.uid-twice']);
  expect(problems({ 'account.handle': '抚松 发布' }).map(([code]) => code)).toEqual([
    'accounts.handle-format',
  ]);
});

test('one that somebody holds anywhere is told with the holder', () => {
  const uidHolder = { name: '从化卫健', host: '从化区卫生健康局' };
  expect(problems({ 'account.uid': 'gh_8dfd4ad91e5a' }, { uidHolder }).map(([code]) => code)).toEqual([
    'accounts.uid-taken',
  ]);
});

test('what is on record from before formats were asked stands until it is changed', () => {
  const account = {
    standing: { platform: 'wechat', platformUid: 'old-id' },
  } as unknown as FilingFacts['account'];
  expect(problems({ 'account.uid': 'old-id' }, { account })).toEqual([]);
  expect(problems({ 'account.uid': 'other-id' }, { account }).map(([code]) => code)).toEqual([
    'accounts.uid-format',
  ]);
});

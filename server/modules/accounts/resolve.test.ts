import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicVisitor, systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { createTestApp } from '../../kernel/identity/testing.ts';
import { done } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { loadActor } from '../directory/index.ts';
import { keepIdentity } from './keep-identity.ts';
import type { Account } from './model.ts';
import { resolveChannel } from './resolve-channel.ts';
import { accountsRoutes } from './routes.ts';
import { publishAccount } from './store-public.ts';

let kernel: TestKernel;
const keep = (account: Account, since?: { on: string; filingId: string }) =>
  kernel.runner.command(systemActor, async (ctx) => {
    await publishAccount(ctx.tx, account);
    await keepIdentity(ctx.tx, account, since);
    ctx.audit({
      jurisdiction: account.jurisdiction,
      action: 'test',
      subject: { type: 'account', id: account.id },
    });
    return done(undefined);
  });
const account = (more: Partial<Account>): Account =>
  ({
    jurisdiction: '220621',
    id: newId(),
    hostUnitId: newId(),
    hostName: '抚松县卫生健康局',
    platform: 'weibo',
    platformName: '微博',
    channelKind: 'account',
    name: '抚松卫健',
    platformUid: '2803301701',
    url: null,
    certification: null,
    details: [],
    state: 'operating',
    openedOn: '2026-03-01',
    closedOn: null,
    cancelledOn: null,
    filingId: newId(),
    filingNumber: newId(),
    createdAt: '2026-03-02T01:00:00.000Z',
    ...more,
  }) as unknown as Account;

const weibo = account({ details: [{ key: 'account.handle', label: '个性域名', value: 'fusongwj' }] });
const wechat = account({
  platform: 'wechat',
  platformName: '微信公众号',
  platformUid: 'MzA4MjQxNjQzMA==',
  details: [{ key: 'account.other-uid', label: '原始ID', value: 'gh_68b976f584b5' }],
});
const site = account({
  platform: 'website',
  platformUid: 'fusong.gov.cn',
  name: '抚松县人民政府',
  jurisdiction: '440117',
});
const ended = account({
  platform: 'douyin',
  platformUid: '58635617886',
  name: '健康抚松',
  state: 'cancelled',
});
const short = account({
  platform: 'xiaohongshu',
  platformUid: '5a13b53b4eacab190f3d0667',
  url: 'https://xhslink.com/m/1ZZ7GicPCV0',
  name: '抚松有约',
});
const hidden = account({
  platform: 'bilibili',
  platformUid: '327041260',
  name: '尚未开通',
  state: 'approved',
});

beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.setNow('2026-11-22');
  for (const each of [weibo, wechat, site, ended, short, hidden]) await keep(each);
  await keep({ ...weibo, name: '抚松卫健发布', details: [] }, { on: '2026-06-01', filingId: newId() });
});
afterAll(() => kernel.drop());

const ask = (text: string) => kernel.runner.query(publicVisitor, (ctx) => resolveChannel(ctx, text));

describe('the public is told whether a link or a name is official, whatever the jurisdiction', () => {
  test.each([
    ['https://m.weibo.cn/u/2803301701?from=x', 'official', [weibo]],
    ['看看 https://weibo.com/2803301701/NzkQ3abcd 这一条', 'official', [weibo]],
    ['https://mp.weixin.qq.com/s?__biz=MzA4MjQxNjQzMA==&mid=1', 'official', [wechat]],
    ['https://open.weixin.qq.com/qr/code?username=gh_68b976f584b5', 'official', [wechat]],
    ['gh_68b976f584b5', 'official', [wechat]],
    ['https://www.fusong.gov.cn/zwgk/1.html', 'official', [site]],
    ['https://www.fusong.gov.cn.evil.com/', 'none', []],
    ['https://weibo.com/u/1000000001', 'none', []],
    ['https://www.iesdouyin.com/share/user/58635617886', 'ended', [ended]],
    ['https://xhslink.com/m/1ZZ7GicPCV0', 'official', [short]],
    ['https://xhslink.com/m/another', 'short-link', []],
    ['https://mp.weixin.qq.com/s/LmWJGCLyddA9sAM7arYpag', 'content-link', []],
    ['http://t.cn/A6Zwiwbs 详见 https://weibo.com/u/2803301701', 'several-links', []],
    ['https://weibo.com/u/2803301701 领取 http://1.2.3.4/pay', 'several-links', []],
    [
      'https://weibo.com/u/2803301701 https://m.weibo.cn/u/2803301701 fusong.gov.cn.evil.com',
      'several-links',
      [],
    ],
    ['https://weibo.com/u/2803301701 （手机 https://m.weibo.cn/u/2803301701）', 'official', [weibo]],
    ['javascript://weibo.com/u/2803301701', 'none', []],
    ['ftp://weibo.com/u/2803301701', 'none', []],
    ['https://weibo.com/', 'no-account', []],
    ['https://weibo.com/fusongwj', 'former', [weibo]],
    ['抚松卫健', 'same-name', [wechat]],
    ['“抚松卫健发布”', 'same-name', [weibo]],
    ['健康抚松', 'ended', [ended]],
    ['https://space.bilibili.com/327041260', 'none', []],
    ['没有这个账号', 'none', []],
    ['', 'nothing-asked', []],
  ])('%s: %s', async (text, verdict, accounts) => {
    const answer = await ask(text);
    expect(answer.verdict).toBe(verdict);
    expect(answer.accounts.map(({ id }) => id)).toEqual(accounts.map(({ id }) => id));
  });
});

test('a platform nobody approved is named as such', async () => {
  expect((await ask('https://x.com/somebody')).platform).toMatchObject({ id: 'overseas', approved: false });
});

test('over HTTP nobody has to sign in, and the answer holds nothing but what the public is told', async () => {
  const { app } = await createTestApp(kernel, { loadActor, routes: accountsRoutes });
  const answer = await app.inject({
    url: `/api/v1/resolve?q=${encodeURIComponent('https://weibo.com/u/2803301701')}`,
  });
  expect(answer.statusCode).toBe(200);
  const body = answer.json() as { verdict: string; accounts: Record<string, unknown>[] };
  expect(body.verdict).toBe('official');
  expect(Object.keys(body.accounts[0] ?? {}).sort()).toEqual(
    ['host', 'jurisdiction', 'name', 'number', 'openedOn', 'platform', 'platformName', 'state', 'url'].sort(),
  );
  await app.close();
});

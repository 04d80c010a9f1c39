import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { SHIPPED_PACKS } from '../../kernel/testing.ts';
import { SHIPPED_CALENDAR } from '../../policy/calendar/index.ts';
import { isWritten, type Platform, policyFor } from '../../policy/index.ts';
import { loadPacks } from '../../policy/load.ts';
import { platformsOf } from './list-platforms.ts';
import { linkKey, readLink } from './rules-links.ts';

let platforms: readonly Platform[];
beforeAll(async () => {
  const loaded = await loadPacks([SHIPPED_PACKS]);
  if (!loaded.ok) throw new Error('packs');
  platforms = platformsOf(policyFor(loaded.packs, '100000', '2026-11-22', SHIPPED_CALENDAR)).items;
});

const BIZ = 'MzA4MjQxNjQzMA==';
const SEC = 'MS4wLjABAAAAfbWhm2kBkPIi9XeDDGWtBO7Ns939XRTRvwCaEwNcda0';
const TOKEN = 'MS4wLjABAAAAaezOXkHVr0_i2JvWXprb4zLGpRInnKStptFm5WsXHKU';

test('LZ-2 FS-2 QJ-2 accounts on others’ platforms, mini programs, clients of one’s own and websites are all kinds to register', () => {
  const kinds = (kind: Platform['kind']) => platforms.filter((platform) => platform.kind === kind);
  const accounts = kinds('account').map(({ id }) => id);
  expect(accounts).toEqual(
    expect.arrayContaining([
      'wechat',
      'channels',
      'weibo',
      'douyin',
      'kuaishou',
      'toutiao',
      'xiaohongshu',
      'bilibili',
    ]),
  );
  expect(platforms.find(({ id }) => id === 'wechat')?.types?.map(({ label }) => label)).toEqual([
    '订阅号',
    '服务号',
  ]);
  for (const kind of ['mini-program', 'app', 'site'] as const) expect(kinds(kind)).toHaveLength(1);
  for (const platform of platforms.filter(({ approved, id }) => approved && id !== 'people-daily')) {
    expect([platform.id, platform.ids?.length ?? 0, platform.urls !== undefined]).toEqual([
      platform.id,
      expect.any(Number),
      true,
    ]);
    expect(platform.ids?.length).toBeGreaterThan(0);
  }
});

describe('each kind of platform is known by its links', () => {
  test.each([
    [`https://mp.weixin.qq.com/s?__biz=${BIZ}&mid=2649&idx=1&sn=ab#rd`, 'wechat', 'biz', BIZ],
    [
      `http://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=${encodeURIComponent(BIZ)}#wechat_redirect`,
      'wechat',
      'biz',
      BIZ,
    ],
    ['https://mp.weixin.qq.com/s?__biz=MzA4MjQxNjQzMA&mid=1', 'wechat', 'biz', BIZ],
    ['https://open.weixin.qq.com/qr/code?username=GH_8dfd4ad91e5a', 'wechat', 'gh', 'gh_8dfd4ad91e5a'],
    ['https://weibo.com/u/2803301701', 'weibo', 'uid', '2803301701'],
    ['HTTPS://WWW.WEIBO.COM/U/2803301701?is_all=1&utm_source=x', 'weibo', 'uid', '2803301701'],
    ['m.weibo.cn/u/2803301701?luicode=1', 'weibo', 'uid', '2803301701'],
    ['https://m.weibo.cn/profile/2803301701', 'weibo', 'uid', '2803301701'],
    ['https://weibo.com/p/1002062803301701/home?from=page_100206&mod=TAB', 'weibo', 'uid', '2803301701'],
    ['https://weibo.com/2803301701/NzkQ3abcd?refer_flag=1', 'weibo', 'uid', '2803301701'],
    ['https://weibo.com/fusongfabu', 'weibo', 'handle', 'fusongfabu'],
    ['https://weibo.com/n/抚松发布', 'weibo', 'handle', '抚松发布'],
    [`https://www.douyin.com/user/${SEC}?previous_page=app_code_link`, 'douyin', 'sec-uid', SEC],
    [`https://www.iesdouyin.com/share/user/58635617886?sec_uid=${SEC}&u_code=1`, 'douyin', 'sec-uid', SEC],
    ['https://www.iesdouyin.com/share/user/54611246524', 'douyin', 'uid', '54611246524'],
    ['https://www.kuaishou.com/profile/3x84qugg4ch9zhs', 'kuaishou', 'eid', '3x84qugg4ch9zhs'],
    ['https://live.kuaishou.com/profile/duoduo080718', 'kuaishou', 'handle', 'duoduo080718'],
    [
      'https://www.kuaishou.com/short-video/3x3zxz4mjrsc8ke?authorId=3x84qugg4ch9zhs&area=x',
      'kuaishou',
      'eid',
      '3x84qugg4ch9zhs',
    ],
    [`https://www.toutiao.com/c/user/token/${TOKEN}/?source=profile`, 'toutiao', 'token', TOKEN],
    ['http://www.toutiao.com/c/user/98323524644/', 'toutiao', 'uid', '98323524644'],
    [
      'https://www.xiaohongshu.com/user/profile/5A13B53B4EACAB190F3D0667?xhsshare=1',
      'xiaohongshu',
      'user-id',
      '5a13b53b4eacab190f3d0667',
    ],
    ['https://space.bilibili.com/327041260/video?tid=0', 'bilibili', 'uid', '327041260'],
    ['https://m.bilibili.com/space/327041260', 'bilibili', 'uid', '327041260'],
    [
      'https://servicewechat.com/wx2094ab6ecab995d2/12/page-frame.html',
      'mini-program',
      'appid',
      'wx2094ab6ecab995d2',
    ],
    [
      'https://apps.apple.com/cn/app/%E6%8A%9A%E6%9D%BE%E9%80%9A/id1288915263',
      'app',
      'store-id',
      '1288915263',
    ],
    ['https://a.app.qq.com/o/simple.jsp?pkgname=cn.gov.fusong.zwfw', 'app', 'package', 'cn.gov.fusong.zwfw'],
    ['http://www.fusong.gov.cn/zwgk/2026/t1.html', 'website', 'domain', 'fusong.gov.cn'],
    ['WWW.FUSONG.GOV.CN', 'website', 'domain', 'fusong.gov.cn'],
  ])('%s', (link, platform, kind, value) => {
    expect(readLink(platforms, link)).toMatchObject({
      found: 'account',
      platform: { id: platform },
      kind,
      value,
    });
  });
});

describe('what names no account', () => {
  test.each([
    ['https://v.douyin.com/e1UCkGS/', 'short', 'douyin'],
    ['7.43 复制打开抖音，看看【抚松发布的作品】https://v.douyin.com/e1UCkGS/ a@b.cn', 'short', 'douyin'],
    ['http://t.cn/A6Zwiwbs', 'short', 'weibo'],
    ['https://xhslink.com/m/1ZZ7GicPCV0', 'short', 'xiaohongshu'],
    ['https://b23.tv/a7qkGi', 'short', 'bilibili'],
    ['https://mp.weixin.qq.com/s/LmWJGCLyddA9sAM7arYpag', 'content', 'wechat'],
    ['https://www.douyin.com/video/7206519665021996303', 'content', 'douyin'],
    ['https://weibo.com/', 'page', 'weibo'],
    ['https://x.com/somebody', 'page', 'overseas'],
  ])('%s is a %s link', (link, found, platform) => {
    expect(readLink(platforms, link)).toMatchObject({ found, platform: { id: platform } });
  });

  test('a name is a name', () => {
    expect(readLink(platforms, ' 抚松发布 ')).toEqual({ found: 'text', text: '抚松发布' });
    expect(readLink(platforms, '')).toEqual({ found: 'text', text: '' });
  });
});

describe('a link in pasted text', () => {
  test.each([
    ['【抚松发布】https://weibo.com/u/2803301701，快来关注', '2803301701'],
    ['看这里：https://weibo.com/u/2803301701打开微博', '2803301701'],
    ['(https://weibo.com/u/2803301701)', '2803301701'],
    ['http://t.cn/A6Zwiwbs 或者 https://weibo.com/u/2803301701', '2803301701'],
  ])('%s', (text, value) => {
    expect(readLink(platforms, text)).toMatchObject({ found: 'account', value });
  });
});

describe('a false link is not taken for the true one', () => {
  test.each([
    ['https://weibo.com@evil.com/u/2803301701', 'evil.com'],
    ['https://weibo.com.evil.cn/u/2803301701', 'weibo.com.evil.cn'],
    ['https://evilweibo.com/u/2803301701', 'evilweibo.com'],
    ['https://evil.cn/?next=https://weibo.com/u/2803301701', 'evil.cn'],
    ['https://evil.cn/#weibo.com/u/2803301701', 'evil.cn'],
    ['https://www.fusong.gov.cn.evil.com/', 'fusong.gov.cn.evil.com'],
  ])('%s', (link, domain) => {
    expect(readLink(platforms, link)).toMatchObject({ found: 'account', kind: 'domain', value: domain });
  });

  test('letters that only look the same are another host', () => {
    expect(readLink(platforms, 'https://weibо.com/u/2803301701')).toMatchObject({
      kind: 'domain',
      value: 'xn--weib-85d.com',
    });
  });
});

test('every example in the pack is written as its identifier has to be', () => {
  const ids = platforms.flatMap(({ ids = [] }) => ids);
  expect(ids.length).toBeGreaterThan(15);
  for (const { example, formats } of ids) expect(isWritten(example, formats)).toBe(true);
});

test('any text is read without a throw, and long ones in little time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      readLink(platforms, text);
      readLink(platforms, `https://weibo.com/${text}`);
      readLink(platforms, `https://mp.weixin.qq.com/s?__biz=${text}`);
      linkKey(text);
    }),
    { numRuns: 300 },
  );
  for (const bad of [
    'a.'.repeat(50_000),
    'http://'.repeat(20_000),
    '-'.repeat(100_000),
    `https://weibo.com/${'/'.repeat(90_000)}`,
  ]) {
    const start = performance.now();
    readLink(platforms, bad);
    expect(performance.now() - start).toBeLessThan(200);
  }
});

test('two spellings of one address have one key', () => {
  expect(linkKey('HTTP://WWW.Fusong.gov.cn/')).toBe(linkKey('https://fusong.gov.cn'));
  expect(linkKey('https://v.douyin.com/e1UCkGS/')).toBe('v.douyin.com/e1UCkGS');
  expect(linkKey('抚松')).toBeNull();
});

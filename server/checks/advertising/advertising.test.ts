import { expect, test } from 'vitest';
import { checked, found } from '../testing.ts';

test.each([
  ['本店新茶口感最佳，现价99元一斤。', 'superlative 最佳'],
  ['全国第一品质，原价¥199！', 'superlative 全国第一'],
  ['销量冠军蜂蜜，欢迎订购。', 'superlative 销量冠军'],
  ['需要的朋友请加微信订购。', 'buy 加微信订购'],
  ['识别二维码购买', 'buy 识别二维码购买'],
  ['订购热线：0512-63456789', 'buy 订购热线'],
  ['中秋特惠月饼，仅售88元。', 'promotion 特惠'],
  ['人参礼盒买一送一，到手价288元', 'promotion 买一送一'],
])('LZ-16a FS-18 commercial wording: %s', (text, expected) => {
  expect(found('advertising', text)).toContain(expected);
});

test.each([
  '兰州新区是国家级新区，最佳发展机遇期已经到来。',
  '获评国家级非物质文化遗产，排名第一。',
  '提供最优质、最便捷的政务服务，只需3个工作日即可办结。',
  '惠民消费券发放活动今日开始。',
  '景区门票价格由原来的60元调整为40元。',
  '谨防骗局：不要点击购买链接，切勿货到付款。',
  '严禁使用“最佳”等绝对化用语，违者处以20万元罚款。',
  '民生实事项目投资1200万元，惠及最基层群众。',
  '县政府举办特色农产品展销会。',
])('GD-3.5c no advertisement: %s', (text) => {
  expect(found('advertising', text)).toEqual([]);
});

const LISTS = {
  own: ['wujiang.gov.cn'],
  listed: ['xinhuanet.com', 'people.com.cn', 'mp.weixin.qq.com'],
  expired: ['old-portal.cn'],
  miniPrograms: ['wx0123456789abcdef'],
};

test.each([
  ['点击https://item.taobao.com/item.htm?id=1购买', 'shop-link https://item.taobao.com/item.htm?id=1'],
  ['见 m.tb.cn/h.abc 。', 'shop-link m.tb.cn/h.abc'],
  ['复制￥AbC1dEfGhIj￥打开', 'shop-link ￥AbC1dEfGhIj￥'],
  ['http://t.cn/A6abc', 'short-link http://t.cn/A6abc'],
  ['http://www.old-portal.cn/news', 'expired-link http://www.old-portal.cn/news'],
  ['www.wujiang-gov.cn', 'look-alike-link www.wujiang-gov.cn'],
  ['www.wujiang.gov.cn.login.top', 'look-alike-link www.wujiang.gov.cn.login.top'],
  ['http://gov.cn-notice.com/a', 'look-alike-link http://gov.cn-notice.com/a'],
  ['http://www.xinhuаnet.com', 'look-alike-link http://www.xinhuаnet.com'],
  ['www.xlnhuanet.com', 'look-alike-link www.xlnhuanet.com'],
  ['http://www.bаnk.com', 'foreign-letters-link http://www.bаnk.com'],
  ['http://xn--fiq228c.com/', 'foreign-letters-link http://xn--fiq228c.com/'],
  ['见http://www.example.com/path?a=1。', 'unlisted-link http://www.example.com/path?a=1'],
  ['ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ', 'unlisted-link ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ'],
  ['#小程序://好物商城/abc', 'mini-program #小程序://'],
])('LZ-16a GD-3.5c a link: %s', (text, expected) => {
  expect(found('advertising', text, {}, { domains: LISTS })).toEqual([expected]);
});

test.each([
  '详见http://www.gov.cn/zhengce查看全文',
  '登录www.wujiang.gov.cn办理',
  '新华网http://www.xinhuanet.com/2024/c_1.htm',
  '联系zhangsan@example.com',
  '同比增长3.5%，总量达1.2亿元',
  '附件report.doc下载',
  '第1.2.3条',
  '版本号v2.0.1',
])('LZ-16a no link to complain of: %s', (text) => {
  expect(found('advertising', text, {}, { domains: LISTS })).toEqual([]);
});

test('LZ-16a without a list of domains no link is called unlisted', () => {
  expect(found('advertising', '见http://www.example.com/')).toEqual([]);
  expect(found('advertising', '见https://item.jd.com/1.html')).toEqual([
    'shop-link https://item.jd.com/1.html',
  ]);
});

test('GD-3.5c codes and cards are judged by what they lead to', () => {
  const links = [
    { kind: 'qr', target: 'https://weidian.com/?userid=1' },
    { kind: 'qr', target: 'wxp://f2f0abc' },
    { kind: 'qr', target: 'http://www.wujiang.gov.cn/' },
    { kind: 'mini-program', target: 'wx0123456789abcdef' },
    { kind: 'mini-program', target: 'wxffffffffffffffff' },
    { kind: 'anchor', target: 'https://www.pinduoduo.com', start: 0, end: 2 },
  ] as const;
  const kinds = checked('正文', { links }, { domains: LISTS }).map(({ kind, text }) => `${kind} ${text}`);
  expect(kinds).toEqual(['mini-program ', 'payment-code ', 'shop-link ', 'shop-link 正文']);
});

test('GD-3.5c prices of an office are noted, a link that hides where it leads wants a decision', () => {
  const severities = (text: string) => checked(text).map(({ kind, severity }) => `${kind} ${severity}`);
  expect(severities('景区门票实行半价优惠，原价120元，优惠价60元。')).toContain('promotion note');
  expect(severities('汽车下乡：售价8万元，立减5000元由财政补贴。')).toContain('promotion note');
  expect(severities('人参礼盒特惠，原价120元，优惠价60元。')).toContain('promotion warn');
  expect(severities('详见http://t.cn/A6abc')).toEqual(['short-link warn']);
});

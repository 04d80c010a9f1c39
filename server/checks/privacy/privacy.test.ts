import { expect, test } from 'vitest';
import { checked, found } from '../testing.ts';
import { HARMLESS, idNumber, PERSONAL } from './privacy.test-data.ts';

test.each(PERSONAL)('LZ-17b QJ-17 personal data is found: %s', (text, kind, marked) => {
  expect(found('privacy', text)).toContain(`${kind} ${marked}`);
});

test.each(PERSONAL)('WJ-9b personal data is found inside a sentence: %s', (text, kind, marked) => {
  expect(found('privacy', `本报讯\n据了解，${text}，有关情况如下。`)).toContain(`${kind} ${marked}`);
});

test.each(HARMLESS.map((text) => [text]))('LZ-17b no personal data: %s', (text) => {
  expect(found('privacy', text)).toEqual([]);
  expect(found('privacy', `请注意：${text}。`)).toEqual([]);
});

test('LZ-17b no message repeats what it is about', () => {
  for (const [text, , marked] of PERSONAL)
    for (const { message } of checked(text)) expect(message).not.toContain(marked);
});

test('FS-23 numbers stop a publication, telephones and addresses want a decision', () => {
  const severities = (text: string) => checked(text).map(({ kind, severity }) => `${kind} ${severity}`);
  expect(severities(idNumber('620102', '19900307', '771'))).toEqual(['id-number block']);
  expect(severities('张三，13812345678')).toEqual(['mobile warn']);
  expect(severities('值班电话13812345678')).toEqual(['mobile note']);
  expect(severities('值班：李明（13812345678）')).toEqual(['mobile warn']);
  expect(severities('值班人员李明，手机13812345678')).toEqual(['mobile warn']);
  expect(severities('应急管理局值班室13812345678')).toEqual(['mobile note']);
  expect(severities('张三，电话0512-63456789')).toEqual(['landline note']);
  expect(severities('监督电话0512-63456789（家庭）')).toEqual(['landline warn']);
  expect(severities('张三驾驶苏E12345')).toEqual(['plate warn']);
  expect(severities('公交车苏E01286D投入运营')).toEqual(['plate note']);
  expect(severities('拍卖标的：公务用车捷达（苏E00123）、帕萨特（苏E00456）各一辆')).toEqual([
    'plate note',
    'plate note',
  ]);
  expect(severities('李芳，邮箱lifang@126.com')).toEqual(['e-mail warn']);
  expect(severities('邮箱：lifang@126.com')).toEqual(['e-mail warn']);
  expect(severities('中共清河县委组织部\n联系人：组织二科　电话：6220512，邮箱：qhzzek@126.com')).toEqual([
    'e-mail note',
  ]);
  expect(severities('邮箱：qinghe@vip.163.com（投稿）')).toEqual(['e-mail note']);
});

test('LZ-17b telephones of the unit are public in any writing', () => {
  const options = { officePhones: ['0512-6345 6789', '13812345678'] };
  expect(found('privacy', '宅电0512-63456789、（0512）63456789、138 1234 5678', {}, options)).toEqual([]);
  expect(found('privacy', '宅电0512-63456780', {}, options)).toEqual(['landline 0512-63456780']);
});

test('LZ-17b mail of the unit’s own domain is public', () => {
  const options = { domains: { own: ['example.org'] } };
  expect(found('privacy', 'a@example.org b@mail.example.org', {}, options)).toEqual([]);
  expect(found('privacy', 'a@notexample.org', {}, options)).toEqual(['e-mail a@notexample.org']);
});

test.each([
  ['disciplinary-notice', '依法公开的失信被执行人名单'],
  ['compulsory-disclosure', '征地补偿公示'],
] as const)('LZ-17b an exemption (%s) keeps the finding and marks it', (ground, reason) => {
  const [finding] = checked('身份证11010519491231002X', { exemptions: [{ ground, reason }] });
  expect(finding).toMatchObject({ kind: 'id-number', severity: 'note', exempted: { ground, reason } });
  const [mark] = checked('绝密★', { exemptions: [{ ground, reason }] });
  expect(mark).toMatchObject({ severity: 'block' });
  expect(mark).not.toHaveProperty('exempted');
});

test('LZ-17b what a QR code says in words is read, an address in it is a link', () => {
  const qr = (target: string) => ({ links: [{ kind: 'qr', target, start: 0, end: 2 }] as const });
  expect(checked('正文', qr('联系人手机13812345678'))).toMatchObject([
    { kind: 'mobile', severity: 'warn', text: '正文', message: expect.stringContaining('二维码') },
  ]);
  expect(found('privacy', '正文', qr('tel:13812345678'))).toEqual(['mobile 正文']);
  expect(found('secrecy', '正文', qr('秘密★1年'))).toEqual(['level-mark 正文']);
  expect(found('privacy', '正文', qr('https://example.com/?id=13812345678'))).toEqual([]);
  const anchor = { links: [{ kind: 'anchor', target: 'tel:13812345678' }] as const };
  expect(found('privacy', '正文', anchor)).toEqual([]);
});

test('QJ-17 a table of households is one finding with its rows', () => {
  const table = '序号\t姓名\t身份证号\t住址\n1\t张三\t略\t前进村\n2\t李四\t略\t前进村\n合计两户';
  expect(checked(table).filter(({ kind }) => kind === 'household-table')).toMatchObject([
    { text: '序号\t姓名\t身份证号\t住址', severity: 'warn', message: expect.stringContaining('2行') },
  ]);
});

test('QJ-17 a table may be parted by blanks', () => {
  const table =
    '低保公示\n姓名 家庭住址 保障人数 月保障金额\n张三 前进村三组 2 850元\n李四 东风村 1 425元\n公示期5天';
  expect(found('privacy', table)).toEqual(['household-table 姓名 家庭住址 保障人数 月保障金额']);
});

test('QJ-17 a table may be parted by wide and narrow blanks', () => {
  const table =
    '姓名　　身份证号　　　　录取院校　　家庭住址\n褚玉函　略　吉林大学　　　前进村三组\n李雪梅　略　延边大学　　　东风村\n如有异议请反映';
  expect(checked(table).filter(({ kind }) => kind === 'household-table')).toMatchObject([
    { message: expect.stringContaining('2行') },
  ]);
});

test.each([
  ['masked names', '姓名,联系电话\n张*三,138****5678\n李某,139****0000'],
  ['no private column', '序号,姓名,职务\n1,张三,主任\n2,李四,副主任'],
  ['a form to fill in', '姓名|身份证号|住址\n||\n||'],
  ['prose', '申请人应当提供姓名、身份证号和住址，并签字。'],
])('QJ-17 no table of households: %s', (_what, text) => {
  expect(found('privacy', text)).toEqual([]);
});

import { expect, test } from 'vitest';
import { createChecker } from '../../checker.ts';
import { advised } from '../../testing.ts';

const checker = createChecker();
const found = (text: string) => advised(text, checker);

test.each([
  ['２０２６年９月３１日前报送。', 'no-such-date warn ２０２６年９月３１日'],
  ['１１月３１日召开会议。', 'no-such-date warn １１月３１日'],
  ['时间：2026.2.30', 'no-such-date warn 2026.2.30'],
  ['时间：2026-02-30', 'no-such-date warn 2026-02-30'],
  ['时间：2026/11/31', 'no-such-date warn 2026/11/31'],
  ['定于二〇二六年二月三十日召开会议。', 'no-such-date warn 二〇二六年二月三十日'],
  ['9月25日至31日放假。', 'no-such-date warn 31日'],
  ['2026年9月1日，星期三，举行开学典礼。', 'weekday warn 三 二'],
  ['2026-09-01（周三）', 'weekday warn 三 二'],
  ['公示期：2026年9月1日（星期二）至9月5日（星期五）。', 'weekday warn 五 六'],
  ['2026年10月1日（星期四）至7日（星期二）放假。', 'weekday warn 二 三'],
  ['2025年12月29日（星期一）至1月2日（星期四）', 'weekday warn 四 五'],
  ['定于9月8日（星期五）召开会议。\n2026年9月1日', 'weekday note 五 二'],
  ['公示自2026年6月1日至2026年5月30日止。', 'dates-reversed warn 2026年6月1日至2026年5月30日'],
])('wording, dates found: %s', (text, finding) => {
  expect(found(text)).toEqual([finding]);
});

test.each([
  ['会议时间为25:30。', 'no-such-time warn 25:30'],
  ['定于9:75开会。', 'no-such-time warn 9:75'],
  ['会议时间：9月8日25时', 'no-such-time warn 25时'],
  ['定于上午14时召开。', 'no-such-time warn 14时'],
  ['定于上午１４：００召开。', 'no-such-time warn １４：'],
])('wording, times found: %s', (text, finding) => {
  expect(found(text)).toEqual([finding]);
});

test.each([
  '２０２６年９月３０日前报送。',
  '2024-02-29（星期四）、2026.9.30、2026/12/31',
  '软件升级到2026.2.30.1版，编号2026-02-30-7、X2026-02-30，第2.30节。',
  '二〇二六年二月二十八日；农历二月三十日；乙巳年二月三十日。',
  '2026年9月1日，星期二，举行开学典礼。',
  '2026年9月1日，星期六、星期日照常开放。',
  '自2026年9月1日周一至周五开放。',
  '公示期：2026年9月1日（星期二）至9月5日（星期六）。',
  '2025年12月29日（星期一）至1月2日（星期五）放假。',
  '2026年10月1日（星期四）至7日（星期三）放假。',
  '定于9月8日（星期五）召开会议。',
  '2025年工作总结和2026年计划，9月8日（星期五）报送。',
  '施工时间由2026年6月1日提前至2026年5月20日。',
  '2025年12月1日至2026年1月31日；2025年9月至2026年6月。',
  '中国男篮以98:75获胜，上半场25:30落后，比例尺1:75。',
  '开放时间：9:00—24:00，时间为8:30至17:30，上午10时开会。',
  '截止时间：6月30日24时。持续25时不止。',
])('wording, dates and times left alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a stretch of days that goes on and on is read to its end', () => {
  expect(found(`1月1日${'至2日'.repeat(100_000)}`)).toEqual([]);
  expect(found(`2月1日${'至2日'.repeat(100_000)}至30日`)).toEqual(['no-such-date warn 30日']);
});

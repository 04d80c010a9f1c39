import { expect, test } from 'vitest';
import { checked } from '../testing.ts';

const UNIFIED =
  '5月8日，省长张建国到兰州新区调研。张建国一行先后考察3家企业，投资总额达120亿元。会议强调，要推动高质量发展。';

function against(text: string, unifiedText = UNIFIED): string[] {
  return checked(text, { unifiedText })
    .filter(({ detector }) => detector === 'consistency')
    .map(({ kind, text: marked, suggestion }) => `${kind} ${marked} ${suggestion}`);
}

test('GD-3.5b the unified text itself, in any layout, is no finding', () => {
  expect(against(UNIFIED)).toEqual([]);
  expect(against(UNIFIED.replaceAll('。', '。\n　　').replaceAll('，', ', '))).toEqual([]);
});

test.each([
  ['120亿元', '12亿元', 'unified-figure 12亿 120亿'],
  ['3家', '5家', 'unified-figure 5 3'],
  ['5月8日', '5月18日', 'unified-date 18日 8日'],
  ['省长张建国到', '省长李建国到', 'unified-name 李 张'],
  ['要推动高质量发展', '要推进高质量发展', 'unified-wording 进 动'],
])('GD-3.5b %s became %s', (right, wrong, expected) => {
  expect(against(UNIFIED.replace(right, wrong))).toEqual([expected]);
});

test('GD-3.5b a sentence left out or added is told at its place', () => {
  expect(against(UNIFIED.replace('会议强调，要推动高质量发展。', ''))).toEqual([
    'unified-wording  会议强调，要推动高质量发展',
  ]);
  expect(against(`${UNIFIED}群众一致好评。`)).toEqual(['unified-wording 群众一致好评 ']);
});

function across(text: string, other: string): string[] {
  return checked(text, { channels: [{ channel: '政府网站', text: other }] })
    .filter(({ detector }) => detector === 'consistency')
    .map(({ kind, text: marked, suggestion }) => `${kind} ${marked} ${suggestion}`);
}

test.each([
  ['全区新增就业1200人，同比增长5%。', '今年全区新增就业1300人。', 'channel-figure 1200人 1300人'],
  ['报名截止时间为5月8日', '报名截止时间：5月9日', 'channel-date 5月8日 5月9日'],
  ['办法自2024年5月1日起施行。', '该办法于5月10日起施行', 'channel-date 2024年5月1日 5月10日'],
  ['区委书记李明出席。', '会上，区委书记李强讲话', 'channel-name 李明 李强'],
  ['补贴标准为500元，共计30万元', '补贴标准达800元', 'channel-figure 500元 800元'],
])('GD-3.5a WJ-7a channels disagree: %s / %s', (text, other, expected) => {
  expect(across(text, other)).toEqual([expected]);
});

test.each([
  ['全区新增就业1200人。', '全区新增就业达到1,200人'],
  ['新增就业1200人', '失业率为3.2%'],
  ['报名截止时间为5月8日', '报名截止时间：2024年5月8日'],
  ['区委书记李明出席', '区委书记李明强调'],
  ['甲村补贴30元，乙村补贴40元', '甲村补贴30元'],
])('WJ-7a channels agree: %s / %s', (text, other) => {
  expect(across(text, other)).toEqual([]);
});

test('GD-3.5a the message names the channel, not its words', () => {
  const [finding] = checked('新增就业1200人', { channels: [{ channel: '微博', text: '新增就业1300人' }] });
  expect(finding?.message).toContain('微博');
});

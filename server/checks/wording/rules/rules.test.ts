import { expect, test } from 'vitest';
import { createChecker } from '../../checker.ts';

const checker = createChecker();
const found = (text: string) =>
  checker
    .check(text)
    .filter(({ detector }) => detector === 'wording')
    .map(({ kind, text: marked }) => `${kind} ${marked}`);

test.each([
  ['2026年2月30日召开会议。', 'no-such-date 2026年2月30日'],
  ['2025年2月29日前报送。', 'no-such-date 2025年2月29日'],
  ['请于13月5日前反馈。', 'no-such-date 13月5日'],
  ['定于4月31日举行。', 'no-such-date 4月31日'],
  ['定于2026年9月29日（星期三）召开。', 'weekday 三'],
  ['定于2026年9月29日周日召开。', 'weekday 日'],
  ['会议于25时30分结束。', 'no-such-time 25时30分'],
  ['会议于9时75分结束。', 'no-such-time 9时75分'],
  ['参保率达到102.5%。', 'percent-over-100 102.5%'],
  ['其中外地游客占比120％。', 'percent-over-100 120％'],
  ['总投资3亿万元。', 'unit-slip 亿万元'],
  ['补助5000元元。', 'unit-slip 元元'],
  ['加强对企业的的监管。', 'repeated-character 的的'],
  ['取得了了积极成效。', 'repeated-character 了了'],
  ['加强领导，，落实责任。', 'repeated-mark ，，'],
  ['加强领导，。', 'clashing-marks ，。'],
  ['根据《条例第三条的规定，现予公布。', 'bracket-unclosed 《'],
  ['根据条例》第三条的规定，现予公布。', 'bracket-unopened 》'],
  ['有关部门（以下简称主管部门负责监督管理。', 'bracket-unclosed （'],
  ['会议强调，要坚持“人民至上的理念。', 'bracket-unclosed “'],
  ['一、总体要求\n二、主要任务\n四、保障措施', 'numbering 四'],
  ['（一）甲；\n（二）乙；\n（四）丙。', 'numbering 四'],
  ['1.甲\n2.乙\n4.丙', 'numbering 4'],
])('issue 4 (3) found: %s', (text, finding) => {
  expect(found(text)).toContain(finding);
});

test.each([
  '2024年2月29日召开会议。',
  '农历2月30日。',
  '定于2026年9月29日（星期二）召开。',
  '会议于24时结束，9时59分发布。',
  '参保率达到100%，任务完成率96%，增长率120%。',
  '总投资3万亿元，补助5000元，每人每年300元。',
  '目的的确认、不了了之、参与与否、和和美美、是是非非、以及及时。',
  '根据《条例》第三条（以下简称《规定》）的“三个一”要求：\n1）甲；\n2）乙。',
  '一、总体要求\n（一）甲\n（二）乙\n二、主要任务\n（一）丙\n三、保障措施',
  '（二）、（四）项的规定。',
  '“第一条 修改为：\n“第二条 修改为：\n“第三条 修改为。”',
  'He said “it’s fine”, didn’t he?',
  '网址：www.gov.cn，电话12345；比分3:2。',
])('issue 4 (3) left alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('half-width marks are told where they are the odd ones out, and not where a text has its own habit', () => {
  const clause = '各单位要加强领导，落实责任，强化督查，确保实效，按时报送，';
  expect(found(`${clause}${clause}不得延误,不得漏报。`)).toEqual(['half-width ,']);
  expect(found('你好,请注意,谢谢,再见,')).toEqual([]);
});

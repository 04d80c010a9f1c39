import { expect, test } from 'vitest';
import { advised, checked } from '../testing.ts';

const found = (text: string) => advised(text);

test.each([
  ['一是加强领导；二是强化措施；四是严肃纪律。', 'numbering note 四'],
  ['第一条 为了规范\n第二条 本办法\n第四条 各单位', 'numbering note 四'],
  ['①报名\n②审核\n④公示', 'numbering note ④'],
  ['1.报名\n2.审核\n2.公示', 'number-twice note 2'],
  ['一、目标\n二、任务\n二、措施', 'number-twice note 二'],
  ['（一）、提高认识\n（二）强化措施', 'mark-after-number note 、 '],
])('wording, numbers found: %s', (text, finding) => {
  expect(found(text)).toEqual([finding]);
});

test.each([
  '2.加强领导\n3.2个乡镇开展试点\n4.严肃纪律',
  '1.总则\n2.职责\n3.2个乡镇开展试点\n4.严肃纪律',
  '1.加强领导\n2.5万元以上的\n2.严肃纪律',
  '一是加强领导；二是强化措施。\n一是防汛；二是抗旱；三是救灾。',
  '第一条 为了规范\n第二条本办法\n第三条 各单位\n第五条的规定继续有效',
  '第十五条修改为：\n第二十条修改为：',
  '①报名\n②审核\n③公示',
  '一、目标\n（一）甲\n（二）乙\n二、任务\n（一）丙\n（二）丁',
  '第一条 甲：\n（一）乙；\n（二）丙。\n第二条 丁：\n（二）戊。',
  '（一）、（二）项所列人员。',
])('wording, numbers left alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  '县领导与与会代表亲切交流。',
  '在在建项目中；在在岗职工中；在在册人员中；在在编人员中；在在读学生中；在在押人员中；在在逃人员中。',
  '房产被被执行人转移；被被告人殴打；被被申请人拒绝。',
  '关键是是否落到实处；乘坐的的士；把把式请来；为了了解群众需求；他说的的确是事实。',
])('wording, characters that rightly stand twice: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['我们要与与群众打成一片。', 'repeated-character warn 与与 与'],
  ['他在在办公室工作。', 'repeated-character warn 在在 在'],
  ['房屋被被水淹没。', 'repeated-character warn 被被 被'],
])('wording, characters that stand twice: %s', (text, finding) => {
  expect(found(text)).toEqual([finding]);
});

test.each([
  ['此件公开发部', '此件公开发部'],
  ['优化营商环镜', '营商环镜'],
  ['失物招领启示', '失物招领启示'],
])('wording, of terms one within the other the longest is told: %s', (text, longest) => {
  expect(checked(text).map(({ text: marked }) => marked)).toEqual([longest]);
});

test.each([
  ['截止2026年6月30日，全县共完成造林1.2万亩。', 'until warn 截止 截至'],
  ['截止8月底，累计发放补贴86万元。', 'until warn 截止 截至'],
  ['请登陆清河县人民政府网站报名。', 'log-on warn 登陆 登录'],
  ['请登陆“吉事办”小程序办理。', 'log-on warn 登陆 登录'],
  ['如有异议，请向县民政局反应，电话见下。', 'report warn 反应 反映'],
  ['层层签定森林防火责任书。', 'sign note 签定 签订'],
])('wording, words wrong in their place: %s', (text, finding) => {
  expect(found(text)).toEqual([finding]);
});

test.each([
  '报名截止2026年6月30日，逾期不予受理；截止日期：6月30日；即日起报名，截止6月30日。',
  '台风登陆后，平台及时预警；第9号台风将在福建登陆，气象网站发布消息。',
  '向炎症部位反应；对药物的反应情况；市场反应迅速。',
  '签订森林防火责任书。',
])('wording, words right in their place: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('GB/T 15834: in a short notice one half-width mark among full-width ones of all kinds is told', () => {
  const clause = '各单位要加强领导，落实责任，强化督查，确保实效，按时报送，不得延误，不得漏报，违者追责，';
  expect(found(`${clause}一并通报;特此通知。`)).toEqual(['half-width note ; ；']);
  expect(found(`${clause}一并通报；特此通知。`)).toEqual([]);
  expect(found(`${clause}一并通报;特此通知:请遵照执行。`)).toEqual([]);
});

test('GB/T 15834: a quotation that opens after a colon in the last paragraph has nowhere to close', () => {
  expect(found('会议强调：“要坚持人民至上。')).toEqual(['bracket-unclosed note “']);
  expect(found('会议强调：“要坚持人民至上。\n要压实责任。”')).toEqual([]);
  expect(found('会议强调：“要坚持人民至上。”')).toEqual([]);
});

test.each([
  '来自已经批准的项目；保护土地资源；转给他人土地；落实项目资金；相关健康知识；调处制度；在次月十日前；实现再就业。',
  '支付主任医师费用；统一但不僵化；女佣有两名；按装机容量计算；不在受理范围之内；不在调整范围之内。',
  '举报消防隐患；开展消费扶贫；促消费；督促消除隐患；标注消防设施；取得经济成效；该楼座卫生良好。',
])('wording, entries with longer right words: %s', (text) => {
  expect(found(text)).toEqual([]);
});

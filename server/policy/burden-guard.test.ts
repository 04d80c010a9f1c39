import { describe, expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import { geography, packText, places } from './sample-pack.test-data.ts';

function problemsOf(id: string, value: string, title?: string) {
  const named = title === undefined ? '' : `title: ${title}, `;
  const rules = `- {id: ${id}, ${named}from: 2026-02-01, value: ${value}, basis: {source: rule, article: 第一条, summary: 概要}}\n`;
  const result = assemble({
    packs: [packText({ id: 'county', jurisdiction: places.county, rules })],
    geography: [geography],
  });
  return result.ok ? [] : result.problems;
}

const judged = '不得把点赞、投票、转发、粉丝数、登录次数、学习时长作为考核评价的标准';
const reported = '不得要求下级填报系统已经掌握的数据';
const monthly = 'frequency: {times: 1, per: {n: 1, unit: month}}';

describe('the burden guard refuses judging by numbers wherever it is written', () => {
  test.each([
    [
      'work that counts',
      'recurring.spot-check',
      `{who: supervisor, what: 查看各账号粉丝增长, ${monthly}, countsInAssessment: true}`,
      '粉丝数',
    ],
    [
      'work that judges in words',
      'recurring.spot-check',
      `{who: supervisor, what: 按转发量排名, ${monthly}}`,
      '转发',
    ],
    [
      'a list of what results count in',
      'inspection.counts-in',
      '[{id: study, label: 计入干部学习时长}]',
      '学习时长',
    ],
    ['the id in such a list', 'inspection.counts-in', '[{id: login-count, label: 活动情况}]', '登录次数'],
    [
      'a trigger of measures',
      'measure.ladder',
      '{steps: [{id: talk, label: 约谈, kind: interview}], triggers: [{id: few, label: 集赞没有完成任务}]}',
      '点赞',
    ],
    ['a ground of accountability', 'measure.accountability', '[{id: few, label: 没有组织干部投票}]', '投票'],
  ])('%s', (_name, id, value, words) => {
    const [problem, ...others] = problemsOf(id, value);
    expect(others).toEqual([]);
    expect(problem?.reason).toBe(`${judged}（这里用了“${words}”）`);
    expect(problem?.hint).toContain('依据：国务院2026年');
    expect(problem?.path).toMatch(/^\[0\]\.value/);
  });

  test.each([
    [
      'own work by its title',
      'recurring.own.likes',
      `{who: supervisor, what: 每月考核各单位, ${monthly}}`,
      '点赞数考核',
      '[0].title',
    ],
    [
      'an own indicator by its title',
      'indicator.own.x',
      '{target: account, measure: manual, question: 是否达标, outcome: {kind: bonus, points: 5}}',
      '粉丝规模',
      '[0].title',
    ],
    ['an own rule in words', 'other.own.fans', '年终考核时参考各账号登录次数', '年终参考', '[0].value'],
  ])('%s', (_name, id, value, title, path) => {
    const problems = problemsOf(id, value, title);
    expect(problems.map((one) => [one.path, one.reason.startsWith(judged)])).toEqual([[path, true]]);
  });
});

describe('the burden guard refuses reports of what the system knows', () => {
  test.each([
    [
      'recurring.own.fans',
      `{who: host, what: 报送粉丝数, frequency: {times: 1, per: {n: 1, unit: week}}, to: supervisor}`,
      '粉丝数',
    ],
    ['recurring.own.fans', `{who: host, what: 填报本单位发布数量, ${monthly}}`, '发布数量'],
    ['recurring.own.fans', `{who: operator, what: 汇总阅读量, ${monthly}, to: leadership}`, '阅读量'],
  ])('%s %s', (id, value, words) => {
    const [problem] = problemsOf(id, value, '报表');
    expect(problem?.reason).toContain(reported);
    expect(problem?.reason).toContain(`“${words}”`);
    expect(problem?.hint).toContain('依据：国务院2026年');
  });

  test('a survey of follower counts is refused from the day the rules took effect, and history before', () => {
    const census = (by: string) => `{title: 摸底, by: ${by}, fields: [{id: fans, label: 所在平台粉丝量}]}`;
    expect(problemsOf('inspection.census', census('2019-05-30'))).toEqual([]);
    expect(problemsOf('inspection.census', census('2026-05-30'))[0]?.reason).toContain(reported);
  });
});

describe('the burden guard lets pass', () => {
  test.each([
    [
      'a report of how accounts are kept',
      'recurring.own.x',
      `{who: host, what: 报送账号更新维护情况, ${monthly}, to: supervisor}`,
    ],
    [
      'a check whether likes are forced',
      'recurring.own.x',
      `{who: supervisor, what: 检查是否强制点赞、购买粉丝, ${monthly}, countsInAssessment: true}`,
    ],
    [
      'a supervisor who looks at numbers without judging',
      'recurring.own.x',
      `{who: supervisor, what: 查看阅读量走势, ${monthly}}`,
    ],
    ['training', 'recurring.own.x', `{who: supervisor, what: 组织业务学习, ${monthly}, to: hosts}`],
  ])('%s', (_name, id, value) => {
    expect(problemsOf(id, value, '工作')).toEqual([]);
  });
});

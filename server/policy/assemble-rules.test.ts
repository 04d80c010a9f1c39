import { describe, expect, test } from 'vitest';
import { packText, places, problemsOf, recordText } from './sample-pack.test-data.ts';

const county = { id: 'county', jurisdiction: places.county };
const step = (id: string, more = '') =>
  `{id: ${id}, title: 步骤, at: host, post: info-officer, kind: review${more}}`;
const chain = (variants: string) => recordText('filing.chain.open', `{variants: [${variants}]}`);
const form = (more: string, fields = '{id: name, label: 名称, type: text, required: true}') =>
  recordText(
    'filing.form.open',
    `{title: 表, kinds: [open], sections: [{title: 基本, fields: [${fields}]}], opinions: [{id: host, title: 意见, seal: true, signature: true}], attachments: []${more}}`,
  );
const days = (...froms: string[]) =>
  froms
    .map(
      (from) =>
        `- {id: update.interval, from: ${from}, value: {n: 1, unit: week}, basis: {source: rule, article: 第一条, summary: 概要}}`,
    )
    .join('\n');

const ruleFaults: [name: string, rules: string, reason: RegExp, path: string, hint?: RegExp][] = [
  [
    'an unknown key, with the nearest known one',
    recordText('update.interval', '{n: 1, unit: week}', ', claus: [A-1]'),
    /不认识的键 claus/,
    '[0].claus',
    /clauses/,
  ],
  [
    'an unknown key inside a value',
    recordText('update.interval', '{n: 1, units: week}'),
    /不认识的键 units/,
    '[0].value.units',
    /unit/,
  ],
  [
    'a term that no calendar can count to its end',
    recordText('update.interval', '{n: 80, unit: year}'),
    /至多50年/,
    '[0].value.n',
  ],
  [
    'an unknown rule',
    recordText('update.intervall', '{n: 1, unit: week}'),
    /没有规则 update\.intervall/,
    '[0].id',
    /update\.interval/,
  ],
  [
    'a coined id outside the open families',
    recordText('update.own.x', '{n: 1, unit: week}'),
    /没有规则/,
    '[0].id',
  ],
  ['an open family without a coined part', recordText('recurring.own', 'true'), /没有规则/, '[0].id'],
  [
    'an own rule without a title',
    recordText('recurring.own.meeting', '{who: host, what: 开会, frequency: regular}'),
    /要写 title/,
    '[0]',
  ],
  [
    'a title on a catalogued rule',
    recordText('filing.archive', 'true', ', title: 名称'),
    /只有自定规则/,
    '[0].title',
  ],
  ['a value of the wrong shape', recordText('update.interval', '7'), /这里应当写/, '[0].value'],
  [
    'a word outside a closed list',
    recordText('update.interval', '{n: 1, unit: weeks}'),
    /只能写/,
    '[0].value.unit',
    /week/,
  ],
  ['a zero duration', recordText('update.interval', '{n: 0, unit: week}'), /至少为1/, '[0].value.n'],
  [
    'a missing value',
    '- {id: filing.archive, from: 2020-01-01, basis: {source: rule, article: 第一条, summary: 概要}}',
    /缺少 value/,
    '[0]',
  ],
  ['a missing basis', '- {id: filing.archive, from: 2020-01-01, value: true}', /缺少 basis/, '[0].basis'],
  [
    'a missing summary',
    '- {id: filing.archive, from: 2020-01-01, value: true, basis: {source: rule, article: 第一条}}',
    /缺少 summary/,
    '[0].basis.summary',
  ],
  [
    'an unknown source',
    recordText('filing.archive', 'true').replace('source: rule', 'source: rul'),
    /没有文件 rul/,
    '[0].basis.source',
    /rule/,
  ],
  [
    'a day that does not exist',
    recordText('filing.archive', 'true').replace('2020-01-01', '2023-02-29'),
    /日历上没有这一天/,
    '[0].from',
  ],
  [
    'a date in another form',
    recordText('filing.archive', 'true').replace('2020-01-01', '2020/1/1'),
    /YYYY-MM-DD/,
    '[0].from',
  ],
  [
    'a record before its source',
    recordText('filing.archive', 'true').replace('2020-01-01', '2019-12-31'),
    /早于文件/,
    '[0].from',
  ],
  ['two values on one day', days('2021-01-01', '2021-01-01'), /有两个值/, '[1].from', /when/],
  ['days in the wrong order', days('2022-01-01', '2021-01-01'), /顺序颠倒/, '[1].from'],
  [
    'a Chinese colon inside braces',
    recordText('update.interval', '{n：1，unit：week}'),
    /不认识的键/,
    '[0].value.n：1，unit：week',
    /英文（半角）/,
  ],
  [
    'a percentage',
    recordText('recurring.check', '{who: host, what: 查, frequency: regular, ratio: 20%}'),
    /应当写数字/,
    '[0].value.ratio',
    /写成 0\.2/,
  ],
  [
    'a number with its unit',
    recordText('credential.min-length', '12位'),
    /应当写数字/,
    '[0].value',
    /只写数字 12/,
  ],
  [
    'half a month',
    recordText('update.interval', '{n: 0.5, unit: month}'),
    /应当写整数/,
    '[0].value.n',
    /n: 15, unit: day/,
  ],
  [
    'a unit in Chinese',
    recordText('update.interval', '{n: 1, unit: 天}'),
    /只能写/,
    '[0].value.unit',
    /是否想写 day/,
  ],
  [
    'a gate in Chinese',
    recordText('publish.gates', '[政治关]'),
    /编号只用/,
    '[0].value[0]',
    /是否想写 political/,
  ],
  [
    'a name where a named item is due',
    recordText('incident.report-to', '[宣传部]'),
    /“键: 值”/,
    '[0].value[0]',
    /id、label/,
  ],
  [
    'an unknown clause',
    recordText('filing.archive', 'true', ', clauses: [ZZ-1]'),
    /没有条款 ZZ-1/,
    '[0].clauses[0]',
  ],
  [
    'a condition with nothing in it',
    recordText('update.interval', '{n: 1, unit: week}', ', when: {}'),
    /至少写一个条件/,
    '[0].when',
  ],
  [
    'an unknown platform in a condition',
    recordText('update.interval', '{n: 1, unit: week}', ', when: {platform: wechatt}'),
    /没有平台 wechatt/,
    '[0].when.platform',
  ],
  [
    'a condition on a chain record',
    chain(`{steps: [${step('a')}]}`).replace('value:', 'when: {tier: county}, value:'),
    /variants/,
    '[0].when',
  ],
  [
    'a step with an unknown post',
    chain(`{steps: [${step('a').replace('info-officer', 'info-oficer')}]}`),
    /没有岗位 info-oficer/,
    '[0].value.variants[0].steps[0].post',
    /info-officer/,
  ],
  [
    'a step with an unknown gate',
    chain(`{steps: [${step('a', ', gates: [politics]')}]}`),
    /没有关口 politics/,
    '[0].value.variants[0].steps[0].gates[0]',
  ],
  [
    'two steps with one id',
    chain(`{steps: [${step('a')}, ${step('a')}]}`),
    /步骤编号 a 重复/,
    '[0].value.variants[0].steps[1].id',
  ],
  [
    'distinct naming no step',
    chain(`{steps: [${step('compile')}, ${step('b')}], distinct: [[compile, reviw]]}`),
    /没有步骤 reviw/,
    '[0].value.variants[0].distinct[0][1]',
  ],
  [
    'a variant nobody reaches',
    chain(`{steps: [${step('a')}]}, {when: {tier: county}, steps: [${step('a')}]}`),
    /永远轮不到/,
    '[0].value.variants[1]',
  ],
  [
    'a named place without a name',
    chain(`{steps: [${step('a').replace('at: host', 'at: {unit: named}')}]}`),
    /必须写 name/,
    '[0].value.variants[0].steps[0].at',
  ],
  [
    'a layout naming no field',
    form(', layout: {columns: [30, 60], rows: [[{label: 名称}, {field: nam}]]}'),
    /没有字段 nam/,
    '[0].value.layout.rows[0][1]',
    /name/,
  ],
  [
    'a layout naming no opinion',
    form(', layout: {columns: [30, 60], rows: [[{label: 意见}, {opinion: hots}]]}'),
    /没有意见栏 hots/,
    '[0].value.layout.rows[0][1]',
  ],
  [
    'a row too short',
    form(', layout: {columns: [30, 60], rows: [[{label: 名称}]]}'),
    /不满 2 列/,
    '[0].value.layout.rows[0]',
  ],
  [
    'a row too long',
    form(', layout: {columns: [30, 60], rows: [[{label: 名称, colspan: 3}]]}'),
    /超出 2 列/,
    '[0].value.layout.rows[0]',
  ],
  [
    'a rowspan that hangs out',
    form(', layout: {columns: [30], rows: [[{label: 名称, rowspan: 2}]]}'),
    /rowspan 没有占完/,
    '[0].value.layout.rows[0]',
  ],
  [
    'a table wider than the page',
    form(', layout: {columns: [100, 100], rows: [[{label: 名称}, {field: name}]]}'),
    /超出纸面/,
    '[0].value.layout.columns',
  ],
  [
    'reasons that are not there',
    form(', layout: {columns: [30], rows: [[{checks: reasons.cancel}]]}'),
    /没有 cancel 的理由/,
    '[0].value.layout.rows[0][0]',
  ],
  [
    'a choice without options',
    form('', '{id: kind, label: 类型, type: select, required: true}'),
    /要写 options/,
    '[0].value.sections[0].fields[0]',
  ],
  [
    'two fields with one id',
    form(
      '',
      '{id: a, label: 甲, type: text, required: true}, {id: a, label: 乙, type: text, required: true}',
    ),
    /字段编号 a 重复/,
    '[0].value.sections[0].fields[1].id',
  ],
  [
    'a form whose kinds leave its own matter out',
    form('').replace('kinds: [open]', 'kinds: [close]'),
    /kinds 里却没有 open/,
    '[0].value.kinds',
  ],
  [
    'an item twice in a list',
    recordText('documents-on-file', '[{id: plan, label: 预案}, {id: plan, label: 预案}]'),
    /写了两次/,
    '[0].value[1]',
  ],
  [
    'an unknown gate in the list of gates',
    recordText('publish.gates', '[political, picture]'),
    /没有关口 picture/,
    '[0].value[1]',
  ],
  [
    'a trigger leading to no measure',
    recordText(
      'measure.ladder',
      '{steps: [{id: talk, label: 约谈, kind: interview}], triggers: [{id: a, label: 情形, leads: [tlak]}]}',
    ),
    /没有措施 tlak/,
    '[0].value.triggers[0].leads[0]',
    /talk/,
  ],
];

describe('the loader names every fault with its place and a Chinese reason', () => {
  test.each(ruleFaults)('%s', (_name, rules, reason, path, hint) => {
    const problems = problemsOf(packText({ ...county, rules }));
    const problem = problems.find((one) => reason.test(one.reason));
    // A misspelt key is both unknown and missing under its right name; everything else is said once.
    expect(problems.filter((one) => !/^缺少/.test(one.reason) || one === problem)).toEqual([problem]);
    expect(problem).toMatchObject({ file: 'county/rules/all.yaml', path, line: expect.any(Number) });
    expect(problem?.reason).toMatch(reason);
    if (hint) expect(problem?.hint).toMatch(hint);
  });

  const likes = (value: string) =>
    `- {id: indicator.own.x, title: 指标, from: 2020-01-01, value: ${value}, basis: {source: rule, article: 第一条, summary: 概要}}`;
  test.each([
    ['likes', '{target: account, measure: likes, question: 看点赞, outcome: {kind: bonus, points: 5}}'],
    [
      'followers',
      '{target: account, measure: follower-count, question: 粉丝, outcome: {kind: bonus, points: 5}}',
    ],
    [
      'log-ins',
      '{target: app, measure: log-in-count, question: 登录, outcome: {kind: deduction, points: 1, cap: 5}}',
    ],
    [
      'study hours behind a manual judgement',
      '{target: host, measure: manual, question: 干部学习时长是否达标, outcome: {kind: bonus, points: 5}}',
    ],
    [
      'reposts in the item',
      '{target: account, measure: manual, question: 传播力, outcome: {kind: deduction, item: 转发量, points: 1, cap: 5}}',
    ],
    [
      'likes named without a unit of count',
      '{target: account, measure: manual, question: 每篇获得点赞是否达到一百个, outcome: {kind: bonus, points: 5}}',
    ],
    [
      'followers by another name',
      '{target: account, measure: manual, question: 影响力, outcome: {kind: deduction, item: 粉丝规模, points: 1, cap: 5}}',
    ],
  ])('the burden guard refuses %s with its basis', (_name, value) => {
    const problems = problemsOf(packText({ ...county, rules: likes(value) }));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.reason).toContain(
      '不得把点赞、投票、转发、粉丝数、登录次数、学习时长作为考核评价的标准',
    );
    expect(problems[0]?.hint).toContain('依据');
  });

  test('the burden guard lets pass what forbids forcing and buying', () => {
    const veto = (measure: string) =>
      `{target: account, measure: ${measure}, question: 是否强制点赞或购买粉丝, outcome: {kind: veto}}`;
    expect(problemsOf(packText({ ...county, rules: likes(veto('forced-likes')) }))).toEqual([]);
    expect(problemsOf(packText({ ...county, rules: likes(veto('bought-followers')) }))).toEqual([]);
  });

  test('all faults of all files at once, not only the first', () => {
    const problems = problemsOf(
      packText({ ...county, rules: recordText('nonsense', '1') + recordText('filing.archive', '1') }),
      packText({ id: 'other', jurisdiction: '999999', rules: 'x: [' }),
    );
    expect(problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['county/rules/all.yaml', 'other/rules/all.yaml', 'other/pack.yaml']),
    );
    expect(problems.length).toBeGreaterThanOrEqual(4);
  });
});

import { describe, expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import { geography, packText, places, problemsOf, recordText } from './sample-pack.test-data.ts';

const county = { id: 'county', jurisdiction: places.county };
const headFaults: [
  name: string,
  pack: Partial<Parameters<typeof packText>[0]>,
  reason: RegExp,
  path: string,
][] = [
  ['an unknown jurisdiction', { jurisdiction: '990122' }, /没有辖区 990122/, 'jurisdiction'],
  [
    'a level above its parent',
    { head: "jurisdictions: [{code: '990200', name: 丁, level: province, parent: '990100'}]" },
    /层级不对/,
    'jurisdictions[0].level',
  ],
  [
    'an unknown parent',
    { head: "jurisdictions: [{code: '990200', name: 丁, level: city, parent: '980000'}]" },
    /没有辖区 980000/,
    'jurisdictions[0].parent',
  ],
  [
    'a jurisdiction declared again',
    { head: "jurisdictions: [{code: '990121', name: 丙县, level: county, parent: '990100'}]" },
    /重复/,
    'jurisdictions[0].code',
  ],
  ['a post under a taken id', { head: 'posts: [{id: info-officer, title: 别的}]' }, /已有/, 'posts[0]'],
  [
    'two sources with one id',
    {
      sources:
        '- {id: rule, title: 甲, inForce: {from: 2020-01-01}}\n- {id: rule, title: 乙, inForce: {from: 2021-01-01}}',
    },
    /文件编号 rule 重复/,
    'sources[1].id',
  ],
  [
    'an end before the beginning',
    { sources: '- {id: rule, title: 甲, inForce: {from: 2020-01-01, until: 2019-01-01}}' },
    /until 必须晚于 from/,
    'sources[0].inForce.until',
  ],
  [
    'an assumed day without a reason',
    { sources: '- {id: rule, title: 甲, inForce: {from: 2020-01-01, assumed: true}}' },
    /note/,
    'sources[0].inForce',
  ],
  [
    'a repeal of something unknown',
    { sources: '- {id: rule, title: 甲, inForce: {from: 2020-01-01}, repeals: [old]}' },
    /没有文件 old/,
    'sources[0].repeals[0]',
  ],
  [
    'a repeal of something later',
    {
      sources:
        '- {id: rule, title: 甲, inForce: {from: 2020-01-01}, repeals: [new]}\n- {id: new, title: 乙, inForce: {from: 2021-01-01}}',
    },
    /并不早于/,
    'sources[0].repeals[0]',
  ],
];

describe('pack.yaml is held to the same', () => {
  test.each(headFaults)('%s', (_name, pack, reason, path) => {
    const problems = problemsOf(packText({ ...county, ...pack }));
    expect(problems).toEqual([
      expect.objectContaining({ file: 'county/pack.yaml', path, reason: expect.stringMatching(reason) }),
    ]);
  });

  test('a cycle in the tree', () => {
    const head =
      "jurisdictions: [{code: '97', name: 甲, level: county, parent: '98'}, {code: '98', name: 乙, level: county, parent: '97'}]";
    const reasons = problemsOf(packText({ ...county, head })).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.includes('绕了一圈'))).toHaveLength(2);
  });

  test('two packs with one id', () => {
    expect(problemsOf(packText(county), packText(county))[0]?.reason).toMatch(/法规包编号 county 重复/);
  });

  test('a pack without pack.yaml', () => {
    const result = assemble({ packs: [{ file: 'empty', files: [] }], geography: [geography] });
    expect(result).toMatchObject({ ok: false, problems: [{ file: 'empty', reason: '缺少 pack.yaml' }] });
  });

  test('a number where a version has to be quoted', () => {
    const raw = packText(county);
    const files = raw.files.map((file) => ({ ...file, text: file.text.replace('"2026.1"', '2026.1') }));
    expect(assemble({ packs: [{ ...raw, files }], geography: [geography] })).toMatchObject({
      ok: false,
      problems: [{ path: 'version', hint: expect.stringContaining('引号') }],
    });
  });
});

describe('clauses and cases', () => {
  const clause = (id: string, more: string) =>
    `- {id: ${id}, article: 第一条, capability: policy, summary: 概要, ${more}}\n`;

  test('a clause marked recorded that no record names', () => {
    const [problem] = problemsOf(packText({ ...county, clauses: clause('CX-1', 'status: recorded') }));
    expect(problem).toMatchObject({ file: 'county/clauses.yaml', path: '[0].status' });
  });

  test('a clause marked enforced without its test', () => {
    const [problem] = problemsOf(
      packText({ ...county, clauses: clause('CX-1', 'status: enforced, where: a.ts') }),
    );
    expect(problem?.reason).toMatch(/where 和 test/);
  });

  test('one clause id in two packs', () => {
    const one = { clauses: clause('CX-1', 'status: not-enforced') };
    expect(
      problemsOf(
        packText({ ...county, ...one }),
        packText({ id: 'city', jurisdiction: places.city, ...one }),
      )[0]?.reason,
    ).toMatch(/CX-1 重复/);
  });

  test('a case that comes out differently is a fault where it stands', () => {
    const rules = recordText('update.interval', '{n: 1, unit: week}');
    const cases =
      '- {title: 十天一更, on: 2021-01-01, rule: update.interval, expect: {value: {n: 10, unit: day}}}';
    const problems = problemsOf(packText({ ...county, rules, cases }));
    expect(problems).toEqual([
      expect.objectContaining({
        file: 'county/cases/all.yaml',
        path: '[0]',
        reason: expect.stringContaining('十天一更'),
      }),
    ]);
  });

  test.each([
    ['the value', '{value: {n: 1, unit: week}, pack: county, article: 第一条}', true],
    ['the due day', '{due: {from: 2026-09-29, day: 2026-10-06}}', true],
    ['a wrong due day', '{due: {from: 2026-09-29, day: 2026-10-07}}', false],
    ['a wrong state', '{state: lapsed}', false],
    ['a wrong pack', '{pack: city}', false],
    ['a wrong article', '{article: 第九条}', false],
    ['what it overrode', '{overrode: [city]}', false],
  ])('a case about %s', (_name, expectation, holds) => {
    const rules = recordText('update.interval', '{n: 1, unit: week}');
    const cases = `- {title: 情形, on: 2021-01-01, rule: update.interval, expect: ${expectation}}`;
    expect(problemsOf(packText({ ...county, rules, cases })).length === 0).toBe(holds);
  });

  test.each([
    ['{value: {n: 2, unit: week}}', '情形“情形”不成立：值里的 n 应为 2，实为 1'],
    ['{state: lapsed}', '情形“情形”不成立：状态应为 lapsed（已失效），实为 in-force（有效）'],
    ['{overrode: [city]}', '情形“情形”不成立：压过的法规包应为 [city]，实为 []'],
  ])('a case that expects %s is told what differs, as packs write it', (expectation, reason) => {
    const rules = recordText('update.interval', '{n: 1, unit: week}');
    const cases = `- {title: 情形, on: 2021-01-01, rule: update.interval, expect: ${expectation}}`;
    expect(problemsOf(packText({ ...county, rules, cases })).map((one) => one.reason)).toEqual([reason]);
  });
});

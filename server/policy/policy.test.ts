import { describe, expect, test } from 'vitest';
import type { RuleId } from './catalogue.ts';
import { policyFor, UnknownJurisdiction } from './policy.ts';
import { packText, places, recordText, setOf } from './sample-pack.test-data.ts';
import { selectChain } from './select-chain.ts';

const nation = (rules: string, sources?: string) =>
  packText({ id: 'nation', jurisdiction: places.nation, rules, ...(sources ? { sources } : {}) });
const county = (rules: string, sources?: string) =>
  packText({ id: 'county', jurisdiction: places.county, rules, ...(sources ? { sources } : {}) });
const record = (id: string, from: string, value: string, source = 'rule') =>
  `- {id: ${id}, from: ${from}, value: ${value}, basis: {source: ${source}, article: 第一条, summary: 概要}}\n`;
const ask = (packs: ReturnType<typeof setOf>, rule: RuleId, on = '2024-01-01', facts = {}) =>
  policyFor(packs, places.county, on).get(rule, facts);

describe('a value in time', () => {
  const packs = setOf(
    county(
      record('update.interval', '2021-03-01', '{n: 2, unit: week}') +
        record('update.interval', '2022-03-01', '{n: 1, unit: week}') +
        record('update.interval', '2023-03-01', 'null'),
    ),
  );

  test.each([
    ['2021-02-28', 'not-yet', null],
    ['2021-03-01', 'in-force', { n: 2, unit: 'week' }],
    ['2022-02-28', 'in-force', { n: 2, unit: 'week' }],
    ['2022-03-01', 'in-force', { n: 1, unit: 'week' }],
    ['2023-02-28', 'in-force', { n: 1, unit: 'week' }],
    ['2023-03-01', 'repealed', null],
  ])('on %s: %s', (on, state, value) => {
    expect(ask(packs, 'update.interval', on)).toMatchObject({ state, value });
  });

  test('what nobody speaks of is absent, and carries no basis', () => {
    expect(ask(packs, 'objection.term')).toMatchObject({
      state: 'absent',
      value: null,
      basis: [],
      pack: null,
    });
  });

  test('an id outside the catalogue is a mistake of the program', () => {
    expect(() => ask(packs, 'no.such.rule' as RuleId)).toThrow(RangeError);
  });

  test('an unknown jurisdiction', () => {
    expect(() => policyFor(packs, '000001', '2024-01-01')).toThrow(UnknownJurisdiction);
  });
});

describe('LZ-38 a document with an end', () => {
  const lapsing =
    '- {id: rule, title: 试行办法, inForce: {from: 2020-07-29, until: 2022-07-29}, warnDays: 60}';
  const packs = setOf(
    nation(recordText('update.interval', '{n: 2, unit: week}')),
    county(
      record('update.interval', '2020-07-29', '{n: 1, unit: week}') +
        record('objection.term', '2020-07-29', '{n: 7, unit: workday}'),
      lapsing,
    ),
  );

  test('holds until the day before', () => {
    expect(ask(packs, 'update.interval', '2022-07-28')).toMatchObject({ value: { n: 1 }, pack: 'county' });
  });

  test('falls back to the level above, and says so', () => {
    const answer = ask(packs, 'update.interval', '2022-07-29');
    expect(answer).toMatchObject({ state: 'in-force', value: { n: 2 }, pack: 'nation' });
    expect(answer.notes).toEqual([expect.stringContaining('《试行办法》已于 2022-07-29 失效，现按全国')]);
  });

  test('with nothing above it is lapsed, which is not zero and not absent', () => {
    const answer = ask(packs, 'objection.term', '2022-07-29');
    expect(answer).toMatchObject({ state: 'lapsed', value: null, basis: [{ article: '第一条' }] });
    expect(answer.notes[0]).toContain('没有其他规定可依');
  });

  test.each([
    ['2022-05-29', []],
    ['2022-05-30', ['lapses-soon']],
    ['2022-07-28', ['lapses-soon']],
    ['2022-07-29', ['lapsed']],
  ])('LZ-38 warned of on %s: %j', (on, kinds) => {
    expect(policyFor(packs, places.county, on).warnings.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('QJ-29 a document that repeals another', () => {
  const sources =
    '- {id: old, title: 旧制度, inForce: {from: 2018-01-01}}\n- {id: rule, title: 新办法, inForce: {from: 2020-01-01}, repeals: [old]}';
  const packs = setOf(
    county(
      record('filing.archive', '2018-01-01', 'true', 'old') +
        record('update.interval', '2018-01-01', '{n: 1, unit: month}', 'old') +
        record('update.interval', '2020-01-01', '{n: 1, unit: week}'),
      sources,
    ),
  );

  test('QJ-29 the old value holds until the new document takes effect', () => {
    expect(ask(packs, 'update.interval', '2019-12-31')).toMatchObject({ value: { n: 1, unit: 'month' } });
    expect(ask(packs, 'update.interval', '2020-01-01')).toMatchObject({ value: { n: 1, unit: 'week' } });
  });

  test('the repeal is announced before it comes, as a repeal', () => {
    expect(policyFor(packs, places.county, '2019-12-01').warnings).toMatchObject([
      { kind: 'repealed-soon', text: expect.stringContaining('新办法') },
    ]);
  });

  test('QJ-29 what the new document is silent on is repealed with the old', () => {
    const answer = ask(packs, 'filing.archive', '2020-01-01');
    expect(answer.state).toBe('repealed');
    expect(answer.notes[0]).toContain('被《新办法》废止');
  });
});

describe('levels of the tree', () => {
  test('strictest: durations of different units are compared by their due day on the day asked', () => {
    const packs = setOf(
      nation(recordText('objection.term', '{n: 3, unit: workday}')),
      county(recordText('objection.term', '{n: 5, unit: day}')),
    );
    // Friday 2026-09-25 is 中秋; three working days reach past the National Day holiday when asked on 2026-09-29.
    expect(ask(packs, 'objection.term', '2026-09-29')).toMatchObject({
      value: { unit: 'day' },
      pack: 'county',
    });
    const plain = ask(packs, 'objection.term', '2026-06-01');
    expect(plain).toMatchObject({ value: { unit: 'workday' }, pack: 'nation' });
    expect(plain.overrode[0]?.why).toContain('3个工作日到 2026-06-04，5天到 2026-06-06');
  });

  test('nearest: the county decides and the nation is named as overridden', () => {
    const packs = setOf(
      nation(recordText('filing.timing.open', 'before-opening')),
      county(recordText('filing.timing.open', 'after-opening')),
    );
    const answer = ask(packs, 'filing.timing.open');
    expect(answer).toMatchObject({
      value: 'after-opening',
      pack: 'county',
      overrode: [{ value: 'before-opening', basis: { pack: 'nation' } }],
    });
    expect(answer.overrode[0]?.why).toContain('就近');
  });

  test('LZ-35 higher law prevails where it declares itself binding', () => {
    const packs = setOf(
      nation(recordText('filing.timing.open', 'before-opening', ', binding: true')),
      county(recordText('filing.timing.open', 'after-opening')),
    );
    const answer = ask(packs, 'filing.timing.open');
    expect(answer).toMatchObject({ value: 'before-opening', pack: 'nation' });
    expect(answer.overrode[0]?.why).toContain('上位规定优先');
  });

  test('union: gates of all levels hold together, each level a basis', () => {
    const packs = setOf(
      nation(recordText('publish.gates', '[political, legal]')),
      county(recordText('publish.gates', '[legal, opinion]')),
    );
    const answer = ask(packs, 'publish.gates');
    expect(new Set(answer.value as string[])).toEqual(new Set(['political', 'legal', 'opinion']));
    expect(answer.basis.map(({ pack }) => pack)).toEqual(['county', 'nation']);
  });

  test('a platform one level has not approved is not approved', () => {
    const platform = (approved: boolean) =>
      recordText(
        'platforms',
        `[{id: wechat, name: 微信, approved: ${approved}, kind: account, idLabel: biz}]`,
      );
    for (const [above, below] of [
      [true, false],
      [false, true],
    ] as const) {
      expect(ask(setOf(nation(platform(above)), county(platform(below))), 'platforms').value).toMatchObject([
        { approved: false },
      ]);
    }
  });

  test('LZ-11c a county switches a platform off, or changes one thing of it; the rest stands as declared above', () => {
    const packs = setOf(
      nation(
        recordText(
          'platforms',
          '[{id: weibo, name: 微博, approved: true, kind: account, idLabel: 微博uid, hosts: [weibo.com]}, {id: wechat, name: 微信, approved: true, kind: account, idLabel: biz}]',
        ),
      ),
      county(
        recordText(
          'platforms',
          '[{id: weibo, approved: false}, {id: wechat, approved: true, idLabel: 微信biz}]',
        ),
      ),
    );
    const [weibo, wechat] = ask(packs, 'platforms').value as Record<string, unknown>[];
    expect(weibo).toEqual({
      id: 'weibo',
      name: '微博',
      approved: false,
      kind: 'account',
      idLabel: '微博uid',
      hosts: ['weibo.com'],
    });
    expect(wechat).toMatchObject({ name: '微信', approved: true, idLabel: '微信biz' });
  });

  test('LZ-11a a requirement refused by one level is refused, and keeps the lower limit', () => {
    const packs = setOf(
      nation(recordText('requirement.open.one-per-platform', '{strength: refuse, max: 2}')),
      county(recordText('requirement.open.one-per-platform', '{strength: allow-with-reason, max: 1}')),
    );
    const answer = ask(packs, 'requirement.open.one-per-platform');
    expect(answer.value).toEqual({ strength: 'refuse', max: 1 });
    expect(answer.overrode.map(({ basis }) => basis.pack)).toEqual(['county', 'nation']);
  });

  test('of a spot check the higher ratio holds whoever is more frequent', () => {
    const check = (per: string, ratio: number) =>
      recordText(
        'recurring.spot-check',
        `{who: supervisor, what: 抽查, frequency: {times: 1, per: ${per}}, ratio: ${ratio}}`,
      );
    const packs = setOf(nation(check('{n: 3, unit: month}', 0.3)), county(check('{n: 1, unit: month}', 0.1)));
    expect(ask(packs, 'recurring.spot-check').value).toMatchObject({
      frequency: { per: { n: 1, unit: 'month' } },
      ratio: 0.3,
    });
  });

  test('a value for a certain case goes before the general one of the same level, and shows while not asked for', () => {
    const packs = setOf(
      county(
        recordText('update.interval', '{n: 1, unit: week}') +
          recordText('update.interval', '{n: 10, unit: day}', ', when: {unitKind: town}'),
      ),
    );
    expect(ask(packs, 'update.interval', '2024-01-01', { unitKind: 'town' })).toMatchObject({
      value: { n: 10, unit: 'day' },
    });
    const general = ask(packs, 'update.interval');
    expect(general).toMatchObject({
      value: { n: 1, unit: 'week' },
      conditional: [{ when: { unitKind: ['town'] }, value: { n: 10 } }],
    });
  });

  test('assumed days are said to be assumed', () => {
    const packs = setOf(
      county(
        recordText('filing.archive', 'true'),
        '- {id: rule, title: 办法, inForce: {from: 2020-01-01, assumed: true, note: 按印发年份推定}}',
      ),
    );
    expect(ask(packs, 'filing.archive')).toMatchObject({
      basis: [{ assumed: '按印发年份推定' }],
      notes: [expect.stringContaining('推定')],
    });
  });
});

describe('selectChain', () => {
  const step = (id: string, more = '') =>
    `{id: ${id}, title: 步骤, at: host, post: info-officer, kind: review${more}}`;
  const packs = setOf(
    county(
      recordText(
        'filing.chain.open',
        `{variants: [{when: {underPark: true}, steps: [${step('park')}]}, {when: {tier: [county, town]}, steps: [${step('host')}, ${step('city', ', onlyIf: {unitKind: department}')}], distinct: [[host, city]]}]}`,
      ),
    ),
  );
  const answer = policyFor(packs, places.county, '2024-01-01').get('filing.chain.open');

  test.each([
    ['the first variant that fits', { underPark: true, tier: 'county' }, ['park']],
    ['a later one', { underPark: false, tier: 'town' }, ['host']],
    ['steps for certain cases only', { tier: 'county', unitKind: 'department' }, ['host', 'city']],
  ] as const)('%s', (_name, facts, ids) => {
    expect(selectChain(answer, facts)?.steps.map(({ id }) => id)).toEqual(ids);
  });

  test('distinct keeps only the steps that remain', () => {
    expect(selectChain(answer, { tier: 'county', unitKind: 'department' })?.distinct).toEqual([
      ['host', 'city'],
    ]);
    expect(selectChain(answer, { tier: 'county' })?.distinct).toEqual([]);
  });

  test('no variant fits: nobody may pass', () => {
    expect(selectChain(answer, { tier: 'province' })).toBeNull();
    expect(selectChain(answer, {})).toBeNull();
  });

  test('no chain in force: nobody may pass', () => {
    expect(
      selectChain(policyFor(packs, places.county, '2019-01-01').get('filing.chain.open'), { tier: 'county' }),
    ).toBeNull();
    expect(
      selectChain(policyFor(packs, places.city, '2024-01-01').get('filing.chain.open'), { tier: 'county' }),
    ).toBeNull();
  });
});

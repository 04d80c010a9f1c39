import { describe, expect, test } from 'vitest';
import type { Answer, Duration } from '../../policy/index.ts';
import { type Activity, noThresholds, type ScreenedAccount, type Thresholds } from './model.ts';
import { screen } from './rules.ts';
import { checkOrder } from './rules-order.ts';
import type { Screening } from './rules-screening.ts';
import { alikePairs } from './rules-similar.ts';
import { idleFrom, lowUse, monthBefore } from './rules-use.ts';

const TODAY = '2026-10-20';

function answer<T>(rule: string, value: T | null): Answer<T> {
  const rest = { overrode: [], conditional: [], notes: [], pack: 'test', version: '1' };
  return { rule, title: rule, state: value === null ? 'absent' : 'in-force', value, basis: [], ...rest };
}

let n = 0;
const account = (more: Partial<ScreenedAccount> = {}): ScreenedAccount => ({
  id: `a${String(++n).padStart(5, '0')}`,
  name: `账号${n}`,
  platform: 'wechat',
  platformName: '微信公众号',
  channelKind: 'account',
  number: `N${n}`,
  hostUnitId: 'host',
  hostName: '某局',
  hostPath: ['top', 'host'],
  functions: '',
  excused: [],
  ...more,
});

interface Case {
  readonly criteria: readonly string[];
  readonly lowUse?: { months: number; readsPerPost?: number; followers?: number };
  readonly idle?: Duration;
  readonly thresholds?: Partial<Thresholds>;
  readonly tended?: readonly string[];
  readonly activity?: Readonly<Record<string, readonly Partial<Activity>[]>>;
}

function screening(accounts: readonly ScreenedAccount[], its: Case): Screening {
  return {
    today: TODAY,
    accounts,
    activity: new Map(
      Object.entries(its.activity ?? {}).map(([id, months]) => [id, months.map((each) => figures(each))]),
    ),
    tended: new Set(its.tended ?? []),
    says: {
      criteria: answer(
        'consolidation.criteria',
        its.criteria.map((id) => ({ id, label: id })),
      ),
      perPlatform: answer('requirement.open.one-per-platform', { max: 1 }),
      apps: answer('requirement.open.one-app', { max: 1 }),
      lowUse: answer('consolidation.low-use', its.lowUse ?? null),
      idle: answer('update.zombie-threshold', its.idle ?? null),
    },
    thresholds: { ...noThresholds, ...its.thresholds },
  };
}

const figures = (more: Partial<Activity>): Activity => ({
  jurisdiction: '1',
  accountId: 'x',
  month: '2026-09',
  posts: null,
  reads: null,
  followers: null,
  lastPostOn: null,
  source: 'person',
  recordedAt: '',
  recordedBy: null,
  recordedByName: '',
  recordedPost: null,
  ...more,
});

const quiet = [
  { month: '2026-09', posts: 4, reads: 40, followers: 100 },
  { month: '2026-08', posts: 4, reads: 20, followers: 90 },
];
const busy = quiet.map((each) => ({ ...each, reads: 40_000, followers: 90_000 }));
const kinds = (found: ReturnType<typeof screen>) => found.map(({ kind }) => kind);

describe('one host on one platform', () => {
  const two = [account({ name: '广州政务发布' }), account({ name: '广州政务服务' })];
  const all = ['same-platform', 'several-apps', 'similar', 'low-use', 'idle', 'no-maintainer'];

  test.each([
    ['WJ-5 two accounts where criteria name it', two, ['same-platform'], ['same-platform']],
    [
      'GD-3.2a two accounts where criteria name several of a unit',
      two,
      ['several-accounts'],
      ['same-platform'],
    ],
    ['two accounts where criteria do not name it', two, ['low-use'], []],
    [
      'one that was excused with a reason',
      [two[0]!, { ...two[1]!, excused: ['one-per-platform'] }],
      ['same-platform'],
      [],
    ],
    ['different hosts', [two[0]!, { ...two[1]!, hostUnitId: 'other' }], ['same-platform'], []],
    ['different platforms', [two[0]!, { ...two[1]!, platform: 'weibo' }], ['same-platform'], []],
  ])('%s', (_title, accounts, criteria, expected) => {
    expect(kinds(screen(screening(accounts, { criteria })))).toEqual(expected);
  });

  test('GD-3.2a two apps of one unit, told with their number and what is allowed', () => {
    const apps = ['甲', '乙'].map((name) => account({ name, platform: 'app', channelKind: 'app' }));
    const [found] = screen(screening(apps, { criteria: ['several-accounts'] }));
    expect(found).toMatchObject({
      kind: 'several-apps',
      key: 'several-apps:host',
      reasons: [{ code: 'reason.several-apps', facts: { n: 2, max: 1 } }],
    });
  });

  test('the same facts give the same keys, whatever their order', () => {
    const asked = { criteria: all };
    const keys = (accounts: ScreenedAccount[]) => screen(screening(accounts, asked)).map(({ key }) => key);
    expect(keys([...two]).sort()).toEqual(keys([...two].reverse()).sort());
  });
});

describe('alike accounts', () => {
  const weibo = { platform: 'weibo', platformName: '微博' };
  const a = account({ name: '抚松教育发布' });
  const same = account({ ...weibo, name: '抚松教育发布' });
  const near = account({ ...weibo, name: '抚松教育' });
  const limit = { months: 2, readsPerPost: 100 };
  const all = { criteria: ['similar'], lowUse: limit };

  test.each([
    ['LZ-12 the same name on two platforms is what is asked for', [a, same], all, []],
    [
      'FS-14 the same name on two platforms, one used little',
      [a, same],
      { ...all, activity: { [a.id]: busy, [same.id]: quiet } },
      ['similar'],
    ],
    ['both used well', [a, near], { ...all, activity: { [a.id]: busy, [near.id]: busy } }, []],
    [
      'LZ-11b alike names, one used little',
      [a, near],
      { ...all, activity: { [a.id]: quiet, [near.id]: busy } },
      ['similar'],
    ],
    ['alike names, nothing known of their use: told with that remark', [a, near], all, ['similar']],
    [
      'unlike names',
      [a, account({ ...weibo, name: '县城天气' })],
      { ...all, activity: { [a.id]: quiet } },
      [],
    ],
    [
      'alike purposes of neighbouring hosts',
      [
        account({ name: '甲台', functions: '发布就业信息和招聘会通知' }),
        account({
          name: '乙号',
          hostUnitId: 'h2',
          hostPath: ['top', 'h2'],
          functions: '发布就业信息与招聘会通知',
        }),
      ],
      all,
      ['similar'],
    ],
    [
      'hosts that are no neighbours',
      [a, { ...near, hostUnitId: 'x', hostPath: ['elsewhere', 'x'] }],
      all,
      [],
    ],
  ])('%s', (_title, accounts, its, expected) => {
    expect(kinds(screen(screening(accounts, its)))).toEqual(expected);
  });

  test('ten thousand accounts of one neighbourhood are compared in a few seconds', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      id: `m${at}`,
      name: `${String.fromCodePoint(0x4e00 + (at % 5000))}${String.fromCodePoint(0x5e00 + (at % 97))}局发布`,
      functions: '发布政务信息，提供办事服务',
    }));
    const begun = performance.now();
    expect(alikePairs(many).length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('use and silence', () => {
  const one = account();
  const limit = { months: 2, readsPerPost: 100, followers: 1000 };

  test.each([
    ['LZ-11b reads and followers both below', quiet, limit, true],
    ['followers above: attention is not low', quiet.map((q) => ({ ...q, followers: 5000 })), limit, false],
    ['a month without figures proves nothing', quiet.slice(0, 1), limit, 'unknown'],
    ['no threshold, no judgement', quiet, { months: null, readsPerPost: null, followers: null }, 'unknown'],
    ['no post: reads a post are not known', quiet.map((q) => ({ ...q, posts: 0 })), limit, 'unknown'],
    [
      'exactly the threshold is not below it',
      [
        { ...quiet[0], posts: 1, reads: 100 },
        { ...quiet[1], posts: 1, reads: 100 },
      ],
      { ...limit, followers: null },
      false,
    ],
  ])('%s', (_title, months, held, expected) => {
    const judged = lowUse(
      months.map((each) => figures(each)),
      TODAY,
      {
        months: held.months,
        readsPerPost: held.readsPerPost,
        followers: held.followers,
      },
    );
    expect(judged === 'unknown' ? judged : judged.low).toBe(expected);
  });

  test('FS-14 what the supervisor enters is used where no rule says it, and kept with the finding', () => {
    const thresholds = { months: 2, readsPerPost: 100 };
    const its = { criteria: ['low-use'], thresholds, activity: { [one.id]: quiet } };
    const [found] = screen(screening([one], its));
    expect(found).toMatchObject({
      kind: 'low-use',
      thresholds: { months: 2, readsPerPost: 100 },
      reasons: [{ facts: { readsPerPost: 7, readsLimit: 100, months: 2 } }],
    });
    const ruled = { ...its, lowUse: { months: 2, readsPerPost: 5 } };
    expect(screen(screening([one], ruled))).toEqual([]);
  });

  test.each([
    ['2026-07-19', { n: 3, unit: 'month' }, true],
    ['2026-07-20', { n: 3, unit: 'month' }, false],
    ['2026-10-05', { n: 2, unit: 'week' }, true],
    ['2026-10-06', { n: 2, unit: 'week' }, false],
  ] as const)('QJ-14 last post %s, silent for longer than %o: %s', (last, idle, found) => {
    const activity = { [one.id]: [{ month: last.slice(0, 7), lastPostOn: last }] };
    const outcome = screen(screening([one], { criteria: ['stale'], idle, activity }));
    expect(outcome.length > 0).toBe(found);
  });

  test('QJ-14 nobody on record to keep an account', () => {
    const other = account();
    const found = screen(screening([one, other], { criteria: ['no-maintainer'], tended: [other.id] }));
    expect(found.map(({ key }) => key)).toEqual([`no-maintainer:${one.id}`]);
  });

  test('months and their ends', () => {
    expect(monthBefore('2026-01-31', 1)).toBe('2025-12');
    expect(monthBefore('2026-12-01', 13)).toBe('2025-11');
    expect(idleFrom('2025-11-30', { n: 3, unit: 'month' })).toBe('2026-03-01');
    expect(idleFrom('2024-02-29', { n: 1, unit: 'year' })).toBe('2025-03-01');
  });
});

describe('what may be ordered', () => {
  const accounts = [account(), account(), account({ hostUnitId: 'other' })];
  const [a, b, c] = accounts.map(({ id }) => id) as [string, string, string];
  const proposal = { accounts } as unknown as Parameters<typeof checkOrder>[0];
  const order = { action: 'merge', accountIds: [a], mainAccountId: b, termDays: 20 } as const;
  const under = { closing: [], mains: [] };

  test.each([
    ['a merging', order, under, []],
    ['nothing chosen', { ...order, accountIds: [] }, under, ['consolidation.none-chosen']],
    ['a stranger', { ...order, accountIds: [a, 'zz'] }, under, ['consolidation.not-of-proposal']],
    ['no main account', { ...order, mainAccountId: null }, under, ['consolidation.main-missing']],
    [
      'the main account among the merged',
      { ...order, accountIds: [a, b] },
      under,
      ['consolidation.main-closes'],
    ],
    ['two hosts at once', { ...order, accountIds: [a, c] }, under, ['consolidation.several-hosts']],
    [
      'a main account that is being closed',
      order,
      { closing: [b], mains: [] },
      ['consolidation.main-under-order'],
    ],
    ['an account ordered before', order, { closing: [a], mains: [] }, ['consolidation.already-ordered']],
    ['an account into which others go', order, { closing: [], mains: [a] }, ['consolidation.is-main']],
    ['no term', { ...order, termDays: 0 }, under, ['consolidation.term-bad']],
  ] as const)('%s', (_title, asked, others, codes) => {
    expect(checkOrder(proposal, asked, others).map(({ code }) => code)).toEqual(codes);
  });
});

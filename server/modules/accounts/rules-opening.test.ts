import { beforeAll, describe, expect, test } from 'vitest';
import { SHIPPED_PACKS } from '../../kernel/testing.ts';
import { type CaseFacts, type PackSet, policyFor, selectChain } from '../../policy/index.ts';
import { loadPacks } from '../../policy/load.ts';
import { buildForm } from './build-form.ts';
import { fieldsOf } from './form-model.ts';
import { platformsOf } from './list-platforms.ts';
import { type Check, type FormValues, outcomeOf, type Timing } from './model.ts';
import { plannedEntries, submissionTerm } from './rules-entries.ts';
import type { FilingFacts, HostFacts } from './rules-facts.ts';
import { draftProblems } from './rules-form.ts';
import { checkOpening } from './rules-opening.ts';
import { blocking, consentSlot } from './rules-route.ts';

let packs: PackSet;
beforeAll(async () => {
  const loaded = await loadPacks([SHIPPED_PACKS]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
  packs = loaded.packs;
});

const BUREAU: HostFacts = {
  name: '某某局',
  kind: 'department',
  tier: 'county',
  secret: false,
  inward: false,
};
const PLACES = {
  LZ: ['620171', '2021-06-01'],
  WJ: ['320509-hrss', '2026-06-01'],
  GD: ['440100', '2026-06-01'],
  FS: ['220621', '2026-06-01'],
  QJ: ['500110', '2026-06-01'],
} as const;
type Place = keyof typeof PLACES;

interface Given {
  readonly host?: Partial<HostFacts>;
  readonly values?: FormValues;
  readonly others?: FilingFacts['others'];
  readonly exceptions?: Record<string, string>;
  readonly files?: Record<string, number>;
  readonly underPark?: boolean;
}

/** A filing that meets everything in its place, but for what is given. */
function opening(place: Place, given: Given = {}): FilingFacts {
  const [jurisdiction, today] = PLACES[place];
  const policy = policyFor(packs, jurisdiction, today);
  const host = { ...BUREAU, ...(place === 'GD' ? { tier: 'city' as const } : {}), ...given.host };
  const values: FormValues = {
    'account.platform': 'wechat',
    'account.name': '某某发布',
    'account.subject': 'unit',
    'account.certification': `${host.name}官方账号`,
    'account.tied-to-duty': true,
    'account.campaign': false,
    'opening.reason': '群众需要权威的政策发布渠道',
    'opening.on': today,
    ...given.values,
  };
  const platform = typeof values['account.platform'] === 'string' ? values['account.platform'] : undefined;
  const facts: CaseFacts = {
    tier: host.tier ?? undefined,
    unitKind: host.kind,
    underPark: given.underPark ?? false,
    matter: 'open',
    platform,
  };
  const { value, basis: formBasis } = policy.get('filing.form.open', facts);
  if (!value) throw new Error('no form');
  const timing: Timing = policy.get('filing.timing.open', facts).value ?? 'before-opening';
  const form = buildForm({ form: value, formBasis, policy, facts, timing, account: null });
  const asked = fieldsOf(form).filter(({ key }) => !(key in values));
  const fillings: Partial<Record<string, string | boolean>> = {
    checkbox: true,
    date: today,
    url: 'https://example.cn',
  };
  const ids = platformsOf(policy, facts).items.find(({ id }) => id === platform)?.ids ?? [];
  const identifiers: Record<string, string> = {
    'account.uid': ids[0]?.example ?? '已填',
    'account.other-uid': ids[1]?.example ?? '',
    'account.handle': '',
  };
  const filled = Object.fromEntries(
    asked.map(({ key, type }) => [key, identifiers[key] ?? fillings[type] ?? '已填']),
  );
  return {
    host,
    policy,
    facts,
    timing,
    form,
    values: { ...filled, ...values },
    exceptions: given.exceptions ?? {},
    files: { ...Object.fromEntries(form.slots.map(({ label }) => [label, 1])), ...given.files },
    platforms: platformsOf(policy, facts),
    others: given.others ?? [],
    uidHolder: null,
    today,
    earliestOpening: null,
    routeProblems: [],
    routeBasis: [],
    consentingPosts: ['principal-leader'],
    account: null,
    backfile: null,
  };
}

const blockers = (facts: FilingFacts): Check[] => blocking(checkOpening(facts));
const codes = (facts: FilingFacts): string[] =>
  blockers(facts).flatMap(({ problems }) => problems.map(({ code }) => code));
const articles = (facts: FilingFacts): (string | undefined)[] =>
  blockers(facts).map(({ basis }) => basis[0]?.article);

describe('a filing that meets everything', () => {
  test.each(Object.keys(PLACES) as Place[])('%s has nothing in its way', (place) => {
    expect(codes(opening(place))).toEqual([]);
  });
});

describe('the unit', () => {
  test.each<[string, Place, Given, string, string]>([
    ['LZ-10 a secret-handling unit', 'LZ', { host: { secret: true } }, 'accounts.unit-excluded', '第十条'],
    [
      'LZ-10 a unit without outward functions',
      'LZ',
      { host: { inward: true } },
      'accounts.unit-excluded',
      '第十条',
    ],
    ['FS-8 a secret-handling unit', 'FS', { host: { secret: true } }, 'accounts.unit-excluded', '第8条'],
    [
      'FS-8 a unit without outward functions',
      'FS',
      { host: { inward: true } },
      'accounts.unit-excluded',
      '第8条',
    ],
    ['FS-8 a section', 'FS', { host: { kind: 'section' } }, 'accounts.section-unit', '第8条'],
    ['WJ-4a a section', 'WJ', { host: { kind: 'section' } }, 'accounts.section-unit', '第四条'],
    ['GD-4.2a a county department', 'GD', { host: { tier: 'county' } }, 'accounts.unit-level', '四（二）'],
    ['GD-4.2a a township', 'GD', { host: { tier: 'town', kind: 'town' } }, 'accounts.unit-level', '四（二）'],
  ])('%s may not open', (_name, place, given, code, article) => {
    const facts = opening(place, given);
    expect(codes(facts)).toEqual([code]);
    expect(articles(facts)).toEqual([article]);
  });

  test.each<[string, Given]>([
    ['a county government shall', { host: { tier: 'county', kind: 'government' } }],
    ['a city department may', { host: { tier: 'city' } }],
    ['a provincial department may', { host: { tier: 'province' } }],
  ])('GD-4.2a %s', (_name, given) => {
    expect(codes(opening('GD', given))).toEqual([]);
  });

  test('WJ-4b each of the four conditions is confirmed, and proved by a paper', () => {
    const facts = opening('WJ', { values: { 'condition.funding': false }, files: { 'rules-complete': 0 } });
    expect(codes(facts).sort()).toEqual(['accounts.attachment-missing', 'accounts.condition-unmet']);
    expect(
      blockers(facts)
        .flatMap(({ problems }) => problems.map(({ field }) => field))
        .sort(),
    ).toEqual(['attachment.rules-complete', 'condition.funding']);
  });
});

describe('the account', () => {
  const wechat = { name: '某某发布', platform: 'wechat' };
  const hostless: Given = { values: { 'account.certification': '官方账号' } };
  const untied: Given = { values: { 'account.tied-to-duty': false } };
  test.each<[string, Place, Given, string]>([
    ['LZ-11a a second account on the platform', 'LZ', { others: [wechat] }, 'accounts.one-per-platform'],
    ['WJ-5 a second account on the platform', 'WJ', { others: [wechat] }, 'accounts.one-per-platform'],
    ['FS-13 a second account on the platform', 'FS', { others: [wechat] }, 'accounts.one-per-platform'],
    ['QJ-11 a second account on the platform', 'QJ', { others: [wechat] }, 'accounts.one-per-platform'],
    ['GD-3.2a a second account on the platform', 'GD', { others: [wechat] }, 'accounts.one-per-platform'],
    [
      'LZ-11c a platform that is not approved',
      'LZ',
      { values: { 'account.platform': 'overseas' } },
      'accounts.platform-not-approved',
    ],
    [
      'WJ-4a a platform that is not approved',
      'WJ',
      { values: { 'account.platform': 'overseas' } },
      'accounts.platform-not-approved',
    ],
    [
      'deny by default: a platform nobody lists',
      'FS',
      { values: { 'account.platform': 'myspace' } },
      'accounts.platform-unknown',
    ],
    [
      'LZ-11c a section as subject',
      'LZ',
      { values: { 'account.subject': 'section' } },
      'accounts.section-subject',
    ],
    [
      'LZ-11c a person as subject',
      'LZ',
      { values: { 'account.subject': 'person' } },
      'accounts.personal-subject',
    ],
    ['LZ-11c an account for a campaign', 'LZ', { values: { 'account.campaign': true } }, 'accounts.campaign'],
    [
      'WJ-4a a section as subject',
      'WJ',
      { values: { 'account.subject': 'section' } },
      'accounts.section-subject',
    ],
    [
      'WJ-4a a person as subject',
      'WJ',
      { values: { 'account.subject': 'person' } },
      'accounts.personal-subject',
    ],
    ['WJ-4a an account for a campaign', 'WJ', { values: { 'account.campaign': true } }, 'accounts.campaign'],
    [
      'FS-8 a section as subject',
      'FS',
      { values: { 'account.subject': 'section' } },
      'accounts.section-subject',
    ],
    [
      'LZ-12 a name with signs and pictures',
      'LZ',
      { values: { 'account.name': '某某★发布🎉' } },
      'accounts.name-untidy',
    ],
    ['LZ-12 a certification without the host', 'LZ', hostless, 'accounts.certification-lacks-host'],
    ['FS-9 a certification without the host', 'FS', hostless, 'accounts.certification-lacks-host'],
    ['QJ-12 a certification without the host', 'QJ', hostless, 'accounts.certification-lacks-host'],
    ['LZ-12 a name and picture not tied to the duty', 'LZ', untied, 'accounts.name-not-tied'],
    ['FS-9 a name not tied to the duty', 'FS', untied, 'accounts.name-not-tied'],
    ['QJ-12 a name not tied to the duty', 'QJ', untied, 'accounts.name-not-tied'],
    [
      'QJ-12 a different name elsewhere',
      'QJ',
      { others: [{ name: '某某在线', platform: 'weibo' }] },
      'accounts.same-name',
    ],
    ['LZ-9 no reason', 'LZ', { values: { 'opening.reason': '  ' } }, 'accounts.reason-missing'],
    ['FS-A2a no reason', 'FS', { values: { 'opening.reason': '' } }, 'accounts.reason-missing'],
  ])('%s is not taken', (_name, place, given, code) => {
    const facts = opening(place, given);
    expect(codes(facts)).toEqual([code]);
    expect(blockers(facts)[0]?.basis.length).toBeGreaterThan(0);
  });

  test('GD-3.2a one app, whatever else there is', () => {
    const app = { values: { 'account.platform': 'app' } };
    expect(codes(opening('GD', { ...app, others: [{ name: '某某发布', platform: 'weibo' }] }))).toEqual([]);
    expect(codes(opening('GD', { ...app, others: [{ name: '某某发布', platform: 'app' }] })).sort()).toEqual([
      'accounts.one-app',
      'accounts.one-per-platform',
    ]);
  });

  test('LZ-12 FS-9 another name elsewhere may stand with a reason, which is kept', () => {
    const others = [{ name: '某某在线', platform: 'weibo' }];
    for (const place of ['LZ', 'FS'] as const) {
      const [check] = blockers(opening(place, { others }));
      expect(check && [check.id, outcomeOf(check)]).toEqual(['same-name', 'excusable']);
      const excused = opening(place, { others, exceptions: { 'same-name': '微博名称已被占用' } });
      expect(blockers(excused)).toEqual([]);
      expect(checkOpening(excused).find(({ id }) => id === 'same-name')).toMatchObject({
        reason: '微博名称已被占用',
      });
    }
  });

  test('a reason excuses nothing that the rule refuses', () => {
    const facts = opening('LZ', { host: { secret: true }, exceptions: { 'unit-nature': '工作需要' } });
    expect(codes(facts)).toEqual(['accounts.unit-excluded']);
  });
});

describe('who approves', () => {
  test.each<[NonNullable<CaseFacts['tier']>, NonNullable<CaseFacts['unitKind']>, string | null]>([
    ['province', 'department', 'province'],
    ['city', 'government', 'province'],
    ['city', 'department', 'city'],
    ['county', 'government', 'city'],
    ['county', 'department', null],
    ['town', 'town', null],
  ])('GD-4.2b of a %s %s the last word is with the %s', (tier, unitKind, last) => {
    const facts: CaseFacts = { tier, unitKind };
    const answer = policyFor(packs, '440000', '2026-06-01').get('filing.chain.open', facts);
    expect(selectChain(answer, facts)?.steps.at(-1)?.at.tier ?? null).toBe(last);
  });
});

describe('the form', () => {
  test('FS-A2a every field the paper form requires is asked for; what opening brings may wait', () => {
    const facts = opening('FS', {
      values: { functions: '', contact: null, 'account.url': '', 'account.uid': '' },
    });
    expect(blockers(facts).map(({ id }) => id)).toEqual(['form.functions', 'form.contact']);
    expect(fieldsOf(facts.form).filter(({ printed }) => printed !== null)).toHaveLength(11);
  });

  test('FS-A2c the responsibility rules are attached', () => {
    expect(codes(opening('FS', { files: { 'duty-rules': 0 } }))).toEqual(['accounts.attachment-missing']);
  });

  test('WJ-3a an opening still to come cannot be filed as made; one long past can, late as it is', () => {
    expect(codes(opening('WJ', { values: { 'opening.on': '2026-06-02' } }))).toEqual([
      'accounts.opened-in-future',
    ]);
    expect(codes(opening('WJ', { values: { 'opening.on': '2026-01-05' } }))).toEqual([]);
    expect(codes(opening('WJ', { values: { 'opening.on': '' } }))).toEqual(['accounts.opened-missing']);
  });

  test('an address is one', () => {
    expect(codes(opening('FS', { values: { 'account.url': 'javascript:alert(1)' } }))).toEqual([
      'accounts.url-bad',
    ]);
  });

  test('a draft keeps what is incomplete, and refuses what no form has', () => {
    const { form } = opening('FS');
    expect(draftProblems(form, {})).toEqual([]);
    expect(draftProblems(form, { 'account.name': null, functions: '' })).toEqual([]);
    expect(draftProblems(form, { nonsense: 'x' })).toMatchObject([
      { code: 'accounts.field-unknown', field: 'nonsense' },
    ]);
    expect(draftProblems(form, { 'account.name': '长'.repeat(31) })).toMatchObject([
      { code: 'accounts.field-too-long', facts: { max: 30 } },
    ]);
    expect(draftProblems(form, { 'account.name': true })).toMatchObject([{ code: 'accounts.field-type' }]);
    expect(draftProblems(form, { 'account.name': '两\n行' })).toMatchObject([
      { code: 'accounts.field-type' },
    ]);
    expect(draftProblems(form, { 'account.name': '\u0000' })).toMatchObject([
      { code: 'accounts.field-type' },
    ]);
    expect(draftProblems(form, { 'account.subject': 'army' })).toMatchObject([
      { code: 'accounts.field-option' },
    ]);
    expect(draftProblems(form, { 'account.tied-to-duty': 'yes' })).toMatchObject([
      { code: 'accounts.field-type' },
    ]);
  });

  test('a day that does not exist is no day', () => {
    const { form } = opening('WJ');
    for (const day of ['2026-02-30', '2025-02-29', '2026-13-01', '30.1.2026']) {
      expect(draftProblems(form, { 'opening.on': day })).toMatchObject([
        { code: 'accounts.field-type', field: 'opening.on' },
      ]);
    }
    expect(draftProblems(form, { 'opening.on': '2024-02-29' })).toEqual([]);
  });
});

describe('what follows an opening', () => {
  const planned = (place: Place) => {
    const { policy, facts, timing } = opening(place);
    return { entries: plannedEntries(policy, facts, timing), own: submissionTerm(policy, facts, timing) };
  };
  test.each<[string, Place, object[]]>([
    [
      'FS-11 the national system, three working days from approval',
      'FS',
      [{ system: '全国政务新媒体信息报送系统', anchor: 'approval', term: { n: 3, unit: 'workday' } }],
    ],
    [
      'GD-4.2c the provincial system, three days from opening',
      'GD',
      [{ system: '广东省政务新媒体管理系统', anchor: 'opening', term: { n: 3, unit: 'day' } }],
    ],
    [
      'WJ-3a the provincial system, three working days from opening',
      'WJ',
      [{ system: '省政务新媒体备案检查系统', anchor: 'opening', term: { n: 3, unit: 'workday' } }],
    ],
    ['LZ nothing outside', 'LZ', []],
  ])('%s', (_name, place, entries) => {
    expect(planned(place).entries).toMatchObject(entries);
    expect(planned(place).entries).toHaveLength(entries.length);
    expect(planned(place).own).toBeNull();
  });

  test('QJ-13 the leader’s consent in the chain is enough; without it a paper is asked for', () => {
    const facts = opening('QJ');
    expect(consentSlot(facts)).toBeNull();
    expect(consentSlot({ ...facts, consentingPosts: [] })).toMatchObject({
      required: true,
      basis: [{ article: '第十三条' }],
    });
  });
});

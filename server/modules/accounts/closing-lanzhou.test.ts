import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Outcome, Refused } from '../../kernel/outcome.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import { listPublicNotices, noticesOfAccount } from './list-notices.ts';
import type { Account } from './model.ts';
import { getDossier } from './read-dossier.ts';
import { recordEffect } from './record-effect.ts';
import { readAccount } from './store-accounts.ts';
import { createWorld, type Key, type World } from './testing.ts';
import { begin, passed, plantAccount, prepare } from './testing-matters.ts';
import { withdrawFiling } from './withdraw-filing.ts';

/** A Monday; fifteen working days later, past 清明, is 22 March. */
const DAY = '2021-03-01';
const FOURTEENTH = '2021-03-19';
const FIFTEENTH = '2021-03-22';
const AFTER = '2021-03-23';

let world: World;
beforeAll(async () => {
  world = await createWorld(DAY);
});
afterAll(() => world.kernel.drop());

const clerk = () => world.actor('lz-park', '经办人');
const leader = () => world.actor('lz-park', '主要领导');
const office = () => world.actor('lz-bg', '备案员');

const CLOSING = {
  'filing.reason': '人员不足，无力维护',
  'reason.unmaintained': true,
  'consent.by': '主要领导同意',
};

let used = 0;
const account = (more: Partial<Account> = {}) =>
  plantAccount(world, 'lz-park', { name: `中川园区${++used}`, ...more });

async function approvedClosing(kind: 'close' | 'cancel' = 'close') {
  await world.kernel.setNow(DAY);
  const about = { kind, account: await account() } as const;
  const draft = await prepare(world, await clerk(), about, CLOSING);
  return passed(world, await clerk(), draft, [await leader(), await office()]);
}

const effect = async (filing: Key & { version: number }, effectOn: string, more = {}) =>
  world.change(await clerk(), (ctx) => recordEffect(ctx, { ...filing, effectOn, ...more }));

const accountOf = (filing: { jurisdiction: string; accountId: string | null }) =>
  world.kernel.runner.query(
    { kind: 'system', personId: null, name: 'test', posts: [], scope: '*', reach: '*' },
    (ctx) => readAccount(ctx.tx, filing.jurisdiction, filing.accountId ?? ''),
  );

test('LZ-13c approved, the closing is announced for fifteen working days, told with every day counted', async () => {
  const filing = await approvedClosing();
  expect(filing).toMatchObject({ state: 'approved', stateName: '已通过，待生效' });
  const [notice] = filing.notices;
  expect(notice).toMatchObject({
    kind: 'close',
    state: 'standing',
    publishedOn: DAY,
    run: { term: '15个工作日', lastOn: FIFTEENTH, earliestEffectOn: AFTER, provisional: false },
  });
  expect(notice?.basis[0]).toMatchObject({ article: '第十三条', pack: 'lanzhou-new-area' });
  expect(notice?.run?.steps.filter(({ counted }) => counted)).toHaveLength(15);
  expect(notice?.body).toContain('2021年3月22日');
  expect(filing.effect?.earliestOn).toBe(AFTER);
  expect(filing.timeline.some(({ kind }) => kind === 'notice')).toBe(true);
});

test.each([
  ['after fourteen working days', FOURTEENTH, false],
  ['on the fifteenth, which has not passed', FIFTEENTH, false],
  ['when fifteen have passed', AFTER, true],
] as const)('LZ-13c %s', async (_when, today, goes) => {
  const filing = await approvedClosing();
  await world.kernel.setNow(today);
  const outcome = await effect(filing, today);
  expect(outcome.ok).toBe(goes);
  const now = await accountOf(filing);
  if (goes) {
    expect(now).toMatchObject({ state: 'closed', closedOn: today });
    expect((await world.read(await clerk(), filing)).notices[0]).toMatchObject({ state: 'done' });
    return;
  }
  expect(outcome).toMatchObject({
    problems: [
      {
        code: 'accounts.notice-running',
        field: 'effectOn',
        facts: { published: DAY, last: FIFTEENTH, earliest: AFTER },
        basis: [{ article: '第十三条' }],
      },
    ],
  });
  expect(now).toMatchObject({ state: 'operating', closedOn: null });
});

test('LZ-13c a day named in the future, as a browser with a wrong clock would, is refused as well', async () => {
  const filing = await approvedClosing('cancel');
  await world.kernel.setNow(FOURTEENTH);
  const outcome = await effect(filing, AFTER, { historyDeleted: true });
  expect(codesOf(outcome)).toEqual(['accounts.effect-in-future']);
  await world.kernel.setNow('2021-04-20');
  expect(codesOf(await effect(filing, FIFTEENTH, { historyDeleted: true }))).toEqual([
    'accounts.notice-running',
  ]);
  must(await effect(filing, '2021-04-20', { historyDeleted: true }));
});

test('LZ-13c the public sees the notice, without anybody named, and no more of it once it is withdrawn', async () => {
  const filing = await approvedClosing();
  const visitor = { kind: 'system', personId: null, name: '', posts: [], scope: [], reach: [] } as const;
  const told = () =>
    world.kernel.runner.query(visitor, (ctx) =>
      noticesOfAccount(ctx, { jurisdiction: filing.jurisdiction, id: filing.accountId ?? '' }),
    );
  const [notice] = await told();
  expect(notice).toMatchObject({ state: 'standing', hostName: '中川园区管委会' });
  expect(JSON.stringify(notice)).not.toMatch(/经办人|主要领导|备案员/);
  const page = { jurisdiction: '620000', page: 1, size: 20 };
  const listed = await world.kernel.runner.query(visitor, (ctx) => listPublicNotices(ctx, page));
  expect(listed.total).toBeGreaterThan(0);
  expect(listed.items).toHaveLength(listed.total);
  must(
    await world.change(await clerk(), (ctx) => withdrawFiling(ctx, { ...filing, reason: '改由他人维护' })),
  );
  expect(await told()).toEqual([]);
  const after = await world.read(await clerk(), filing);
  expect(after).toMatchObject({ state: 'withdrawn', notices: [{ state: 'withdrawn' }] });
  expect(await accountOf(filing)).toMatchObject({ state: 'operating' });
});

test('LZ-13c submitted again after a withdrawal it is announced anew, and the old days count for nothing', async () => {
  const filing = await approvedClosing();
  must(await world.change(await clerk(), (ctx) => withdrawFiling(ctx, { ...filing, reason: '再议' })));
  await world.kernel.setNow(AFTER);
  const again = await passed(world, await clerk(), await world.read(await clerk(), filing), [
    await leader(),
    await office(),
  ]);
  expect(again.filingNumber).toBe(filing.filingNumber);
  expect(again.notices.map(({ state, publishedOn }) => [state, publishedOn])).toEqual([
    ['standing', AFTER],
    ['withdrawn', DAY],
  ]);
  expect(codesOf(await effect(again, AFTER))).toEqual(['accounts.notice-running']);
});

test('LZ-13c decided by the collective, the minutes are handed in', async () => {
  await world.kernel.setNow(DAY);
  const about = { kind: 'close', account: await account() } as const;
  const collective = { ...CLOSING, 'consent.by': '集体研究' };
  const draft = await prepare(world, await clerk(), about, collective);
  expect(codesOf(await world.submit(await clerk(), draft))).toEqual(['accounts.attachment-missing']);
  expect(draft.attachments).toMatchObject([{ label: 'collective-minutes', required: true }]);
});

test('LZ-13c the regulation lapses in mid-filing: the filing stays under it, one begun afterwards does not', async () => {
  await world.kernel.setNow('2022-07-20');
  const about = { kind: 'close', account: await account() } as const;
  const draft = await prepare(world, await clerk(), about, CLOSING);
  await world.kernel.setNow('2022-08-01');
  const filing = await passed(world, await clerk(), draft, [await leader(), await office()]);
  expect(filing.pinned).toMatchObject({ pack: 'lanzhou-new-area', on: '2022-07-20' });
  expect(filing.notices[0]?.run).toMatchObject({ lastOn: '2022-08-22' });
  expect(codesOf(await effect(filing, '2022-08-01'))).toEqual(['accounts.notice-running']);
  const later = must(await begin(world, await clerk(), 'close', await account()));
  expect(later).toMatchObject({ noticeAhead: null, pinned: { pack: 'national' } });
  await world.kernel.setNow(DAY);
});

test('LZ-13a opening, change, closing and cancellation are filed on the registration form and kept in the dossier', async () => {
  await world.kernel.setNow(DAY);
  const who = await clerk();
  const begun = [await world.draft('lz-park', {})];
  for (const kind of ['change', 'close', 'cancel'] as const)
    begun.push(must(await begin(world, who, kind, await account())));
  for (const filing of begun) {
    expect(filing.form.title).toBe('兰州新区政务新媒体备案登记表');
    expect(filing.route.steps.map(({ stepId }) => stepId)).toEqual(['host-consent', 'supervisor-file']);
    expect(filing.pinned.pack).toBe('lanzhou-new-area');
  }
  const kept = await approvedClosing();
  const dossier = await world.ask(await office(), (ctx) =>
    getDossier(ctx, kept.jurisdiction, kept.accountId ?? ''),
  );
  expect(dossier.filings.map(({ id, kind }) => [kind, id === kept.id])).toEqual([
    ['close', true],
    ['open', false],
  ]);
  expect(dossier.notices).toHaveLength(1);
  expect(dossier.audit.map(({ action }) => action)).toContain('notice.published');
});

test('nobody but the host records the effect', async () => {
  const filing = await approvedClosing();
  const others = world.change(
    await office(),
    (ctx): Promise<Outcome<unknown>> => recordEffect(ctx, { ...filing, effectOn: DAY }),
  );
  await expect(others).rejects.toBeInstanceOf(Refused);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { publicVisitor } from '../../kernel/actor.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Runner } from '../../kernel/runner.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import type { Account } from '../accounts/index.ts';
import { noticesOfAccount, successorOf } from '../accounts/index.ts';
import { createWorld, recordEffect, type World, withdrawFiling } from '../accounts/testing.ts';
import { plantAccount } from '../accounts/testing-matters.ts';
import { deadlinesOfSubject } from '../deadlines/index.ts';
import { accountPlace, keepRecord } from '../stewardship/index.ts';
import { beginClosing } from './begin-closing.ts';
import { pointHistory, takeServicesOver, tellFollowers } from './carry-step.ts';
import { dismissProposal } from './dismiss-proposal.ts';
import { analyseAll } from './jobs.ts';
import { listProposals } from './list-proposals.ts';
import type { Item, Proposal } from './model.ts';
import { nameUnmaintained } from './name-unmaintained.ts';
import { orderProposal } from './order-proposal.ts';
import { recallOrder } from './recall-order.ts';
import { reportImprovement } from './report-improvement.ts';
import { showProposal } from './show-proposal.ts';
import { analyse, itemsOf, plantFigures, proposalsOf, reread, wired } from './testing.ts';

const DAY = '2021-03-01';
let world: World;
let runner: Runner;
beforeAll(async () => {
  world = await createWorld(DAY);
  runner = wired(world);
});
afterAll(() => world.kernel.drop());

let used = 0;
const plant = (unit: string, more: Partial<Account> = {}) =>
  plantAccount(world, unit, { name: `账号${'甲乙丙丁戊己庚辛壬癸'[used++ % 10]}${used}`, ...more });
const office = (unit: string) => world.actor(unit, '备案员');
const clerk = (unit: string) => world.actor(unit, '经办人');
const same = async (id: string) =>
  (await proposalsOf(runner, id)).find(({ kind }) => kind === 'same-platform');

/** Two accounts of one host on one platform, found by an analysis. */
async function pair(unit: string, supervisor: Actor, platform = 'weibo') {
  const [main, other] = [await plant(unit, { platform }), await plant(unit, { platform })];
  await analyse(runner, supervisor, main.jurisdiction);
  return { main, other, proposal: (await same(main.id)) as Proposal };
}

const order = (who: Actor, proposal: Proposal, more: object) =>
  runner.command(who, (ctx) =>
    orderProposal(ctx, {
      jurisdiction: proposal.jurisdiction,
      id: proposal.id,
      version: proposal.version,
      action: 'merge',
      accountIds: [],
      mainAccountId: null,
      termDays: 20,
      instruction: null,
      ...more,
    }),
  );

const keyOf = (item: Item) => ({
  jurisdiction: item.jurisdiction,
  id: item.proposalId,
  item: item.id,
  version: item.version,
});
const TOLD = { on: DAY, url: 'https://weibo.com/1/told', file: null };

async function merged(who: Actor, item: Item): Promise<Item> {
  const moved = must(await runner.command(who, (ctx) => takeServicesOver(ctx, keyOf(item))));
  const told = must(await runner.command(who, (ctx) => tellFollowers(ctx, keyOf(moved), TOLD)));
  return must(await runner.command(who, (ctx) => pointHistory(ctx, keyOf(told), 'https://weibo.com/old')));
}

test('LZ-11b WJ-5 a merging from the analysis to the notice that the public reads, each step before the next', async () => {
  const supervisor = await office('lz-bg');
  const host = await clerk('lz-park');
  const { main, other, proposal } = await pair('lz-park', supervisor);
  expect(proposal).toMatchObject({ state: 'open', accounts: expect.arrayContaining([]) });
  expect(proposal.basis[0]).toMatchObject({ article: '第十一条', pack: 'lanzhou-new-area' });
  const ordered = must(await order(supervisor, proposal, { accountIds: [other.id], mainAccountId: main.id }));
  expect(ordered).toMatchObject({ state: 'ordered', dueOn: '2021-03-29', hostName: '中川园区管委会' });
  const [item] = (await itemsOf(runner, ordered)) as [Item];

  const early = await runner.command(host, (ctx) => beginClosing(ctx, keyOf(item)));
  expect(codesOf(early)).toEqual(['consolidation.steps-missing']);
  const service = {
    kind: 'service',
    name: '预约办理',
    serviceKind: 'book',
    url: 'https://example.cn/book',
    network: null,
    item: null,
    signOn: false,
    fromDay: '2021-01-04',
    replaces: null,
  } as const;
  must(
    await runner.command(host, async (ctx) =>
      keepRecord(ctx, await accountPlace(ctx, other.jurisdiction, other.id), service),
    ),
  );
  const ready = await merged(host, item);
  expect(ready).toMatchObject({
    servicesMoved: 1,
    followersToldOn: DAY,
    historyUrl: 'https://weibo.com/old',
  });
  const filed = must(await runner.command(host, (ctx) => beginClosing(ctx, keyOf(ready))));
  const draft = await world.read(host, { jurisdiction: item.jurisdiction, id: filed.filingId ?? '' });
  expect(JSON.stringify(draft.values)).toContain(`并入“${main.name}”`);

  const answered = must(
    await world.save(host, draft, {
      ...draft.values,
      'filing.reason': '并入主账号',
      'reason.unmaintained': true,
      'consent.by': '主要领导同意',
    }),
  );
  const submitted = must(await world.submit(host, answered));
  must(await world.decide(await world.actor('lz-park', '主要领导'), submitted));
  must(await world.decide(supervisor, submitted));
  const [notice] = await runner.query(publicVisitor, (ctx) => noticesOfAccount(ctx, other));
  expect(notice).toMatchObject({ kind: 'merge', state: 'standing' });
  expect(notice?.body).toContain(`并入“${main.name}”`);
  expect(await runner.query(publicVisitor, (ctx) => successorOf(ctx, other))).toBeNull();

  await world.kernel.setNow('2021-03-23');
  const approved = await world.read(host, submitted);
  must(await runner.command(host, (ctx) => recordEffect(ctx, { ...approved, effectOn: '2021-03-23' })));
  expect(await itemsOf(runner, ordered)).toMatchObject([{ state: 'closed', endedOn: '2021-03-23' }]);
  expect(await reread(runner, ordered)).toMatchObject({ state: 'done' });
  expect(await runner.query(publicVisitor, (ctx) => successorOf(ctx, other))).toMatchObject({ id: main.id });
  const [deadline] = await runner.query(supervisor, (ctx) =>
    deadlinesOfSubject(ctx.tx, other.jurisdiction, { type: 'consolidation', id: ordered.id }),
  );
  expect(deadline).toMatchObject({ state: 'met' });
  await world.kernel.setNow(DAY);
});

test('the same finding stays the proposal it was, what is no more is gone, and what is dismissed stays so until more join', async () => {
  await world.kernel.setNow('2026-10-20');
  const supervisor = await office('wj-bg');
  const { other, main, proposal } = await pair('wj-rs', supervisor);
  await analyse(runner, supervisor, main.jurisdiction);
  expect(await reread(runner, proposal)).toMatchObject({ id: proposal.id, state: 'open', version: 1 });
  const dismissed = must(
    await runner.command(supervisor, (ctx) =>
      dismissProposal(ctx, { ...proposal, reason: '分别面向企业和个人' }),
    ),
  );
  await analyseAll(runner);
  expect(await reread(runner, proposal)).toMatchObject({ state: 'dismissed', version: dismissed.version });
  await plant('wj-rs', { platform: 'weibo' });
  await analyse(runner, supervisor, main.jurisdiction);
  const back = await reread(runner, proposal);
  expect(back).toMatchObject({ state: 'open', dismissedReason: null });
  expect(back.accounts).toHaveLength(3);
  expect(other.id).toBeTruthy();
});

test('WJ-5 two supervisors order at once: one order is given, the other is told', async () => {
  const supervisor = await office('wj-bg');
  const { main, other, proposal } = await pair('wj-rs', supervisor, 'douyin');
  const both = await Promise.allSettled([
    order(supervisor, proposal, { accountIds: [other.id], mainAccountId: main.id }),
    order(await world.actor('wj-bg', '主要领导'), proposal, { action: 'close', accountIds: [main.id] }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'stale' } });
  expect(await itemsOf(runner, proposal)).toHaveLength(1);
});

test('WJ-5 an account ordered under one proposal cannot be ordered under another, nor its main account be closed', async () => {
  const supervisor = await office('wj-bg');
  const { main, other, proposal } = await pair('wj-rs', supervisor, 'kuaishou');
  const month = { posts: 2, reads: 10, followers: 5 };
  for (const account of [main, other]) await plantFigures(runner, account, [{ month: '2026-09', ...month }]);
  await analyse(runner, supervisor, main.jurisdiction, { months: 1, readsPerPost: 100 });
  const low = async (id: string) =>
    (await proposalsOf(runner, id)).find(({ kind }) => kind === 'low-use') as Proposal;
  const [ofMain, ofOther] = [await low(main.id), await low(other.id)];
  expect(ofOther).toMatchObject({
    thresholds: { readsPerPost: 100 },
    reasons: [{ facts: { readsPerPost: 5 } }],
  });
  const now = await reread(runner, proposal);
  must(await order(supervisor, now, { accountIds: [other.id], mainAccountId: main.id }));
  expect(codesOf(await order(supervisor, ofOther, { action: 'close', accountIds: [other.id] }))).toEqual([
    'consolidation.already-ordered',
  ]);
  expect(codesOf(await order(supervisor, ofMain, { action: 'close', accountIds: [main.id] }))).toEqual([
    'consolidation.is-main',
  ]);
});

test('FS-14 closing without a merging; the filing withdrawn, the item goes back, and the order can then be recalled', async () => {
  const supervisor = await office('fs-zs');
  const host = await clerk('fs-jy');
  const account = await plant('fs-jy', { platform: 'toutiao' });
  await plantFigures(runner, account, [{ month: '2026-09', posts: 10, reads: 20, followers: 7 }]);
  await analyse(runner, supervisor, account.jurisdiction, { months: 1, readsPerPost: 50, followers: 500 });
  const [proposal] = (await proposalsOf(runner, account.id)).filter(({ kind }) => kind === 'low-use');
  expect(proposal?.basis.some(({ article }) => article.includes('第14条'))).toBe(true);
  const ordered = must(await order(supervisor, proposal!, { action: 'close', accountIds: [account.id] }));
  const [item] = (await itemsOf(runner, ordered)) as [Item];
  const filed = must(await runner.command(host, (ctx) => beginClosing(ctx, keyOf(item))));
  expect(filed.state).toBe('filing');
  const recall = (proposal: Proposal) =>
    runner.command(supervisor, (ctx) => recallOrder(ctx, { ...proposal, reason: '再议' }));
  await expect(recall(ordered)).rejects.toMatchObject({ code: 'consolidation.not-recallable' });
  const draft = await world.read(host, { jurisdiction: item.jurisdiction, id: filed.filingId ?? '' });
  must(await runner.command(host, (ctx) => withdrawFiling(ctx, { ...draft, reason: '材料不全' })));
  expect(await itemsOf(runner, ordered)).toMatchObject([{ state: 'waiting', filingId: null }]);
  expect(must(await recall(ordered))).toMatchObject({ state: 'open', action: null, dueOn: null });
  expect(await itemsOf(runner, ordered)).toEqual([]);
});

test('QJ-14 nobody on record, made better: the host reports and the order is done', async () => {
  const supervisor = await office('qj-bg');
  const host = await clerk('qj-jt');
  const account = await plant('qj-jt');
  await plantFigures(runner, account, [{ month: '2026-03', lastPostOn: '2026-03-02' }]);
  await analyse(runner, supervisor, account.jurisdiction, { idleMonths: 3 });
  const found = await proposalsOf(runner, account.id);
  expect(found.map(({ kind }) => kind).sort()).toEqual(['idle', 'no-maintainer']);
  const untended = found.find(({ kind }) => kind === 'no-maintainer') as Proposal;
  expect(untended.basis[0]).toMatchObject({ article: '第十四条' });
  const ordered = must(await order(supervisor, untended, { action: 'improve', accountIds: [account.id] }));
  const [item] = (await itemsOf(runner, ordered)) as [Item];
  must(await runner.command(host, (ctx) => reportImprovement(ctx, keyOf(item), '已明确专人，每周更新')));
  expect(await reread(runner, ordered)).toMatchObject({ state: 'done' });
  await analyse(runner, supervisor, account.jurisdiction, { idleMonths: 3 });
  const again = (await proposalsOf(runner, account.id)).filter(({ kind }) => kind === 'no-maintainer');
  expect(again.map(({ state }) => state).sort()).toEqual(['done', 'open']);
});

test('GD-3.2a two apps of one unit are proposed to be merged; LZ-11b one that cannot be kept is named by hand', async () => {
  const supervisor = await office('gd-bg');
  const apps = [
    await plant('gd-rs', { platform: 'app', channelKind: 'app', platformUid: 'cn.a' }),
    await plant('gd-rs', { platform: 'app', channelKind: 'app', platformUid: 'cn.b' }),
  ] as const;
  await analyse(runner, supervisor, '440000');
  const [found] = (await proposalsOf(runner, apps[0].id)).filter(({ kind }) => kind === 'several-apps');
  expect(found).toMatchObject({ state: 'open', reasons: [{ code: 'reason.several-apps' }] });
  expect(found?.basis.every(({ article }) => article !== '')).toBe(true);
  const named = must(
    await runner.command(supervisor, (ctx) =>
      nameUnmaintained(ctx, { jurisdiction: '440000', accountId: apps[1].id, reason: '机构撤并，无人可派' }),
    ),
  );
  await analyse(runner, supervisor, '440000');
  expect(await reread(runner, named)).toMatchObject({ state: 'open', kind: 'unmaintained' });
});

test('a host sees what is ordered of it and nothing else; nobody else decides or carries out', async () => {
  const supervisor = await office('wj-bg');
  const host = await clerk('wj-rs');
  const stranger = await clerk('fs-jy');
  const { main, other, proposal } = await pair('wj-rs', supervisor, 'xiaohongshu');
  const show = (who: Actor) => runner.query(who, (ctx) => showProposal(ctx, proposal));
  await expect(show(host)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(
    order(host, proposal, { accountIds: [other.id], mainAccountId: main.id }),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  });
  must(await order(supervisor, proposal, { accountIds: [other.id], mainAccountId: main.id }));
  expect(await show(host)).toMatchObject({ order: { items: [{ abilities: { moveServices: true } }] } });
  await expect(show(stranger)).rejects.toBeInstanceOf(Refused);
  const list = await runner.query(host, (ctx) => listProposals(ctx, { page: 1, size: 50 }));
  expect(list.items.every(({ action }) => action !== null)).toBe(true);
  const [item] = (await itemsOf(runner, proposal)) as [Item];
  const others = runner.command(
    supervisor,
    (ctx): Promise<Outcome<unknown>> => takeServicesOver(ctx, keyOf(item)),
  );
  await expect(others).rejects.toMatchObject({ code: 'consolidation.not-your-unit' });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierSections as words } from '../../../contracts/consolidation/words.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Runner } from '../../kernel/runner.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { type Account, accountForReader } from '../accounts/index.ts';
import { createWorld, PAPER, type World } from '../accounts/testing.ts';
import { plantAccount } from '../accounts/testing-matters.ts';
import { tellFollowers } from './carry-step.ts';
import { describeConsolidation } from './describe-consolidation.ts';
import type { Item, Proposal } from './model.ts';
import { orderProposal } from './order-proposal.ts';
import { analyse, itemsOf, plantFigures, proposalsOf, wired } from './testing.ts';

const DAY = '2026-09-21';
let world: World;
let runner: Runner;
beforeAll(async () => {
  world = await createWorld(DAY);
  runner = wired(world);
});
afterAll(() => world.kernel.drop());

const host = () => world.actor('wj-rs', '经办人');
const describeTo = async (who: Promise<Actor>, { jurisdiction, id }: Account) =>
  runner.query(await who, async (ctx) =>
    describeConsolidation(ctx, await accountForReader(ctx, jurisdiction, id)),
  );
const own = (name: string) => plantAccount(world, 'wj-rs', { platform: 'weibo', name });

test('an account of which nothing is known says so in both sections, with no paper and no trail', async () => {
  const account = await plantAccount(world, 'fs-ws');
  expect(await describeTo(world.actor('fs-ws', '经办人'), account)).toEqual({
    sections: [
      expect.objectContaining({ key: 'activity', title: words.activity, note: words.noFigures, rows: [] }),
      expect.objectContaining({ key: 'consolidation', note: words.noOrders, rows: [] }),
    ],
    files: [],
    subjects: [],
  });
});

test('the figures of every month stand in it, the latest first, with who wrote them down', async () => {
  const account = await plantAccount(world, 'fs-jy');
  const months = Array.from({ length: 30 }, (_, at) => ({
    month: `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    posts: at,
    reads: 10 * at,
  }));
  await plantFigures(runner, account, [...months, { month: '2026-08', lastPostOn: '2026-08-30' }]);
  const { sections } = await describeTo(world.actor('fs-jy', '经办人'), account);
  const [activity] = sections;
  expect(activity?.columns).toEqual([...words.activityColumns]);
  expect(activity?.note).toBeNull();
  expect(activity?.rows).toHaveLength(31);
  expect(activity?.rows.slice(0, 2)).toEqual([
    ['2026-08', '', '', '', '2026-08-30', 'test'],
    ['2026-06', '29', '290', '', '', 'test'],
  ]);
  expect(activity?.rows.at(-1)?.[0]).toBe('2024-01');
});

test('WJ-5 GD-3.2a what was ordered of it, how far that is, its proof and its trail', async () => {
  const [main, other] = [await own('吴江人社'), await own('吴江人社服务')];
  const supervisor = await world.actor('wj-bg', '备案员');
  await analyse(runner, supervisor, main.jurisdiction);
  const [found] = (await proposalsOf(runner, main.id)).filter(({ kind }) => kind === 'same-platform');
  const { jurisdiction, id, version } = found as Proposal;
  const ordered = must(
    await runner.command(supervisor, (ctx) =>
      orderProposal(ctx, {
        jurisdiction,
        id,
        version,
        action: 'merge',
        accountIds: [other.id],
        mainAccountId: main.id,
        termDays: 20,
        instruction: null,
      }),
    ),
  );
  const [item] = (await itemsOf(runner, ordered)) as [Item];
  const told = { on: DAY, url: 'https://weibo.com/1/told', file: { name: '截图.pdf', content: PAPER } };
  must(
    await runner.command(await host(), (ctx) =>
      tellFollowers(ctx, { jurisdiction, id, item: item.id, version: item.version }, told),
    ),
  );
  const { sections, files, subjects } = await describeTo(host(), other);
  expect(sections[1]).toMatchObject({
    key: 'consolidation',
    note: null,
    rows: [['待办', '', `${DAY} https://weibo.com/1/told`, '', '', '']],
  });
  expect(files).toEqual([
    expect.objectContaining({
      folder: words.folder,
      name: '截图.pdf',
      title: words.proof,
      jurisdiction,
      bytes: PAPER.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    }),
  ]);
  expect(subjects).toEqual([{ type: 'consolidation', id }]);
  const kept = await describeTo(host(), main);
  expect(kept).toMatchObject({ files: [], subjects: [] });
});

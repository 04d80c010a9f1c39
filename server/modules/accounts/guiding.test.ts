import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../kernel/testing-outcome.ts';
import { listAccounts } from './list-business.ts';
import { getFiling } from './read-filing.ts';
import { accountForReader } from './see-registry.ts';
import { createWorld, type World } from './testing.ts';

const SCHOOL = {
  key: 'gz-xx',
  jurisdiction: '440100',
  name: '广州市职业技术学院',
  kind: 'institution',
  tier: 'city',
  posts: { 'handling-officer': ['gz-xx经办人'], 'principal-leader': ['gz-xx主要领导'] },
} as const;
const QUERY = { page: 1, size: 50, sort: '-number' } as const;
const VALUES = {
  'account.platform': 'wechat',
  'account.subject': 'unit',
  'account.tied-to-duty': true,
  'account.name': '职业学院发布',
  'account.certification': '广州市职业技术学院官方账号',
  'opening.reason': '学生和家长多在手机上查招生和就业政策',
  functions: '发布、解读、互动',
  deputy: '陈立',
  contact: '王小明 020-00000000',
};

let world: World;
let account: { jurisdiction: string; id: string };
let filing: { jurisdiction: string; id: string };
beforeAll(async () => {
  world = await createWorld('2026-09-29', [SCHOOL]);
  const clerk = await world.actor('gz-xx', '经办人');
  const submitted = must(await world.submit(clerk, await world.draft('gz-xx', VALUES)));
  must(await world.decide(await world.actor('gz-xx', '主要领导'), submitted));
  const approved = must(await world.decide(await world.actor('gz-bg', '主要领导'), submitted));
  filing = { jurisdiction: approved.jurisdiction, id: approved.id };
  account = { jurisdiction: approved.jurisdiction, id: approved.accountId ?? '' };
});
afterAll(() => world.kernel.drop());

test('GD-2c the line department reads the accounts and filings of the institutions it guides, and of no others', async () => {
  const bureau = await world.actor('gz-jy', '经办人');
  const seen = async () =>
    (await world.ask(bureau, (ctx) => listAccounts(ctx, QUERY))).items.map(({ name }) => name);
  expect(await seen()).toEqual([]);
  await expect(
    world.ask(bureau, (ctx) => accountForReader(ctx, account.jurisdiction, account.id)),
  ).rejects.toThrow('forbidden');

  await sql`update units set guided_by_id = ${world.planted.unit('gz-jy')}
    where id = ${world.planted.unit('gz-xx')}`.execute(world.kernel.database.owner);
  expect(await seen()).toEqual(['职业学院发布']);
  const read = await world.ask(bureau, (ctx) => accountForReader(ctx, account.jurisdiction, account.id));
  expect(read.name).toBe('职业学院发布');
  const filed = await world.ask(bureau, (ctx) => getFiling(ctx, filing.jurisdiction, filing.id));
  expect(Object.entries(filed.abilities).filter(([, may]) => may === true)).toEqual([]);
});

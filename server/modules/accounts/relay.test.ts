import { afterAll, beforeAll, expect, test } from 'vitest';
import { readXlsx } from '../../documents/xlsx-read.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import { exportFilings } from './export-filings.ts';
import { printRelay } from './print-relay.ts';
import { relayFilings, waitingToRelay } from './relay-filings.ts';
import { readRelays } from './store-relays.ts';
import { createWorld, type World } from './testing.ts';

let world: World;
const DAY = '2021-03-15';

beforeAll(async () => {
  world = await createWorld(DAY, [
    {
      key: 'lz-town2',
      jurisdiction: '620171',
      name: '秦川镇人民政府',
      kind: 'town',
      tier: 'town',
      parent: 'lz-park',
      posts: {
        'info-officer': ['lz-town2信息员'],
        'handling-officer': ['lz-town2经办人'],
        'principal-leader': ['lz-town2主要领导'],
      },
    },
  ]);
});
afterAll(() => world.kernel.drop());

const NAMES = { 'lz-town': '中川镇发布', 'lz-town2': '秦川镇发布' } as const;

/** A filing of a town that has come as far as its park. */
async function brought(unit: keyof typeof NAMES, platform: string) {
  const clerk = await world.actor(unit, '经办人');
  const empty = await world.draft(unit, {});
  const papers = empty.attachments.map(({ label }) => label);
  const draft = await world.draft(unit, answersOf(empty.form, NAMES[unit], platform), papers);
  const submitted = must(await world.submit(clerk, draft));
  const leader = await world.actor(unit, '主要领导');
  return must(await world.decide(leader, submitted));
}

function answersOf(
  form: Awaited<ReturnType<World['draft']>>['form'],
  name: string,
  platform: string,
): Record<string, string | boolean> {
  const given: Record<string, string | boolean> = {
    'account.platform': platform,
    'account.name': name,
    'account.subject': 'unit',
    'account.certification': `${name.slice(0, 3)}人民政府官方账号`,
    'account.tied-to-duty': true,
    'opening.reason': '服务群众的需要，向社会发布工作信息',
  };
  const values: Record<string, string | boolean> = {};
  for (const { key, type, required, options, system } of form.sections.flatMap(({ fields }) => fields)) {
    if (system) continue;
    const filler =
      type === 'checkbox' ? true : type === 'date' ? '2021-04-01' : (options?.[0]?.value ?? '已填写');
    const answer = given[key] ?? (required ? (type === 'url' ? 'https://weibo.com' : filler) : undefined);
    if (answer !== undefined) values[key] = answer;
  }
  return values;
}

const waiting = async () => {
  const park = await world.actor('lz-park', '备案员');
  return { park, list: await world.ask(park, waitingToRelay) };
};
const chosen = (list: Awaited<ReturnType<typeof waitingToRelay>>) =>
  list.map(({ approval }) => ({
    jurisdiction: approval.jurisdiction,
    id: approval.subject.id,
    digest: approval.contentDigest,
    version: approval.version,
  }));

test('LZ-13b a park hands on what its towns brought in one go; each filing stands alone in the record', async () => {
  const first = await brought('lz-town', 'weibo');
  const second = await brought('lz-town2', 'weibo');
  const { park, list } = await waiting();
  expect(list.map(({ approval }) => approval.subject.id).sort()).toEqual([first.id, second.id].sort());

  const unsealed = await world.change(park, (ctx) =>
    relayFilings(ctx, { filings: chosen(list), sealed: false }),
  );
  expect(codesOf(unsealed)).toEqual(['accounts.relay-unsealed']);
  const relay = must(
    await world.change(park, (ctx) =>
      relayFilings(ctx, { filings: chosen(list), sealed: true, note: '一季度' }),
    ),
  );
  expect(relay).toMatchObject({ number: 1, unitName: '中川园区管委会' });
  expect(relay.items).toHaveLength(2);
  for (const { id, jurisdiction } of [first, second]) {
    const after = await world.read(park, { id, jurisdiction });
    const step = after.timeline.find(({ title }) => title.includes('园区'));
    expect(step).toMatchObject({ state: 'done', decision: 'approve', sealed: true });
    expect(after.route.steps.find(({ vacant }) => vacant)).toBeUndefined();
  }
  expect((await waiting()).list).toEqual([]);
  const [kept] = await world.ask(park, (ctx) =>
    readRelays(
      ctx.tx,
      ctx.actor.posts.map(({ unitId }) => unitId),
    ),
  );
  expect(kept?.items.map(({ filingId }) => filingId).sort()).toEqual([first.id, second.id].sort());
  const file = await world.ask(park, (ctx) => printRelay(ctx, relay));
  expect(
    Buffer.from(file.content as Buffer)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const stranger = await world.actor('fs-jy', '经办人');
  await expect(world.ask(stranger, (ctx) => printRelay(ctx, relay))).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test('LZ-13b of two who hand on the same filings at once one does; what changed since it was seen goes nowhere', async () => {
  await brought('lz-town', 'douyin');
  await brought('lz-town2', 'douyin');
  const { park, list } = await waiting();
  const stale = chosen(list).map((each) => ({ ...each, digest: '0'.repeat(64) }));
  await expect(
    world.change(park, (ctx) => relayFilings(ctx, { filings: stale, sealed: true })),
  ).rejects.toMatchObject({ kind: 'stale' });
  const hand = (filings: ReturnType<typeof chosen>) =>
    world
      .change(park, (ctx) => relayFilings(ctx, { filings, sealed: true }))
      .then(
        (outcome) => (outcome.ok ? 'done' : codesOf(outcome)[0]),
        (error: { kind?: string }) => error.kind,
      );
  const both = await Promise.all([hand(chosen(list)), hand(chosen(list).reverse())]);
  expect(both.filter((each) => each === 'done')).toHaveLength(1);
  expect((await waiting()).list).toEqual([]);
  const town = await world.actor('lz-town', '经办人');
  expect(
    codesOf(await world.change(town, (ctx) => relayFilings(ctx, { filings: chosen(list), sealed: true }))),
  ).toEqual(['accounts.relay-not-waiting']);
});

test('the list of filings is taken away as a spreadsheet of exactly what is shown', async () => {
  const park = await world.actor('lz-park', '备案员');
  const file = await world.ask(park, (ctx) =>
    exportFilings(ctx, { sort: '-updated', columns: ['title', 'state'], q: '秦川' }),
  );
  const read = await readXlsx(file.content as Buffer);
  const rows = read.ok ? (read.sheets[0]?.rows ?? []) : [];
  expect(rows.map(({ cells }) => cells[0])).toEqual([
    '事项',
    '开设“秦川镇发布”（抖音）',
    '开设“秦川镇发布”（微博）',
  ]);
  expect(rows[0]?.cells).toHaveLength(2);
});

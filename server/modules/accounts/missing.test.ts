import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/db/uuid.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { listMissingHosts } from './list-missing.ts';
import { takeInAccounts } from './take-in-accounts.ts';
import { createWorld, type World } from './testing.ts';

let world: World;
const government = (key: string, jurisdiction: string, name: string, tier: 'city' | 'county') => ({
  key,
  jurisdiction,
  name,
  kind: 'government' as const,
  tier,
  posts: {},
});

beforeAll(async () => {
  world = await createWorld('2026-09-29', [
    government('gz-zf', '440100', '广州市人民政府', 'city'),
    government('ch-zf', '440117', '广州市从化区人民政府', 'county'),
    government('fs-zf', '220621', '抚松县人民政府', 'county'),
  ]);
});
afterAll(() => world.kernel.drop());

test('GD-4.2a a government that shall have an account and has none is shown to its supervisor, until it has one', async () => {
  const city = await world.actor('gz-bg', '备案员');
  const missing = () => world.ask(city, listMissingHosts);
  expect((await missing()).map(({ unit }) => unit.name).sort()).toEqual(
    ['广州市人民政府', '广州市从化区人民政府'].sort(),
  );
  expect((await missing())[0]?.basis[0]?.article).toMatch(/四/);
  const [unit] = (await missing()).filter(({ unit: { name } }) => name === '广州市从化区人民政府');
  must(
    await world.change(city, async (ctx) =>
      takeInAccounts(ctx, newId(), [
        {
          jurisdiction: '440117',
          hostUnitId: String(unit?.unit.id),
          hostName: '广州市从化区人民政府',
          hostPath: [String(unit?.unit.id)],
          platform: 'weibo',
          platformName: '微博',
          channelKind: 'account',
          name: '从化发布',
          uid: '2803301799',
          url: null,
          certification: null,
          reason: null,
          number: null,
          state: 'operating',
          openedOn: '2016-01-01',
          endedOn: null,
          details: [],
        },
      ]),
    ),
  );
  expect((await missing()).map(({ unit: { name } }) => name)).toEqual(['广州市人民政府']);
  // The nation's rule binds where the county's own says nothing; who supervises nobody is shown nothing.
  const county = await world.ask(await world.actor('fs-zs', '备案员'), listMissingHosts);
  expect(county.map(({ unit: { name } }) => name)).toEqual(['抚松县人民政府']);
  expect(await world.ask(await world.actor('gz-jy', '经办人'), listMissingHosts)).toEqual([]);
});

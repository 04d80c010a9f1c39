import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { getDossier } from './read-dossier.ts';
import { type County, createCounty, RENAMED } from './testing-county.ts';
import { begin, passed, plantAccount, prepare } from './testing-matters.ts';

const DAY = '2026-09-21';
let world: County;
beforeAll(async () => {
  world = await createCounty(DAY);
});
afterAll(() => world.kernel.drop());

describe('change of host', () => {
  const start = async (more = {}) => {
    const account = await world.own(more);
    const values = { ...RENAMED, 'change.host': world.planted.unit('fs-wl') };
    const who = await world.clerk();
    const draft = await prepare(
      world,
      who,
      { kind: 'change', account },
      {
        ...values,
        'account.certification': '抚松县文化广播电视和旅游局',
      },
    );
    return { account, draft, who };
  };

  test('FS-12 both units agree, the account goes over at the effect, the public is told, the history stays', async () => {
    const { account, draft, who } = await start();
    expect(draft.route.steps.map(({ stepId }) => stepId)).toEqual([
      'host-consent',
      'new-host-consent',
      'county-approve',
      'city-file',
    ]);
    const filing = await passed(world, who, draft, [
      await world.leader(),
      await world.actor('fs-wl', '主要领导'),
      ...(await world.above()),
    ]);
    expect(filing.notices).toEqual([]);
    expect(await world.registry(account)).toMatchObject({ hostName: account.hostName });
    must(await world.effect(filing, DAY));
    const after = await world.registry(account);
    expect(after).toMatchObject({
      hostUnitId: world.planted.unit('fs-wl'),
      hostName: '抚松县文化广播电视和旅游局',
      certification: '抚松县文化广播电视和旅游局',
    });
    const told = (await world.read(who, filing)).notices[0];
    expect(told).toMatchObject({ kind: 'host-change', state: 'standing', stateName: '已发布', run: null });
    expect(told?.body).toContain('由抚松县卫生健康局变更为抚松县文化广播电视和旅游局');
    const dossier = await world.ask(await world.actor('fs-wl', '经办人'), (ctx) =>
      getDossier(ctx, account.jurisdiction, account.id),
    );
    expect(dossier.filings.map(({ kind }) => kind)).toEqual(['change', 'open']);
    expect(dossier.abilities.start).toEqual(['change', 'close', 'cancel']);
    const before = await world.ask(who, (ctx) => getDossier(ctx, account.jurisdiction, account.id));
    expect(before.abilities.start).toEqual([]);
  });

  test('FS-12 the new host refuses: the account stays where it is', async () => {
    const { account, draft, who } = await start();
    const submitted = must(await world.submit(who, draft));
    must(await world.decide(await world.leader(), submitted));
    must(await world.decide(await world.actor('fs-wl', '主要领导'), submitted, 'refuse', '没有人手'));
    expect(await world.read(who, submitted)).toMatchObject({ state: 'refused' });
    expect(await world.registry(account)).toMatchObject({ hostUnitId: account.hostUnitId });
  });

  test('FS-12 a new host that is dissolved after the approval takes no account', async () => {
    const { account, draft, who } = await start();
    const filing = await passed(world, who, draft, [
      await world.leader(),
      await world.actor('fs-wl', '主要领导'),
      ...(await world.above()),
    ]);
    const end = (day: string | null) =>
      sql`update units set closed_on = ${day} where id = ${world.planted.unit('fs-wl')}`.execute(
        world.kernel.database.owner,
      );
    await end(DAY);
    expect(await refusal(world.effect(filing, DAY))).toMatchObject({ code: 'accounts.new-host-gone' });
    expect(await world.registry(account)).toMatchObject({ hostUnitId: account.hostUnitId });
    await end(null);
    must(await world.effect(filing, DAY));
  });

  test('FS-13 a new host that has an account on the platform already takes none', async () => {
    const { draft, who } = await start({
      platform: 'zhihu',
      platformUid: '0970f947b898ecc0ec035f9126dd4e08',
    });
    await plantAccount(world, 'fs-wl', {
      platform: 'zhihu',
      platformUid: '1970f947b898ecc0ec035f9126dd4e08',
    });
    expect(codesOf(await world.submit(who, draft))).toEqual(['accounts.one-per-platform']);
  });

  test('a unit of another jurisdiction, and what is no unit, cannot be chosen', async () => {
    const draft = must(await begin(world, await world.clerk(), 'change', await world.own()));
    for (const host of [world.planted.unit('gd-rs'), 'x', draft.id]) {
      const saved = await world.save(await world.clerk(), draft, { ...draft.values, 'change.host': host });
      expect(codesOf(saved)).toEqual(['accounts.new-host-unknown']);
    }
  });
});

describe('a unit that is no more', () => {
  test('its filings fall away, whoever takes its place takes the account over', async () => {
    const who = await world.clerk();
    const account = await world.own();
    const draft = await prepare(world, who, { kind: 'change', account }, { ...RENAMED, contact: '李四' });
    const submitted = must(await world.submit(who, draft));
    must(await world.decide(await world.leader(), submitted));
    const end = (day: string | null) =>
      sql`update units set closed_on = ${day} where id = ${account.hostUnitId}`.execute(
        world.kernel.database.owner,
      );
    await end(DAY);
    const [office, city] = await world.above();
    must(await world.decide(office, submitted));
    expect(await refusal(world.decide(city, submitted))).toMatchObject({ code: 'accounts.host-closed' });
    const heir = await world.actor('fs-wl', '经办人');
    for (const [person, code] of [
      [who, 'accounts.not-your-unit'],
      [heir, 'accounts.take-over-first'],
    ] as const)
      expect(await refusal(begin(world, person, 'close', account))).toMatchObject({ code });
    const over = await prepare(
      world,
      heir,
      { kind: 'change', account },
      {
        ...RENAMED,
        'account.certification': '抚松县文化广播电视和旅游局',
      },
    );
    expect(await world.read(office, submitted)).toMatchObject({ state: 'withdrawn' });
    expect(over).toMatchObject({ newHost: { name: '抚松县文化广播电视和旅游局' } });
    expect(over.route.steps.map(({ stepId }) => stepId)).toEqual([
      'host-consent',
      'county-approve',
      'city-file',
    ]);
    const filing = await passed(world, heir, over, [await world.actor('fs-wl', '主要领导'), office, city]);
    must(await world.effect(filing, DAY, {}, heir));
    expect(await world.registry(account)).toMatchObject({ hostUnitId: world.planted.unit('fs-wl') });
    await end(null);
  });
});

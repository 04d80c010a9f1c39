import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../kernel/outcome.ts';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { type County, createCounty, RENAMED } from './testing-county.ts';
import { attachPaper, begin, passed, plantAccount, prepare } from './testing-matters.ts';
import { withdrawFiling } from './withdraw-filing.ts';

const DAY = '2026-09-21';
let world: County;
beforeAll(async () => {
  world = await createCounty(DAY);
});
afterAll(() => world.kernel.drop());

describe('change', () => {
  test('FS-A2c FS-10 a change names its reason from the list, shows old and new, and is approved by county and city', async () => {
    const account = await world.own();
    const draft = await prepare(
      world,
      await world.clerk(),
      { kind: 'change', account },
      { 'account.name': '健康抚松' },
    );
    expect(draft.changes).toEqual([
      { key: 'account.name', label: '账号名称', before: account.name, after: '健康抚松' },
    ]);
    const unchosen = await world.submit(await world.clerk(), draft);
    expect(codesOf(unchosen)).toContain('accounts.reason-unchosen');
    const chosen = must(
      await world.save(await world.clerk(), draft, { ...draft.values, 'reason.other': true }),
    );
    expect(codesOf(await world.submit(await world.clerk(), chosen))).toContain('accounts.reason-unwritten');
    const whole = must(
      await world.save(
        await world.clerk(),
        chosen,
        { ...chosen.values, ...RENAMED },
        { 'same-name': '更名在先' },
      ),
    );
    expect(whole.route.steps.map(({ stepId }) => stepId)).toEqual([
      'host-consent',
      'county-approve',
      'city-file',
    ]);
    const filing = await passed(world, await world.clerk(), whole, [
      await world.leader(),
      ...(await world.above()),
    ]);
    expect(await world.registry(account)).toMatchObject({ name: account.name });
    must(await world.effect(filing, DAY));
    expect(await world.registry(account)).toMatchObject({
      name: '健康抚松',
      url: account.url,
      state: 'operating',
    });
    const entry = (await world.read(await world.clerk(), filing)).entries[0];
    expect(entry).toMatchObject({
      system: '全国政务新媒体信息报送系统',
      state: 'running',
      due: '2026-09-24',
    });
  });

  test('GD-4.2d a change that alters nothing is none', async () => {
    const draft = await prepare(
      world,
      await world.clerk(),
      { kind: 'change', account: await world.own() },
      RENAMED,
    );
    expect(codesOf(await world.submit(await world.clerk(), draft))).toEqual(['accounts.nothing-changed']);
  });

  test('any detail may be altered, one that is not touched stays', async () => {
    const account = await world.own();
    const who = await world.clerk();
    const values = { ...RENAMED, contact: '李四', 'account.url': '' };
    const draft = await prepare(world, who, { kind: 'change', account }, values);
    expect(draft.changes.map(({ key, after }) => [key, after])).toEqual([
      ['account.url', ''],
      ['contact', '李四'],
    ]);
    const filing = await passed(world, who, draft, [await world.leader(), ...(await world.above())]);
    must(await world.effect(filing, DAY));
    const after = await world.registry(account);
    expect(after).toMatchObject({ name: account.name, url: null, platformUid: account.platformUid });
    expect(after?.details.find(({ key }) => key === 'contact')?.value).toBe('李四');
    expect(after?.details.find(({ key }) => key === 'functions')?.value).toBe('已填');
  });

  test('of two begun at once on one account one is under way, the other is told', async () => {
    const account = await world.own();
    const who = await world.clerk();
    const both = await Promise.allSettled([
      begin(world, who, 'change', account),
      begin(world, who, 'close', account),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    expect(await refusal(begin(world, who, 'cancel', account))).toMatchObject({ code: 'accounts.under-way' });
  });

  test('withdrawn while the last step approves: one of the two happens, the other is told', async () => {
    for (let round = 0; round < 3; round++) {
      const who = await world.clerk();
      const values = { ...RENAMED, contact: `李${round}` };
      const draft = await prepare(world, who, { kind: 'change', account: await world.own() }, values);
      const submitted = must(await world.submit(who, draft));
      const [office, city] = await world.above();
      must(await world.decide(await world.leader(), submitted));
      must(await world.decide(office, submitted));
      const both = await Promise.allSettled([
        world.change(who, (ctx) => withdrawFiling(ctx, { ...submitted, reason: '另行安排' })),
        world.decide(city, submitted),
      ]);
      const won = both.map((each) => each.status === 'fulfilled' && (each.value as Outcome<unknown>).ok);
      expect(won.filter(Boolean)).toHaveLength(1);
      const now = await world.read(who, submitted);
      expect(now.state).toBe(won[0] ? 'withdrawn' : 'approved');
    }
  });
});

test.each(['close', 'cancel'] as const)(
  'FS-10 FS-11 %s: approved by the county, filed with the city, entered in the national system in three working days',
  async (kind) => {
    const account = await world.own();
    const who = await world.clerk();
    const draft = await prepare(world, who, { kind, account }, { 'reason.unmaintained': true });
    const deciders = [await world.leader(), ...(await world.above())];
    const filing = await passed(world, who, draft, deciders);
    expect(filing.notices).toEqual([]);
    expect(filing.entries[0]).toMatchObject({
      system: '全国政务新媒体信息报送系统',
      from: DAY,
      due: '2026-09-24',
      state: 'running',
    });
    must(await world.effect(filing, DAY, { historyDeleted: true }));
    const state = kind === 'close' ? 'closed' : 'cancelled';
    expect(await world.registry(account)).toMatchObject({ state });
    await world.kernel.setNow('2026-09-25');
    expect((await world.read(who, filing)).entries[0]).toMatchObject({ overdue: true });
    await world.kernel.setNow(DAY);
  },
);

describe('WJ: filed after the effect', () => {
  test('WJ-3a within three working days of the effect, entered in the provincial system, late is shown', async () => {
    const account = await plantAccount(world, 'wj-rs', {
      name: '吴江人社',
      platform: 'weibo',
      platformUid: '2803301701',
    });
    const who = await world.actor('wj-rs', '经办人');
    const draft = await prepare(
      world,
      who,
      { kind: 'close', account },
      {
        'filing.reason': '并入主账号',
        'reason.merged': true,
        'effect.on': '2026-09-15',
        manager: '张三',
      },
    );
    expect(draft.timing).toBe('after-effect');
    const deciders = [await world.actor('wj-rs', '主要领导'), await world.actor('wj-bg', '备案员')];
    const filing = await passed(world, who, draft, deciders);
    expect(filing).toMatchObject({ state: 'effected', effect: { on: '2026-09-15' } });
    expect(filing.entries[0]).toMatchObject({ from: '2026-09-15', due: '2026-09-18', overdue: true });
    expect(await world.registry(account)).toMatchObject({ state: 'closed', closedOn: '2026-09-15' });
  });

  test('WJ-3b a change of host is told to the public', async () => {
    const account = await plantAccount(world, 'wj-rs', {
      name: '吴江就业',
      platform: 'douyin',
      platformUid: '58635617886',
    });
    const who = await world.actor('wj-rs', '经办人');
    const draft = await prepare(
      world,
      who,
      { kind: 'change', account },
      {
        'filing.reason': '职能划转',
        'reason.host': true,
        'effect.on': '2026-09-18',
        'change.host': world.planted.unit('wj-bg'),
        'account.certification': '局办公室',
      },
    );
    const filing = await passed(world, who, draft, [
      await world.actor('wj-rs', '主要领导'),
      await world.actor('wj-bg', '主要领导'),
      await world.actor('wj-bg', '备案员'),
    ]);
    expect(filing.notices[0]).toMatchObject({ kind: 'host-change', basis: [{ article: '第三条' }, {}] });
    expect(await world.registry(account)).toMatchObject({ hostName: '局办公室' });
  });
});

describe('GD: the end states', () => {
  const gd = async (name: string) => plantAccount(world, 'gz-jy', { name, platform: world.nextPlatform() });
  const ENDED = {
    'filing.reason': '集约整合',
    'reason.merged': true,
    'effect.on': '2026-09-18',
    deputy: '王五',
  };
  const deciders = () => Promise.all([world.actor('gz-jy', '主要领导'), world.actor('gz-bg', '备案员')]);

  test('GD-4.2d a closing shows its statement on the platform; a cancellation confirms that the history is gone', async () => {
    const account = await gd('广州教育甲');
    const who = await world.actor('gz-jy', '经办人');
    const draft = await prepare(
      world,
      who,
      { kind: 'close', account },
      { ...ENDED, 'effect.statement': '本号停更' },
    );
    expect(draft.meaning?.text).toContain('停止更新');
    expect(codesOf(await world.submit(who, draft))).toEqual(['accounts.statement-missing']);
    await attachPaper(world, who, draft, 'statement-shot');
    await passed(world, who, await world.read(who, draft), await deciders());
    expect(await world.registry(account)).toMatchObject({ state: 'closed' });
    const gone = await prepare(world, who, { kind: 'cancel', account }, ENDED);
    expect(codesOf(await world.submit(who, gone))).toEqual(['accounts.history-not-deleted']);
    const sure = must(await world.save(who, gone, { ...gone.values, 'effect.history-deleted': true }));
    await passed(world, who, sure, await deciders());
    expect(await world.registry(account)).toMatchObject({ state: 'cancelled', cancelledOn: '2026-09-18' });
    for (const kind of ['change', 'close', 'cancel'] as const)
      expect(await refusal(begin(world, who, kind, account))).toMatchObject({ code: 'accounts.state-bars' });
  });

  test('GD-4.2c three days after the effect; later is shown as late', async () => {
    const account = await gd('广州教育乙');
    const who = await world.actor('gz-jy', '经办人');
    const draft = await prepare(
      world,
      who,
      { kind: 'cancel', account },
      { ...ENDED, 'effect.history-deleted': true },
    );
    const filing = await passed(world, who, draft, await deciders());
    expect(filing.entries[0]).toMatchObject({
      system: '广东省政务新媒体管理系统',
      from: '2026-09-18',
      due: '2026-09-21',
      overdue: false,
    });
    await world.kernel.setNow('2026-09-22');
    expect((await world.read(who, filing)).entries[0]).toMatchObject({ overdue: true });
    await world.kernel.setNow(DAY);
  });
});

test.each(['change', 'close', 'cancel'] as const)(
  'QJ-13 %s: the principal leader, then the district office, on its form',
  async (kind) => {
    const account = await plantAccount(world, 'qj-jt', {
      name: '綦江交通',
      platform: world.nextPlatform(),
    });
    const filing = must(await begin(world, await world.actor('qj-jt', '经办人'), kind, account));
    expect(filing.form.title).toBe('綦江区政务新媒体备案表');
    expect(filing.route.steps.map(({ stepId }) => stepId)).toEqual(['host-consent', 'office-file']);
    expect(filing.attachments).toEqual([]);
  },
);

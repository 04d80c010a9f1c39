import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import { finishEntry } from './finish-entry.ts';
import { previewOpening } from './preview-filing.ts';
import { getDossier } from './read-dossier.ts';
import { recordOpening } from './record-opening.ts';
import { createWorld, type World } from './testing.ts';

/** What every form asks, answered well; the forms of the five take what they know. */
const answers = {
  'account.platform': 'wechat',
  'account.subject': 'unit',
  'account.tied-to-duty': true,
  'opening.reason': '群众多在手机上查政策，本单位需要一个权威的发布渠道',
  functions: '发布、解读、互动',
  contact: '王小明 0431-0000000',
};

describe('抚松县', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld('2026-09-29');
  });
  afterAll(() => world.kernel.drop());

  test('FS-10 FS-11 host, county, city; then three working days to enter it in the national system', async () => {
    const clerk = await world.actor('fs-jy', '经办人');
    const draft = await world.draft(
      'fs-jy',
      { ...answers, 'account.name': '抚松教育', 'account.certification': '抚松县教育局官方账号' },
      ['duty-rules'],
    );
    expect(draft.blockers).toBe(0);
    expect(draft.route.steps.map(({ title, unitName }) => [title, unitName])).toEqual([
      ['主办单位主要领导同意', '抚松县教育局'],
      ['县主管单位审批', '抚松县政务服务和数字化建设管理局'],
      ['市级主管单位备案', '白山市政务服务和数字化建设管理局'],
    ]);
    expect(draft.duties).toMatchObject([
      { system: '全国政务新媒体信息报送系统', term: '3个工作日', anchorName: '审批通过' },
    ]);
    const submitted = must(await world.submit(clerk, draft));
    expect(submitted).toMatchObject({
      state: 'in-approval',
      values: { 'applied-on': '2026-09-29', host: '抚松县教育局' },
    });
    must(await world.decide(await world.actor('fs-jy', '主要领导'), submitted));
    const atCounty = must(await world.decide(await world.actor('fs-zs', '主要领导'), submitted));
    expect(atCounty.state).toBe('in-approval');
    const approved = must(await world.decide(await world.actor('bs-zs', '备案员'), submitted));
    expect(approved).toMatchObject({ state: 'approved', filingNumber: '220621-2026-0001' });
    // National Day is off until 7 October, Saturday 10 October is worked: 30 September, 8 and 9 October.
    expect(approved.entries).toMatchObject([
      {
        system: '全国政务新媒体信息报送系统',
        state: 'running',
        from: '2026-09-29',
        due: '2026-10-09',
        overdue: false,
      },
    ]);
    expect(approved.entries[0]?.basis[0]).toMatchObject({ article: '第11条' });

    await world.kernel.setNow('2026-10-09');
    const [entry] = approved.entries;
    const entered = must(
      await world.change(clerk, (ctx) =>
        finishEntry(ctx, { ...approved, entryId: entry!.id, enteredOn: '2026-10-09', number: '2206210001' }),
      ),
    );
    expect(entered.state).toBe('approved');
    const opened = must(
      await world.change(clerk, (ctx) =>
        recordOpening(ctx, {
          ...entered,
          openedOn: '2026-10-08',
          platformUid: 'gh_000000000001',
          url: 'https://example.cn/fs',
        }),
      ),
    );
    expect(opened.state).toBe('registered');
    const dossier = await world.ask(clerk, (ctx) => getDossier(ctx, opened.jurisdiction, opened.accountId!));
    expect(dossier.account).toMatchObject({
      name: '抚松教育',
      state: 'operating',
      openedOn: '2026-10-08',
      platformUid: 'gh_000000000001',
    });
    expect(dossier.files.map(({ label }) => label)).toEqual(['duty-rules']);
    expect(dossier.entries).toMatchObject([{ state: 'done', late: false, number: '2206210001' }]);
    expect(dossier.timeline.map(({ kind }) => kind)).toEqual([
      'submitted',
      'step',
      'step',
      'step',
      'approved',
      'opened',
      'entered',
      'registered',
    ]);
    expect(dossier.audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'filing.start',
        'filing.submit',
        'approval.approve',
        'filing.approved',
        'account.created',
        'deadline.start',
        'filing.registered',
      ]),
    );
  });

  test('FS-A2c without the responsibility rules attached it is not taken', async () => {
    const clerk = await world.actor('fs-ws', '经办人');
    const draft = await world.draft('fs-ws', {
      ...answers,
      'account.name': '抚松卫健',
      'account.certification': '抚松县卫生健康局',
    });
    const refused = await world.submit(clerk, draft);
    expect(codesOf(refused)).toEqual(['accounts.attachment-missing']);
    expect(refused.ok ? null : refused.problems[0]).toMatchObject({
      field: 'attachment.duty-rules',
      basis: [{ article: '附件2' }],
    });
  });
});

describe('广东省', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld('2026-09-29');
  });
  afterAll(() => world.kernel.drop());
  const form = { ...answers, deputy: '赵副局长' };

  test('GD-4.2a a county department does not open one of its own', async () => {
    const clerk = await world.actor('ch-ny', '经办人');
    const preview = await world.ask(clerk, (ctx) => previewOpening(ctx, world.planted.unit('ch-ny'), false));
    expect(preview.abilities.start).toBe(false);
    expect(preview.checks.filter(({ outcome }) => outcome === 'unmet').map(({ id }) => id)).toEqual([
      'unit-level',
      'route',
    ]);
    const draft = await world.draft('ch-ny', { ...form, 'account.name': '从化农业' });
    const refused = await world.submit(clerk, draft);
    expect(codesOf(refused)).toEqual(expect.arrayContaining(['accounts.unit-level', 'approvals.no-chain']));
    expect(
      refused.ok
        ? null
        : refused.problems.find(({ code }) => code === 'accounts.unit-level')?.basis?.[0]?.article,
    ).toBe('四（二）');
  });

  test('GD-4.2b GD-4.2c a city department is approved by the city, opens, and files within three days of opening', async () => {
    const clerk = await world.actor('gz-jy', '经办人');
    const draft = await world.draft('gz-jy', {
      ...form,
      'account.name': '广州教育',
      'account.certification': '广州市教育局',
    });
    must(await world.submit(clerk, draft));
    const consented = must(await world.decide(await world.actor('gz-jy', '主要领导'), draft));
    expect(consented.route.steps.at(-1)?.unitName).toBe('广州市人民政府办公厅');
    const approved = must(await world.decide(await world.actor('gz-bg', '主要领导'), draft));
    expect(approved.entries).toMatchObject([{ state: 'pending', due: null }]);
    await world.kernel.setNow('2026-10-06');
    const opened = must(
      await world.change(clerk, (ctx) =>
        recordOpening(ctx, { ...approved, openedOn: '2026-10-01', platformUid: 'gh_00000000a440' }),
      ),
    );
    const late = await world.read(clerk, opened);
    expect(late.entries).toMatchObject([
      { state: 'running', from: '2026-10-01', due: '2026-10-04', overdue: true },
    ]);
    must(
      await world.change(clerk, (ctx) =>
        finishEntry(ctx, { ...late, entryId: late.entries[0]!.id, enteredOn: '2026-10-06' }),
      ),
    );
    const done = await world.read(clerk, opened);
    expect(done).toMatchObject({ state: 'registered', entries: [{ late: true }] });
    expect(done.clocks).toMatchObject([{ state: 'met-late', metOn: '2026-10-06' }]);
  });

  test('GD-4.2b a provincial department goes to the provincial office', async () => {
    const draft = await world.draft('gd-rs', {
      ...form,
      'account.name': '广东人社',
      'account.certification': '广东省人力资源和社会保障厅',
    });
    expect(draft.route.steps.map(({ unitName }) => unitName)).toEqual([
      '广东省人力资源和社会保障厅',
      '广东省人民政府办公厅',
    ]);
    expect(must(await world.submit(await world.actor('gd-rs', '经办人'), draft)).state).toBe('in-approval');
  });
});

describe('吴江区人社局', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld('2026-09-29');
  });
  afterAll(() => world.kernel.drop());
  const papers = ['management-body', 'skilled-staff', 'funding', 'rules-complete'];
  const form = {
    ...answers,
    'condition.management-body': true,
    'condition.skilled-staff': true,
    'condition.funding': true,
    'condition.rules-complete': true,
    'account.uid': 'gh_00000000b320',
    manager: '陈专干',
  };

  test('WJ-4a a section is refused as an internal body', async () => {
    const clerk = await world.actor('wj-ks', '经办人');
    const draft = await world.draft(
      'wj-ks',
      { ...form, 'account.name': '吴江就业', 'opening.on': '2026-09-28' },
      papers,
    );
    const refused = await world.submit(clerk, draft);
    expect(codesOf(refused)).toContain('accounts.section-unit');
    expect(refused.ok ? null : refused.problems[0]?.basis?.[0]).toMatchObject({
      article: '第四条',
      pack: 'wujiang-hrss',
    });
  });

  test('WJ-3a the bureau files after opening, three working days from the opening; WJ-4b with its conditions proved', async () => {
    const clerk = await world.actor('wj-rs', '经办人');
    const bare = await world.draft(
      'wj-rs',
      { ...form, 'condition.funding': false, 'account.name': '吴江人社', 'opening.on': '2026-09-28' },
      papers.slice(0, 3),
    );
    expect(codesOf(await world.submit(clerk, bare)).sort()).toEqual([
      'accounts.attachment-missing',
      'accounts.condition-unmet',
    ]);
    const draft = await world.draft(
      'wj-rs',
      {
        ...form,
        'account.name': '吴江人社',
        'account.certification': '苏州市吴江区人力资源和社会保障局',
        'opening.on': '2026-09-28',
      },
      papers,
    );
    expect(draft.timing).toBe('after-opening');
    const submitted = must(await world.submit(clerk, draft));
    // From Monday the 28th: 29, 30 September, 8 October.
    expect(submitted.entries).toMatchObject([
      { system: '省政务新媒体备案检查系统', state: 'running', from: '2026-09-28', due: '2026-10-08' },
    ]);
    must(await world.decide(await world.actor('wj-rs', '主要领导'), submitted));
    const approved = must(await world.decide(await world.actor('wj-bg', '备案员'), submitted));
    expect(approved).toMatchObject({ state: 'opened', openedOn: '2026-09-28' });
    must(
      await world.change(clerk, (ctx) =>
        finishEntry(ctx, { ...approved, entryId: approved.entries[0]!.id, enteredOn: '2026-09-29' }),
      ),
    );
    expect((await world.read(clerk, approved)).state).toBe('registered');
  });
});

describe('綦江区', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld('2026-09-29');
  });
  afterAll(() => world.kernel.drop());

  /** Answers what the form of the district asks beyond the others. */
  const complete = async (clerk: Actor, draft: FilingWire): Promise<FilingWire> => {
    const missing = draft.checks
      .filter(({ outcome }) => outcome === 'unmet')
      .flatMap(({ field }) => (field ? [[field, '李四']] : []));
    return must(await world.save(clerk, draft, { ...draft.values, ...Object.fromEntries(missing) }));
  };

  test('QJ-13 principal leader, then the district office; QJ-4 the centre acts for the office', async () => {
    const clerk = await world.actor('qj-jt', '经办人');
    const draft = await world.draft('qj-jt', {
      ...answers,
      'account.name': '綦江交通',
      'account.certification': '綦江区交通局',
    });
    const filled = await complete(clerk, draft);
    must(await world.submit(clerk, filled));
    must(await world.decide(await world.actor('qj-jt', '主要领导'), filled));
    const approved = must(await world.decide(await world.actor('qj-zx', '备案员'), filled));
    expect(approved.state).toBe('approved');
    const [filed] = approved.timeline.filter(({ title }) => title === '区政府办公室备案');
    expect(filed?.who).toContain('綦江区电子政务中心');
  });

  test('QJ-13 the district office files it itself', async () => {
    const clerk = await world.actor('qj-jt', '经办人');
    const draft = await world.draft('qj-jt', {
      ...answers,
      'account.platform': 'weibo',
      'account.name': '綦江交通',
      'account.certification': '綦江区交通局',
    });
    const filled = await complete(clerk, draft);
    must(await world.submit(clerk, filled));
    must(await world.decide(await world.actor('qj-jt', '主要领导'), filled));
    expect(must(await world.decide(await world.actor('qj-bg', '备案员'), filled)).state).toBe('approved');
  });
});

describe('兰州新区', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld('2021-05-10');
  });
  afterAll(() => world.kernel.drop());
  const form = {
    ...answers,
    'account.name': '中川发布',
    'account.certification': '中川镇人民政府',
    tasks: '发布信息',
    funding: '财政预算',
    responsible: '刘镇长',
  };

  test('LZ-13b a town under a park: host, park, supervisor', async () => {
    const clerk = await world.actor('lz-town', '经办人');
    const draft = await world.draft('lz-town', form);
    expect(draft.route.steps.map(({ title }) => title)).toEqual([
      '主办单位主要领导同意',
      '所属园区统一报送',
      '管委会办公室备案',
    ]);
    must(await world.submit(clerk, draft));
    must(await world.decide(await world.actor('lz-town', '主要领导'), draft));
    must(await world.decide(await world.actor('lz-park', '备案员'), draft));
    const approved = must(await world.decide(await world.actor('lz-bg', '备案员'), draft));
    expect(approved).toMatchObject({ state: 'approved', filingNumber: '620171-2021-0001' });
  });

  test('LZ-38 a filing stays under the regulation it was begun with; one begun after the lapse has the national route', async () => {
    await world.kernel.setNow('2022-07-27');
    const clerk = await world.actor('lz-town', '经办人');
    const begun = await world.draft('lz-town', { ...form, 'account.platform': 'weibo' });
    await world.kernel.setNow('2022-07-28');
    const still = must(await world.submit(clerk, begun));
    expect(still.route.steps).toHaveLength(3);
    await world.kernel.setNow('2022-07-29');
    const later = await world.draft('lz-town', { ...form, 'account.platform': 'douyin' });
    expect(later.pinned.pack).toBe('national');
    expect(later.route.steps).toHaveLength(2);
  });
});

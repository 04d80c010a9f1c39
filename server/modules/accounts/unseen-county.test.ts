import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../../kernel/outcome.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import type { Seed } from '../directory/testing.ts';
import { createWorld, type World } from './testing.ts';
import { withdrawFiling } from './withdraw-filing.ts';

/** Two regulations that nobody here has read: data only, as an office's own people would write it. */
const BASIS = (article: string) => `basis: { source: measures, article: ${article}, summary: 示例 }`;
const PACK = (id: string, code: string, name: string, posts = '') => `id: ${id}
title: ${name}政务新媒体管理办法
version: "2026.1"
jurisdiction: "${code}"
jurisdictions:
  - { code: "${code}", name: ${name}, level: county, parent: "620000" }
${posts}sources:
  - { id: measures, title: ${name}政务新媒体管理办法, inForce: { from: 2025-01-01 } }
`;
const FORM = (fields: string) => `- id: filing.form.open
  from: 2025-01-01
  ${BASIS('第三条')}
  value:
    title: 示例表
    sections:
      - title: 内容
        fields:
          - { id: unit, label: 申请单位, type: unit, required: true, auto: host.name }
          - { id: nickname, label: 账号名, type: text, required: true, auto: account.name, maxLength: 12 }
${fields}    opinions: []
    attachments: []
`;

const EARLY = `- id: filing.timing.open
  from: 2025-01-01
  ${BASIS('第二条')}
  value: before-opening
- id: filing.lead.open
  from: 2025-01-01
  ${BASIS('第二条')}
  value: { n: 5, unit: workday }
- id: filing.decision.term
  from: 2025-01-01
  ${BASIS('第五条')}
  value: { n: 7, unit: workday }
- id: filing.supplement.term
  from: 2025-01-01
  ${BASIS('第六条')}
  value: { n: 2, unit: workday }
- id: open.consent
  from: 2025-01-01
  ${BASIS('第四条')}
  value: { anyOf: [collective-decision] }
${FORM('')}- id: filing.chain.open
  from: 2025-01-01
  ${BASIS('第四条')}
  value:
    variants:
      - when: { unitKind: town }
        steps:
          - { id: compile, title: 经办拟稿, at: host, post: handling-officer, kind: compile }
          - { id: lead, title: 上级单位审核, at: parent, post: media-editor, kind: review, gates: [political, text] }
          - { id: approve, title: 主管单位审批, at: supervisor, post: principal-leader, kind: approve, seal: true }
        distinct: [[compile, lead, approve]]
`;
const LATE = `- id: filing.timing.open
  from: 2025-01-01
  ${BASIS('第二条')}
  value: after-opening
- id: filing.term.open
  from: 2025-01-01
  ${BASIS('第二条')}
  value: { term: { n: 10, unit: workday }, anchor: opening }
${FORM('          - { id: opened-on, label: 开通日期, type: date, required: true }\n')}- id: filing.chain.open
  from: 2025-01-01
  ${BASIS('第四条')}
  value:
    variants:
      - steps:
          - { id: file, title: 主管单位备案, at: supervisor, post: filing-officer, kind: file }
`;

const seeds: readonly Seed[] = [
  {
    key: 'sl-bg',
    jurisdiction: '990123',
    name: '示例县政府办公室',
    kind: 'office',
    tier: 'county',
    roles: [['supervisor', '990123']],
    posts: { 'principal-leader': ['sl-bg主要领导'], 'filing-officer': ['sl-bg备案员'] },
  },
  {
    key: 'sl-qu',
    jurisdiction: '990123',
    name: '东片区管理局',
    kind: 'department',
    tier: 'county',
    posts: { 'media-editor': ['sl-qu经办人', 'sl-zhen经办人'] },
  },
  {
    key: 'sl-zhen',
    jurisdiction: '990123',
    name: '东山镇人民政府',
    kind: 'town',
    tier: 'town',
    parent: 'sl-qu',
    posts: { 'handling-officer': ['sl-zhen经办人'] },
  },
  {
    key: 'xl-bg',
    jurisdiction: '990124',
    name: '西岭县政府办公室',
    kind: 'office',
    tier: 'county',
    roles: [['supervisor', '990124']],
    posts: { 'filing-officer': ['xl-bg备案员'] },
  },
  {
    key: 'xl-ju',
    jurisdiction: '990124',
    name: '西岭县林业局',
    kind: 'department',
    tier: 'county',
    posts: { 'handling-officer': ['xl-ju经办人'] },
  },
];

let folder: string;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-unseen-'));
  const write = (id: string, pack: string, rules: string) => {
    mkdirSync(join(folder, id, 'rules'), { recursive: true });
    writeFileSync(join(folder, id, 'pack.yaml'), pack);
    writeFileSync(join(folder, id, 'rules', 'filing.yaml'), rules);
  };
  write(
    'sample-county',
    PACK('sample-county', '990123', '示例县', 'posts:\n  - { id: media-editor, title: 融媒体编辑 }\n'),
    EARLY,
  );
  write('west-county', PACK('west-county', '990124', '西岭县'), LATE);
  world = await createWorld('2026-09-21', seeds, [folder]);
});
afterAll(async () => {
  await world.kernel.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a county that wants to be told five working days before, and answers within seven', () => {
  const answers = {
    'account.platform': 'douyin',
    'account.name': '东山发布',
    'account.certification': '东山镇人民政府',
    'account.tied-to-duty': true,
  };

  test('its own post, its own parent step, its own lead; consent by the collective on paper', async () => {
    const clerk = await world.actor('sl-zhen', '经办人');
    const draft = await world.draft('sl-zhen', { ...answers, 'opening.planned-on': '2026-09-25' });
    expect(draft.route.steps.map(({ title, postTitle }) => [title, postTitle])).toEqual([
      ['经办拟稿', '经办人'],
      ['上级单位审核', '融媒体编辑'],
      ['主管单位审批', '主要领导'],
    ]);
    expect(draft.attachments.map(({ label, required }) => [label, required])).toEqual([['consent', true]]);
    const refused = await world.submit(clerk, draft);
    expect(codesOf(refused).sort()).toEqual(['accounts.attachment-missing', 'accounts.lead-too-short']);
    expect(
      refused.ok
        ? ''
        : refused.problems.find(({ code }) => code === 'accounts.lead-too-short')?.facts?.earliest,
    ).toBe('2026-09-29');
  });

  test('the answer has a clock, who compiled may not review, mending has a clock of its own', async () => {
    const clerk = await world.actor('sl-zhen', '经办人');
    const draft = await world.draft('sl-zhen', { ...answers, 'opening.planned-on': '2026-10-20' }, [
      'consent',
    ]);
    const filing = must(await world.submit(clerk, draft));
    expect(
      filing.timeline.filter(({ decision }) => decision === 'approve').map(({ title }) => title),
    ).toEqual(['经办拟稿']);
    // 22 to 24, 28 to 30 September, 8 October: the Mid-Autumn days and National Day are off.
    expect(filing.clocks).toMatchObject([
      { rule: 'filing.decision.term', state: 'running', due: '2026-10-08', ownerName: '东片区管理局' },
    ]);
    const own = world.decide(clerk, filing);
    await expect(own).rejects.toBeInstanceOf(Refused);
    await expect(own).rejects.toMatchObject({ code: 'approvals.same-person' });
    const returned = must(
      await world.decide(await world.actor('sl-qu', '经办人'), filing, 'return', '平台选错'),
    );
    expect(returned.clocks.map(({ rule, state }) => [rule, state])).toEqual([
      ['filing.decision.term', 'met'],
      ['filing.supplement.term', 'running'],
    ]);
    await world.kernel.setNow('2026-09-29');
    const again = must(await world.submit(clerk, returned));
    expect(again.clocks.map(({ rule, state }) => [rule, state])).toEqual([
      ['filing.decision.term', 'met'],
      ['filing.supplement.term', 'met-late'],
      ['filing.decision.term', 'running'],
    ]);
    must(await world.change(clerk, (ctx) => withdrawFiling(ctx, { ...again, reason: '另选平台' })));
    expect((await world.read(clerk, again)).clocks.at(-1)).toMatchObject({ state: 'cancelled' });
    await world.kernel.setNow('2026-09-21');
  });
});

describe('a county where accounts are filed within ten working days of being opened', () => {
  test('submitting meets the term; late is shown and not refused', async () => {
    const clerk = await world.actor('xl-ju', '经办人');
    const answers = {
      'account.platform': 'wechat',
      'account.name': '西岭林业',
      'account.certification': '西岭县林业局',
      'account.tied-to-duty': true,
      'account.uid': 'gh_00000000c220',
    };
    const draft = await world.draft('xl-ju', { ...answers, 'opening.on': '2026-08-31' });
    expect(draft.form.sections.at(-1)?.fields.find(({ key }) => key === 'opening.on')?.label).toBe(
      '开通日期',
    );
    const filing = must(await world.submit(clerk, draft));
    expect(filing).toMatchObject({ state: 'in-approval', openedOn: '2026-08-31', entries: [] });
    expect(filing.clocks).toMatchObject([
      {
        rule: 'filing.term.open',
        from: '2026-08-31',
        due: '2026-09-14',
        state: 'met-late',
        metOn: '2026-09-21',
      },
    ]);
    const filed = must(await world.decide(await world.actor('xl-bg', '备案员'), filing));
    expect(filed).toMatchObject({
      state: 'registered',
      filingNumber: '990124-2026-0001',
      openedBeforeApproval: false,
    });
  });

  test('a number that another account has is not taken twice', async () => {
    const clerk = await world.actor('xl-ju', '经办人');
    const answers = {
      'account.platform': 'wechat',
      'account.name': '西岭林业',
      'account.certification': '西岭县林业局',
      'account.tied-to-duty': true,
      'account.uid': 'gh_00000000c220',
    };
    const draft = await world.draft('xl-ju', { ...answers, 'opening.on': '2026-09-01' });
    expect(codesOf(await world.submit(clerk, draft)).sort()).toEqual([
      'accounts.one-per-platform',
      'accounts.uid-taken',
    ]);
  });
});

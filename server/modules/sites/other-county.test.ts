import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { addColumn } from './add-column.ts';
import { addSection } from './add-section.ts';
import { getSite, listSites } from './list-sites.ts';
import type { Site } from './model.ts';
import { getRequest } from './read-request.ts';
import { recordBuilt } from './record-built.ts';
import { registerSite } from './register-site.ts';
import { startRequest } from './start-request.ts';
import { submitRequest } from './submit-request.ts';
import { createWorld, type TestUnit, type World } from './testing.ts';

/** A county with rules of its own, as data only, and one without any rule on websites. */
const BASIS = (article: string) => `basis: { source: measures, article: ${article}, summary: 示例 }`;
const PACK = (id: string, code: string, name: string) => `id: ${id}
title: ${name}政府网站管理办法
version: "2026.1"
jurisdiction: "${code}"
jurisdictions:
  - { code: "${code}", name: ${name}, level: county, parent: "620000" }
sources:
  - { id: measures, title: ${name}政府网站管理办法, inForce: { from: 2025-01-01 } }
`;
const RULED = `- id: column.url-pattern
  from: 2025-01-01
  ${BASIS('第二条')}
  value:
    - { id: all, label: 各单位, pattern: '/zl/{initials}' }
- id: column.initials
  from: 2025-01-01
  ${BASIS('附件')}
  value:
    - { id: le, label: 乐营, reading: yue ying }
- id: column.built-by
  from: 2025-01-01
  ${BASIS('第三条')}
  value: 县政府办公室
- id: column.request.chain
  from: 2025-01-01
  ${BASIS('第三条')}
  value:
    variants:
      - steps:
          - { id: accept, title: 县政府办公室同意, at: supervisor, post: filing-officer, kind: approve }
- id: column.request.term
  from: 2025-01-01
  ${BASIS('第四条')}
  value: { n: 5, unit: workday }
- id: column.update.own.meetings
  title: 会议公开
  from: 2025-01-01
  ${BASIS('第五条')}
  value: { n: 1, unit: month }
- id: column.per-year.own.meetings
  title: 会议公开
  from: 2025-01-01
  ${BASIS('第五条')}
  value: 12
`;

const unit = (key: string, jurisdiction: string, name: string, more: Partial<TestUnit> = {}): TestUnit => ({
  key,
  jurisdiction,
  name,
  kind: 'department',
  tier: 'county',
  posts: { 'info-officer': [`${key}信息员`], 'filing-officer': [`${key}备案员`] },
  ...more,
});
const units: readonly TestUnit[] = [
  unit('r-bg', '990123', '有规县政府办公室', { kind: 'office', roles: [['supervisor', '990123']] }),
  unit('r-le', '990123', '乐营镇人民政府', { kind: 'town', tier: 'town', short: '乐营镇' }),
  unit('f-bg', '990124', '无规县政府办公室', { kind: 'office', roles: [['supervisor', '990124']] }),
  unit('f-ly', '990124', '无规县林业局', { short: '林业局' }),
];

let folder: string;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-sites-'));
  const write = (id: string, file: string, text: string) => {
    mkdirSync(join(folder, id, 'rules'), { recursive: true });
    writeFileSync(join(folder, id, file), text);
  };
  write('ruled-county', 'pack.yaml', PACK('ruled-county', '990123', '有规县'));
  write('ruled-county', 'rules/sites.yaml', RULED);
  write('free-county', 'pack.yaml', PACK('free-county', '990124', '无规县'));
  world = await createWorld('2026-09-21', units, [folder]);
});
afterAll(async () => {
  await world.kernel.drop();
  rmSync(folder, { recursive: true, force: true });
});

const register = async (who: string, host: string, domain: string): Promise<Site> =>
  must(
    await world.change(who, (ctx) =>
      registerSite(ctx, { name: '县政府网站', domains: [domain], hostUnitId: world.planted.unit(host) }),
    ),
  );

describe('a county that gives its office five working days', () => {
  test('its own pattern, readings, classes and term hold, without a line of code', async () => {
    const site = await register('r-bg备案员', 'r-bg', 'www.yougui.gov.cn');
    const asked = { jurisdiction: site.jurisdiction, siteId: site.id, unitId: world.planted.unit('r-le') };
    const draft = must(
      await world.change('r-le信息员', (ctx) =>
        startRequest(ctx, { ...asked, kind: 'section', name: '乐营镇专栏', purpose: '公开镇务信息' }),
      ),
    );
    const request = must(await world.change('r-le信息员', (ctx) => submitRequest(ctx, draft)));
    const read = () => world.ask('r-le信息员', (ctx) => getRequest(ctx, request));
    expect(await read()).toMatchObject({
      address: 'http://www.yougui.gov.cn/zl/yyz',
      builder: '有规县政府办公室',
      clocks: [{ state: 'running', due: '2026-09-29', term: '5个工作日', basis: [{ article: '第四条' }] }],
      upkeep: [],
    });
    must(await world.decide('r-bg备案员', request));
    must(
      await world.change('r-bg备案员', (ctx) =>
        recordBuilt(ctx, { ...request, version: request.version + 1, builtOn: '2026-09-21' }),
      ),
    );
    expect((await read()).clocks).toMatchObject([{ state: 'met' }]);
    const shown = await world.ask('r-bg备案员', (ctx) => getSite(ctx, site.jurisdiction, site.id));
    expect(shown.classes.find(({ id }) => id === 'own.meetings')).toMatchObject({
      name: '会议公开',
      upkeep: [{ value: '1个月' }, { value: '全年不少于 12 次' }],
    });
    expect(shown.findings).toEqual([]);
    expect(shown.inScope).toEqual([]);
  });
});

describe('a county without a rule on websites', () => {
  test('addresses are free, units keep their own sections, nothing is found wanting', async () => {
    const site = await register('f-bg备案员', 'f-bg', 'www.wugui.gov.cn');
    const unitId = world.planted.unit('f-ly');
    const section = (address?: string) =>
      world.change('f-bg备案员', (ctx) => addSection(ctx, { site, unitId, ...(address ? { address } : {}) }));
    expect(codesOf(await section())).toEqual(['sites.address-missing']);
    const made = must(await section('https://www.wugui.gov.cn/linye'));
    expect(made.initials).toBeNull();
    const column = (who: string) =>
      world.change(who, (ctx) =>
        addColumn(ctx, { site, sectionId: made.id, name: '森林防火', updateClass: 'notices' }),
      );
    expect(await refusal(column('rs信息员'))).toMatchObject({ kind: 'not-found' });
    expect(must(await column('f-ly信息员')).address).toBe('https://www.wugui.gov.cn/linye/slfh');
    const shown = await world.ask('f-ly信息员', (ctx) => getSite(ctx, site.jurisdiction, site.id));
    expect(shown).toMatchObject({ patterns: [], findings: [], without: [] });
    expect(shown.sections[0]).toMatchObject({
      expected: null,
      missing: [],
      abilities: { addColumn: true, request: false },
    });
    // The national interval holds where the county has none.
    expect(shown.sections[0]?.columns[0]?.upkeep[0]).toMatchObject({ value: '6个月' });
  });

  test('a request has no way there, and is told so', async () => {
    const shown = await world.ask('f-ly信息员', (ctx) => getSiteOf(ctx));
    const draft = must(
      await world.change('f-ly信息员', (ctx) =>
        startRequest(ctx, {
          jurisdiction: '990124',
          siteId: shown.id,
          unitId: world.planted.unit('f-ly'),
          kind: 'column',
          sectionId: shown.sections[0]?.id ?? null,
          name: '林业政策',
          updateClass: 'policies',
          purpose: '公开林业政策',
        }),
      ),
    );
    expect(codesOf(await world.change('f-ly信息员', (ctx) => submitRequest(ctx, draft)))).toEqual([
      'approvals.no-chain',
    ]);
  });
});

async function getSiteOf(ctx: Parameters<typeof getSite>[0]) {
  const { items } = await listSites(ctx, { page: 1, size: 5 });
  return getSite(ctx, '990124', items[0]?.id ?? '');
}

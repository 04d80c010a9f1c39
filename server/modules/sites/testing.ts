import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import type { DecisionKind } from '../../../contracts/approvals/wire.ts';
import type { SiteWire } from '../../../contracts/sites/wire.ts';
import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import { type Actor, systemActor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { decideCurrent } from '../approvals/testing.ts';
import { loadActor } from '../directory/index.ts';
import { type Planted, plant, type Seed } from '../directory/testing.ts';
import { addSection } from './add-section.ts';
import { sitesListeners } from './conclude-request.ts';
import { getSite } from './list-sites.ts';
import type { Key } from './lock-site.ts';
import type { ColumnRequest, Section, Site } from './model.ts';
import { getRequest } from './read-request.ts';
import { registerSite } from './register-site.ts';
import { type StartInput, startRequest } from './start-request.ts';
import { submitRequest } from './submit-request.ts';

export const QJ = '500110';
export const DOMAIN = 'www.cqqj.gov.cn';

const host = (key: string): Record<string, string[]> => ({
  'info-officer': [`${key}信息员`],
  'deputy-leader': [`${key}分管领导`],
});
const unit = (key: string, name: string, short: string, kind: Seed['kind'] = 'department'): TestUnit => ({
  key,
  jurisdiction: QJ,
  name,
  short,
  kind,
  tier: kind === 'town' ? 'town' : 'county',
  posts: host(key),
});

export type TestUnit = Seed & { readonly short?: string };

const UNITS: readonly TestUnit[] = [
  {
    ...unit('bg', '綦江区人民政府办公室', '綦江区府办', 'office'),
    roles: [['supervisor', QJ]],
    posts: { ...host('bg'), administrator: ['bg管理员'], 'filing-officer': ['bg备案员'] },
  },
  {
    ...unit('dz', '綦江区电子政务中心', '綦江电子政务', 'institution'),
    roles: [['executing-body', QJ]],
    posts: { ...host('dz'), administrator: ['dz管理员'], 'filing-officer': ['dz备案员'] },
  },
  unit('rs', '綦江区人力资源和社会保障局', '綦江人社'),
  unit('jt', '綦江区交通局', '綦江交通'),
  unit('jy', '綦江区教育和体育局', '綦江教体'),
  unit('sj', '石角镇人民政府', '石角镇', 'town'),
  unit('san', '三角镇人民政府', '三角镇', 'town'),
  { ...unit('wu', '綦江区无简称局', ''), posts: host('wu') },
  {
    key: 'fs',
    jurisdiction: '220621',
    name: '抚松县教育局',
    kind: 'department',
    tier: 'county',
    posts: { 'info-officer': ['fs信息员'] },
  },
];

/** 綦江 on a database of its own, with a site, and the steps of a story as short as the story tells them. */
export interface World {
  readonly kernel: TestKernel;
  readonly planted: Planted;
  readonly site: Site;
  actor(name: string): Promise<Actor>;
  change<T>(who: string, work: (ctx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  ask<T>(who: string, work: (ctx: Context) => Promise<T>): Promise<T>;
  see(who?: string): Promise<SiteWire>;
  read(who: string, request: Key): Promise<ColumnRequestWire>;
  section(unit: string, more?: { address?: string; name?: string }): Promise<Outcome<Section>>;
  begin(unit: string, more?: Partial<StartInput>): Promise<Outcome<ColumnRequest>>;
  submit(unit: string, request: Key & { version: number }): Promise<Outcome<ColumnRequest>>;
  decide(who: string, request: Key, decision?: DecisionKind, reason?: string): Promise<Outcome<unknown>>;
}

export async function createWorld(
  today: string,
  extra: readonly TestUnit[] = [],
  packFolders: readonly string[] = [],
): Promise<World> {
  const kernel = await createTestKernel(sitesListeners, packFolders);
  const units = [...UNITS, ...extra];
  const planted = await plant(
    kernel,
    units.map(({ short: _short, ...seed }) => seed),
  );
  for (const { key, short } of units)
    if (short)
      await sql`update units set short_name = ${short} where id = ${planted.unit(key)}`.execute(
        kernel.database.owner,
      );
  await kernel.setNow(today);
  const { runner } = kernel;
  const actor: World['actor'] = (name) =>
    runner.query(systemActor, (ctx) =>
      loadActor(ctx.tx, planted.person(name), ctx.now.day, kernel.geography),
    );
  const change: World['change'] = async (who, work) => runner.command(await actor(who), work);
  const ask: World['ask'] = async (who, work) => runner.query(await actor(who), work);
  const site = must(
    await change('dz备案员', (ctx) =>
      registerSite(ctx, {
        name: '綦江区人民政府公众信息网',
        domains: [DOMAIN],
        siteCode: '5001100001',
        hostUnitId: planted.unit('bg'),
      }),
    ),
  );
  return {
    kernel,
    planted,
    site,
    actor,
    change,
    ask,
    see: (who = 'dz备案员') => ask(who, (ctx) => getSite(ctx, QJ, site.id)),
    read: (who, request) => ask(who, (ctx) => getRequest(ctx, request)),
    section: (key, more = {}) =>
      change('dz备案员', (ctx) => addSection(ctx, { site, unitId: planted.unit(key), ...more })),
    begin: (key, more = {}) =>
      change(`${key}信息员`, (ctx) =>
        startRequest(ctx, {
          jurisdiction: QJ,
          siteId: site.id,
          unitId: planted.unit(key),
          kind: 'column',
          name: '就业服务',
          updateClass: 'notices',
          purpose: '集中发布就业政策和招聘信息',
          ...more,
        }),
      ),
    submit: (key, { jurisdiction, id, version }) =>
      change(`${key}信息员`, (ctx) => submitRequest(ctx, { jurisdiction, id, version })),
    decide: (who, request, decision = 'approve', reason) =>
      change(who, (ctx) => decideCurrent(ctx, { ...request, type: 'column-request' }, decision, reason)),
  };
}

/** The bytes of a file that is answered. */
export async function bytesOf({ content }: FileAnswer): Promise<Buffer> {
  return Buffer.isBuffer(content) ? content : buffer(content);
}

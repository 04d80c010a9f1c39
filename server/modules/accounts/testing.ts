import type { DecisionKind } from '../../../contracts/approvals/wire.ts';
import type { FilingWire, FormValues } from '../../../contracts/accounts/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { approvalsOf, currentStep, decideStep } from '../approvals/index.ts';
import { loadActor } from '../directory/index.ts';
import { plant, type Planted, type Seed } from '../directory/testing.ts';
import { attachFile } from './attach-file.ts';
import { accountsListeners } from './conclude-filing.ts';
import { getFiling } from './read-filing.ts';
import { saveDraft } from './save-draft.ts';
import { startFiling } from './start-filing.ts';
import { submitFiling } from './submit-filing.ts';

const host = (key: string): Record<string, string[]> => ({
  'info-officer': [`${key}信息员`],
  'handling-officer': [`${key}经办人`],
  'principal-leader': [`${key}主要领导`],
});
const office = (key: string): Record<string, string[]> => ({ ...host(key), 'filing-officer': [`${key}备案员`] });

/** The units of the five regulations that the stories need; people are called by the key of their unit and their post. */
export const seeds: readonly Seed[] = [
  { key: 'lz-bg', jurisdiction: '620171', name: '兰州新区管委会办公室', kind: 'office', tier: 'city', roles: [['supervisor', '620171']], posts: office('lz-bg') },
  { key: 'lz-park', jurisdiction: '620171', name: '中川园区管委会', kind: 'park', tier: 'county', posts: office('lz-park') },
  { key: 'lz-town', jurisdiction: '620171', name: '中川镇人民政府', kind: 'town', tier: 'town', parent: 'lz-park', posts: host('lz-town') },
  { key: 'wj-rs', jurisdiction: '320509-hrss', name: '苏州市吴江区人力资源和社会保障局', kind: 'department', tier: 'county', posts: host('wj-rs') },
  { key: 'wj-bg', jurisdiction: '320509-hrss', name: '局办公室', kind: 'office', tier: 'county', parent: 'wj-rs', roles: [['supervisor', '320509-hrss']], posts: office('wj-bg') },
  { key: 'wj-ks', jurisdiction: '320509-hrss', name: '就业促进科', kind: 'section', tier: 'county', parent: 'wj-rs', posts: host('wj-ks') },
  { key: 'gd-bg', jurisdiction: '440000', name: '广东省人民政府办公厅', kind: 'office', tier: 'province', roles: [['supervisor', '440000']], posts: office('gd-bg') },
  { key: 'gd-rs', jurisdiction: '440000', name: '广东省人力资源和社会保障厅', kind: 'department', tier: 'province', posts: host('gd-rs') },
  { key: 'gz-bg', jurisdiction: '440100', name: '广州市人民政府办公厅', kind: 'office', tier: 'city', roles: [['supervisor', '440100']], posts: office('gz-bg') },
  { key: 'gz-jy', jurisdiction: '440100', name: '广州市教育局', kind: 'department', tier: 'city', posts: host('gz-jy') },
  { key: 'ch-bg', jurisdiction: '440117', name: '从化区人民政府办公室', kind: 'office', tier: 'county', roles: [['supervisor', '440117']], posts: office('ch-bg') },
  { key: 'ch-ny', jurisdiction: '440117', name: '从化区农业农村局', kind: 'department', tier: 'county', posts: host('ch-ny') },
  { key: 'bs-zs', jurisdiction: '220600', name: '白山市政务服务和数字化建设管理局', kind: 'department', tier: 'city', roles: [['supervisor', '220600']], posts: office('bs-zs') },
  { key: 'fs-zs', jurisdiction: '220621', name: '抚松县政务服务和数字化建设管理局', kind: 'department', tier: 'county', roles: [['supervisor', '220621']], posts: office('fs-zs') },
  { key: 'fs-jy', jurisdiction: '220621', name: '抚松县教育局', kind: 'department', tier: 'county', posts: host('fs-jy') },
  { key: 'fs-ws', jurisdiction: '220621', name: '抚松县卫生健康局', kind: 'department', tier: 'county', posts: host('fs-ws') },
  { key: 'fs-xc', jurisdiction: '220621', name: '中共抚松县委宣传部', kind: 'party', tier: 'county', roles: [['oversight', '220621', 'publicity']], posts: host('fs-xc') },
  { key: 'qj-bg', jurisdiction: '500110', name: '綦江区人民政府办公室', kind: 'office', tier: 'county', roles: [['supervisor', '500110']], posts: office('qj-bg') },
  { key: 'qj-zx', jurisdiction: '500110', name: '綦江区电子政务中心', kind: 'institution', tier: 'county', roles: [['executing-body', '500110']], posts: office('qj-zx') },
  { key: 'qj-jt', jurisdiction: '500110', name: '綦江区交通局', kind: 'department', tier: 'county', posts: host('qj-jt') },
];

/** Words that name a unit's people by post. */
type Post = '信息员' | '经办人' | '主要领导' | '备案员';

/** The five jurisdictions on a database of their own, with the steps of a story as short as the story tells them. */
export interface World {
  readonly kernel: TestKernel;
  readonly planted: Planted;
  actor(unit: string, post: Post): Promise<Actor>;
  change<T>(who: Actor, work: (ctx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  ask<T>(who: Actor, work: (ctx: Context) => Promise<T>): Promise<T>;
  read(who: Actor, filing: Key): Promise<FilingWire>;
  /** Begins a draft, answers what the form of the unit asks, attaches the papers, and gives the draft as it stands. */
  draft(unit: string, values: FormValues, papers?: readonly string[]): Promise<FilingWire>;
  save(who: Actor, filing: FilingWire, values: FormValues, exceptions?: Record<string, string>): Promise<Outcome<FilingWire>>;
  submit(who: Actor, filing: Key & { version: number }): Promise<Outcome<FilingWire>>;
  /** Decides the current step with seal, signature and gates as it asks. */
  decide(who: Actor, filing: Key, decision?: DecisionKind, reason?: string): Promise<Outcome<FilingWire>>;
}

export type Key = { readonly jurisdiction: string; readonly id: string };

/** A PDF that is one, as small as can be. */
export const PAPER = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

export async function createWorld(today: string, extra: readonly Seed[] = []): Promise<World> {
  const kernel = await createTestKernel(accountsListeners);
  const planted = await plant(kernel, [...seeds, ...extra]);
  await kernel.setNow(today);
  const { runner } = kernel;
  const actor = async (unit: string, post: Post) => {
    const person = planted.person(`${unit}${post}`);
    return runner.query({ kind: 'system', personId: null, name: 'test', posts: [], scope: '*', reach: '*' }, (ctx) =>
      loadActor(ctx.tx, person, ctx.now.day, kernel.geography),
    );
  };
  const read = (who: Actor, { jurisdiction, id }: Key) => runner.query(who, (ctx) => getFiling(ctx, jurisdiction, id));
  const shown = async <T extends Key>(who: Actor, outcome: Outcome<T>): Promise<Outcome<FilingWire>> =>
    outcome.ok ? { ok: true, value: await read(who, outcome.value) } : outcome;
  const save: World['save'] = async (who, filing, values, exceptions) =>
    shown(who, await runner.command(who, (ctx) => saveDraft(ctx, { ...filing, values, exceptions })));
  return {
    kernel,
    planted,
    actor,
    change: (who, work) => runner.command(who, work),
    ask: (who, work) => runner.query(who, work),
    read,
    save,
    draft: async (unit, values, papers = []) => {
      const clerk = await actor(unit, '经办人');
      const begun = must(await runner.command(clerk, (ctx) => startFiling(ctx, { hostUnitId: planted.unit(unit), kind: 'open' })));
      for (const label of papers) {
        must(await runner.command(clerk, (ctx) => attachFile(ctx, begun, { label, name: `${label}.pdf`, content: PAPER })));
      }
      const empty = await read(clerk, begun);
      const asked = new Set(empty.form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
      const answers = Object.entries(values).filter(([key]) => asked.has(key));
      return must(await save(clerk, empty, Object.fromEntries(answers)));
    },
    submit: async (who, filing) =>
      shown(who, await runner.command(who, (ctx) => submitFiling(ctx, { jurisdiction: filing.jurisdiction, id: filing.id, version: filing.version }))),
    decide: async (who, filing, decision = 'approve', reason) => {
      const outcome = await runner.command(who, async (ctx) => decideStep(ctx, await currentDecision(ctx, filing, decision, reason)));
      return outcome.ok ? { ok: true, value: await read(who, filing) } : outcome;
    },
  };
}

async function currentDecision(ctx: Context, { jurisdiction, id }: Key, decision: DecisionKind, reason: string | undefined) {
  const [approval] = await approvalsOf(ctx, jurisdiction, { type: 'filing', id });
  const step = approval && currentStep(approval);
  if (!approval || !step) throw new Error('nothing is being decided');
  return {
    jurisdiction,
    approvalId: approval.id,
    stepId: step.id,
    decision,
    reason,
    digest: approval.contentDigest,
    version: approval.version,
    sealed: step.seal,
    signedBy: step.signature ? ctx.actor.name : undefined,
    gates: step.gates.map((gate) => gate.id),
  };
}

/** The value of an outcome that has to be good. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code, field, facts }) => `${code} ${field ?? ''} ${JSON.stringify(facts ?? {})}`).join('; '));
}

/** The codes of an outcome that has to be refused. */
export function codesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
}

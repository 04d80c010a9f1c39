import type { DecisionKind } from '../../../contracts/approvals/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import type { Answer, Chain } from '../../policy/index.ts';
import { caseFactsOf, getUnit, loadActor } from '../directory/index.ts';
import { type Planted, plant, type Seed } from '../directory/testing.ts';
import { type Approval, approvalsOf, currentStep, decideStep, startApproval } from './index.ts';
import type { DecisionInput } from './rules.ts';

export const J = '500110';

const SEEDS: readonly Seed[] = [
  {
    key: 'office',
    jurisdiction: J,
    name: '区政府办公室',
    kind: 'office',
    tier: 'county',
    roles: [['supervisor', J]],
    posts: { 'filing-officer': ['办一', '办二'], 'principal-leader': ['主任'] },
  },
  {
    key: 'centre',
    jurisdiction: J,
    name: '电子政务中心',
    kind: 'institution',
    tier: 'county',
    roles: [['executing-body', J]],
    posts: { 'filing-officer': ['中心员'], 'principal-leader': ['中心主任'] },
  },
  {
    key: 'host',
    jurisdiction: J,
    name: '区交通局',
    kind: 'department',
    tier: 'county',
    posts: {
      'handling-officer': ['经办', '通才'],
      'principal-leader': ['局长', '通才'],
      'section-head': ['科长'],
    },
  },
  {
    key: 'empty',
    jurisdiction: J,
    name: '区水利局',
    kind: 'department',
    tier: 'county',
    posts: { 'handling-officer': ['水利经办'], 'principal-leader': [] },
  },
  {
    key: 'other',
    jurisdiction: J,
    name: '区教育局',
    kind: 'department',
    tier: 'county',
    posts: { 'principal-leader': ['教育局长'] },
  },
  {
    key: 'far',
    jurisdiction: '500000',
    name: '市某委员会',
    kind: 'department',
    tier: 'province',
    posts: { 'principal-leader': ['委员'] },
  },
  {
    key: 'press',
    jurisdiction: J,
    name: '区委宣传部',
    kind: 'party',
    tier: 'county',
    roles: [['oversight', J, 'publicity']],
    posts: { 'handling-officer': ['宣传员'] },
  },
];

/** A chain as a regulation would give it, of one variant. */
export function chainOf(
  steps: Chain['variants'][number]['steps'],
  more: { distinct?: string[][]; when?: { tier: ['town'] } } = {},
): Answer<Chain> {
  const basis = [
    {
      pack: 'qijiang-district',
      source: 'measures',
      sourceTitle: '綦江区办法',
      article: '第十三条',
      summary: '',
      jurisdiction: J,
      jurisdictionName: '綦江区',
      from: '2019-05-15',
    },
  ];
  return {
    rule: 'filing.chain.open',
    title: '开设的审批备案流程',
    state: 'in-force',
    value: { variants: [{ steps, ...more }] },
    basis,
    overrode: [],
    conditional: [],
    notes: [],
    pack: 'qijiang-district',
    version: '2026.1',
  };
}

export const CONSENT = {
  id: 'consent',
  title: '主要领导同意',
  at: { unit: 'host' },
  post: 'principal-leader',
  kind: 'consent',
} as const;
export const FILE = {
  id: 'file',
  title: '办公室备案',
  at: { unit: 'supervisor' },
  post: 'filing-officer',
  kind: 'file',
} as const;
export const COMPILE = {
  id: 'compile',
  title: '经办',
  at: { unit: 'host' },
  post: 'handling-officer',
  kind: 'compile',
} as const;

type DecideMore = Partial<DecisionInput> & { step?: number; digest?: string; version?: number };

/** A district with its office, centre and bureaus, and decisions as short as a test tells them. */
export interface Scene {
  readonly kernel: TestKernel;
  readonly planted: Planted;
  /** What was announced of rounds that ended. */
  readonly heard: Record<string, unknown>[];
  actor(name: string): Promise<Actor>;
  start(
    chain: Answer<Chain>,
    by?: string,
    host?: string,
    subject?: string,
    content?: { text: string },
  ): Promise<Outcome<Approval>>;
  started(...args: Parameters<Scene['start']>): Promise<Approval>;
  decide(who: string, approval: Approval, more?: DecideMore): Promise<Outcome<Approval>>;
  passed(...args: Parameters<Scene['decide']>): Promise<Approval>;
}

export async function createScene(): Promise<Scene> {
  const heard: Record<string, unknown>[] = [];
  const kernel = await createTestKernel({
    'approval.concluded': [async (_ctx, fact) => void heard.push(fact.data)],
  });
  const planted = await plant(kernel, SEEDS);
  const actor = (name: string) =>
    kernel.runner.query(
      { kind: 'system', personId: null, name: 't', posts: [], scope: '*', reach: '*' },
      (ctx) => loadActor(ctx.tx, planted.person(name), ctx.now.day, kernel.geography),
    );
  const start: Scene['start'] = async (
    chain,
    by = '经办',
    host = 'host',
    subject = newId(),
    content = { text: '一' },
  ) =>
    kernel.runner.command(await actor(by), async (ctx) => {
      const unit = await getUnit(ctx, planted.unit(host));
      const post = ctx.actor.posts.find(({ kind }) => kind === 'handling-officer');
      if (!post) throw new Error('no post');
      return startApproval(ctx, {
        jurisdiction: J,
        subject: { type: 'test', id: subject },
        title: '开设“綦江交通”',
        href: null,
        matter: '开设',
        host: unit,
        post,
        chain,
        facts: caseFactsOf(unit),
        content,
        summary: [{ label: '内容', value: content.text }],
        dueOn: null,
      });
    });
  const decide: Scene['decide'] = async (who, approval, more = {}) => {
    const current = approval.steps.findIndex(({ id }) => id === currentStep(approval)?.id);
    const step = approval.steps[more.step ?? current];
    if (!step) throw new Error('no such step');
    return kernel.runner.command(await actor(who), (ctx) =>
      decideStep(ctx, {
        jurisdiction: J,
        approvalId: approval.id,
        decision: 'approve',
        digest: approval.contentDigest,
        version: approval.version,
        ...more,
        stepId: step.id,
      }),
    );
  };
  const value = (outcome: Outcome<Approval>): Approval => {
    if (outcome.ok) return outcome.value;
    throw new Error(JSON.stringify(outcome.problems));
  };
  return {
    kernel,
    planted,
    heard,
    actor,
    start,
    started: async (...args) => value(await start(...args)),
    decide,
    passed: async (...args) => value(await decide(...args)),
  };
}

/** Decides the current step on a subject, with seal, signature and gates as it asks. */
export async function decideCurrent(
  ctx: Context,
  { jurisdiction, type, id }: Approval['subject'] & { readonly jurisdiction: string },
  decision: DecisionKind,
  reason: string | undefined,
): Promise<Outcome<Approval>> {
  const [approval] = await approvalsOf(ctx, jurisdiction, { type, id });
  const step = approval && currentStep(approval);
  if (!approval || !step) throw new Error('nothing is being decided');
  return decideStep(ctx, {
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
  });
}

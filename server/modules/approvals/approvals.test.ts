import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import type { Answer, Chain } from '../../policy/index.ts';
import { caseFactsOf, getUnit, loadActor } from '../directory/index.ts';
import { type Planted, plant } from '../directory/testing.ts';
import {
  type Approval,
  approvalsOf,
  currentStep,
  decideStep,
  startApproval,
  voidApproval,
  waitingFor,
  withdrawApproval,
} from './index.ts';
import { getApproval } from './read-approval.ts';
import type { DecisionInput } from './rules.ts';

const J = '500110';
let kernel: TestKernel;
let planted: Planted;
const heard: Record<string, unknown>[] = [];

beforeAll(async () => {
  kernel = await createTestKernel({
    'approval.concluded': [async (_ctx, fact) => void heard.push(fact.data)],
  });
  planted = await plant(kernel, [
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
      key: 'press',
      jurisdiction: J,
      name: '区委宣传部',
      kind: 'party',
      tier: 'county',
      roles: [['oversight', J, 'publicity']],
      posts: { 'handling-officer': ['宣传员'] },
    },
  ]);
});
afterAll(() => kernel.drop());

function chainOf(
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

const CONSENT = {
  id: 'consent',
  title: '主要领导同意',
  at: { unit: 'host' },
  post: 'principal-leader',
  kind: 'consent',
} as const;
const FILE = {
  id: 'file',
  title: '办公室备案',
  at: { unit: 'supervisor' },
  post: 'filing-officer',
  kind: 'file',
} as const;
const COMPILE = {
  id: 'compile',
  title: '经办',
  at: { unit: 'host' },
  post: 'handling-officer',
  kind: 'compile',
} as const;

const actor = (name: string): Promise<Actor> =>
  kernel.runner.query(
    { kind: 'system', personId: null, name: 't', posts: [], scope: '*', reach: '*' },
    (ctx) => loadActor(ctx.tx, planted.person(name), ctx.now.day, kernel.geography),
  );

async function start(
  chain: Answer<Chain>,
  by = '经办',
  host = 'host',
  subject = newId(),
  content: unknown = { text: '一' },
): Promise<Outcome<Approval>> {
  return kernel.runner.command(await actor(by), async (ctx) => {
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
      summary: [{ label: '内容', value: String((content as { text: string }).text) }],
      dueOn: null,
    });
  });
}

const started = async (...args: Parameters<typeof start>): Promise<Approval> => {
  const outcome = await start(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};

async function decide(
  who: string,
  approval: Approval,
  input: Partial<DecisionInput> & { step?: number; digest?: string; version?: number } = {},
) {
  const step =
    approval.steps[input.step ?? approval.steps.findIndex(({ id }) => id === currentStep(approval)?.id)]!;
  return kernel.runner.command(await actor(who), (ctx) =>
    decideStep(ctx, {
      jurisdiction: J,
      approvalId: approval.id,
      stepId: step.id,
      decision: 'approve',
      digest: approval.contentDigest,
      version: approval.version,
      ...input,
    }),
  );
}

const passed = async (...args: Parameters<typeof decide>): Promise<Approval> => {
  const outcome = await decide(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};
const refusal = async (work: Promise<unknown>): Promise<Refused> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refused) return error;
  throw new Error(`not refused: ${String(error)}`);
};

describe('starting', () => {
  test('QJ-13 the chain is pinned with pack, version, basis and seats; the first step waits', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    expect(approval).toMatchObject({
      pack: 'qijiang-district',
      packVersion: '2026.1',
      rule: 'filing.chain.open',
      contentDigest: digestOf({ text: '一' }),
    });
    expect(approval.steps.map(({ state, unitName }) => [state, unitName])).toEqual([
      ['current', '区交通局'],
      ['waiting', '区政府办公室'],
    ]);
  });

  test('no chain: nobody can pass, and it says what was looked for', async () => {
    const absent = await start({ ...chainOf([CONSENT]), state: 'absent', value: null, basis: [] });
    expect(absent).toMatchObject({
      ok: false,
      problems: [{ code: 'approvals.no-chain', facts: { matter: '开设', jurisdiction: '綦江区' } }],
    });
    const unmatched = await start(chainOf([CONSENT], { when: { tier: ['town'] } }));
    expect(unmatched).toMatchObject({
      ok: false,
      problems: [{ code: 'approvals.no-chain', basis: [{ article: '第十三条' }] }],
    });
  });

  test('a vacant post is named, and so is a unit that is not there', async () => {
    const vacant = await start(chainOf([CONSENT, FILE]), '水利经办', 'empty');
    expect(vacant).toMatchObject({
      ok: false,
      problems: [{ code: 'approvals.vacant-post', facts: { unit: '区水利局', post: '主要领导' } }],
    });
    const nowhere = await start(chainOf([{ ...CONSENT, at: { unit: 'park' } }]));
    expect(nowhere).toMatchObject({ ok: false, problems: [{ code: 'approvals.no-seat' }] });
  });

  test('submitting is the compiling step of whoever holds its post; never the whole chain', async () => {
    const approval = await started(chainOf([COMPILE, CONSENT]));
    expect(approval.steps.map(({ state }) => state)).toEqual(['passed', 'current']);
    expect(approval.steps[0]?.decision?.personName).toBe('经办');
    const only = await started(chainOf([COMPILE]));
    expect(only.steps[0]?.state).toBe('current');
  });

  test('one round at a time', async () => {
    const subject = newId();
    await started(chainOf([CONSENT]), '经办', 'host', subject);
    expect((await refusal(start(chainOf([CONSENT]), '经办', 'host', subject))).code).toBe(
      'approvals.already-running',
    );
  });
});

describe('deciding', () => {
  test('in order to the end; the conclusion is announced in the same transaction', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    const consented = await passed('局长', approval);
    const finished = await passed('办一', consented);
    expect(finished.state).toBe('approved');
    expect(heard.at(-1)).toMatchObject({
      result: 'approved',
      subjectId: approval.subject.id,
      approvalId: approval.id,
    });
  });

  test('a step not one’s own, a step not yet reached', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    expect(await refusal(decide('教育局长', approval))).toMatchObject({
      kind: 'forbidden',
      code: 'approvals.not-your-step',
    });
    expect(await refusal(decide('经办', approval))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(decide('宣传员', approval))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(decide('办一', approval, { step: 1 }))).toMatchObject({
      kind: 'conflict',
      code: 'approvals.not-current',
    });
  });

  test('two deciding at once: exactly one wins, the other is told who decided', async () => {
    for (let round = 0; round < 5; round++) {
      const approval = await passed('局长', await started(chainOf([CONSENT, FILE])));
      const both = await Promise.allSettled([
        decide('办一', approval),
        decide('办二', approval, { decision: 'return', reason: '补材料' }),
      ]);
      const lost = both.filter((each) => each.status === 'rejected');
      expect(both.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(1);
      expect(lost).toHaveLength(1);
      const told = lost[0]?.status === 'rejected' ? lost[0].reason : null;
      expect(told).toMatchObject({ kind: 'conflict', code: 'approvals.already-decided' });
      expect(['办一', '办二'].some((name) => String(told.facts.who).includes(name))).toBe(true);
    }
  });

  test('bound to content: another digest decides nothing, nor does an older version', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    expect(await refusal(decide('局长', approval, { digest: '0'.repeat(64) }))).toMatchObject({
      kind: 'stale',
      code: 'approvals.content-changed',
    });
    expect(await refusal(decide('局长', approval, { version: 2 }))).toMatchObject({ kind: 'stale' });
  });

  test('a change of content voids what was decided; the new round begins at the first step', async () => {
    const subject = newId();
    const first = await passed(
      '局长',
      await started(chainOf([CONSENT, FILE]), '经办', 'host', subject, { text: '一' }),
    );
    await kernel.runner.command(await actor('经办'), async (ctx) => {
      await voidApproval(ctx, J, first.subject);
      return done(null);
    });
    expect(await refusal(decide('办一', first))).toMatchObject({ kind: 'conflict', code: 'approvals.ended' });
    const second = await started(chainOf([CONSENT, FILE]), '经办', 'host', subject, { text: '二' });
    expect(second).toMatchObject({ revision: 2, steps: [{ state: 'current', decision: null }, {}] });
    expect(second.contentDigest).not.toBe(first.contentDigest);
    const view = await kernel.runner.query(await actor('局长'), (ctx) => getApproval(ctx, J, second.id));
    expect(view.changes).toEqual([{ label: '内容', before: '一', after: '二' }]);
    expect(view.rounds).toMatchObject([{ state: 'voided', revision: 1 }]);
  });

  test('WJ-8d who compiled may not decide where the chain says so; who decided one may not decide the other', async () => {
    const barred = await started(chainOf([COMPILE, CONSENT], { distinct: [['compile', 'consent']] }), '通才');
    expect(await refusal(decide('通才', barred))).toMatchObject({
      kind: 'forbidden',
      code: 'approvals.same-person',
      basis: [{ article: '第十三条' }],
    });
    expect((await passed('局长', barred)).state).toBe('approved');
    const free = await started(chainOf([COMPILE, CONSENT]), '通才');
    expect((await passed('通才', free)).state).toBe('approved');
  });

  test('a return needs a reason, ends the round and is announced; a refusal too', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    expect(await decide('局长', approval, { decision: 'return' })).toMatchObject({
      ok: false,
      problems: [{ code: 'approvals.reason-missing' }],
    });
    const returned = await passed('局长', approval, { decision: 'return', reason: '名称不规范' });
    expect(returned).toMatchObject({
      state: 'returned',
      endReason: '名称不规范',
      steps: [{ state: 'returned' }, { state: 'skipped' }],
    });
    expect(heard.at(-1)).toMatchObject({ result: 'returned', reason: '名称不规范' });
    expect(await refusal(decide('局长', returned, { step: 0 }))).toMatchObject({
      code: 'approvals.already-decided',
    });
    const refused = await passed('局长', await started(chainOf([CONSENT, FILE])), {
      decision: 'refuse',
      reason: '没有需要',
    });
    expect(refused.state).toBe('refused');
  });

  test('seal, signature and gates are recorded where the step asks for them', async () => {
    const asking = { ...CONSENT, seal: true, signature: true, gates: ['political', 'text'] };
    const approval = await started(chainOf([asking]));
    const bare = await decide('局长', approval);
    expect(bare.ok ? [] : bare.problems.map(({ code }) => code)).toEqual([
      'approvals.gates-missing',
      'approvals.seal-missing',
      'approvals.signature-missing',
    ]);
    const whole = await passed('局长', approval, {
      sealed: true,
      signedBy: '局长',
      gates: ['political', 'text'],
    });
    expect(whole.steps[0]?.decision).toMatchObject({
      sealed: true,
      signedBy: '局长',
      gatesPassed: ['political', 'text'],
    });
  });

  test('a change of staff blocks nothing: whoever holds the post on the day decides', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    const { sql } = await import('kysely');
    const swap = (day: string | null) =>
      sql`update appointments set to_day = ${day} where person_id = ${planted.person('局长')}`.execute(
        kernel.database.owner,
      );
    await swap('2020-02-02');
    expect(await refusal(decide('局长', approval))).toMatchObject({
      kind: expect.stringMatching(/forbidden|not-found/),
    });
    expect((await passed('通才', approval)).steps[0]?.state).toBe('passed');
    await swap(null);
  });

  test('QJ-4 the executing body acts on the office’s plain filing step, not on one with the office’s seal', async () => {
    const plain = await passed('局长', await started(chainOf([CONSENT, FILE])));
    expect(plain.steps[1]?.acting?.unitName).toBe('电子政务中心');
    const waiting = await kernel.runner.query(await actor('中心员'), (ctx) => waitingFor(ctx));
    expect(waiting.find(({ approvalId }) => approvalId === plain.id)).toMatchObject({
      actingFor: '区政府办公室',
    });
    expect((await passed('中心员', plain)).steps[1]?.decision?.post).toContain('电子政务中心');
    const sealed = await passed('局长', await started(chainOf([CONSENT, { ...FILE, seal: true }])));
    expect(await refusal(decide('中心员', sealed, { sealed: true }))).toMatchObject({ kind: 'forbidden' });
    const led = await passed(
      '局长',
      await started(chainOf([CONSENT, { ...FILE, post: 'principal-leader' }])),
    );
    expect(await refusal(decide('中心主任', led))).toMatchObject({ kind: 'forbidden' });
  });
});

describe('withdrawing and reading', () => {
  test('withdrawing while it is being decided: one of the two happens', async () => {
    for (let round = 0; round < 5; round++) {
      const approval = await started(chainOf([CONSENT]));
      const clerk = await actor('经办');
      const withdraw = kernel.runner.command(clerk, async (ctx) => {
        const post = ctx.actor.posts[0]!;
        return done(
          await withdrawApproval(ctx, { jurisdiction: J, subject: approval.subject, reason: '改名', post }),
        );
      });
      const both = await Promise.allSettled([withdraw, decide('局长', approval)]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [now] = await kernel.runner.query(clerk, (ctx) => approvalsOf(ctx, J, approval.subject));
      expect(now?.state).toBe(both[0]?.status === 'fulfilled' ? 'withdrawn' : 'approved');
    }
  });

  test('only the host takes it back', async () => {
    const approval = await started(chainOf([CONSENT]));
    const other = await actor('教育局长');
    const attempt = kernel.runner.command(other, async (ctx) =>
      done(
        await withdrawApproval(ctx, {
          jurisdiction: J,
          subject: approval.subject,
          reason: '无关',
          post: ctx.actor.posts[0]!,
        }),
      ),
    );
    expect(await refusal(attempt)).toMatchObject({ kind: 'forbidden' });
  });

  test('LZ-8 oversight reads, decides nothing; strangers do not read; a leader sees what waits, by age', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    const view = await kernel.runner.query(await actor('宣传员'), (ctx) => getApproval(ctx, J, approval.id));
    expect(view.abilities).toEqual({ approve: false, return: false, refuse: false, withdraw: false });
    expect(view.steps[0]).toMatchObject({ holders: ['局长', '通才'], vacant: false, mine: false });
    const stranger = await actor('教育局长');
    expect(
      await refusal(kernel.runner.query(stranger, (ctx) => getApproval(ctx, J, approval.id))),
    ).toMatchObject({ kind: 'forbidden' });
    const waiting = await kernel.runner.query(await actor('局长'), (ctx) => waitingFor(ctx));
    expect(waiting.some(({ approvalId }) => approvalId === approval.id)).toBe(true);
    expect(waiting.map(({ since }) => since)).toEqual(waiting.map(({ since }) => since).sort());
  });
});

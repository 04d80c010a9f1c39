import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { caseFactsOf, getUnit, loadActor } from '../directory/index.ts';
import { type Planted, plant } from '../directory/testing.ts';
import { type Approval, decideStep, startApproval } from './index.ts';
import { getApproval } from './read-approval.ts';

let kernel: TestKernel;
let at: Planted;
beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.setNow('2026-11-23');
  const county = { jurisdiction: '220621', kind: 'department', tier: 'county' } as const;
  at = await plant(kernel, [
    {
      key: 'city',
      jurisdiction: '220600',
      name: '市政数局',
      kind: 'department',
      tier: 'city',
      roles: [['supervisor', '220600']],
      posts: { 'filing-officer': ['市备案员'] },
    },
    {
      ...county,
      key: 'county',
      name: '县政数局',
      roles: [['supervisor', '220621']],
      posts: { 'principal-leader': ['县局长甲', '县局长乙'] },
    },
    {
      ...county,
      key: 'bureau',
      name: '县教育局',
      posts: { 'info-officer': ['信息员'], 'principal-leader': ['教育局长'] },
    },
    { ...county, key: 'other', name: '县卫健局', posts: { 'principal-leader': ['卫健局长'] } },
    { ...county, key: 'vacant', name: '县水利局', posts: { 'info-officer': ['水利信息员'] } },
  ]);
});
afterAll(() => kernel?.drop());

const actorOf = (name: string) =>
  kernel.runner.query(systemActor, (ctx) =>
    loadActor(ctx.tx, at.person(name), ctx.now.day, kernel.geography),
  );

async function start(name: string, unit: string, subject = { type: 'filing', id: newId() }) {
  const actor = await actorOf(name);
  return kernel.runner.command(actor, async (ctx) => {
    const host = await getUnit(ctx, at.unit(unit));
    const facts = { ...caseFactsOf(host), matter: 'open' as const };
    const [post] = actor.posts;
    if (!post) throw new Error(`${name} holds no post`);
    const chain = ctx.policy(host.jurisdiction).get('filing.chain.open', facts);
    const about = { jurisdiction: host.jurisdiction, subject, title: '开设', href: null, matter: '开设' };
    return startApproval(ctx, {
      ...about,
      host,
      post,
      chain,
      facts,
      content: { name: '甲' },
      summary: [],
      dueOn: null,
    });
  });
}

async function started(): Promise<Approval> {
  const outcome = await start('信息员', 'bureau');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

async function decide(name: string, approval: Approval, position: number, digest = approval.contentDigest) {
  const actor = await actorOf(name);
  const step = approval.steps[position]?.id ?? '';
  const { jurisdiction, id: approvalId } = approval;
  return kernel.runner
    .command(actor, (ctx) =>
      decideStep(ctx, {
        ...{ jurisdiction, approvalId, stepId: step, digest, version: position + 1 },
        ...{ decision: 'approve', sealed: true, signedBy: name },
      }),
    )
    .then((outcome) => (outcome.ok ? outcome.value.state : outcome.problems[0]?.code), refusal);
}

const refusal = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);

test('FS-10 host, county, city: each decides its own step in its turn, and the last one ends it', async () => {
  const approval = await started();
  expect(await decide('卫健局长', approval, 0)).toBe('approvals.not-your-step');
  expect(await decide('县局长甲', approval, 1)).toBe('approvals.not-current');
  expect(await decide('教育局长', approval, 0, 'another')).toBe('approvals.content-changed');
  expect(await decide('教育局长', approval, 0)).toBe('running');
  expect(await decide('县局长甲', approval, 1)).toBe('running');
  expect(await decide('市备案员', approval, 2)).toBe('approved');
});

test('of two who decide at once exactly one wins and the other is told', async () => {
  const approval = await started();
  await decide('教育局长', approval, 0);
  const both = await Promise.all([decide('县局长甲', approval, 1), decide('县局长乙', approval, 1)]);
  expect(both.sort()).toEqual(['approvals.already-decided', 'running']);
});

test('of two submissions of one subject at once one starts and the other is told', async () => {
  const subject = { type: 'filing', id: newId() };
  const one = () =>
    start('信息员', 'bureau', subject).then(({ ok }) => (ok ? 'started' : 'refused'), refusal);
  expect((await Promise.all([one(), one()])).sort()).toEqual(['approvals.already-running', 'started']);
});

test('a chain with a vacant post starts for nobody and says which post is vacant', async () => {
  expect(await start('水利信息员', 'vacant')).toMatchObject({
    ok: false,
    problems: [{ code: 'approvals.vacant-post', facts: { unit: '县水利局', post: '主要领导' } }],
  });
});

test('another unit of the same county may not read it', async () => {
  const { jurisdiction, id } = await started();
  const read = async (name: string) =>
    kernel.runner
      .query(await actorOf(name), (ctx) => getApproval(ctx, jurisdiction, id))
      .then(({ state }) => state, refusal);
  expect(await read('市备案员')).toBe('running');
  expect(await read('卫健局长')).toBe('forbidden');
});

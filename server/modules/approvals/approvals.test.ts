import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf } from '../../kernel/audit/digest.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done } from '../../kernel/outcome.ts';
import { refusal } from '../../kernel/testing-outcome.ts';
import { approvalsOf, waitingFor, withdrawApproval } from './index.ts';
import { getApproval } from './read-approval.ts';
import { COMPILE, CONSENT, chainOf, createScene, FILE, J, type Scene } from './testing.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await createScene();
});
afterAll(() => scene.kernel.drop());
const actor: Scene['actor'] = (...args) => scene.actor(...args);
const started: Scene['started'] = (...args) => scene.started(...args);
const start: Scene['start'] = (...args) => scene.start(...args);
const decide: Scene['decide'] = (...args) => scene.decide(...args);

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

  test('a unit elsewhere that could not see the matter keeps it from starting, instead of letting it wait for ever', async () => {
    const far = await start(chainOf([{ ...CONSENT, at: { unit: 'named', name: '市某委员会' } }]));
    expect(far).toMatchObject({
      ok: false,
      problems: [{ code: 'approvals.out-of-reach', facts: { unit: '市某委员会' } }],
    });
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

describe('withdrawing and reading', () => {
  test('withdrawing while it is being decided: one of the two happens', async () => {
    for (let round = 0; round < 5; round++) {
      const approval = await started(chainOf([CONSENT]));
      const clerk = await actor('经办');
      const withdraw = scene.kernel.runner.command(clerk, async (ctx) => {
        const post = ctx.actor.posts[0]!;
        return done(
          await withdrawApproval(ctx, { jurisdiction: J, subject: approval.subject, reason: '改名', post }),
        );
      });
      const both = await Promise.allSettled([withdraw, decide('局长', approval)]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [now] = await scene.kernel.runner.query(clerk, (ctx) => approvalsOf(ctx, J, approval.subject));
      expect(now?.state).toBe(both[0]?.status === 'fulfilled' ? 'withdrawn' : 'approved');
    }
  });

  test('only the host takes it back', async () => {
    const approval = await started(chainOf([CONSENT]));
    const other = await actor('教育局长');
    const attempt = scene.kernel.runner.command(other, async (ctx) =>
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
    const view = await scene.kernel.runner.query(await actor('宣传员'), (ctx) =>
      getApproval(ctx, J, approval.id),
    );
    expect(view.abilities).toEqual({ approve: false, return: false, refuse: false, withdraw: false });
    expect(view.steps[0]).toMatchObject({ holders: ['局长', '通才'], vacant: false, mine: false });
    const stranger = await actor('教育局长');
    expect(
      await refusal(scene.kernel.runner.query(stranger, (ctx) => getApproval(ctx, J, approval.id))),
    ).toMatchObject({ kind: 'forbidden' });
    const waiting = await scene.kernel.runner.query(await actor('局长'), (ctx) => waitingFor(ctx));
    expect(waiting.some(({ approvalId }) => approvalId === approval.id)).toBe(true);
    expect(waiting.map(({ since }) => since)).toEqual(waiting.map(({ since }) => since).sort());
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/db/uuid.ts';
import { done } from '../../kernel/outcome.ts';
import { codesOf, refusal } from '../../kernel/testing-outcome.ts';
import { voidApproval, waitingFor } from './index.ts';
import { getApproval } from './read-approval.ts';
import { COMPILE, CONSENT, chainOf, createScene, FILE, J, type Scene } from './testing.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await createScene();
});
afterAll(() => scene.kernel.drop());
const actor: Scene['actor'] = (...args) => scene.actor(...args);
const started: Scene['started'] = (...args) => scene.started(...args);
const passed: Scene['passed'] = (...args) => scene.passed(...args);
const decide: Scene['decide'] = (...args) => scene.decide(...args);

describe('deciding', () => {
  test('in order to the end; the conclusion is announced in the same transaction', async () => {
    const approval = await started(chainOf([CONSENT, FILE]));
    const consented = await passed('局长', approval);
    const finished = await passed('办一', consented);
    expect(finished.state).toBe('approved');
    expect(scene.heard.at(-1)).toMatchObject({
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

  test('two submissions of one subject at once: one wins, the other is told approvals.already-running', async () => {
    for (let round = 0; round < 5; round++) {
      const subject = newId();
      const one = () => scene.start(chainOf([CONSENT]), '经办', 'host', subject);
      const both = await Promise.allSettled([one(), one()]);
      expect(both.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(1);
      const told = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      expect(told).toMatchObject([{ kind: 'conflict', code: 'approvals.already-running' }]);
    }
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
    await scene.kernel.runner.command(await actor('经办'), async (ctx) => {
      await voidApproval(ctx, J, first.subject);
      return done(null);
    });
    expect(await refusal(decide('办一', first))).toMatchObject({ kind: 'conflict', code: 'approvals.ended' });
    const second = await started(chainOf([CONSENT, FILE]), '经办', 'host', subject, { text: '二' });
    expect(second).toMatchObject({ revision: 2, steps: [{ state: 'current', decision: null }, {}] });
    expect(second.contentDigest).not.toBe(first.contentDigest);
    const view = await scene.kernel.runner.query(await actor('局长'), (ctx) =>
      getApproval(ctx, J, second.id),
    );
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
    expect(scene.heard.at(-1)).toMatchObject({ result: 'returned', reason: '名称不规范' });
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
    expect(codesOf(bare)).toEqual([
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
    const swap = (day: string | null) =>
      sql`update appointments set to_day = ${day} where person_id = ${scene.planted.person('局长')}`.execute(
        scene.kernel.database.owner,
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
    const waiting = await scene.kernel.runner.query(await actor('中心员'), (ctx) => waitingFor(ctx));
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

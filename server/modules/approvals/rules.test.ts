import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Approval, DecisionKind, Step } from './model.ts';
import {
  barringStep,
  changesBetween,
  checkDecision,
  followDecision,
  mayBeActedFor,
  skipRest,
} from './rules.ts';

function step(position: number, over: Partial<Step> = {}): Step {
  return {
    id: `id-${position}`,
    position,
    stepId: `step-${position}`,
    title: `第${position}步`,
    kind: 'review',
    unitId: `unit-${position}`,
    unitName: '某局',
    post: 'section-head',
    postTitle: '科室负责人',
    acting: null,
    gates: [],
    proofreads: false,
    seal: false,
    signature: false,
    state: position === 0 ? 'current' : 'waiting',
    since: null,
    decision: null,
    ...over,
  };
}

function approval(steps: readonly Step[], over: Partial<Approval> = {}): Approval {
  return {
    jurisdiction: '220621',
    id: 'a',
    subject: { type: 'filing', id: 'f' },
    title: '开设',
    href: null,
    matter: '开设',
    hostUnitId: 'unit-0',
    hostName: '某局',
    state: 'running',
    revision: 1,
    version: 1,
    contentDigest: '0'.repeat(64),
    summary: [],
    chainTitle: null,
    rule: 'filing.chain.open',
    pack: 'fusong-county',
    packVersion: '2026.1',
    basis: [],
    distinct: [],
    dueOn: null,
    startedAt: '2026-09-01T00:00:00.000Z',
    startedBy: null,
    startedByName: '',
    endedAt: null,
    endReason: null,
    steps,
    ...over,
  };
}

const decided = (personId: string) => ({
  kind: 'approve' as const,
  personId,
  personName: personId,
  post: '',
  at: '2026-09-01T00:00:00.000Z',
  reason: null,
  sealed: false,
  signedBy: null,
  gatesPassed: [],
  digest: '0'.repeat(64),
});

describe('what a decision has to say', () => {
  test('a return or a refusal needs a reason, an approval does not', () => {
    const plain = step(0);
    expect(checkDecision(plain, { decision: 'return' })).toMatchObject([
      { code: 'approvals.reason-missing', field: 'reason' },
    ]);
    expect(checkDecision(plain, { decision: 'refuse', reason: '  \n' })).toMatchObject([
      { code: 'approvals.reason-missing' },
    ]);
    expect(checkDecision(plain, { decision: 'refuse', reason: '名称不规范' })).toEqual([]);
    expect(checkDecision(plain, { decision: 'approve' })).toEqual([]);
  });

  test('FS-A2b an approval by seal and signature needs both recorded', () => {
    const sealed = step(0, { seal: true, signature: true });
    expect(checkDecision(sealed, { decision: 'approve' }).map(({ code }) => code)).toEqual([
      'approvals.seal-missing',
      'approvals.signature-missing',
    ]);
    expect(checkDecision(sealed, { decision: 'approve', sealed: true, signedBy: '李局长' })).toEqual([]);
    expect(checkDecision(sealed, { decision: 'return', reason: '补材料' })).toEqual([]);
  });

  test('every gate of the step is ticked, and no other', () => {
    const gated = step(0, {
      gates: [
        { id: 'political', title: '政治关' },
        { id: 'text', title: '文字关' },
      ],
    });
    expect(checkDecision(gated, { decision: 'approve', gates: ['political'] })).toMatchObject([
      { code: 'approvals.gates-missing', facts: { gates: '文字关' } },
    ]);
    expect(
      checkDecision(gated, { decision: 'approve', gates: ['political', 'text', 'opinion'] }),
    ).toMatchObject([{ code: 'approvals.gate-unknown' }]);
    expect(checkDecision(gated, { decision: 'approve', gates: ['text', 'political'] })).toEqual([]);
  });
});

describe('separation of duties', () => {
  const chain = (distinct: string[][]) =>
    approval(
      [step(0, { state: 'passed', decision: decided('甲') }), step(1, { state: 'current' }), step(2)],
      { distinct },
    );

  test('WJ-8d who did one step of a group may not decide another', () => {
    const barred = chain([['step-0', 'step-1']]);
    expect(barringStep(barred, barred.steps[1]!, '甲')?.stepId).toBe('step-0');
    expect(barringStep(barred, barred.steps[1]!, '乙')).toBeNull();
  });

  test('steps outside the group bar nobody', () => {
    const free = chain([['step-0', 'step-2']]);
    expect(barringStep(free, free.steps[1]!, '甲')).toBeNull();
    expect(barringStep(free, free.steps[2]!, '甲')?.stepId).toBe('step-0');
  });
});

describe('QJ-4 the executing body acts for the supervisor', () => {
  const at = (unit: 'supervisor' | 'host') => ({ unit });
  const plain = { post: 'filing-officer', signature: undefined, seal: undefined };
  test('on the daily work at the supervisor', () => {
    expect(mayBeActedFor({ ...plain, at: at('supervisor') })).toBe(true);
  });
  test('never in a leader’s stead, never for seal or signature, never elsewhere', () => {
    expect(mayBeActedFor({ ...plain, at: at('supervisor'), post: 'principal-leader' })).toBe(false);
    expect(mayBeActedFor({ ...plain, at: at('supervisor'), signature: true })).toBe(false);
    expect(mayBeActedFor({ ...plain, at: at('supervisor'), seal: true })).toBe(false);
    expect(mayBeActedFor({ ...plain, at: at('host') })).toBe(false);
  });
});

describe('what follows', () => {
  test('the next step, then the end', () => {
    const two = approval([step(0), step(1)]);
    const first = followDecision(two, two.steps[0]!, 'approve');
    expect([first.next?.stepId, first.result]).toEqual(['step-1', null]);
    const after = approval([step(0, { state: 'passed' }), step(1, { state: 'current' })]);
    expect(followDecision(after, after.steps[1]!, 'approve').result).toBe('approved');
  });

  test('a no ends the round and skips the rest', () => {
    const three = approval([step(0), step(1), step(2)]);
    const { states, result } = followDecision(three, three.steps[0]!, 'return');
    expect(result).toBe('returned');
    expect([...states.values()]).toEqual(['returned', 'skipped', 'skipped']);
  });

  test('an ended round and a decided step never move again', () => {
    const over = approval([step(0)], { state: 'withdrawn' });
    expect(() => followDecision(over, over.steps[0]!, 'approve')).toThrow(/withdrawn/);
    const passed = approval([step(0, { state: 'passed' })]);
    expect(() => followDecision(passed, passed.steps[0]!, 'approve')).toThrow(/passed/);
    expect(() => skipRest(approval([step(0, { state: 'passed' })]))).not.toThrow();
  });

  test('any run of decisions keeps one current step while running and none afterwards', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.constantFrom<DecisionKind>('approve', 'return', 'refuse'), { maxLength: 10 }),
        (size, decisions) => {
          let now = approval(Array.from({ length: size }, (_, i) => step(i)));
          for (const decision of decisions) {
            const current = now.steps.find(({ state }) => state === 'current');
            if (!current) break;
            const { states, result } = followDecision(now, current, decision);
            const steps = now.steps.map((one) => ({ ...one, state: states.get(one.id) ?? one.state }));
            now = { ...now, steps, state: result ?? 'running' };
          }
          const open = now.steps.filter(({ state }) => state === 'current').length;
          expect(open).toBe(now.state === 'running' ? 1 : 0);
          if (now.state === 'approved') expect(now.steps.every(({ state }) => state === 'passed')).toBe(true);
        },
      ),
    );
  });
});

test('changes between two rounds name what was altered, added and dropped', () => {
  const before = [
    { label: '名称', value: '甲' },
    { label: '平台', value: '微信' },
    { label: '电话', value: '1' },
  ];
  const after = [
    { label: '名称', value: '乙' },
    { label: '平台', value: '微信' },
    { label: '理由', value: '需要' },
  ];
  expect(changesBetween(before, after)).toEqual([
    { label: '名称', before: '甲', after: '乙' },
    { label: '理由', before: '', after: '需要' },
    { label: '电话', before: '1', after: '' },
  ]);
});

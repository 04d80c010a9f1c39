import type { Problem } from '../../kernel/outcome.ts';
import type { ChainStep } from '../../policy/index.ts';
import {
  type Approval,
  type DecisionKind,
  moveApproval,
  moveStep,
  type Step,
  type StepState,
} from './model.ts';

/** Steps of a leader are decided by that leader and nobody in the leader's stead. */
const LEADERS = ['principal-leader', 'deputy-leader'];

/**
 * Whether the executing body may act on a step for the supervisor (QJ-4): the daily work of filing, reviewing and
 * passing on at the supervisor, never a leader's decision and never what bears the supervisor's own seal or signature.
 */
export function mayBeActedFor(step: Pick<ChainStep, 'at' | 'post' | 'signature' | 'seal'>): boolean {
  return step.at.unit === 'supervisor' && !LEADERS.includes(step.post) && !step.signature && !step.seal;
}

/**
 * The step that bars a person from deciding another one because both must be decided by different people; null when
 * nothing bars. Who compiled or submitted counts as having decided that step.
 */
export function barringStep(approval: Approval, step: Step, personId: string): Step | null {
  const groups = approval.distinct.filter((group) => group.includes(step.stepId));
  return (
    approval.steps.find(
      (other) =>
        other.id !== step.id &&
        other.decision?.personId === personId &&
        groups.some((group) => group.includes(other.stepId)),
    ) ?? null
  );
}

/** What a decision says besides yes and no. */
export interface DecisionInput {
  readonly decision: DecisionKind;
  readonly reason?: string | undefined;
  readonly sealed?: boolean | undefined;
  readonly signedBy?: string | undefined;
  readonly gates?: readonly string[] | undefined;
}

/** What is missing from a decision: the reason of a no; seal, signature and gates of a yes where the step asks them. */
export function checkDecision(step: Step, input: DecisionInput): Problem[] {
  if (input.decision !== 'approve') {
    return input.reason?.trim() ? [] : [{ code: 'approvals.reason-missing', field: 'reason' }];
  }
  const ticked = input.gates ?? [];
  const unknown = ticked.filter((id) => !step.gates.some((gate) => gate.id === id));
  const missing = step.gates.filter(({ id }) => !ticked.includes(id));
  return [
    ...unknown.map((gate) => ({ code: 'approvals.gate-unknown', field: 'gates', facts: { gate } })),
    ...(missing.length > 0
      ? [
          {
            code: 'approvals.gates-missing',
            field: 'gates',
            facts: { gates: missing.map(({ title }) => title).join('、') },
          },
        ]
      : []),
    ...(step.seal && input.sealed !== true
      ? [{ code: 'approvals.seal-missing', field: 'sealed', facts: { unit: step.unitName } }]
      : []),
    ...(step.signature && !input.signedBy?.trim()
      ? [{ code: 'approvals.signature-missing', field: 'signedBy' }]
      : []),
  ];
}

export interface Consequence {
  readonly states: ReadonlyMap<string, StepState>;
  readonly next: Step | null;
  /** How the round ends; null while it goes on. */
  readonly result: 'approved' | 'returned' | 'refused' | null;
}

/** What follows from a decision on the current step: the new states of the steps, and how the round ends if it does. */
export function followDecision(approval: Approval, step: Step, decision: DecisionKind): Consequence {
  const later = approval.steps.filter(({ position }) => position > step.position);
  if (decision !== 'approve') {
    const result = decision === 'return' ? 'returned' : 'refused';
    moveApproval(approval, result);
    const states = new Map([moveStep(step, result), ...later.map((one) => moveStep(one, 'skipped'))]);
    return { states, next: null, result };
  }
  const [next] = later;
  if (next)
    return { states: new Map([moveStep(step, 'passed'), moveStep(next, 'current')]), next, result: null };
  moveApproval(approval, 'approved');
  return { states: new Map([moveStep(step, 'passed')]), next: null, result: 'approved' };
}

/** Every step that has not been decided is skipped when a round ends before its last step. */
export function skipRest(approval: Approval): ReadonlyMap<string, StepState> {
  const open = approval.steps.filter(({ state }) => state === 'waiting' || state === 'current');
  return new Map(open.map((step) => moveStep(step, 'skipped')));
}

/** What differs between two rounds, line by line; lines only one of them has are told with an empty other side. */
export function changesBetween(
  before: Approval['summary'],
  after: Approval['summary'],
): { readonly label: string; readonly before: string; readonly after: string }[] {
  const valueIn = (lines: Approval['summary'], label: string) =>
    lines.find((line) => line.label === label)?.value ?? '';
  const labels = [...new Set([...after, ...before].map(({ label }) => label))];
  return labels
    .map((label) => ({ label, before: valueIn(before, label), after: valueIn(after, label) }))
    .filter((line) => line.before !== line.after);
}

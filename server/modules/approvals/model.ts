import type { BasisRef, Day } from '../../policy/index.ts';

export type ApprovalState = 'running' | 'approved' | 'returned' | 'refused' | 'withdrawn' | 'voided';
export type StepState = 'waiting' | 'current' | 'passed' | 'returned' | 'refused' | 'skipped';
type StepKind = 'compile' | 'consent' | 'review' | 'approve' | 'file' | 'relay' | 'sign';
export type DecisionKind = 'approve' | 'return' | 'refuse';

/** What an approval is about: a filing, later a manuscript, an extension, a measure. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

/** One line of what is being decided, in Chinese, kept with the round so that rounds can be compared. */
export interface SummaryLine {
  readonly label: string;
  readonly value: string;
}

interface Gate {
  readonly id: string;
  readonly title: string;
}

/** What was decided on a step, by whom, on which content. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly personId: string;
  readonly personName: string;
  /** The post as it was called then: unit and title. */
  readonly post: string;
  readonly at: string;
  readonly reason: string | null;
  readonly sealed: boolean;
  readonly signedBy: string | null;
  readonly gatesPassed: readonly string[];
  readonly digest: string;
}

/** A step of the pinned chain: the seat (unit and post) stands fast, who sits on it is asked on the day. */
export interface Step {
  readonly id: string;
  readonly position: number;
  readonly stepId: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly unitId: string;
  readonly unitName: string;
  readonly post: string;
  readonly postTitle: string;
  /** The executing body that may act on this step for the supervisor. */
  readonly acting: { readonly unitId: string; readonly unitName: string } | null;
  readonly gates: readonly Gate[];
  readonly proofreads: boolean;
  readonly seal: boolean;
  readonly signature: boolean;
  readonly state: StepState;
  /** When it became the current step. */
  readonly since: string | null;
  readonly decision: Decision | null;
}

/** One round of decisions on one content of one subject. */
export interface Approval {
  readonly jurisdiction: string;
  readonly id: string;
  readonly subject: Subject;
  readonly title: string;
  readonly href: string | null;
  readonly matter: string;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly state: ApprovalState;
  readonly revision: number;
  readonly version: number;
  readonly contentDigest: string;
  readonly summary: readonly SummaryLine[];
  readonly chainTitle: string | null;
  readonly rule: string;
  readonly pack: string;
  readonly packVersion: string;
  readonly basis: readonly BasisRef[];
  /** Groups of step ids that must be decided by different people. */
  readonly distinct: readonly (readonly string[])[];
  readonly dueOn: Day | null;
  readonly startedAt: string;
  readonly startedBy: string | null;
  readonly startedByName: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly steps: readonly Step[];
}

/** The lawful moves of a round. A round that has ended never moves again; a new one begins instead. */
const approvalMoves: Readonly<Record<ApprovalState, readonly ApprovalState[]>> = {
  running: ['approved', 'returned', 'refused', 'withdrawn', 'voided'],
  approved: [],
  returned: [],
  refused: [],
  withdrawn: [],
  voided: [],
};

/** The lawful moves of a step. */
const stepMoves: Readonly<Record<StepState, readonly StepState[]>> = {
  waiting: ['current', 'skipped'],
  current: ['passed', 'returned', 'refused', 'skipped'],
  passed: [],
  returned: [],
  refused: [],
  skipped: [],
};

/** The state a round moves to; an unlawful move is a fault of the program. */
export function moveApproval(approval: Approval, to: ApprovalState): ApprovalState {
  if (!approvalMoves[approval.state].includes(to))
    throw new Error(`an approval may not go from ${approval.state} to ${to}`);
  return to;
}

/** A step with the state it moves to; an unlawful move is a fault of the program. */
export function moveStep(step: Step, to: StepState): [string, StepState] {
  if (!stepMoves[step.state].includes(to)) throw new Error(`a step may not go from ${step.state} to ${to}`);
  return [step.id, to];
}

/** The step that is to be decided now; null once the round has ended. */
export function currentStep(approval: Approval): Step | null {
  return approval.steps.find(({ state }) => state === 'current') ?? null;
}

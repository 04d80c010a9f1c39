import type { ApprovalStepWire } from '../../../contracts/approvals/wire.ts';
import { decisionNames, stepStateNames } from '../../../contracts/approvals/words.ts';
import { approvalScreenWords } from '../../../contracts/ui/words-approvals.ts';
import type { Tone } from '../../ui/state-tag.tsx';
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx';

const words = approvalScreenWords.step;

const states: Record<ApprovalStepWire['state'], { state: TimelineEntry['state']; tone: Tone }> = {
  waiting: { state: 'upcoming', tone: 'plain' },
  current: { state: 'current', tone: 'active' },
  passed: { state: 'done', tone: 'done' },
  returned: { state: 'done', tone: 'warn' },
  refused: { state: 'done', tone: 'danger' },
  skipped: { state: 'skipped', tone: 'plain' },
};

function whoOf(step: ApprovalStepWire): string {
  if (step.decidedBy)
    return words.decidedBy(step.decidedPost ?? words.place(step.unitName, step.postTitle), step.decidedBy);
  const place = words.place(step.unitName, step.postTitle);
  return step.holders.length ? `${place} ${step.holders.join('、')}` : place;
}

function needsOf(step: ApprovalStepWire): string {
  if (step.decision) return '';
  const needs = [
    step.gates.length ? words.gates(step.gates.map((gate) => gate.title).join('、')) : '',
    step.signature ? words.needsSignature : '',
    step.seal ? words.needsSeal : '',
    step.actingUnitName ? words.acting(step.actingUnitName) : '',
  ];
  return needs.filter(Boolean).join(' · ');
}

function entryOf(step: ApprovalStepWire, revision: number): TimelineEntry {
  const { state, tone } = states[step.state];
  const needs = needsOf(step);
  return {
    id: step.id,
    title: step.title,
    state,
    verdict: { text: step.decision ? decisionNames[step.decision] : stepStateNames[step.state], tone },
    who: whoOf(step),
    ...(step.decidedAt ? { at: step.decidedAt, revision } : {}),
    ...(step.reason ? { opinion: step.reason } : {}),
    ...(step.digest ? { digest: step.digest } : {}),
    ...(step.signedBy ? { signed: true } : {}),
    ...(step.sealed ? { sealed: true } : {}),
    ...(step.vacant && step.state === 'current'
      ? { vacantPost: words.place(step.unitName, step.postTitle) }
      : {}),
    ...(needs ? { extra: <p className="jz-timeline-facts">{needs}</p> } : {}),
  };
}

/** The steps of one round: who decided what on which revision, who holds the current step, what is still to come. */
export function ApprovalTimeline({
  steps,
  revision,
}: {
  steps: readonly ApprovalStepWire[];
  revision: number;
}) {
  return <Timeline entries={steps.map((step) => entryOf(step, revision))} />;
}

import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { ApprovalStepWire, ApprovalWire } from '../../../contracts/approvals/wire.ts';
import { approvalScreenWords } from '../../../contracts/ui/words-approvals.ts';
import { useSession } from '../../app/session.ts';
import { asProblem } from '../../lib/problem.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { ProblemSummary } from '../../ui/problem-summary.tsx';
import { type Draft, useDecision } from './use-decision.ts';

const words = approvalScreenWords.decide;
const fieldId = (field: string) => `decide-${field}`;

interface DecisionProps {
  approval: ApprovalWire;
  step: ApprovalStepWire;
}

function Confirmations({
  step,
  draft,
  set,
}: {
  step: ApprovalStepWire;
  draft: Draft;
  set: (part: Partial<Draft>) => void;
}) {
  return (
    <>
      {step.gates.length ? (
        <fieldset className="jz-decide-gates" id={fieldId('gates')} tabIndex={-1}>
          <legend>{words.gates}</legend>
          <Checkbox.Group
            value={draft.gates}
            onChange={(gates) => set({ gates })}
            options={step.gates.map((gate) => ({ label: gate.title, value: gate.id }))}
          />
        </fieldset>
      ) : null}
      {step.proofreads ? <p className="jz-soft">{words.proofread}</p> : null}
      {step.signature ? (
        <p>
          <label htmlFor={fieldId('signedBy')}>{words.signedBy}</label>
          <Input
            id={fieldId('signedBy')}
            value={draft.signedBy}
            maxLength={60}
            onChange={(event) => set({ signedBy: event.target.value })}
          />
        </p>
      ) : null}
      {step.seal ? (
        <Checkbox
          id={fieldId('sealed')}
          checked={draft.sealed}
          onChange={(event) => set({ sealed: event.target.checked })}
        >
          {words.sealed}
        </Checkbox>
      ) : null}
    </>
  );
}

function Decision({ approval, step }: DecisionProps) {
  const { person } = useSession();
  const [draft, setDraft] = useState<Draft>({ gates: [], sealed: false, signedBy: person.name, opinion: '' });
  const [asking, setAsking] = useState<'return' | 'refuse' | null>(null);
  const decision = useDecision(approval, step);
  const problem = decision.error ? asProblem(decision.error) : null;
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { abilities } = approval;
  return (
    <section className="jz-card jz-decide" id="decide" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{words.heading}</h2>
      <p className="jz-soft">
        {words.as(step.unitName, step.postTitle)}
        {step.actingUnitName ? `，${words.acting(step.actingUnitName)}` : ''}
      </p>
      {problem ? (
        <ProblemSummary
          {...(problem.problems.length ? {} : { title: problem.detail })}
          problems={problem.problems}
          fieldId={fieldId}
        />
      ) : null}
      <Confirmations step={step} draft={draft} set={set} />
      <p>
        <label htmlFor={fieldId('reason')}>{words.opinion}</label>
        <Input.TextArea
          id={fieldId('reason')}
          rows={2}
          maxLength={2000}
          value={draft.opinion}
          placeholder={words.opinionHint}
          onChange={(event) => set({ opinion: event.target.value })}
        />
      </p>
      <div className="jz-decide-actions">
        {abilities.approve ? (
          <Button
            type="primary"
            size="large"
            loading={decision.isPending}
            onClick={() => decision.mutate({ kind: 'approve', draft })}
          >
            {words.approve}
          </Button>
        ) : null}
        {abilities.return ? <Button onClick={() => setAsking('return')}>{words.return}</Button> : null}
        {abilities.refuse ? (
          <Button danger onClick={() => setAsking('refuse')}>
            {words.refuse}
          </Button>
        ) : null}
      </div>
      <ConfirmWithReason
        open={asking !== null}
        title={asking === 'refuse' ? words.refuseTitle : words.returnTitle}
        action={asking === 'refuse' ? words.refuse : words.return}
        danger={asking === 'refuse'}
        maxLength={2000}
        initial={draft.opinion}
        busy={decision.isPending}
        onCancel={() => setAsking(null)}
        onConfirm={(reason) => {
          if (asking) decision.mutate({ kind: asking, draft: { ...draft, opinion: reason } });
          setAsking(null);
        }}
      >
        <p>{asking === 'refuse' ? words.refuseHint : words.returnHint}</p>
      </ConfirmWithReason>
    </section>
  );
}

/** The person's own step, if it is theirs; else why it is not, and for the host the way to take it back. */
export function DecisionPanel({ approval }: { approval: ApprovalWire }) {
  const current = approval.steps.find((step) => step.state === 'current');
  const mine = approval.steps.find((step) => step.state === 'current' && step.mine);
  const { abilities } = approval;
  const may = abilities.approve || abilities.return || abilities.refuse;
  if (mine && may) return <Decision approval={approval} step={mine} />;
  if (!current?.barred) return null;
  return (
    <section className="jz-card">
      <h2>{words.heading}</h2>
      <p>{current.barred}</p>
    </section>
  );
}

import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { ApprovalStepWire, ApprovalWire } from '../../../contracts/approvals/wire.ts';
import { approvalScreenWords } from '../../../contracts/ui/words-approvals.ts';
import { useSession } from '../../app/session.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { Refusal } from '../../ui/refusal.tsx';
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

interface ChoicesProps {
  approval: ApprovalWire;
  busy: boolean;
  onApprove: () => void;
  onAsk: (kind: 'return' | 'refuse') => void;
}

function Choices({ approval: { abilities }, busy, onApprove, onAsk }: ChoicesProps) {
  return (
    <div className="jz-decide-actions">
      {abilities.approve ? (
        <Button type="primary" size="large" loading={busy} onClick={onApprove}>
          {words.approve}
        </Button>
      ) : null}
      {abilities.return ? <Button onClick={() => onAsk('return')}>{words.return}</Button> : null}
      {abilities.refuse ? (
        <Button danger onClick={() => onAsk('refuse')}>
          {words.refuse}
        </Button>
      ) : null}
    </div>
  );
}

function Decision({ approval, step }: DecisionProps) {
  const { person } = useSession();
  const [draft, setDraft] = useState<Draft>({ gates: [], sealed: false, signedBy: person.name, opinion: '' });
  const [asking, setAsking] = useState<'return' | 'refuse' | null>(null);
  const decision = useDecision(approval, step);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <section className="jz-card jz-decide" id="decide" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{words.heading}</h2>
      <p className="jz-soft">
        {words.as(step.unitName, step.postTitle)}
        {step.actingUnitName ? `，${words.acting(step.actingUnitName)}` : ''}
      </p>
      <Refusal error={decision.error} fieldId={fieldId} />
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
      <Choices
        approval={approval}
        busy={decision.isPending}
        onApprove={() => decision.mutate({ kind: 'approve', draft })}
        onAsk={setAsking}
      />
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

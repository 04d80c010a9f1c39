import type { CheckWire, FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { ProblemSummary } from '../../ui/problem-summary.tsx';
import { AttachmentSlots } from './attachment-slots.tsx';
import { CheckList } from './check-list.tsx';
import { DutyList } from './duty-list.tsx';
import { ExceptionReason } from './exception-reason.tsx';
import { fieldElementId } from './field-element.ts';
import { FormField } from './form-field.tsx';
import { ChangesCard, MatterNote } from './matter-parts.tsx';
import { RouteSteps } from './route-steps.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { useFilingDraft } from './use-filing-draft.ts';

const words = accountScreenWords.filing;

type Draft = ReturnType<typeof useFilingDraft>;

function goTo(field: string): void {
  const target = document.getElementById(fieldElementId(field));
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

function Questions({ filing, draft }: { filing: FilingWire; draft: Draft }) {
  const unmet = filing.checks.filter((check) => check.outcome === 'unmet' && check.field);
  const messagesOf = (key: string) => {
    const refused =
      draft.problem?.problems.filter((problem) => problem.field?.replace(/^values\./, '') === key) ?? [];
    return [
      ...new Set([...refused, ...unmet.filter((check) => check.field === key)].map((each) => each.message)),
    ];
  };
  return filing.form.sections.map((section) => (
    <section key={section.title} className="jz-card">
      <h2>{section.title}</h2>
      {section.fields.map((field) => (
        <FormField
          key={field.key}
          field={field}
          value={draft.values[field.key] ?? filing.values[field.key]}
          messages={draft.touched.has(field.key) || draft.tried ? messagesOf(field.key) : []}
          onChange={(value) => draft.setValue(field.key, value)}
        />
      ))}
    </section>
  ));
}

function Requirements({ filing, draft }: { filing: FilingWire; draft: Draft }) {
  const exception = (check: CheckWire) =>
    check.outcome === 'excusable' || check.outcome === 'excused' ? (
      <ExceptionReason
        check={check}
        value={draft.exceptions[check.id] ?? ''}
        onChange={(reason) => draft.setException(check.id, reason)}
      />
    ) : null;
  const open = filing.checks.filter((check) => check.outcome !== 'met');
  const met = filing.checks.filter((check) => check.outcome === 'met');
  return (
    <section className="jz-card">
      <h2>{words.checks}</h2>
      <CheckList checks={[...open, ...met]} onGo={goTo} exception={exception} />
    </section>
  );
}

/** The filing form while it is the host's turn: saved as typed, checked at every save, submitted when all is met. */
export function FilingEditor({ filing }: { filing: FilingWire }) {
  const draft = useFilingDraft(filing);
  return (
    <div className="jz-filing">
      <div className="jz-filing-form">
        {draft.problem ? (
          <ProblemSummary
            {...(draft.stale
              ? { title: words.conflict }
              : draft.problem.problems.length
                ? {}
                : { title: draft.problem.detail })}
            problems={draft.stale ? [] : draft.problem.problems}
            fieldId={(field) => fieldElementId(field.replace(/^values\./, ''))}
          />
        ) : null}
        <p className="jz-filing-title">
          {filing.form.title} <BasisTag basis={filing.form.basis} about={filing.form.title} />
        </p>
        <MatterNote meaning={filing.meaning} ahead={filing.noticeAhead} />
        <Questions filing={filing} draft={draft} />
        <AttachmentSlots filing={filing} editable tried={draft.tried} />
      </div>
      <div className="jz-filing-side">
        {filing.kind === 'change' ? <ChangesCard changes={filing.changes} /> : null}
        <Requirements filing={filing} draft={draft} />
        <section className="jz-card">
          <h2>
            {words.route} <BasisTag basis={filing.route.basis} about={words.route} />
          </h2>
          <RouteSteps route={filing.route} />
        </section>
        <DutyList duties={filing.duties} />
      </div>
      <SubmitBar filing={filing} draft={draft} />
    </div>
  );
}

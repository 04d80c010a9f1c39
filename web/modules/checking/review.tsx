import { App, Button } from 'antd';
import { useState } from 'react';
import type { CheckedText, FindingWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { FindingList } from './finding-list.tsx';
import { MarkedText } from './marked-text.tsx';
import { accept, type Revision } from './marks.ts';
import { ReportLinks } from './report-links.tsx';
import { Unobserved } from './unobserved.tsx';
import { useOverride } from './use-override.tsx';

const words = checkingScreenWords.review;

interface ReviewProps {
  result: CheckedText;
  /** The text as it stands now goes back to be edited, or to be checked again. */
  onEdit: (text: string) => void;
  onAgain: (text: string) => void;
  onAnother: () => void;
  busy: boolean;
}

function scrollTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  target?.focus({ preventScroll: true });
}

function Summary({ result }: { result: CheckedText }) {
  const { counts } = result.document;
  return (
    <p className="jz-check-summary" role="status">
      {(['block', 'warn', 'note'] as const).map((severity) => (
        <span key={severity} className={`jz-check-count jz-check-${severity}`}>
          {words.counts[severity]} <strong>{counts[severity]}</strong>
        </span>
      ))}
    </p>
  );
}

function Changed({
  revision,
  isFile,
  ...actions
}: {
  revision: Revision;
  isFile: boolean;
  onUndo: () => void;
}) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(revision.text);
    void message.success(words.copied);
  };
  if (revision.accepted.length === 0) return null;
  return (
    <div className="jz-check-changed" role="status">
      <p>
        {words.changed(revision.accepted.length)}
        {isFile ? words.changedFile : ''}
      </p>
      <p className="jz-row">
        <Button size="small" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button size="small" onClick={actions.onUndo}>
          {words.undo}
        </Button>
      </p>
    </div>
  );
}

/** The steps back: suggestions accepted so far, the last of which can be taken back. */
function useRevisions(result: CheckedText) {
  const first: Revision = { text: result.text ?? '', findings: result.findings, accepted: [] };
  const [steps, setSteps] = useState<readonly Revision[]>([first]);
  const revision = steps.at(-1) ?? first;
  return {
    revision,
    take: (number: number) => setSteps([...steps, accept(revision, number)]),
    undo: () => setSteps(steps.slice(0, -1)),
    /** Overrides given meanwhile, put beside the findings in every step. */
    settle: (after: readonly FindingWire[]) => {
      const given = new Map(after.map(({ number, override }) => [number, override]));
      const settled = (findings: readonly FindingWire[]) =>
        findings.map((each) => ({ ...each, override: given.get(each.number) ?? each.override }));
      setSteps(steps.map((step) => ({ ...step, findings: settled(step.findings) })));
    },
  };
}

/** What a check found, in the text itself and as a list; suggestions are accepted and findings let pass here. */
export function Review({ result, onEdit, onAgain, onAnother, busy }: ReviewProps) {
  const { check, document } = result;
  const { revision, take, undo, settle } = useRevisions(result);
  const [current, setCurrent] = useState<number | null>(null);
  const override = useOverride({ ...check, position: document.position }, ({ findings }) => settle(findings));
  const choose = (number: number, goTo: 'finding' | 'mark') => {
    setCurrent(number);
    scrollTo(`${goTo}-${number}`);
  };
  const editable = check.kind === 'text';
  return (
    <>
      <div className="jz-check-bar">
        <Summary result={result} />
        <div className="jz-row">
          {editable ? <Button onClick={() => onEdit(revision.text)}>{words.edit}</Button> : null}
          {revision.accepted.length > 0 ? (
            <Button type="primary" loading={busy} onClick={() => onAgain(revision.text)}>
              {checkingScreenWords.write.again}
            </Button>
          ) : null}
          <Button onClick={onAnother}>{words.another}</Button>
          <ReportLinks check={check} />
        </div>
      </div>
      <Changed revision={revision} isFile={!editable} onUndo={undo} />
      <Unobserved document={document} />
      {result.findings.length === 0 ? (
        <div className="jz-card jz-check-clean">
          <p className="jz-check-clean-title">{words.clean}</p>
          <p className="jz-soft">{words.cleanHint}</p>
        </div>
      ) : null}
      <div className={result.findings.length === 0 ? '' : 'jz-check-columns'}>
        {revision.text === '' ? null : (
          <MarkedText
            text={revision.text}
            findings={revision.findings}
            current={current}
            onChoose={(number) => choose(number, 'finding')}
          />
        )}
        {result.findings.length === 0 ? null : (
          <FindingList
            findings={revision.findings}
            inText
            current={current}
            abilities={check.abilities}
            onShow={(finding) => choose(finding.number, 'mark')}
            onAccept={(finding) => take(finding.number)}
            onOverride={override.ask}
          />
        )}
      </div>
      {override.dialog}
    </>
  );
}

import { Button } from 'antd';
import type { FindingWire } from '../../../contracts/checking/wire.ts';
import { detectorNames, severityNames } from '../../../contracts/checks/words.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import './finding.css';

const words = checkingScreenWords.review;

export const severityTones: Record<FindingWire['severity'], Tone> = {
  block: 'danger',
  warn: 'warn',
  note: 'plain',
};

interface FindingCardProps {
  finding: FindingWire;
  /** The marks stand in a text on the page; without it the words around the finding are shown instead. */
  inText: boolean;
  current: boolean;
  mayOverride: boolean;
  /** Somebody of the unit looks at it: told who may let it pass, where they may not. */
  leaderOnly: boolean;
  onShow?: () => void;
  onAccept?: () => void;
  onOverride: () => void;
}

function Quote({ finding, inText }: Pick<FindingCardProps, 'finding' | 'inText'>) {
  const { before, excerpt, after, severity } = finding;
  return (
    <p className="jz-finding-quote">
      {inText || before === '' ? null : <span className="jz-soft">…{before}</span>}
      <mark className={`jz-mark jz-mark-${severity}`}>{excerpt}</mark>
      {inText || after === '' ? null : <span className="jz-soft">{after}…</span>}
    </p>
  );
}

function Basis({ basis }: Pick<FindingWire, 'basis'>) {
  if (basis === null) return null;
  return (
    <p className="jz-finding-basis">
      {words.basis}：{basis.source}
      {basis.article}
      {basis.summary ? <span className="jz-soft">　{basis.summary}</span> : null}
    </p>
  );
}

function Settled({ override, exempted }: Pick<FindingWire, 'override' | 'exempted'>) {
  return (
    <>
      {override ? (
        <p className="jz-finding-kept">
          {words.kept(override.reason)}
          <span className="jz-soft">　{words.keptBy(override.by.name, override.by.post)}</span>
        </p>
      ) : null}
      {exempted ? <p className="jz-finding-kept">{words.exempted(exempted.reason)}</p> : null}
    </>
  );
}

/** One finding: how grave, where, what and why, and what can be done about it. */
export function FindingCard(props: FindingCardProps) {
  const { finding, inText, current, mayOverride, leaderOnly, onShow, onAccept, onOverride } = props;
  const { number, severity, detector, message, suggestion, override, placeText } = finding;
  const name = words.number(number);
  return (
    <li id={`finding-${number}`} className={current ? 'jz-finding jz-finding-current' : 'jz-finding'}>
      <p className="jz-finding-head">
        <span className={`jz-finding-number jz-finding-${severity}`} aria-hidden="true">
          {number}
        </span>
        <span className="jz-hidden">{name}</span>
        <StateTag tone={severityTones[severity]}>{severityNames[severity]}</StateTag>
        <span>{detectorNames[detector]}</span>
        <span className="jz-soft jz-finding-place">{placeText}</span>
      </p>
      <Quote finding={finding} inText={inText} />
      <p>{message}</p>
      {suggestion === null ? null : (
        <p>
          {words.suggestion}：<ins className="jz-finding-suggestion">{suggestion || words.remove}</ins>
        </p>
      )}
      <Basis basis={finding.basis} />
      <Settled override={override} exempted={finding.exempted} />
      <p className="jz-row jz-finding-actions">
        {onAccept && suggestion !== null ? (
          <Button size="small" type="primary" onClick={onAccept} aria-label={`${words.accept}：${name}`}>
            {words.accept}
          </Button>
        ) : null}
        {onShow ? (
          <Button size="small" onClick={onShow} aria-label={`${words.show}：${name}`}>
            {words.show}
          </Button>
        ) : null}
        {mayOverride && override === null ? (
          <Button size="small" onClick={onOverride} aria-label={`${words.keep}：${name}`}>
            {words.keep}
          </Button>
        ) : null}
        {!mayOverride && leaderOnly && override === null ? (
          <span className="jz-soft">{words.leaderKeeps}</span>
        ) : null}
      </p>
    </li>
  );
}

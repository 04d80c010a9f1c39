import { type ReactNode, useState } from 'react';
import type { BasisRef } from '../../contracts/kernel/wire.ts';
import { uiWords } from '../../contracts/ui/words.ts';
import { fullDay } from '../lib/day.ts';
import { Panel } from './panel.tsx';
import './basis-tag.css';

const words = uiWords.basis;

/** What a level of the jurisdiction tree said and was not followed, and why. */
interface Overridden {
  value: string;
  basis: readonly BasisRef[];
  why: string;
}

interface BasisTagProps {
  basis: readonly BasisRef[];
  /** The value that the basis gives, in words; shown with the derivation. */
  value?: string;
  overrode?: readonly Overridden[];
  /** What else should be known of the value, below its derivation. */
  notes?: readonly string[];
  /** What the tag belongs to, for those who hear the page instead of seeing it. */
  about?: string;
  children?: ReactNode;
}

function Source({ reference }: { reference: BasisRef }) {
  return (
    <dl className="jz-basis-source">
      <dt className="jz-hidden">{words.article}</dt>
      <dd className="jz-basis-title">
        {reference.sourceTitle} <span className="jz-basis-article">{reference.article}</span>
      </dd>
      <dt className="jz-hidden">{words.summary}</dt>
      <dd>{reference.summary}</dd>
      <dt className="jz-hidden">{words.jurisdiction}</dt>
      <dd className="jz-soft jz-basis-where">
        {words.jurisdiction}：{reference.jurisdictionName}，{words.since(fullDay(reference.from))}
      </dd>
    </dl>
  );
}

function Level({
  title,
  value,
  basis,
  why,
}: {
  title: string;
  value?: string;
  basis: readonly BasisRef[];
  why?: string;
}) {
  return (
    <li className={title === words.inForce ? 'jz-basis-level jz-basis-won' : 'jz-basis-level'}>
      <p className="jz-basis-verdict">
        {title}
        {value ? `：${value}` : ''}
      </p>
      {basis.map((reference) => (
        <Source key={`${reference.source} ${reference.article}`} reference={reference} />
      ))}
      {why ? (
        <p className="jz-basis-why">
          {words.why}：{why}
        </p>
      ) : null}
    </li>
  );
}

/** The basis in full: the articles, and, where several levels spoke, which one was followed and why. */
function BasisDetail({ basis, value, overrode = [] }: Pick<BasisTagProps, 'basis' | 'value' | 'overrode'>) {
  if (basis.length === 0) return <p className="jz-soft">{words.none}</p>;
  return (
    <ol className="jz-basis-levels" aria-label={words.derivation}>
      <Level title={words.inForce} basis={basis} {...(value ? { value } : {})} />
      {overrode.map((level) => (
        <Level
          key={`${level.value} ${level.basis[0]?.article ?? ''}`}
          title={words.overridden}
          value={level.value}
          basis={level.basis}
          why={level.why}
        />
      ))}
    </ol>
  );
}

/** A small tag beside a deadline, refusal or requirement; opens the regulation, article, summary and derivation. */
export function BasisTag({ basis, value, overrode, notes = [], about, children }: BasisTagProps) {
  const [open, setOpen] = useState(false);
  const first = basis[0];
  if (!first) return null;
  const label = about ?? `${first.sourceTitle}${first.article}`;
  return (
    <>
      <button
        type="button"
        className="jz-basis-tag"
        aria-label={words.open(label)}
        onClick={() => setOpen(true)}
      >
        {children ?? `${words.tag} ${first.article}`}
      </button>
      <Panel
        title={about ? `${words.heading}：${about}` : words.heading}
        open={open}
        onClose={() => setOpen(false)}
      >
        <BasisDetail basis={basis} {...(value ? { value } : {})} {...(overrode ? { overrode } : {})} />
        {notes.map((note) => (
          <p key={note} className="jz-basis-why">
            {note}
          </p>
        ))}
      </Panel>
    </>
  );
}

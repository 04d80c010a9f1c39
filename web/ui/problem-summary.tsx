import { useEffect, useRef } from 'react';
import type { ProblemWire } from '../../contracts/kernel/wire.ts';
import { uiWords } from '../../contracts/ui/words.ts';
import { BasisTag } from './basis-tag.tsx';
import './problem-summary.css';

interface ProblemSummaryProps {
  /** The sentence above the list; without it the number of problems is said. */
  title?: string;
  problems: readonly ProblemWire[];
  /** The id of the element of a field, where the form has one. */
  fieldId?: (field: string) => string;
}

function jump(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

function Line({ problem, fieldId }: { problem: ProblemWire; fieldId?: (field: string) => string }) {
  const id = problem.field && fieldId ? fieldId(problem.field) : undefined;
  return (
    <li>
      {id ? (
        <a
          href={`#${id}`}
          onClick={(event) => {
            event.preventDefault();
            jump(id);
          }}
        >
          {problem.message}
        </a>
      ) : (
        <span>{problem.message}</span>
      )}{' '}
      {problem.basis?.length ? <BasisTag basis={problem.basis} /> : null}
    </li>
  );
}

/** The errors of a form at its top, each linking to its field; takes the focus when it appears. */
export function ProblemSummary({ title, problems, fieldId }: ProblemSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0 || title) box.current?.focus();
  }, [problems, title]);
  if (problems.length === 0 && !title) return null;
  return (
    <div ref={box} className="jz-problems" role="alert" tabIndex={-1}>
      <p className="jz-problems-title">{title ?? uiWords.problems.heading(problems.length)}</p>
      {problems.length > 0 ? (
        <ul>
          {problems.map((problem) => (
            <Line
              key={`${problem.code} ${problem.field ?? ''} ${problem.message}`}
              problem={problem}
              {...(fieldId ? { fieldId } : {})}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

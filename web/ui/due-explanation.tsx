import { useId, useState } from 'react';
import type { BasisRef } from '../../contracts/kernel/wire.ts';
import { uiWords } from '../../contracts/ui/words.ts';
import { dueStanding, fullMoment } from '../lib/day.ts';
import { BasisTag } from './basis-tag.tsx';
import { DayStrip, type StripDay } from './day-strip.tsx';
import { StateTag } from './state-tag.tsx';
import './due-explanation.css';

const words = uiWords.due;

/** A due day with how it was found; `sentence` is the server's own explanation. */
export interface DueFacts {
  due: string;
  provisional?: boolean;
  sentence?: string;
  days?: readonly StripDay[];
  basis?: readonly BasisRef[];
}

const tones = { overdue: 'danger', soon: 'warn', calm: 'plain' } as const;

/** A due day and how it stands to today: 10月14日 · 还有 3 天. */
export function DueStanding({
  due,
  today,
  provisional,
}: {
  due: string;
  today: string;
  provisional?: boolean;
}) {
  const standing = dueStanding(due, today);
  return (
    <span className="jz-due-standing">
      <time dateTime={due}>{fullMoment(due)}</time>
      <StateTag tone={tones[standing.urgency]}>{standing.text}</StateTag>
      {provisional ? <StateTag tone="warn">{words.provisional}</StateTag> : null}
    </span>
  );
}

/** The sentence that explains a due day, its basis, and on demand every day between. */
export function DueExplanation({ due, provisional, sentence, days, basis }: DueFacts) {
  const [open, setOpen] = useState(false);
  const strip = useId();
  return (
    <div className="jz-due">
      <p>
        <span>{sentence ?? `${words.due}：${fullMoment(due)}`}</span>{' '}
        {basis?.length ? <BasisTag basis={basis} /> : null}{' '}
        {days?.length ? (
          <button
            type="button"
            className="jz-due-toggle"
            aria-expanded={open}
            aria-controls={strip}
            onClick={() => setOpen(!open)}
          >
            {open ? words.hide : words.explain}
          </button>
        ) : null}
      </p>
      {provisional ? <p className="jz-due-provisional">{words.provisionalHint}</p> : null}
      <div id={strip} hidden={!open}>
        {open && days ? <DayStrip days={days} /> : null}
      </div>
    </div>
  );
}

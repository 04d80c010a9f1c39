import type { ReactNode } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { fullInstant } from '../lib/day.ts';
import { StateTag, type Tone } from './state-tag.tsx';
import './timeline.css';

const words = uiWords.timeline;

/** One step of a matter: done, standing now, or still to come. */
export interface TimelineEntry {
  id: string;
  title: string;
  state: 'done' | 'current' | 'upcoming' | 'skipped';
  /** What was decided, in words, and how it should look. */
  verdict?: { text: string; tone: Tone };
  /** Who did it, or who holds it, with the post. */
  who?: string;
  at?: string;
  revision?: number;
  digest?: string;
  opinion?: string;
  sealed?: boolean;
  signed?: boolean;
  /** The post that nobody holds, which keeps the matter standing. */
  vacantPost?: string;
  extra?: ReactNode;
}

const states: Record<TimelineEntry['state'], { text: string; tone: Tone }> = {
  done: { text: words.done, tone: 'done' },
  current: { text: words.current, tone: 'active' },
  upcoming: { text: words.upcoming, tone: 'plain' },
  skipped: { text: words.skipped, tone: 'plain' },
};

function Facts({ entry }: { entry: TimelineEntry }) {
  const facts = [
    entry.at ? fullInstant(entry.at) : '',
    entry.revision ? words.revision(entry.revision) : '',
    entry.signed ? words.signed : '',
    entry.sealed ? words.sealed : '',
    entry.digest ? `${words.digest} ${entry.digest.slice(0, 12)}` : '',
  ].filter(Boolean);
  return facts.length ? <p className="jz-timeline-facts">{facts.join(' · ')}</p> : null;
}

/** Who did what, when, on which revision; the current step and who holds it stand out. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  return (
    <ol className="jz-timeline" aria-label={label ?? words.heading}>
      {entries.map((entry) => {
        const verdict = entry.verdict ?? states[entry.state];
        return (
          <li
            key={entry.id}
            className={`jz-timeline-step jz-timeline-${entry.state}`}
            {...(entry.state === 'current' ? { 'aria-current': 'step' as const } : {})}
          >
            <p className="jz-timeline-head">
              <strong>{entry.title}</strong> <StateTag tone={verdict.tone}>{verdict.text}</StateTag>
            </p>
            {entry.who ? <p>{entry.state === 'current' ? words.heldBy(entry.who) : entry.who}</p> : null}
            {entry.vacantPost ? <p className="jz-timeline-vacant">{words.vacant(entry.vacantPost)}</p> : null}
            {entry.opinion ? <blockquote className="jz-timeline-opinion">{entry.opinion}</blockquote> : null}
            <Facts entry={entry} />
            {entry.extra}
          </li>
        );
      })}
    </ol>
  );
}

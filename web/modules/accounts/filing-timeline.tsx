import type { TimelineItem } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { fullDay } from '../../lib/day.ts';
import type { Tone } from '../../ui/state-tag.tsx';
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx';

const tones: Record<NonNullable<TimelineItem['decision']>, Tone> = {
  approve: 'done',
  return: 'warn',
  refuse: 'danger',
};

function entryOf(item: TimelineItem): TimelineEntry {
  const dayOnly = !item.at && item.day ? <p className="jz-timeline-facts">{fullDay(item.day)}</p> : null;
  return {
    id: item.id,
    title: item.title,
    state: item.state,
    ...(item.decision ? { verdict: { text: item.decisionName ?? '', tone: tones[item.decision] } } : {}),
    ...(item.who ? { who: item.who } : {}),
    ...(item.at ? { at: item.at, revision: item.revision } : {}),
    ...(item.digest && item.state === 'done' ? { digest: item.digest } : {}),
    ...(item.reason ? { opinion: item.reason } : {}),
    ...(item.sealed ? { sealed: true } : {}),
    ...(item.signedBy ? { signed: true } : {}),
    ...(item.vacantPost ? { vacantPost: item.vacantPost } : {}),
    ...(dayOnly ? { extra: dayOnly } : {}),
  };
}

/** The course of a filing: everything done, who holds it now, what is still to come. */
export function FilingTimeline({ items }: { items: readonly TimelineItem[] }) {
  if (items.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{accountScreenWords.filing.timeline}</h2>
      <Timeline entries={items.map(entryOf)} />
    </section>
  );
}

import type { ExternalEntryWire, FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { DueStanding } from '../../ui/due-explanation.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { fileUrl } from './calls.ts';
import { EntrySheet } from './entry-sheet.tsx';
import { MarkEntered } from './mark-entered.tsx';

const words = accountScreenWords.entry;
const tones: Record<ExternalEntryWire['state'], Tone> = { pending: 'plain', running: 'active', done: 'done' };

function EntryCard({
  filing,
  entry,
  today,
}: {
  filing: FilingWire;
  entry: ExternalEntryWire;
  today: string;
}) {
  return (
    <section className={entry.abilities.done ? 'jz-card jz-decide' : 'jz-card'}>
      <h2>
        {words.heading(entry.system)}{' '}
        <StateTag tone={tones[entry.state]}>{words.states[entry.state]}</StateTag>{' '}
        {entry.late ? <StateTag tone="warn">{words.late}</StateTag> : null}{' '}
        <BasisTag basis={entry.basis} about={entry.system} />
      </h2>
      {entry.state === 'pending' ? <p>{words.pending(entry.anchorName)}</p> : null}
      <FactList
        facts={[
          [words.by, entry.by],
          [words.term, words.termFrom(entry.anchorName, entry.term)],
          ...(entry.due && entry.state === 'running'
            ? [[words.due, <DueStanding key="due" due={entry.due} today={today} />] as const]
            : []),
          ...(entry.enteredOn ? [[words.enteredOn, fullDay(entry.enteredOn)] as const] : []),
          ...(entry.number ? [[words.number, entry.number] as const] : []),
          ...(entry.note ? [[words.note, entry.note] as const] : []),
          ...(entry.file
            ? [
                [
                  words.receipt,
                  <a key="file" href={fileUrl(filing.jurisdiction, filing.id, entry.file.id)}>
                    {entry.file.name}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
      {entry.state === 'done' ? null : (
        <EntrySheet jurisdiction={filing.jurisdiction} id={filing.id} entryId={entry.id} />
      )}
      {entry.abilities.done ? <MarkEntered filing={filing} entry={entry} /> : null}
    </section>
  );
}

/** What has to be entered in systems outside, with its clock; the one who must do it marks it done here. */
export function EntryCards({ filing }: { filing: FilingWire }) {
  const { today } = useSession();
  return filing.entries.map((entry) => (
    <EntryCard key={entry.id} filing={filing} entry={entry} today={today} />
  ));
}

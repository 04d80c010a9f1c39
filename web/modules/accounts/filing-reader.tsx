import type { FilingWire, FormFieldWire } from '../../../contracts/accounts/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { AttachmentSlots } from './attachment-slots.tsx';
import { CheckList } from './check-list.tsx';
import { ClockList } from './clock-list.tsx';
import { DutyList } from './duty-list.tsx';
import { EntryCards } from './entry-cards.tsx';
import { FilingTimeline } from './filing-timeline.tsx';
import { ChangesCard, NoticeList } from './matter-parts.tsx';
import { RecordEffect } from './record-effect.tsx';
import { RecordOpening } from './record-opening.tsx';

const words = accountScreenWords.filing;

function shown(field: FormFieldWire, value: string | boolean | null | undefined): string {
  if (typeof value === 'boolean') return value ? uiWords.yes : uiWords.no;
  const text = value || (field.system ? field.suggestion : null);
  if (!text) return '';
  if (field.type === 'date') return fullDay(text);
  return field.options?.find((option) => option.value === text)?.label ?? text;
}

/** Ticks that were not set, and what belongs to them, say nothing to a reader. */
function tells(field: FormFieldWire, value: string | boolean | null | undefined): boolean {
  return !field.key.startsWith('reason.') || (value !== false && Boolean(value));
}

function Contents({ filing }: { filing: FilingWire }) {
  return filing.form.sections.map((section) => (
    <section key={section.title} className="jz-card">
      <h2>{section.title}</h2>
      <FactList
        facts={section.fields
          .filter((field) => tells(field, filing.values[field.key]))
          .map((field) => [field.label, shown(field, filing.values[field.key])])}
      />
    </section>
  ));
}

/** A filing that is under way or done: what is to do next, where it stands, what was filed. */
export function FilingReader({ filing }: { filing: FilingWire }) {
  const exceptions = filing.checks.filter((check) => check.outcome === 'excused');
  return (
    <div className="jz-filing">
      <div className="jz-filing-form">
        {filing.abilities.recordOpening ? <RecordOpening filing={filing} /> : null}
        {filing.abilities.recordEffect ? <RecordEffect filing={filing} /> : null}
        {filing.kind === 'change' ? <ChangesCard changes={filing.changes} /> : null}
        <EntryCards filing={filing} />
        <p className="jz-filing-title">
          {filing.form.title} <BasisTag basis={filing.form.basis} about={filing.form.title} />
        </p>
        <Contents filing={filing} />
        <AttachmentSlots filing={filing} editable={false} />
      </div>
      <div className="jz-filing-side">
        <NoticeList notices={filing.notices} />
        <FilingTimeline items={filing.timeline} />
        <ClockList clocks={filing.clocks} />
        {exceptions.length ? (
          <section className="jz-card">
            <h2>{words.exceptionReason}</h2>
            <CheckList checks={exceptions} />
          </section>
        ) : null}
        {filing.entries.length === 0 ? <DutyList duties={filing.duties} /> : null}
        <p className="jz-filing-digest">
          {words.digest} <code>{filing.digest.slice(0, 16)}</code>
        </p>
      </div>
    </div>
  );
}

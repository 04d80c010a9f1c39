import type { ClockWire, ExternalEntryWire, KeptWire } from '../../../contracts/accounts/wire.ts';
import { accountsText, anchorNames, clockStateNames } from '../../../contracts/accounts/words.ts';
import { momentText, termText } from '../../../contracts/deadlines/words.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { KeptFile } from '../../kernel/files.ts';
import { type Deadline, standingOf } from '../deadlines/index.ts';
import { mayFinish } from './abilities.ts';
import { receiptLabel } from './assemble-filing.ts';
import type { Entry } from './model.ts';

const STATES = {
  'in-time': 'running',
  overdue: 'overdue',
  suspended: 'suspended',
  'met-in-time': 'met',
  'met-late': 'met-late',
  cancelled: 'cancelled',
} as const;

/** A clock of a filing or of an outside entry, with its derivation. `anchor` says in words what happened on its first day. */
export function clockView(
  deadline: Deadline,
  about: { readonly now: string; readonly ownerName: string; readonly anchor: string },
): ClockWire {
  const state = STATES[standingOf(deadline, about.now)];
  const term = termText(deadline.term);
  const { due, provisional, steps } = deadline.computed;
  return {
    id: deadline.id,
    rule: deadline.rule,
    title: deadline.title,
    state,
    stateName: clockStateNames[state],
    from: deadline.startedAt,
    term,
    due,
    provisional,
    metOn: deadline.state === 'met' && deadline.closedAt ? dayOf(deadline.closedAt) : null,
    ownerName: about.ownerName,
    explanation: accountsText.explanation(
      momentText(deadline.startedAt),
      about.anchor,
      term,
      momentText(due),
    ),
    steps: steps.map(({ date, counted, why }) => ({ date, counted, why })),
    basis: [...deadline.basis],
  };
}

/** The clock of an outside entry: once made, it is judged by the day it was entered, not by the day that was written down. */
export function entryClockView(entry: Entry, deadline: Deadline, now: string): ClockWire {
  const view = clockView(deadline, { now, ownerName: entry.ownerName, anchor: anchorNames[entry.anchor] });
  const named = { ...view, rule: entry.rule };
  if (entry.state !== 'done') return named;
  const state = isLate(entry, deadline) ? 'met-late' : 'met';
  return { ...named, state, stateName: clockStateNames[state], metOn: entry.enteredOn };
}

function isLate(entry: Entry, deadline: Deadline | null): boolean {
  return (
    entry.enteredOn !== null && deadline !== null && entry.enteredOn > deadline.computed.due.slice(0, 10)
  );
}

/** What has to be entered outside, with the clock that runs for it; late is judged by the day it was entered. */
export function entryView(
  actor: Actor,
  entry: Entry,
  about: { readonly deadline: Deadline | null; readonly now: string; readonly files: readonly KeptFile[] },
): ExternalEntryWire {
  const { deadline } = about;
  const due = deadline?.computed.due ?? null;
  const file =
    about.files.find(({ id }) => id === entry.fileId) ??
    about.files.findLast(({ label }) => label === receiptLabel(entry.id));
  return {
    id: entry.id,
    system: entry.system,
    anchor: entry.anchor,
    anchorName: anchorNames[entry.anchor],
    term: termText(entry.term),
    by: entry.ownerName,
    state: entry.state === 'cancelled' ? 'pending' : entry.state,
    from: entry.fromOn,
    due,
    overdue: entry.state === 'running' && deadline !== null && standingOf(deadline, about.now) === 'overdue',
    enteredOn: entry.enteredOn,
    late: isLate(entry, deadline),
    number: entry.number,
    note: entry.note,
    file: file ? keptView(file) : null,
    basis: [...entry.basis],
    abilities: { done: mayFinish(actor, entry) },
  };
}

/** A kept file without its content. */
export function keptView(file: KeptFile): KeptWire {
  return {
    id: file.id,
    label: file.label,
    name: file.name,
    mime: file.mime,
    bytes: file.bytes,
    sha256: file.sha256,
    uploadedAt: file.uploadedAt,
  };
}

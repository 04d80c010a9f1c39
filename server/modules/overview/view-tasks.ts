import type { z } from 'zod';
import type { WaitingItem } from '../../../contracts/approvals/wire.ts';
import type { ProblemWords } from '../../../contracts/kernel/problem-words.ts';
import type { notice as noticeWire, Task } from '../../../contracts/overview/wire.ts';
import { taskWords } from '../../../contracts/overview/words.ts';
import type { Context } from '../../kernel/context.ts';
import { noticeSentence } from '../../kernel/deliver.ts';
import type { Notice } from '../../kernel/notify.ts';
import { daysBetween } from '../../policy/calendar/index.ts';
import type { OpenFiling } from '../accounts/index.ts';
import { type Deadline, deadlineRowView } from '../deadlines/index.ts';
import type { LedgerDuty } from '../stewardship/index.ts';

const NO_CLOCK = { due: null, overdue: false, daysLeft: null, provisional: false, basis: [] };

/** A decision that waits for one of the actor's posts. */
export function taskOfWaiting(ctx: Context, item: WaitingItem): Task {
  const daysLeft = item.due === null ? null : daysBetween(ctx.now.day, item.due);
  return {
    ...NO_CLOCK,
    id: `step-${item.stepId}`,
    kind: 'decide',
    title: item.subject.title,
    detail: taskWords.decide(item.stepTitle, item.hostName),
    unitName: item.actingFor ?? item.unitName,
    due: item.due,
    overdue: daysLeft !== null && daysLeft < 0,
    daysLeft,
    action: taskWords.decideAction,
    href: `/approvals/${item.jurisdiction}/${item.approvalId}`,
  };
}

/** A filing with which its host has to go on. */
export function taskOfFiling(filing: OpenFiling): Task {
  const [kind, detail, action] =
    filing.state === 'approved' && filing.kind !== 'open' ? effectTask(filing) : FILING_TASKS[filing.state];
  return {
    ...NO_CLOCK,
    id: `filing-${filing.id}`,
    kind,
    title: filing.title,
    detail,
    unitName: filing.hostName,
    action,
    href: `/filings/${filing.jurisdiction}/${filing.id}`,
  };
}

const FILING_TASKS: Record<OpenFiling['state'], readonly [Task['kind'], string, string]> = {
  draft: ['draft', taskWords.draft, taskWords.draftAction],
  returned: ['returned', taskWords.returned, taskWords.returnedAction],
  approved: ['record-opening', taskWords.opening, taskWords.openingAction],
};

/** What is approved takes effect on the platform first; while the public is being told, the day from which it may. */
function effectTask({ earliestOn }: OpenFiling): readonly [Task['kind'], string, string] {
  const detail = earliestOn ? taskWords.effectFrom(earliestOn) : taskWords.effect;
  return ['record-effect', detail, taskWords.effectAction];
}

/** A running clock of the actor's units, or one of a host below that has run out. */
export function taskOfDeadline(ctx: Context, deadline: Deadline): Task {
  const row = deadlineRowView(ctx, deadline);
  return {
    id: `deadline-${deadline.id}`,
    kind: 'deadline',
    title: row.title,
    detail: taskWords.deadline(row.dueText),
    unitName: '',
    due: row.due.slice(0, 10),
    overdue: row.overdue,
    daysLeft: row.daysLeft,
    provisional: row.provisional,
    basis: row.basis,
    action: taskWords.deadlineAction,
    href: hrefOf(deadline.subject, deadline.jurisdiction) ?? '/',
  };
}

const TITLES_SHOWN = 4;

/** What the ledger of an account or a unit lacks, or what in it ends. */
export function taskOfDuty(ctx: Context, duty: LedgerDuty): Task {
  const daysLeft = duty.due === null ? null : daysBetween(ctx.now.day, duty.due);
  const { titles, accountId } = duty;
  return {
    ...NO_CLOCK,
    id: `ledger-${accountId ?? duty.hostUnitId}`,
    kind: 'ledger',
    title: taskWords.ledger(duty.name),
    detail: taskWords.ledgerDetail(titles.slice(0, TITLES_SHOWN), titles.length),
    unitName: duty.hostName,
    due: duty.due,
    overdue: daysLeft !== null && daysLeft < 0,
    daysLeft,
    basis: [...duty.basis],
    action: taskWords.ledgerAction,
    href:
      accountId === null
        ? `/stewardship/units/${duty.hostUnitId}`
        : `/accounts/${duty.jurisdiction}/${accountId}`,
  };
}

/** What the ledgers lack in all that the actor supervises. */
export function supervisionTask({ gaps, places }: { gaps: number; places: number }): Task {
  return {
    ...NO_CLOCK,
    id: 'ledger-supervised',
    kind: 'ledger',
    title: taskWords.supervised(places),
    detail: taskWords.supervisedDetail(gaps),
    unitName: '',
    action: taskWords.supervisedAction,
    href: '/stewardship',
  };
}

/** Where a subject is shown; null where it has no screen of its own. */
function hrefOf(
  subject: { readonly type: string; readonly id: string },
  jurisdiction: string,
): string | null {
  if (subject.type === 'unit') return `/directory?unit=${subject.id}`;
  if (subject.type === 'ledger') return `/stewardship/units/${subject.id}`;
  const screens: Record<string, string> = {
    filing: 'filings',
    account: 'accounts',
    approval: 'approvals',
    'column-request': 'column-requests',
    consolidation: 'consolidations',
  };
  const screen = screens[subject.type];
  return screen === undefined ? null : `/${screen}/${jurisdiction}/${subject.id}`;
}

/** Those due first come first; what has no clock comes last. */
export function byDue(a: Task, b: Task): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.title.localeCompare(b.title, 'zh');
}

export function viewNotice(told: Notice, words: ProblemWords): z.input<typeof noticeWire> {
  return {
    id: told.id,
    text: noticeSentence(words, told.code, told.facts),
    at: told.createdAt,
    read: told.readAt !== null,
    href: hrefOf(told.subject, told.jurisdiction),
  };
}

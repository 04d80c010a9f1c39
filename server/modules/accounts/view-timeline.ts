import type { TimelineItem } from '../../../contracts/accounts/wire.ts';
import { accountsText } from '../../../contracts/accounts/words.ts';
import { decisionNames } from '../../../contracts/approvals/words.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Approval, Step } from '../approvals/index.ts';
import type { AccountMatter, Entry, Filing } from './model.ts';
import type { PublicNotice } from './notice-model.ts';
import { noticeView } from './view-notice.ts';

/** What the course of a filing is told from. */
export interface Course {
  readonly filing: Filing;
  /** All rounds of decisions, the latest first. */
  readonly rounds: readonly Approval[];
  /** Who holds the seats of steps still open, by step id. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly entries: readonly Entry[];
  /** What the public was told, the latest first. */
  readonly notices: readonly PublicNotice[];
}

/** The course of a filing as it happened, and behind it what is still to come. */
export function timelineOf(course: Course): TimelineItem[] {
  const rounds = [...course.rounds]
    .sort((a, b) => a.revision - b.revision)
    .flatMap((round) => roundItems(round, course));
  return [...rounds, ...afterwards(course)];
}

function item(
  id: string,
  kind: TimelineItem['kind'],
  title: string,
  more: Partial<TimelineItem>,
): TimelineItem {
  const at = more.at ?? null;
  return {
    id,
    kind,
    title,
    state: 'done',
    at,
    day: at === null ? null : dayOf(at),
    who: null,
    decision: null,
    decisionName: null,
    reason: null,
    revision: 1,
    digest: null,
    sealed: false,
    signedBy: null,
    vacantPost: null,
    ...more,
  };
}

function roundItems(round: Approval, { holders }: Course): TimelineItem[] {
  const { revision } = round;
  const submitted = item(`${round.id} start`, 'submitted', accountsText.submitted(revision), {
    at: round.startedAt,
    who: `${round.hostName} ${round.startedByName}`,
    revision,
    digest: round.contentDigest,
  });
  const shown = round.steps.filter((step) => step.decision !== null || round.state === 'running');
  const steps = shown.map((step) => stepItem(step, revision, holders.get(step.id)));
  if (round.state !== 'withdrawn') return [submitted, ...steps];
  const withdrawn = item(`${round.id} end`, 'withdrawn', accountsText.withdrawn, {
    at: round.endedAt,
    who: round.hostName,
    reason: round.endReason,
    revision,
  });
  return [submitted, ...steps, withdrawn];
}

function stepItem(step: Step, revision: number, holders: readonly string[] | undefined): TimelineItem {
  const { decision } = step;
  const place = `${step.unitName} ${step.postTitle}`;
  if (!decision) {
    const vacant = holders !== undefined && holders.length === 0;
    return item(step.id, 'step', step.title, {
      state: step.state === 'current' ? 'current' : 'upcoming',
      who: [place, ...(holders ?? [])].join(' '),
      revision,
      vacantPost: vacant ? place : null,
    });
  }
  return item(step.id, 'step', step.title, {
    at: decision.at,
    who: `${decision.post} ${decision.personName}`,
    decision: decision.kind,
    decisionName: decisionNames[decision.kind],
    reason: decision.reason,
    revision,
    digest: decision.digest,
    sealed: decision.sealed,
    signedBy: decision.signedBy,
  });
}

/** What follows approval: the notice, the opening or the effect, and the entries outside, done or to come. */
function afterwards({ filing, entries, notices }: Course): TimelineItem[] {
  const { revision } = filing;
  const told = [...notices].reverse().flatMap((notice) => noticeItems(notice, revision));
  const live = ['in-approval', 'approved', 'opened', 'effected', 'registered'].includes(filing.state);
  if (!live) return told;
  const approved = filing.approvedAt
    ? [item(`${filing.id} approved`, 'approved', accountsText.approved, { at: filing.approvedAt, revision })]
    : [];
  const made = entries
    .filter(({ state }) => state === 'done')
    .sort((a, b) => (a.enteredAt ?? '').localeCompare(b.enteredAt ?? ''));
  const open = entries.filter(({ state }) => state === 'running' || state === 'pending');
  const registered = filing.registeredAt
    ? [
        item(`${filing.id} registered`, 'registered', accountsText.registered, {
          at: filing.registeredAt,
          revision,
        }),
      ]
    : [];
  return [
    ...approved,
    ...told,
    ...(filing.kind === 'open' ? openingItem(filing) : effectItem(filing, filing.kind)),
    ...made.map((entry) => entryItem(entry, revision)),
    ...open.map((entry) => entryItem(entry, revision)),
    ...registered,
  ];
}

function noticeItems(notice: PublicNotice, revision: number): TimelineItem[] {
  const published = item(notice.id, 'notice', accountsText.notice(notice.title), {
    at: notice.createdAt,
    day: notice.publishedOn,
    reason: notice.run ? (noticeView(notice).run?.explanation ?? null) : null,
    revision,
  });
  if (notice.state !== 'withdrawn') return [published];
  const title = accountsText.noticeWithdrawn(notice.title);
  const withdrawn = item(`${notice.id} end`, 'notice', title, { day: notice.endedOn, revision });
  return [published, withdrawn];
}

function effectItem(filing: Filing, kind: AccountMatter): TimelineItem[] {
  const { revision, effectOn, effectedAt } = filing;
  const id = `${filing.id} effected`;
  const title = accountsText.effected[kind];
  if (effectOn && effectedAt) {
    const who = filing.effectedBy;
    return [item(id, 'effected', title, { at: effectedAt, day: effectOn, who, revision })];
  }
  const state = filing.state === 'approved' ? 'current' : 'upcoming';
  return [item(id, 'effected', title, { state, day: effectOn, who: filing.hostName, revision })];
}

function openingItem(filing: Filing): TimelineItem[] {
  const { revision, openedOn } = filing;
  const id = `${filing.id} opened`;
  if (openedOn) {
    return [
      item(id, 'opened', accountsText.opened, {
        at: filing.openedAt,
        day: openedOn,
        who: filing.openedBy,
        revision,
      }),
    ];
  }
  const state = filing.state === 'approved' ? 'current' : 'upcoming';
  return [item(id, 'opened', accountsText.opened, { state, who: filing.hostName, revision })];
}

function entryItem(entry: Entry, revision: number): TimelineItem {
  const title = accountsText.entered(entry.system);
  if (entry.state !== 'done') {
    return item(entry.id, 'entered', title, {
      state: entry.state === 'running' ? 'current' : 'upcoming',
      who: entry.ownerName,
      revision,
    });
  }
  return item(entry.id, 'entered', title, {
    at: entry.enteredAt,
    day: entry.enteredOn,
    who: entry.enteredBy,
    reason: entry.note,
    revision,
  });
}

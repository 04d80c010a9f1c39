import type { FilingRow, FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountsText, filingKindNames, filingStateName } from '../../../contracts/accounts/words.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { currentStep } from '../approvals/index.ts';
import { filingAbilities } from './abilities.ts';
import { coreKeys, fieldsOf } from './form-model.ts';
import { editableStates, type Filing } from './model.ts';
import { plannedEntries } from './rules-entries.ts';
import { blocking } from './rules-route.ts';
import type { FilingLine } from './store-filing-lists.ts';
import { platformName, titleOf } from './summarise-filing.ts';
import type { FilingCase } from './view-case.ts';
import { checkView } from './view-checks.ts';
import { clockView, entryClockView, entryView } from './view-clocks.ts';
import { dutyView, formView, pinnedRoute, plannedRoute, slotView } from './view-form.ts';
import { backfileView, matterView } from './view-matters.ts';
import { type Course, timelineOf } from './view-timeline.ts';

/** A filing with form, checks, route, course and clocks, and what the reader may do. */
export function filingView(ctx: Context, parts: FilingCase): FilingWire {
  const { assembled, rounds, holders, entries } = parts;
  const { filing, policy, files, checks } = assembled;
  const editable = editableStates.includes(filing.state);
  const [latest] = rounds;
  return {
    ...headView(parts),
    ...contentView(parts),
    ...matterView(ctx, parts),
    backfile: backfileView(ctx, filing.backfile),
    checks: checks.map(checkView),
    blockers: editable ? blocking(checks).length : 0,
    route:
      !editable && latest ? pinnedRoute(latest, holders) : plannedRoute(assembled.route, filing.chain.basis),
    duties: plannedEntries(policy, assembled.facts, filing.timing).map(dutyView),
    entries: entries.map(({ entry, deadline }) =>
      entryView(ctx.actor, entry, { deadline, now: ctx.now.iso, files }),
    ),
    clocks: clocksView(ctx, parts),
    timeline: timelineOf(courseOf(parts)),
    returned: returnedView(parts),
    abilities: filingAbilities(ctx.actor, filing, { decide: decidesNow(ctx, parts) }),
  };
}

/** What the course of a filing is told from. */
export function courseOf({ assembled, rounds, holders, entries, notices }: FilingCase): Course {
  const { filing } = assembled;
  return { filing, rounds, holders, notices, entries: entries.map(({ entry }) => entry) };
}

function headView(parts: FilingCase) {
  const { filing, host, policy } = parts.assembled;
  return {
    id: filing.id,
    jurisdiction: filing.jurisdiction,
    jurisdictionName: policy.jurisdiction.name,
    kind: filing.kind,
    kindName: filingKindNames[filing.kind],
    title: titleOf(filing, policy),
    state: filing.state,
    stateName: filingStateName(filing.kind, filing.state),
    revision: filing.revision,
    version: filing.version,
    host: { id: host.id, name: host.name },
    supervisorName: parts.supervisorName,
    pinned: pinnedView(parts),
    timing: filing.timing,
    approvalId: filing.approvalId,
    accountId: filing.accountId,
    filingNumber: filing.filingNumber,
    openedOn: filing.openedOn,
    openedBeforeApproval: openedEarly(filing),
    createdAt: filing.createdAt,
    updatedAt: filing.updatedAt,
    submittedAt: filing.submitted?.at ?? null,
  };
}

function contentView({ assembled, notices }: FilingCase) {
  const { filing, form, filled, files, digest } = assembled;
  const published = notices.find(({ state }) => state !== 'withdrawn')?.publishedOn;
  return {
    form: formView(form, filled, filing.form.basis, filing.kind === 'change' ? filing.standing : null),
    values: {
      ...filled.values,
      ...(published && fieldsOf(form).some(({ key }) => key === coreKeys.noticeFrom)
        ? { [coreKeys.noticeFrom]: published }
        : {}),
    },
    exceptions: { ...filing.exceptions },
    attachments: form.slots.map((slot) => slotView(slot, files)),
    digest,
  };
}

function pinnedView({ assembled: { filing, policy } }: FilingCase): FilingWire['pinned'] {
  const pack = policy.packs.find(({ id }) => id === filing.pack);
  return {
    pack: filing.pack,
    packTitle: pack?.title ?? null,
    version: filing.packVersion,
    on: filing.pinnedOn,
  };
}

/** The clocks of the filing itself and of its outside entries. */
export function clocksView(
  ctx: Context,
  { clocks, entries }: Pick<FilingCase, 'clocks' | 'entries'>,
): FilingWire['clocks'] {
  const now = ctx.now.iso;
  const own = clocks.map(({ deadline, ownerName }) =>
    clockView(deadline, { now, ownerName, anchor: accountsText.since }),
  );
  const outside = entries.flatMap(({ entry, deadline }) =>
    deadline ? [entryClockView(entry, deadline, now)] : [],
  );
  return [...own, ...outside];
}

/** Who sent the filing back last and why, while it waits to be mended. */
function returnedView({ assembled: { filing }, rounds }: FilingCase): FilingWire['returned'] {
  const step =
    filing.state === 'returned' ? rounds[0]?.steps.find(({ state }) => state === 'returned') : undefined;
  if (!step?.decision) return null;
  const { post, personName, at, reason } = step.decision;
  return { step: step.title, who: `${post} ${personName}`, at, reason: reason ?? '' };
}

/** Whether an account that needed approval first was open before it: shown to everyone who reads the filing. */
function openedEarly({ timing, openedOn, approvedAt }: Filing): boolean {
  return (
    timing === 'before-opening' && openedOn !== null && approvedAt !== null && openedOn < dayOf(approvedAt)
  );
}

function decidesNow(ctx: Context, { rounds }: FilingCase): boolean {
  const step = rounds[0]?.state === 'running' ? currentStep(rounds[0]) : null;
  if (!step) return false;
  return ctx.actor.posts.some(
    ({ unitId, kind }) => kind === step.post && (unitId === step.unitId || unitId === step.acting?.unitId),
  );
}

/** A filing as lists show it. */
export function filingRowView(ctx: Context, line: FilingLine): FilingRow {
  const policy = ctx.policy(line.jurisdiction);
  return {
    id: line.id,
    jurisdiction: line.jurisdiction,
    jurisdictionName: policy.jurisdiction.name,
    kind: line.kind,
    kindName: filingKindNames[line.kind],
    title: titleOf(line, policy),
    name: line.name,
    platform: line.platform,
    platformName: platformName(policy, line.platform) || null,
    host: { id: line.hostUnitId, name: line.hostName },
    state: line.state,
    stateName: filingStateName(line.kind, line.state),
    revision: line.revision,
    updatedAt: line.updatedAt,
    submittedAt: line.submittedAt,
    filingNumber: line.filingNumber,
  };
}

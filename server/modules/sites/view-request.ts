import type { TimelineItem } from '../../../contracts/accounts/wire-parts.ts';
import { decisionNames } from '../../../contracts/approvals/words.ts';
import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import { siteText } from '../../../contracts/sites/words.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { clockView, pinnedRoute, plannedRoute } from '../accounts/index.ts';
import { type Approval, currentStep, type Step } from '../approvals/index.ts';
import type { Deadline } from '../deadlines/index.ts';
import { requestAbilities } from './abilities.ts';
import type { Assembled } from './assemble-request.ts';
import { requestRowView } from './list-requests.ts';
import { editableStates } from './model.ts';
import { classView } from './view.ts';
import { sentenceOf } from './view-sentences.ts';

/** A request with all that happened to it. */
export interface RequestCase {
  readonly parts: Assembled;
  readonly rounds: readonly Approval[];
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly clocks: readonly { readonly deadline: Deadline; readonly ownerName: string }[];
}

/** A request with its place, address, way, course and clocks, and what the reader may do. */
export function requestView(ctx: Context, filed: RequestCase): ColumnRequestWire {
  const { parts, rounds, holders, clocks } = filed;
  const { request, section, policy, problems, digest } = parts;
  const [latest] = rounds;
  const open = editableStates.includes(request.state);
  return {
    ...requestRowView(ctx, request),
    sectionId: request.sectionId,
    sectionName: section?.name ?? null,
    name: request.name,
    purpose: request.purpose,
    revision: request.revision,
    version: request.version,
    digest,
    builder: request.builder?.name ?? parts.builder.unit?.name ?? null,
    pinned: {
      packTitle: policy.packs.find(({ id }) => id === request.pack)?.title ?? null,
      on: request.pinnedOn,
    },
    ...addressView(parts),
    ...classOfRequest(parts),
    problems: problems.map((problem) => ({
      code: problem.code,
      field: problem.field ?? null,
      message: sentenceOf(problem),
      basis: [...(problem.basis ?? [])],
    })),
    route: !open && latest ? pinnedRoute(latest, holders) : plannedRoute(parts.route, request.chain.basis),
    timeline: timelineOf(filed),
    clocks: clocks.map(({ deadline, ownerName }) =>
      clockView(deadline, { now: ctx.now.iso, ownerName, anchor: siteText.since }),
    ),
    approvalId: request.approvalId,
    returned: returnedView(filed),
    abilities: requestAbilities(ctx.actor, request, {
      decide: decidesNow(ctx, latest),
      builderUnitId: parts.builder.unitId,
    }),
  };
}

function addressView({ request, proposal }: RequestCase['parts']) {
  return {
    address: request.built?.address ?? proposal.address,
    explanation: request.built ? null : proposal.explanation,
    addressBasis: [...proposal.basis],
  };
}

function classOfRequest({ request, classes }: RequestCase['parts']) {
  const chosen = classes.find(({ id }) => id === request.updateClass);
  return {
    updateClass: request.updateClass,
    className: chosen?.name ?? null,
    classes: classes.map(({ id, name }) => ({ id, name })),
    upkeep: chosen ? classView(chosen).upkeep : [],
  };
}

function returnedView({ parts: { request }, rounds }: RequestCase): ColumnRequestWire['returned'] {
  const step =
    request.state === 'returned' ? rounds[0]?.steps.find(({ state }) => state === 'returned') : undefined;
  if (!step?.decision) return null;
  const { post, personName, at, reason } = step.decision;
  return { step: step.title, who: `${post} ${personName}`, at, reason: reason ?? '' };
}

function decidesNow(ctx: Context, round: Approval | undefined): boolean {
  const step = round?.state === 'running' ? currentStep(round) : null;
  if (!step) return false;
  return ctx.actor.posts.some(
    ({ unitId, kind }) => kind === step.post && (unitId === step.unitId || unitId === step.acting?.unitId),
  );
}

function item(
  id: string,
  kind: TimelineItem['kind'],
  title: string,
  more: Partial<TimelineItem>,
): TimelineItem {
  return {
    id,
    kind,
    title,
    state: 'done',
    at: null,
    day: more.at ? dayOf(more.at) : null,
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

/** The course of a request as it happened, and behind it the building that is still to come. */
function timelineOf({ parts: { request }, rounds, holders }: RequestCase): TimelineItem[] {
  const { built, builder } = request;
  const past = [...rounds]
    .sort((a, b) => a.revision - b.revision)
    .flatMap((round) => roundItems(round, holders));
  if (!['in-approval', 'approved', 'built'].includes(request.state)) return past;
  const about = built
    ? { at: built.at, day: built.on, who: built.by }
    : {
        state: request.state === 'approved' ? ('current' as const) : ('upcoming' as const),
        who: builder?.name ?? null,
      };
  return [
    ...past,
    item(`${request.id} built`, 'opened', siteText.built, { ...about, revision: request.revision }),
  ];
}

function roundItems(round: Approval, holders: RequestCase['holders']): TimelineItem[] {
  const { revision } = round;
  const submitted = item(`${round.id} start`, 'submitted', siteText.submitted(revision), {
    at: round.startedAt,
    who: `${round.hostName} ${round.startedByName}`,
    revision,
    digest: round.contentDigest,
  });
  const shown = round.steps.filter(({ decision }) => decision !== null || round.state === 'running');
  const steps = shown.map((step) => stepItem(step, revision, holders.get(step.id)));
  const end =
    round.state === 'withdrawn'
      ? [
          item(`${round.id} end`, 'withdrawn', siteText.withdrawn, {
            at: round.endedAt,
            who: round.hostName,
            reason: round.endReason,
            revision,
          }),
        ]
      : [];
  return [submitted, ...steps, ...end];
}

function stepItem(step: Step, revision: number, holders: readonly string[] | undefined): TimelineItem {
  const { decision } = step;
  const place = `${step.unitName} ${step.postTitle}`;
  if (!decision) {
    return item(step.id, 'step', step.title, {
      state: step.state === 'current' ? 'current' : 'upcoming',
      who: [place, ...(holders ?? [])].join(' '),
      revision,
      vacantPost: holders?.length === 0 ? place : null,
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

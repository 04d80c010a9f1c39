import { requestForm, requestKindNames, siteText } from '../../../contracts/sites/words.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { computeDue } from '../../policy/calendar/index.ts';
import type { Day } from '../../policy/index.ts';
import { type Approval, type SummaryLine, startApproval } from '../approvals/index.ts';
import { type Assembled, assembleRequest, contentOf } from './assemble-request.ts';
import { holdForUnit, refuseMove } from './lock-request.ts';
import { actingPost, type Key, refuseStale } from './lock-site.ts';
import type { ColumnRequest } from './model.ts';
import { startClock } from './run-clock.ts';
import { requestSubject } from './start-request.ts';
import { updateRequest } from './store-requests.ts';

/**
 * Submits a request: everything is checked, the decisions start on exactly what was seen. Problems: all that is unmet.
 * Of two for the same column at once one is under way, the other is refused (conflict sites.already-requested).
 */
export async function submitRequest(
  ctx: Context,
  input: Key & { readonly version: number; readonly digest?: string | undefined },
): Promise<Outcome<ColumnRequest>> {
  const { request, post } = await holdForUnit(ctx, input);
  refuseMove(request, 'in-approval', 'sites.not-submittable');
  refuseStale(request, input.version);
  const parts = await assembleRequest(ctx, request);
  if (input.digest !== undefined && input.digest !== parts.digest)
    throw new Refused('stale', { code: 'sites.content-seen-differs' });
  if (parts.problems.length > 0) return refuse(...parts.problems);
  const started = await approve(ctx, parts, post);
  if (!started.ok) return started;
  const submitted = submittedFrom(ctx, parts, started.value, post);
  await updateRequest(ctx.tx, submitted);
  const term = parts.policy.get('column.request.term', parts.facts);
  await startClock(ctx, submitted, term, titleOf(request));
  ctx.audit({
    jurisdiction: request.jurisdiction,
    action: 'column-request.submit',
    subject: requestSubject(request),
    ...actingPost(post),
    facts: {
      revision: submitted.revision,
      digest: submitted.contentDigest,
      builder: submitted.builder?.unitId,
    },
    before: { state: request.state, version: request.version },
    after: { state: submitted.state, version: submitted.version, content: contentOf(submitted) },
  });
  return done(submitted);
}

function submittedFrom(
  ctx: Context,
  { request, builder }: Assembled,
  approval: Approval,
  post: ActorPost,
): ColumnRequest {
  return {
    ...request,
    state: 'in-approval',
    revision: approval.revision,
    version: request.version + 1,
    contentDigest: approval.contentDigest,
    approvalId: approval.id,
    builder: builder.unit && { unitId: builder.unit.id, name: builder.unit.name },
    approvedAt: null,
    updatedAt: ctx.now.iso,
    submitted: {
      at: ctx.now.iso,
      personId: ctx.actor.personId,
      personName: ctx.actor.name,
      post: `${post.unitName} ${post.title}`,
    },
  };
}

function approve(ctx: Context, parts: Assembled, post: ActorPost): Promise<Outcome<Approval>> {
  const { request, unit, facts } = parts;
  return startApproval(ctx, {
    jurisdiction: request.jurisdiction,
    subject: requestSubject(request),
    title: titleOf(request),
    href: `/column-requests/${request.jurisdiction}/${request.id}`,
    matter: siteText.matter,
    host: unit,
    post,
    chain: request.chain,
    facts,
    content: contentOf(request),
    summary: summaryOf(parts),
    dueOn: dueOn(ctx, parts),
  });
}

function dueOn(ctx: Context, { policy, facts }: Assembled): Day | null {
  const { value } = policy.get('column.request.term', facts);
  return value ? computeDue(ctx.calendar, ctx.now.day, value).due.slice(0, 10) : null;
}

function titleOf({ kind, unitName, name }: ColumnRequest): string {
  return siteText.requestTitle(kind, unitName, name);
}

/** What those who decide see, line by line, kept with the round. */
function summaryOf({ request, site, section, classes, proposal }: Assembled): SummaryLine[] {
  const words = requestForm.fields;
  const lines: (readonly [string, string | null | undefined])[] = [
    [words.kind, requestKindNames[request.kind]],
    [words.unit, request.unitName],
    [words.site, site.name],
    [words.place, section?.name],
    [words.name, request.name],
    [words.class, classes.find(({ id }) => id === request.updateClass)?.name],
    [words.address, proposal.address],
    [words.purpose, request.purpose],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { askingPost } from './abilities.ts';
import { unitProblems } from './add-section.ts';
import { actingPost } from './lock-site.ts';
import type { ColumnRequest, Site } from './model.ts';
import { insertRequest } from './store-requests.ts';
import { readSite } from './store-sites.ts';

/** What a unit asks for, as far as it has been written. */
export interface Wish {
  readonly name: string;
  readonly updateClass?: string | null | undefined;
  readonly purpose: string;
}

export interface StartInput extends Wish {
  readonly jurisdiction: string;
  readonly siteId: string;
  readonly unitId: string;
  readonly kind: 'section' | 'column';
  readonly sectionId?: string | null | undefined;
}

/**
 * Begins a request for a unit in which the actor acts (QJ-9). The route is that of today and stays with the request,
 * whatever the regulation says later; an incomplete draft is kept as it is.
 */
export async function startRequest(ctx: Context, input: StartInput): Promise<Outcome<ColumnRequest>> {
  const site = found(await readSite(ctx.tx, input.jurisdiction, input.siteId));
  const unit = await getUnit(ctx, input.unitId);
  const post = askingPost(ctx.actor, unit.id);
  if (!post) throw new Refused('forbidden', { code: 'sites.not-your-unit' });
  const problems = unitProblems(ctx, site, unit);
  if (problems.length > 0) return refuse(...problems);
  const request = draftOf(ctx, { site, unit, input });
  await insertRequest(ctx.tx, request);
  ctx.audit({
    jurisdiction: request.jurisdiction,
    action: 'column-request.start',
    subject: requestSubject(request),
    ...actingPost(post),
    facts: { kind: request.kind, unit: unit.id, site: site.id, pack: request.pack },
    after: { state: request.state, pinnedOn: request.pinnedOn },
  });
  return done(request);
}

/** A draft as it begins: the route of today, nothing decided. */
function draftOf(
  ctx: Context,
  { site, unit, input }: { site: Site; unit: Unit; input: StartInput },
): ColumnRequest {
  const chain = ctx.policy(site.jurisdiction).get('column.request.chain', caseFactsOf(unit));
  return {
    jurisdiction: site.jurisdiction,
    id: newId(),
    siteId: site.id,
    siteName: site.name,
    unitId: unit.id,
    unitName: unit.name,
    unitPath: unit.path,
    kind: input.kind,
    sectionId: input.kind === 'column' ? (input.sectionId ?? null) : null,
    ...wishOf(input),
    state: 'draft',
    revision: 1,
    version: 1,
    chain,
    pack: chain.pack,
    packVersion: chain.version,
    pinnedOn: ctx.now.day,
    contentDigest: null,
    approvalId: null,
    builder: null,
    built: null,
    submitted: null,
    approvedAt: null,
    createdAt: ctx.now.iso,
    createdBy: ctx.actor.personId,
    updatedAt: ctx.now.iso,
  };
}

export function wishOf(wish: Wish) {
  return { name: wish.name.trim(), updateClass: wish.updateClass ?? null, purpose: wish.purpose.trim() };
}

/** The subject under which a request is decided and its clock runs. */
export function requestSubject({ id }: Pick<ColumnRequest, 'id'>): { type: string; id: string } {
  return { type: 'column-request', id };
}

import type { ActorPost } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { getUnit } from '../directory/index.ts';
import { requestBuilder } from './abilities.ts';
import { planColumn } from './add-column.ts';
import { planSection } from './add-section.ts';
import { findBuilder } from './find-builder.ts';
import { refuseMove } from './lock-request.ts';
import { actingPost, type Key, refuseStale } from './lock-site.ts';
import type { Column, ColumnRequest, Section, Site } from './model.ts';
import { proposeSection } from './propose-address.ts';
import { refuseClosed } from './refuse-closed.ts';
import { sameAddress } from './rules-address.ts';
import { builtProblems } from './rules-request.ts';
import { meetClock } from './run-clock.ts';
import { requestSubject } from './start-request.ts';
import { lockRequest, updateRequest } from './store-requests.ts';
import { insertColumn, insertSection, readSection, readSections } from './store-sections.ts';
import { lockSite } from './store-sites.ts';

export interface BuiltInput extends Key {
  readonly version: number;
  readonly builtOn: Day;
  readonly address?: string | null | undefined;
}

/**
 * Records that what was asked for stands: only by the body that builds (QJ-9), a section at the address that the rule
 * gives and at no other (QJ-7). The section or column comes into being with it, and the clock is met.
 */
export async function recordBuilt(ctx: Context, input: BuiltInput): Promise<Outcome<ColumnRequest>> {
  const request = found(await lockRequest(ctx.tx, input));
  const { unitId } = await findBuilder(ctx, request.jurisdiction);
  const post = requestBuilder(ctx.actor, request, unitId);
  if (!post) throw new Refused('forbidden', { code: 'sites.not-your-request' });
  refuseMove(request, 'built', 'sites.not-buildable');
  refuseStale(request, input.version);
  const asked = request.submitted ? dayOf(request.submitted.at) : null;
  const days = builtProblems(input.builtOn, { today: ctx.now.day, asked });
  if (days.length > 0) return refuse(...days);
  const site = found(await lockSite(ctx.tx, request.jurisdiction, request.siteId));
  const part = await (request.kind === 'section' ? buildSection : buildColumn)(ctx, site, request, input);
  if (!part.ok) return part;
  const built: ColumnRequest = {
    ...request,
    state: 'built',
    version: request.version + 1,
    updatedAt: ctx.now.iso,
    built: {
      id: part.value.id,
      on: input.builtOn,
      address: part.value.address,
      by: `${post.unitName} ${post.title} ${ctx.actor.name}`,
      at: ctx.now.iso,
    },
  };
  await updateRequest(ctx.tx, built);
  await meetClock(ctx, request, input.builtOn);
  record(ctx, { request, built, part: part.value, post });
  return done(built);
}

async function buildSection(
  ctx: Context,
  site: Site,
  request: ColumnRequest,
  input: BuiltInput,
): Promise<Outcome<Section>> {
  const unit = await getUnit(ctx, request.unitId);
  const sections = await readSections(ctx.tx, site);
  const rule = proposeSection(ctx.policy(site.jurisdiction), { site, unit, sections });
  if (input.address && rule.address !== null && !sameAddress(input.address, rule.address)) {
    return refuse({
      code: 'sites.address-differs',
      field: 'address',
      facts: { address: input.address, expected: rule.address },
      basis: rule.basis,
    });
  }
  const planned = await planSection(ctx, site, unit, {
    name: request.name,
    address: input.address,
    builtOn: input.builtOn,
    requestId: request.id,
  });
  if (planned.ok) await insertSection(ctx.tx, planned.value, ctx.now.iso);
  return planned;
}

async function buildColumn(
  ctx: Context,
  site: Site,
  request: ColumnRequest,
  input: BuiltInput,
): Promise<Outcome<Column>> {
  const { jurisdiction } = request;
  const section = found(await readSection(ctx.tx, { jurisdiction, id: request.sectionId ?? '' }));
  refuseClosed(section);
  const unit = await getUnit(ctx, request.unitId);
  const planned = await planColumn(
    ctx,
    { site, section, unit },
    {
      name: request.name,
      updateClass: request.updateClass,
      address: input.address,
      builtOn: input.builtOn,
      requestId: request.id,
    },
  );
  if (planned.ok) await insertColumn(ctx.tx, planned.value, ctx.now.iso);
  return planned;
}

function record(
  ctx: Context,
  about: {
    readonly request: ColumnRequest;
    readonly built: ColumnRequest;
    readonly part: Section | Column;
    readonly post: ActorPost;
  },
): void {
  const { request, built, part, post } = about;
  const { jurisdiction } = request;
  ctx.audit({
    jurisdiction,
    action: 'column-request.built',
    subject: requestSubject(request),
    ...actingPost(post),
    facts: { builtOn: built.built?.on, address: part.address, built: part.id },
    before: { state: request.state, version: request.version },
    after: { state: built.state, version: built.version },
  });
  ctx.audit({
    jurisdiction,
    action: `${request.kind}.built`,
    subject: { type: request.kind, id: part.id },
    ...actingPost(post),
    facts: { request: request.id, address: part.address },
    after: part,
  });
}

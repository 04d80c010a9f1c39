import type { z } from 'zod';
import type { RequestQuery, RequestRow, requestPage } from '../../../contracts/sites/wire-requests.ts';
import { requestKindNames, requestStateNames, siteText } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import { overseen } from './abilities.ts';
import type { ColumnRequest } from './model.ts';
import { findRequests, readOpenRequests } from './store-requests.ts';

/** A page of the requests that concern the actor: of its units and those below, to be built by them, of its areas. */
export async function listRequests(ctx: Context, query: RequestQuery): Promise<z.input<typeof requestPage>> {
  const { items, total } = await findRequests(ctx.tx, {
    ...query,
    scope: ctx.actor.scope,
    overseen: overseen(ctx.actor, ctx.geography),
    units: [...new Set(ctx.actor.posts.map(({ unitId }) => unitId))],
    jurisdictions: query.jurisdiction === undefined ? null : ctx.geography.descendants(query.jurisdiction),
  });
  return { items: items.map((each) => requestRowView(ctx, each)), total, page: query.page, size: query.size };
}

/** A request as lists show it. */
export function requestRowView(ctx: Context, request: ColumnRequest): RequestRow {
  return {
    id: request.id,
    jurisdiction: request.jurisdiction,
    jurisdictionName: ctx.geography.get(request.jurisdiction)?.name ?? request.jurisdiction,
    kind: request.kind,
    kindName: requestKindNames[request.kind],
    title: siteText.requestTitle(request.kind, request.unitName, request.name),
    site: { id: request.siteId, name: request.siteName },
    unit: { id: request.unitId, name: request.unitName },
    state: request.state,
    stateName: requestStateNames[request.state],
    updatedAt: request.updatedAt,
    submittedAt: request.submitted?.at ?? null,
    builtOn: request.built?.on ?? null,
  };
}

/** A request on which the actor's units have the next step. */
export interface OpenRequest {
  readonly jurisdiction: string;
  readonly id: string;
  readonly state: 'draft' | 'returned' | 'approved';
  readonly title: string;
  readonly unitName: string;
}

/** What waits for the actor's units: drafts and returned requests of their own, agreed ones to build. */
export async function listOpenRequests(ctx: Context): Promise<OpenRequest[]> {
  const units = [...new Set(ctx.actor.posts.map(({ unitId }) => unitId))];
  if (units.length === 0) return [];
  const rows = await readOpenRequests(ctx.tx, ctx.actor.scope, units);
  return rows.map((request) => ({
    jurisdiction: request.jurisdiction,
    id: request.id,
    state: request.state as OpenRequest['state'],
    title: siteText.requestTitle(request.kind, request.unitName, request.name),
    unitName: request.state === 'approved' ? (request.builder?.name ?? '') : request.unitName,
  }));
}

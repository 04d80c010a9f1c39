import * as wire from '../../../contracts/consolidation/wire.ts';
import { consolidationRoutes as names } from '../../../contracts/consolidation/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { beginClosing } from './begin-closing.ts';
import { pointHistory, takeServicesOver, tellFollowers } from './carry-step.ts';
import type { Item } from './model.ts';
import { reportImprovement } from './report-improvement.ts';
import { readFollowersUpload } from './routes-uploads.ts';
import { showProposal } from './show-proposal.ts';

/** What the host does for each account of an order; every answer is the proposal as it stands after. */
export function hostRoutes(r: ModuleRoutes, one: string): void {
  mergingRoutes(r, `${one}/items/:item`);
  endingRoutes(r, `${one}/items/:item`);
}

const params = wire.itemKey;
const response = wire.proposal;

function mergingRoutes(r: ModuleRoutes, item: string): void {
  r.command({
    method: 'POST',
    url: `${item}/services`,
    summary: names.services,
    params,
    body: wire.stepBody,
    response,
    handle: async (ctx, { params, body }) => shown(ctx, await takeServicesOver(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${item}/followers`,
    summary: names.followers,
    params,
    response,
    upload: readFollowersUpload,
    handle: async (ctx, { params, upload: { version, ...told } }) =>
      shown(ctx, await tellFollowers(ctx, { ...params, version }, told)),
  });
  r.command({
    method: 'POST',
    url: `${item}/history`,
    summary: names.history,
    params,
    body: wire.historyBody,
    response,
    handle: async (ctx, { params, body }) =>
      shown(ctx, await pointHistory(ctx, { ...params, version: body.version }, body.url)),
  });
}

function endingRoutes(r: ModuleRoutes, item: string): void {
  r.command({
    method: 'POST',
    url: `${item}/close`,
    summary: names.close,
    params,
    body: wire.stepBody,
    response,
    handle: async (ctx, { params, body }) => shown(ctx, await beginClosing(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${item}/report`,
    summary: names.report,
    params,
    body: wire.reportBody,
    response,
    handle: async (ctx, { params, body }) =>
      shown(ctx, await reportImprovement(ctx, { ...params, version: body.version }, body.report)),
  });
}

async function shown(ctx: Context, outcome: Outcome<Item>) {
  if (!outcome.ok) return outcome;
  const { jurisdiction, proposalId } = outcome.value;
  return done(await showProposal(ctx, { jurisdiction, id: proposalId }));
}

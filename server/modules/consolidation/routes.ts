import * as wire from '../../../contracts/consolidation/wire.ts';
import { consolidationRoutes as names } from '../../../contracts/consolidation/words.ts';
import type { Context } from '../../kernel/context.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { dismissProposal } from './dismiss-proposal.ts';
import { exportProposals } from './export-proposals.ts';
import { keepActivity } from './keep-activity.ts';
import { listProposals } from './list-proposals.ts';
import { nameUnmaintained } from './name-unmaintained.ts';
import { orderProposal } from './order-proposal.ts';
import { recallOrder } from './recall-order.ts';
import { hostRoutes } from './routes-host.ts';
import { readSheetUpload } from './routes-uploads.ts';
import { runAnalysis } from './run-analysis.ts';
import { downloadProof, showActivity, showProposal } from './show-proposal.ts';
import { uploadActivity } from './upload-activity.ts';

const BASE = '/api/v1/consolidations';
const ONE = `${BASE}/:jurisdiction/:id`;
const ACTIVITY = '/api/v1/accounts/:jurisdiction/:id/activity';

/** Figures of use, what an analysis proposes, what is ordered, and how it is carried out. */
export function consolidationRoutes(parts: RouteParts): void {
  const r = moduleRoutes(parts, names.tag);
  reading(r);
  figures(r);
  proposing(r);
  deciding(r);
  hostRoutes(r, ONE);
}

function reading(r: ModuleRoutes): void {
  r.query({
    url: BASE,
    summary: names.list,
    query: wire.proposalQuery,
    response: wire.proposalList,
    handle: (ctx, { query }) => listProposals(ctx, query),
  });
  r.query({
    url: ONE,
    summary: names.one,
    params: wire.proposalKey,
    response: wire.proposal,
    handle: (ctx, { params }) => showProposal(ctx, params),
  });
  r.file({
    url: `${BASE}/export.xlsx`,
    summary: names.export,
    query: wire.proposalQuery,
    handle: (ctx, { query }) => exportProposals(ctx, query),
  });
  r.file({
    url: `${ONE}/items/:item/proof`,
    summary: names.proof,
    params: wire.itemKey,
    handle: (ctx, { params }) => downloadProof(ctx, params),
  });
}

function figures(r: ModuleRoutes): void {
  r.query({
    url: ACTIVITY,
    summary: names.activity,
    params: wire.proposalKey,
    response: wire.accountActivity,
    handle: (ctx, { params }) => showActivity(ctx, params),
  });
  r.command({
    method: 'PUT',
    url: ACTIVITY,
    summary: names.keep,
    params: wire.proposalKey,
    body: wire.figuresBody,
    response: wire.accountActivity,
    handle: async (ctx, { params, body }) => {
      const kept = await keepActivity(ctx, {
        jurisdiction: params.jurisdiction,
        accountId: params.id,
        figures: body,
      });
      return kept.ok ? done(await showActivity(ctx, params)) : kept;
    },
  });
  r.command({
    method: 'POST',
    url: '/api/v1/activity/upload',
    summary: names.upload,
    response: wire.uploadedActivity,
    upload: readSheetUpload,
    handle: (ctx, { upload }) => uploadActivity(ctx, upload),
  });
}

function proposing(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${BASE}/analyse`,
    summary: names.analyse,
    body: wire.analyseBody,
    response: wire.runWire,
    handle: async (ctx, { body }) => {
      const run = await runAnalysis(ctx, body);
      if (!run.ok) return run;
      const { accounts, standing, appeared, gone } = run.value;
      return done({ accounts, standing, appeared, gone });
    },
  });
  r.command({
    method: 'POST',
    url: BASE,
    summary: names.name,
    body: wire.nameBody,
    response: wire.proposal,
    handle: async (ctx, { body }) => shown(ctx, await nameUnmaintained(ctx, body)),
  });
}

function deciding(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${ONE}/dismiss`,
    summary: names.dismiss,
    params: wire.proposalKey,
    body: wire.reasonBody,
    response: wire.proposal,
    handle: async (ctx, { params, body }) => shown(ctx, await dismissProposal(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${ONE}/order`,
    summary: names.order,
    params: wire.proposalKey,
    body: wire.orderBody,
    response: wire.proposal,
    handle: async (ctx, { params, body }) => shown(ctx, await orderProposal(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${ONE}/recall`,
    summary: names.recall,
    params: wire.proposalKey,
    body: wire.reasonBody,
    response: wire.proposal,
    handle: async (ctx, { params, body }) => shown(ctx, await recallOrder(ctx, { ...params, ...body })),
  });
}

async function shown(ctx: Context, outcome: Outcome<{ jurisdiction: string; id: string }>) {
  return outcome.ok ? done(await showProposal(ctx, outcome.value)) : outcome;
}

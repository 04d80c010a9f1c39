import * as wire from '../../../contracts/accounts/wire.ts';
import { accountRoutes as names } from '../../../contracts/accounts/words-routes.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { found } from '../../kernel/outcome.ts';
import { finishEntry } from './finish-entry.ts';
import { listAccounts, listFilings } from './list-business.ts';
import { listMissingHosts } from './list-missing.ts';
import { platformsOf } from './list-platforms.ts';
import { previewMatter, previewOpening } from './preview-filing.ts';
import { getDossier } from './read-dossier.ts';
import { getFiling } from './read-filing.ts';
import { recordEffect } from './record-effect.ts';
import { recordOpening } from './record-opening.ts';
import { FILING, fileRoutes, shown } from './routes-files.ts';
import { relayRoutes } from './routes-relay.ts';
import { resolveRoutes } from './routes-resolve.ts';
import { saveDraft } from './save-draft.ts';
import { startFiling } from './start-filing.ts';
import { submitFiling } from './submit-filing.ts';
import { withdrawFiling } from './withdraw-filing.ts';

/** The registry and its dossiers; filings from draft to registration; papers and printed forms. */
export function accountsRoutes(parts: RouteParts): void {
  resolveRoutes(parts);
  registry(moduleRoutes(parts, 'accounts'));
  reading(moduleRoutes(parts, 'filings'));
  drafting(moduleRoutes(parts, 'filings'));
  deciding(moduleRoutes(parts, 'filings'));
  fileRoutes(moduleRoutes(parts, 'filings'));
  relayRoutes(moduleRoutes(parts, 'filings'));
}

function registry(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/accounts',
    summary: names.accounts,
    query: wire.accountQuery,
    response: wire.accountPage,
    handle: (ctx, { query }) => listAccounts(ctx, query),
  });
  r.query({
    url: '/api/v1/accounts/:jurisdiction/:id',
    summary: names.dossier,
    params: wire.accountKey,
    response: wire.dossier,
    handle: (ctx, { params }) => getDossier(ctx, params.jurisdiction, params.id),
  });
  r.query({
    url: '/api/v1/accounts/missing',
    summary: names.missing,
    response: wire.missingHosts,
    handle: async (ctx) => ({ items: await listMissingHosts(ctx) }),
  });
  r.query({
    url: '/api/v1/platforms',
    summary: names.platforms,
    query: wire.platformQuery,
    response: wire.platformList,
    handle: async (ctx, { query }) => {
      const { code } = found(ctx.geography.get(query.jurisdiction));
      const { items, basis } = platformsOf(ctx.policy(code));
      return {
        items: items.map(({ id, name, approved, kind, idLabel }) => ({
          id,
          name,
          approved,
          kind,
          idLabel,
          basis: [...basis],
        })),
      };
    },
  });
}

function reading(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/filings',
    summary: names.filings,
    query: wire.filingQuery,
    response: wire.filingPage,
    handle: (ctx, { query }) => listFilings(ctx, query),
  });
  r.query({
    url: '/api/v1/filings/preview',
    summary: names.preview,
    query: wire.previewQuery,
    response: wire.filingPreview,
    handle: (ctx, { query }) => previewOpening(ctx, query.unit, query.backfile === '1'),
  });
  r.query({
    url: '/api/v1/accounts/:jurisdiction/:id/preview',
    summary: names.preview,
    params: wire.accountKey,
    query: wire.matterPreviewQuery,
    response: wire.filingPreview,
    handle: (ctx, { params, query }) => previewMatter(ctx, params, query.kind),
  });
  r.query({
    url: FILING,
    summary: names.filing,
    params: wire.accountKey,
    response: wire.filing,
    handle: (ctx, { params }) => getFiling(ctx, params.jurisdiction, params.id),
  });
}

function drafting(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/filings',
    summary: names.start,
    body: wire.startFilingBody,
    response: wire.filing,
    handle: async (ctx, { body }) => shown(ctx, await startFiling(ctx, body)),
  });
  r.command({
    method: 'PUT',
    url: `${FILING}/draft`,
    summary: names.draft,
    params: wire.accountKey,
    body: wire.draftBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await saveDraft(ctx, { ...params, ...body })),
  });
}

function deciding(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${FILING}/submit`,
    summary: names.submit,
    params: wire.accountKey,
    body: wire.submitBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await submitFiling(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/withdraw`,
    summary: names.withdraw,
    params: wire.accountKey,
    body: wire.withdrawBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await withdrawFiling(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/opened`,
    summary: names.opened,
    params: wire.accountKey,
    body: wire.openedBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await recordOpening(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/effected`,
    summary: names.effected,
    params: wire.accountKey,
    body: wire.effectedBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await recordEffect(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/entries/:entryId/done`,
    summary: names.entered,
    params: wire.filingEntryKey,
    body: wire.entryDoneBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await finishEntry(ctx, { ...params, ...body })),
  });
}

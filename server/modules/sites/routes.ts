import * as wire from '../../../contracts/sites/wire.ts';
import { siteRoutes as names } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { addColumn } from './add-column.ts';
import { addSection } from './add-section.ts';
import { changeColumn } from './change-column.ts';
import { changeSite } from './change-site.ts';
import { closeColumn } from './close-column.ts';
import { closeSection } from './close-section.ts';
import { exportColumns } from './export-columns.ts';
import { getSite, listSites } from './list-sites.ts';
import { moveSection } from './move-section.ts';
import { registerSite } from './register-site.ts';
import { requestRoutes } from './routes-requests.ts';
import { listChoices, suggestAddress } from './suggest-address.ts';

const SITE = '/api/v1/sites/:jurisdiction/:id';
const SECTION = '/api/v1/sections/:jurisdiction/:id';
const COLUMN = '/api/v1/columns/:jurisdiction/:id';

/** Websites with their sections and columns, and requests for new ones. */
export function sitesRoutes(parts: RouteParts): void {
  reading(moduleRoutes(parts, names.tag));
  keeping(moduleRoutes(parts, names.tag));
  sections(moduleRoutes(parts, names.tag));
  columns(moduleRoutes(parts, names.tag));
  requestRoutes(moduleRoutes(parts, names.tag));
}

/** The whole site as it stands after a change of one of its parts. */
async function shown(
  ctx: Context,
  outcome: Outcome<{ readonly jurisdiction: string; readonly siteId: string }>,
) {
  if (!outcome.ok) return outcome;
  return done(await getSite(ctx, outcome.value.jurisdiction, outcome.value.siteId));
}

function reading(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/sites',
    summary: names.sites,
    query: wire.siteQuery,
    response: wire.sitePage,
    handle: (ctx, { query }) => listSites(ctx, query),
  });
  r.query({
    url: '/api/v1/site-choices/:jurisdiction',
    summary: names.choices,
    params: wire.siteKey.omit({ id: true }),
    response: wire.siteChoices,
    handle: (ctx, { params }) => listChoices(ctx, params.jurisdiction),
  });
  r.query({
    url: SITE,
    summary: names.site,
    params: wire.siteKey,
    response: wire.site,
    handle: (ctx, { params }) => getSite(ctx, params.jurisdiction, params.id),
  });
  r.query({
    url: `${SITE}/proposal`,
    summary: names.proposal,
    params: wire.siteKey,
    query: wire.proposalQuery,
    response: wire.proposal,
    handle: (ctx, { params, query }) => suggestAddress(ctx, { ...params, ...query }),
  });
  r.file({
    url: `${SITE}/columns.xlsx`,
    summary: names.export,
    params: wire.siteKey,
    handle: (ctx, { params }) => exportColumns(ctx, params),
  });
}

function keeping(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/sites',
    summary: names.register,
    body: wire.registerSiteBody,
    response: wire.site,
    handle: async (ctx, { body }) => {
      const outcome = await registerSite(ctx, body);
      return outcome.ok ? done(await getSite(ctx, outcome.value.jurisdiction, outcome.value.id)) : outcome;
    },
  });
  r.command({
    method: 'PUT',
    url: SITE,
    summary: names.change,
    params: wire.siteKey,
    body: wire.changeSiteBody,
    response: wire.site,
    handle: async (ctx, { params, body }) => {
      const outcome = await changeSite(ctx, { ...params, ...body });
      return outcome.ok ? done(await getSite(ctx, params.jurisdiction, params.id)) : outcome;
    },
  });
}

function sections(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${SITE}/sections`,
    summary: names.addSection,
    params: wire.siteKey,
    body: wire.addSectionBody,
    response: wire.site,
    handle: async (ctx, { params, body }) => shown(ctx, await addSection(ctx, { site: params, ...body })),
  });
  r.command({
    method: 'PUT',
    url: `${SECTION}/address`,
    summary: names.moveSection,
    params: wire.siteKey,
    body: wire.moveSectionBody,
    response: wire.site,
    handle: async (ctx, { params, body }) => shown(ctx, await moveSection(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${SECTION}/close`,
    summary: names.closeSection,
    params: wire.siteKey,
    body: wire.closeBody,
    response: wire.site,
    handle: async (ctx, { params, body }) => shown(ctx, await closeSection(ctx, { ...params, ...body })),
  });
}

function columns(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${SITE}/columns`,
    summary: names.addColumn,
    params: wire.siteKey,
    body: wire.addColumnBody,
    response: wire.site,
    handle: async (ctx, { params, body }) => shown(ctx, await addColumn(ctx, { site: params, ...body })),
  });
  r.command({
    method: 'PUT',
    url: COLUMN,
    summary: names.changeColumn,
    params: wire.siteKey,
    body: wire.changeColumnBody,
    response: wire.site,
    handle: async (ctx, { params, body }) => shown(ctx, await changeColumn(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${COLUMN}/close`,
    summary: names.closeColumn,
    params: wire.siteKey,
    body: wire.closeBody,
    response: wire.site,
    handle: async (ctx, { params, body }) => shown(ctx, await closeColumn(ctx, { ...params, ...body })),
  });
}

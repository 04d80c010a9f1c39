import * as wire from '../../../contracts/checking/wire.ts';
import * as lists from '../../../contracts/checking/wire-lists.ts';
import { checkingRouteWords as names } from '../../../contracts/checking/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { activateEntry } from './activate-entry.ts';
import { addEntry } from './add-entry.ts';
import { addListed } from './add-listed.ts';
import type { Checkers } from './build-checker.ts';
import type { Entry } from './model.ts';
import { getLexicon, lexiconPlaces } from './read-lexicon.ts';
import { getLists, listedView } from './read-lists.ts';
import { removeListed } from './remove-listed.ts';
import { retireEntry } from './retire-entry.ts';
import { tryEntry } from './try-entry.ts';
import { entryView } from './view-lexicon.ts';

const LEXICONS = '/api/v1/lexicons';
const ENTRY = `${LEXICONS}/:jurisdiction/entries/:id`;

function shown(ctx: Context, outcome: Outcome<Entry>): Outcome<wire.EntryWire> {
  return outcome.ok ? done(entryView(ctx, outcome.value)) : outcome;
}

/** The lexicons over HTTP: what holds where, and the way of an entry from draft to retirement. */
export function lexiconRoutes(r: ModuleRoutes, checkers: Checkers): void {
  r.query({
    url: LEXICONS,
    summary: names.places,
    response: wire.lexiconPlaces,
    handle: async (ctx) => ({ items: lexiconPlaces(ctx) }),
  });
  r.query({
    url: `${LEXICONS}/:jurisdiction`,
    summary: names.lexicon,
    params: wire.lexiconParams,
    query: wire.lexiconQuery,
    response: wire.lexicon,
    handle: (ctx, { params, query }) => getLexicon(ctx, checkers, { ...query, ...params }),
  });
  r.command({
    method: 'POST',
    url: `${LEXICONS}/:jurisdiction/entries`,
    summary: names.addEntry,
    params: wire.lexiconParams,
    body: wire.entryBody,
    response: wire.entryAnswer,
    handle: async (ctx, { params, body }) => shown(ctx, await addEntry(ctx, params.jurisdiction, body)),
  });
  moves(r, checkers);
  listing(r);
}

function moves(r: ModuleRoutes, checkers: Checkers): void {
  const shape = { method: 'POST', params: wire.entryKey, response: wire.entryAnswer } as const;
  r.command({
    ...shape,
    url: `${ENTRY}/try`,
    summary: names.tryEntry,
    body: wire.tryBody,
    handle: async (ctx, { params, body }) =>
      shown(ctx, await tryEntry(ctx, checkers, { ...params, ...body })),
  });
  r.command({
    ...shape,
    url: `${ENTRY}/activate`,
    summary: names.activate,
    body: wire.entryVersionBody,
    handle: async (ctx, { params, body }) => shown(ctx, await activateEntry(ctx, params, body.version)),
  });
  r.command({
    ...shape,
    url: `${ENTRY}/retire`,
    summary: names.retire,
    body: wire.retireBody,
    handle: async (ctx, { params, body }) => shown(ctx, await retireEntry(ctx, params, body)),
  });
}

/** What a jurisdiction lists: sources of reprints, public telephones, domains. */
function listing(r: ModuleRoutes): void {
  const url = `${LEXICONS}/:jurisdiction/lists`;
  r.query({
    url,
    summary: names.lists,
    params: wire.lexiconParams,
    response: lists.checkLists,
    handle: (ctx, { params }) => getLists(ctx, params.jurisdiction),
  });
  r.command({
    method: 'POST',
    url,
    summary: names.addListed,
    params: wire.lexiconParams,
    body: lists.listedBody,
    response: lists.listed,
    handle: async (ctx, { params, body }) => {
      const outcome = await addListed(ctx, params.jurisdiction, body);
      return outcome.ok ? done(listedView(ctx, outcome.value)) : outcome;
    },
  });
  r.command({
    method: 'POST',
    url: `${url}/:id/remove`,
    summary: names.removeListed,
    params: lists.listedKey,
    body: lists.removeListedBody,
    response: lists.listed,
    handle: async (ctx, { params, body }) => {
      const outcome = await removeListed(ctx, params, body);
      return outcome.ok ? done(listedView(ctx, outcome.value)) : outcome;
    },
  });
}

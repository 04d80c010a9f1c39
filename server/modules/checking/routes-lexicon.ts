import * as wire from '../../../contracts/checking/wire.ts';
import { checkingRouteWords as names } from '../../../contracts/checking/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { activateEntry } from './activate-entry.ts';
import { addEntry } from './add-entry.ts';
import type { Checkers } from './build-checker.ts';
import type { Entry } from './model.ts';
import { getLexicon, lexiconPlaces } from './read-lexicon.ts';
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

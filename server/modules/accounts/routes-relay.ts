import * as wire from '../../../contracts/accounts/wire-relay.ts';
import { relayText as names } from '../../../contracts/accounts/words-relay.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done } from '../../kernel/outcome.ts';
import { printRelay } from './print-relay.ts';
import { type AtRelay, relayFilings, waitingToRelay } from './relay-filings.ts';
import { type Relay, readRelays } from './store-relays.ts';

const BASE = '/api/v1/relays';

/** What a park hands on for the departments and towns below it. */
export function relayRoutes(r: ModuleRoutes): void {
  r.query({
    url: BASE,
    summary: names.list,
    response: wire.relayList,
    handle: async (ctx) => {
      const units = ctx.actor.posts.map(({ unitId }) => unitId);
      return {
        waiting: (await waitingToRelay(ctx)).map(waitingView),
        relays: (await readRelays(ctx.tx, units)).map(relayView),
      };
    },
  });
  r.command({
    method: 'POST',
    url: BASE,
    summary: names.relay,
    body: wire.relayBody,
    response: wire.relayKey,
    handle: async (ctx, { body }) => {
      const outcome = await relayFilings(ctx, body);
      return outcome.ok ? done({ jurisdiction: outcome.value.jurisdiction, id: outcome.value.id }) : outcome;
    },
  });
  r.file({
    url: `${BASE}/:jurisdiction/:id/list.pdf`,
    summary: names.print,
    params: wire.relayKey,
    handle: (ctx, { params }) => printRelay(ctx, params),
  });
}

function waitingView({ approval, step }: AtRelay): wire.RelayWaiting {
  return {
    jurisdiction: approval.jurisdiction,
    filingId: approval.subject.id,
    title: approval.title,
    hostName: approval.hostName,
    stepTitle: step.title,
    unitId: step.unitId,
    unitName: step.unitName,
    since: step.since ?? approval.startedAt,
    due: approval.dueOn,
    seal: step.seal,
    digest: approval.contentDigest,
    version: approval.version,
  };
}

function relayView(relay: Relay): wire.RelayWire {
  return {
    id: relay.id,
    jurisdiction: relay.jurisdiction,
    unitName: relay.unitName,
    number: relay.number,
    relayedAt: relay.relayedAt,
    relayedBy: `${relay.relayedPost} ${relay.relayedByName}`,
    note: relay.note,
    items: relay.items.map(({ filingId, title, hostName }) => ({ filingId, title, hostName })),
  };
}

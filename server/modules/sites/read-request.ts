import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { approvalsOf, openHolders } from '../approvals/index.ts';
import { deadlinesOfSubject } from '../deadlines/index.ts';
import { getUnit } from '../directory/index.ts';
import { mayReadRequest } from './abilities.ts';
import { assembleRequest } from './assemble-request.ts';
import type { Key } from './lock-site.ts';
import { requestSubject } from './start-request.ts';
import { readRequest } from './store-requests.ts';
import { type RequestCase, requestView } from './view-request.ts';

/** One request as its reader may see it. Throws not-found outside the scope, forbidden for people it does not concern. */
export async function getRequest(ctx: Context, key: Key): Promise<ColumnRequestWire> {
  return requestView(ctx, await openRequest(ctx, key));
}

/** Brings together a request with its decisions and clocks, for one who may read it. */
export async function openRequest(ctx: Context, key: Key): Promise<RequestCase> {
  const request = found(await readRequest(ctx.tx, key));
  const rounds = await approvalsOf(ctx, request.jurisdiction, requestSubject(request));
  const decidingUnits = rounds.flatMap(({ steps }) =>
    steps.flatMap(({ unitId, acting }) => [unitId, ...(acting ? [acting.unitId] : [])]),
  );
  const above = ctx.geography.ancestors(request.jurisdiction).map(({ code }) => code);
  const jurisdictions = [request.jurisdiction, ...above];
  if (!mayReadRequest(ctx.actor, request, { decidingUnits, jurisdictions })) throw new Refused('forbidden');
  const clocks = [];
  for (const deadline of await deadlinesOfSubject(ctx.tx, request.jurisdiction, requestSubject(request)))
    clocks.push({ deadline, ownerName: (await getUnit(ctx, deadline.ownerUnitId)).name });
  return {
    parts: await assembleRequest(ctx, request),
    rounds,
    holders: rounds[0] ? await openHolders(ctx, rounds[0]) : new Map(),
    clocks,
  };
}

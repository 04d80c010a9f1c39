import type { AccountSightings, DriftQuery, Drift as DriftWire } from '../../../contracts/sightings/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { accountForReader, identityOf, jurisdictionsBelow, visibleOf } from '../accounts/index.ts';
import { lookingPost } from './abilities.ts';
import type { Drift } from './model.ts';
import { findDrifts, readDriftsOf, readSightings } from './store.ts';
import { driftView, knownAsView, sightingView } from './view.ts';

type Page = { items: DriftWire[]; total: number; page: number; size: number };

/** A page of what differs from the filings, of what concerns the actor. */
export async function listDrifts(ctx: Context, query: DriftQuery): Promise<Page> {
  const visible = await visibleOf(ctx);
  const jurisdictions = jurisdictionsBelow(ctx, query.jurisdiction);
  const { items, total } = await findDrifts(ctx.tx, { ...query, ...visible, jurisdictions });
  return { items: items.map((drift) => driftView(ctx, drift)), total, page: query.page, size: query.size };
}

/** Everything known of one account on its platform. Throws not-found and forbidden as the account itself. */
export async function accountSightings(
  ctx: Context,
  jurisdiction: string,
  id: string,
): Promise<AccountSightings> {
  const account = await accountForReader(ctx, jurisdiction, id);
  const { names, uids } = await identityOf(ctx, account);
  const sightings = await readSightings(ctx.tx, jurisdiction, id);
  const drifts = await readDriftsOf(ctx.tx, jurisdiction, id);
  const mayLook = lookingPost(ctx.actor, account, ctx.geography) !== undefined;
  return {
    account: {
      id: account.id,
      jurisdiction: account.jurisdiction,
      name: account.name,
      platformName: account.platformName,
      uid: uids[0] ?? null,
      url: account.url,
      certification: account.certification,
    },
    names: names.map(knownAsView),
    sightings: sightings.map(sightingView),
    drifts: drifts.map((drift) => driftView(ctx, drift)),
    abilities: { record: mayLook && account.state !== 'cancelled' },
  };
}

const WAITING = 100;

/** The findings that wait for the actor's own units: open ones of accounts they host. */
export async function listOpenDrifts(ctx: Context): Promise<Drift[]> {
  const units = [...new Set(ctx.actor.posts.map(({ unitId }) => unitId))];
  if (units.length === 0) return [];
  const { items } = await findDrifts(ctx.tx, {
    scope: ctx.actor.scope,
    overseen: [],
    units,
    jurisdictions: null,
    state: 'open',
    sort: '-seen',
    page: 1,
    size: WAITING,
  });
  return items.filter(({ hostUnitId }) => units.includes(hostUnitId));
}

import type { Context } from '../../kernel/context.ts';
import { gapsFor } from './list-gaps.ts';
import type { Gap } from './model.ts';

/** What one account or unit of the actor's has to put in order. */
export interface LedgerDuty {
  readonly jurisdiction: string;
  readonly accountId: string | null;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly name: string;
  /** What is missing or due, by title. */
  readonly titles: readonly string[];
  /** The first day on which something ends or ended; null where nothing has a day. */
  readonly due: string | null;
  readonly basis: Gap['demand']['basis'];
}

const SHOWN = { page: 1, size: 500 };
/** Whose daily work the ledger is; leaders find it under the warnings. */
const LEDGER_POSTS = ['info-officer', 'handling-officer', 'safety-officer', 'administrator'];
const SUPERVISING = ['supervisor', 'executing-body'];
const SUPERVISING_POSTS = ['filing-officer', 'administrator', 'section-head'];

/** What the actor's own units have to put in order, one duty for each account and one for each unit. */
export async function listLedgerDuties(ctx: Context): Promise<LedgerDuty[]> {
  const keeping = ctx.actor.posts.filter(({ kind }) => LEDGER_POSTS.includes(kind));
  const hosts = [...new Set(keeping.map(({ unitId }) => unitId))];
  if (hosts.length === 0) return [];
  const { items } = await gapsFor(ctx, { hosts }, SHOWN);
  const places = new Map<string, Gap[]>();
  for (const gap of items) {
    const place = gap.accountId ?? gap.hostUnitId;
    places.set(place, [...(places.get(place) ?? []), gap]);
  }
  return [...places.values()].flatMap((gaps) => (gaps[0] ? [dutyOf(gaps[0], gaps)] : []));
}

function dutyOf(first: Gap, gaps: readonly Gap[]): LedgerDuty {
  const days = gaps.flatMap(({ until }) => until ?? []).sort();
  return {
    jurisdiction: first.jurisdiction,
    accountId: first.accountId,
    hostUnitId: first.hostUnitId,
    hostName: first.hostName,
    name: first.accountName ?? first.hostName,
    titles: [...new Set(gaps.map(({ demand }) => demand.title))],
    due: days[0] ?? null,
    basis: first.demand.basis,
  };
}

/** How much is missing or due in what the actor supervises; null for those who supervise nothing. */
export async function countSupervisedGaps(
  ctx: Context,
): Promise<{ readonly gaps: number; readonly places: number } | null> {
  const supervises = ctx.actor.posts.some(
    ({ kind, roles }) =>
      SUPERVISING_POSTS.includes(kind) && roles.some(({ role }) => SUPERVISING.includes(role)),
  );
  if (!supervises) return null;
  const { counts, places } = await gapsFor(ctx, {}, { page: 1, size: 1 });
  const late = counts.filter(({ state }) => state !== 'expiring');
  return { gaps: late.reduce((sum, { n }) => sum + n, 0), places };
}

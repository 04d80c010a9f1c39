import type { Context } from '../../kernel/context.ts';
import { notify } from '../../kernel/notify.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { daysBetween } from '../../policy/calendar/index.ts';
import { getUnit, holdersOf, resolveSeat } from '../directory/index.ts';
import { gapsFor } from './list-gaps.ts';
import { type Gap, stageOf } from './model.ts';

/** Who keeps the ledger of a host and is warned. */
const HOST_POSTS = ['info-officer', 'handling-officer', 'administrator', 'safety-officer'];
/** Told at the supervisor once something has run out. */
const SUPERVISOR_POSTS = ['filing-officer', 'administrator'];
const ALL = { page: 1, size: 100_000, dated: true };

/** Everything that has run out or will within the horizon, in all that the actor sees. */
export async function findDated(ctx: Context): Promise<readonly Gap[]> {
  return (await gapsFor(ctx, {}, ALL)).items;
}

/**
 * Warns of what runs out in one jurisdiction (LZ-22, WJ-2): 60, 30 and 7 days before the end and once it is over, each
 * person once for each record and stage, however often and on however many processes this is called. Refused where
 * nobody had to be told.
 */
export async function warnPeople(
  ctx: Context,
  jurisdiction: string,
  gaps: readonly Gap[],
): Promise<Outcome<number>> {
  const people = new Map<string, { host: string[]; above: string[] }>();
  let told = 0;
  for (const gap of gaps) {
    const stage = gap.until === null ? null : stageOf(daysBetween(ctx.now.day, gap.until));
    if (stage === null || gap.recordId === null) continue;
    const around = people.get(gap.hostUnitId) ?? (await peopleAround(ctx, gap.hostUnitId));
    people.set(gap.hostUnitId, around);
    const { accountId } = gap;
    told += await notify(ctx, {
      jurisdiction,
      people: [...new Set([...around.host, ...(stage === 'expired' ? around.above : [])])],
      code: codeOf(gap),
      facts: {
        host: gap.hostName,
        account: gap.accountName,
        item: gap.demand.title,
        until: gap.until,
      },
      subject: accountId ? { type: 'account', id: accountId } : { type: 'ledger', id: gap.hostUnitId },
      dedupeKey: `stewardship:${gap.recordId}:${gap.until}:${stage}`,
    });
  }
  if (told === 0) return refuse({ code: 'stewardship.nobody-to-warn' });
  ctx.audit({
    jurisdiction,
    action: 'stewardship.warn',
    subject: { type: 'system', id: 'stewardship' },
    facts: { told },
  });
  return done(told);
}

function codeOf({ state, demand }: Gap): string {
  if (state !== 'expiring') return state === 'vacant' ? 'stewardship.vacant' : 'stewardship.expired';
  return demand.kind === 'person' || demand.kind === 'rights'
    ? 'stewardship.leaving'
    : 'stewardship.expiring';
}

async function peopleAround(ctx: Context, hostUnitId: string): Promise<{ host: string[]; above: string[] }> {
  const host = await getUnit(ctx, hostUnitId);
  const supervisor = await resolveSeat(ctx, host, { unit: 'supervisor' });
  return {
    host: await holders(ctx, hostUnitId, HOST_POSTS),
    above: supervisor ? await holders(ctx, supervisor.id, SUPERVISOR_POSTS) : [],
  };
}

async function holders(ctx: Context, unitId: string, kinds: readonly string[]): Promise<string[]> {
  const people = new Set<string>();
  for (const kind of kinds)
    for (const { personId } of await holdersOf(ctx, unitId, kind)) people.add(personId);
  return [...people];
}

import { placeNames, tierNames } from '../../../contracts/approvals/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { Problem } from '../../kernel/outcome.ts';
import { type Answer, type CaseFacts, type Chain, type ChainStep, selectChain } from '../../policy/index.ts';
import { type Holder, holdersOf, resolveSeat, type Unit, unitWithRole } from '../directory/index.ts';
import { mayBeActedFor } from './rules.ts';

/** A step of a chain with the unit it falls to and the people who hold its post today. */
export interface RouteSeat {
  readonly step: ChainStep;
  readonly unit: Unit | null;
  readonly postTitle: string;
  readonly holders: readonly Holder[];
  readonly acting: { readonly unit: Unit; readonly holders: readonly Holder[] } | null;
  /** The people there may see the business of the host's jurisdiction. */
  readonly reached: boolean;
}

/** The way a case will take, and what stands in its way: no chain, no unit, nobody in a post. */
export interface Route {
  readonly title: string | null;
  readonly distinct: readonly (readonly string[])[];
  readonly seats: readonly RouteSeat[];
  readonly problems: readonly Problem[];
}

export interface RouteInput {
  readonly host: Unit;
  readonly chain: Answer<Chain>;
  readonly facts: CaseFacts;
  /** The matter in Chinese, for the sentence when no chain is found. */
  readonly matter: string;
}

/**
 * Resolves the chain that applies to a case into units, posts and people of today. Deny by default: without a chain,
 * without a unit for a step, or with a post that nobody holds, the route has problems and nobody may pass.
 */
export async function resolveRoute(ctx: Context, input: RouteInput): Promise<Route> {
  const chosen = selectChain(input.chain, input.facts);
  if (!chosen) return { title: null, distinct: [], seats: [], problems: [noChain(ctx, input)] };
  const seats: RouteSeat[] = [];
  for (const step of chosen.steps) seats.push(await seatFor(ctx, input.host, step));
  const problems = seats.flatMap((seat) => seatProblems(seat, input.chain));
  return { title: chosen.title ?? null, distinct: chosen.distinct, seats, problems };
}

function noChain(ctx: Context, { host, chain, matter }: RouteInput): Problem {
  const jurisdiction = ctx.geography.get(host.jurisdiction)?.name ?? host.jurisdiction;
  return {
    code: 'approvals.no-chain',
    facts: { matter, rule: chain.title, jurisdiction },
    basis: chain.basis,
  };
}

function seatProblems(seat: RouteSeat, chain: Answer<Chain>): Problem[] {
  const { step, unit, holders, acting, postTitle } = seat;
  if (!unit) {
    return [
      { code: 'approvals.no-seat', facts: { step: step.title, place: placeText(step) }, basis: chain.basis },
    ];
  }
  if (!seat.reached) {
    const facts = { step: step.title, unit: unit.name };
    return [{ code: 'approvals.out-of-reach', facts, basis: chain.basis }];
  }
  if (holders.length > 0 || (acting?.holders.length ?? 0) > 0) return [];
  return [
    {
      code: 'approvals.vacant-post',
      facts: { step: step.title, unit: unit.name, post: postTitle },
      basis: chain.basis,
    },
  ];
}

function placeText({ at }: ChainStep): string {
  if (at.name !== undefined) return at.name;
  return `${tierNames[at.tier ?? ''] ?? ''}${placeNames[at.unit] ?? at.unit}`;
}

async function seatFor(ctx: Context, host: Unit, step: ChainStep): Promise<RouteSeat> {
  const unit = await resolveSeat(ctx, host, step.at);
  const postTitle = ctx.policy(host.jurisdiction).postTitle(step.post);
  const holders = unit ? await holdersOf(ctx, unit.id, step.post) : [];
  const acting = unit ? await actingFor(ctx, host, step, unit) : null;
  const reached = unit === null || (await reaches(ctx, host, unit));
  return { step, unit, postTitle, holders, acting, reached };
}

/**
 * The executing body that may act on a step for the supervisor (QJ-4): the regulation names one, the directory says
 * which unit it is, and it works for the very jurisdiction whose supervisor the step falls to.
 */
async function actingFor(
  ctx: Context,
  host: Unit,
  step: ChainStep,
  supervisor: Unit,
): Promise<RouteSeat['acting']> {
  if (!mayBeActedFor(step)) return null;
  for (const code of upwards(ctx, host)) {
    const here = await unitWithRole(ctx, code, 'supervisor');
    if (here?.id !== supervisor.id) continue;
    if (ctx.policy(code).get('supervisor.executing-body').state !== 'in-force') return null;
    const unit = await unitWithRole(ctx, code, 'executing-body');
    if (!unit || unit.id === supervisor.id) return null;
    return { unit, holders: await holdersOf(ctx, unit.id, step.post) };
  }
  return null;
}

/**
 * Whether a unit's people see the host's jurisdiction: their own, or one their unit supervises or acts in. A parent or
 * a named unit elsewhere without such a role would never learn that something waits for it.
 */
async function reaches(ctx: Context, host: Unit, unit: Unit): Promise<boolean> {
  if (unit.jurisdiction === host.jurisdiction) return true;
  for (const code of upwards(ctx, host)) {
    for (const role of ['supervisor', 'executing-body', 'oversight'] as const) {
      if ((await unitWithRole(ctx, code, role))?.id === unit.id) return true;
    }
  }
  return false;
}

function upwards(ctx: Context, host: Unit): string[] {
  return [host.jurisdiction, ...ctx.geography.ancestors(host.jurisdiction).map(({ code }) => code)];
}

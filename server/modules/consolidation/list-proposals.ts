import type { ProposalList, ProposalQuery } from '../../../contracts/consolidation/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { jurisdictionsBelow } from '../accounts/index.ts';
import { overseenAreas, supervisedAreas } from './abilities.ts';
import { criteriaOf } from './gather-screening.ts';
import type { Proposal } from './model.ts';
import { findProposals, type ProposalFilter, readLastRun } from './store.ts';
import { areaView, proposalRow } from './view.ts';

/** Whether the actor looks over some area and sees what is proposed there; others see what is ordered of their unit. */
export function maySeeConsolidation(actor: Actor): boolean {
  return actor.posts.some(({ roles }) => roles.length > 0);
}

/** A page of proposals that concern the actor, how many there are in each state, and the areas they may analyse. */
export async function listProposals(ctx: Context, query: ProposalQuery): Promise<ProposalList> {
  const { items, total, counts } = await findProposals(ctx.tx, filterOf(ctx, query));
  const areas = [];
  for (const code of namedAreas(ctx)) {
    areas.push(areaView(ctx, code, criteriaOf(ctx, code), await readLastRun(ctx.tx, code)));
  }
  return {
    items: items.map((proposal) => proposalRow(ctx, proposal)),
    total,
    page: query.page,
    size: query.size,
    counts: Object.entries(counts).map(([state, n]) => ({ state: state as Proposal['state'], n })),
    areas,
  };
}

/** Areas of which the actor is the supervisor by a role over exactly them. */
function namedAreas(ctx: Context): string[] {
  const supervised = supervisedAreas(ctx.actor, ctx.geography);
  const named = ctx.actor.posts.flatMap(({ roles }) => roles.map(({ over }) => over));
  return supervised.filter((code) => named.includes(code));
}

/** What of all proposals an actor who asks gets to see. */
export function filterOf(ctx: Context, { jurisdiction, ...query }: ProposalQuery): ProposalFilter {
  return {
    ...query,
    scope: ctx.actor.scope,
    overseen: overseenAreas(ctx.actor, ctx.geography),
    units: ctx.actor.posts.map(({ unitId }) => unitId),
    jurisdictions: jurisdictionsBelow(ctx, jurisdiction),
  };
}

import type { MissingHost } from '../../../contracts/accounts/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { caseFactsOf, standingUnits } from '../directory/index.ts';
import { overseen } from './abilities.ts';
import { mustOpen } from './rules-unit.ts';
import { readLivingOf } from './store-taken.ts';

/** GD-4.2a: units that shall have an account and have none, of the jurisdictions that the actor looks over. */
export async function listMissingHosts(ctx: Context): Promise<MissingHost[]> {
  const areas = overseen(ctx.actor, ctx.geography);
  if (areas === '*' || areas.length === 0) return [];
  const units = await standingUnits(ctx.tx, areas);
  const bound = units.filter((unit) => mustOpen(ctx.policy(unit.jurisdiction), caseFactsOf(unit)));
  const living = await readLivingOf(
    ctx.tx,
    bound.map(({ id }) => id),
  );
  const hosts = new Set([...living.keys()].map((key) => key.split(' ')[0]));
  return bound
    .filter(({ id }) => !hosts.has(id))
    .map((unit) => ({
      unit: { id: unit.id, name: unit.name },
      jurisdictionName: ctx.geography.get(unit.jurisdiction)?.name ?? unit.jurisdiction,
      basis: [...ctx.policy(unit.jurisdiction).get('requirement.open.unit-level', caseFactsOf(unit)).basis],
    }));
}

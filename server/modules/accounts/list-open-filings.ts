import type { Context } from '../../kernel/context.ts';
import { type OpenFiling, readOpenFilings } from './store-tasks.ts';

/** The filings on which the actor's own units have the next step: to finish a draft, to mend, to record the opening. */
export async function listOpenFilings(ctx: Context): Promise<OpenFiling[]> {
  const units = [...new Set(ctx.actor.posts.map((p) => p.unitId))];
  const jurisdictions = [...new Set(ctx.actor.posts.map((p) => p.jurisdiction))];
  return units.length === 0 ? [] : readOpenFilings(ctx.tx, jurisdictions, units);
}

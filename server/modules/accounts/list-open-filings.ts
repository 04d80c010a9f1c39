import type { Context } from '../../kernel/context.ts';
import { type OpenFiling as OpenRow, readOpenFilings } from './store-tasks.ts';
import { titleOf } from './summarise-filing.ts';

/** A filing on which its host has a next step to take, with what it is called. */
export interface OpenFiling extends OpenRow {
  readonly title: string;
}

/** The filings on which the actor's own units have the next step: to finish a draft, to mend, to record the opening. */
export async function listOpenFilings(ctx: Context): Promise<OpenFiling[]> {
  const units = [...new Set(ctx.actor.posts.map((p) => p.unitId))];
  const jurisdictions = [...new Set(ctx.actor.posts.map((p) => p.jurisdiction))];
  const rows = units.length === 0 ? [] : await readOpenFilings(ctx.tx, jurisdictions, units);
  return rows.map((row) => ({ ...row, title: titleOf(row, ctx.policy(row.jurisdiction)) }));
}

import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { holdColumn } from './hold-column.ts';
import { actingPost, type Key, refuseStale } from './lock-site.ts';
import { type Column, nameKey } from './model.ts';
import { requiredColumns } from './rules-columns.ts';
import { updateColumn } from './store-sections.ts';

/** Closes a column; one that must be there cannot be closed (QJ-8). */
export async function closeColumn(
  ctx: Context,
  input: Key & { readonly reason: string; readonly version: number },
): Promise<Outcome<Column>> {
  const { column, post } = await holdColumn(ctx, input);
  refuseStale(column, input.version);
  const required = requiredColumns(ctx.policy(column.jurisdiction)).find(
    ({ name }) => nameKey(name) === nameKey(column.name),
  );
  if (required)
    return refuse({ code: 'sites.column-required', facts: { name: column.name }, basis: required.basis });
  const closed: Column = { ...column, closedOn: ctx.now.day, version: column.version + 1 };
  await updateColumn(ctx.tx, closed);
  ctx.audit({
    jurisdiction: column.jurisdiction,
    action: 'column.close',
    subject: { type: 'column', id: column.id },
    ...actingPost(post),
    facts: { reason: input.reason },
    before: column,
    after: closed,
  });
  return done(closed);
}

import type { Tx } from '../../kernel/db/database.ts';
import type { Approval, Step } from './model.ts';
import { withSteps } from './store.ts';
import type { Tables } from './tables.ts';

/** A step that waits, with the approval it belongs to. */
export interface WaitingStep {
  readonly approval: Approval;
  readonly step: Step;
}

/** The current steps whose seat is one of these posts, or which one of these posts may act on; by due day, then by age. */
export async function readWaiting(
  tx: Tx,
  jurisdictions: readonly string[] | '*',
  posts: readonly { readonly unitId: string; readonly kind: string }[],
  limit: number,
): Promise<WaitingStep[]> {
  if (posts.length === 0 || jurisdictions.length === 0) return [];
  let query = tx
    .withTables<Tables>()
    .selectFrom('approval_steps as s')
    .innerJoin('approvals as a', (join) =>
      join.onRef('a.jurisdiction_id', '=', 's.jurisdiction_id').onRef('a.id', '=', 's.approval_id'),
    )
    .selectAll('a')
    .select('s.id as current_id')
    .where('s.state', '=', 'current')
    .where('a.state', '=', 'running')
    .where((eb) =>
      eb.or(
        posts.flatMap(({ unitId, kind }) => [
          eb.and([eb('s.unit_id', '=', unitId), eb('s.post', '=', kind)]),
          eb.and([eb('s.acting_unit_id', '=', unitId), eb('s.post', '=', kind)]),
        ]),
      ),
    );
  if (jurisdictions !== '*') query = query.where('s.jurisdiction_id', 'in', [...jurisdictions]);
  const rows = await query
    .orderBy('a.due_on', (o) => o.asc().nullsLast())
    .orderBy('s.since')
    .limit(limit)
    .execute();
  const approvals = await withSteps(tx, rows);
  return approvals.flatMap((approval) => {
    const step = approval.steps.find(({ state }) => state === 'current');
    return step ? [{ approval, step }] : [];
  });
}

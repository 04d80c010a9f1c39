import type { Context } from '../../kernel/context.ts';
import { ownUnits } from './abilities.ts';
import type { Deadline } from './model.ts';
import { pageOfDeadlines } from './store.ts';

export interface DeadlineListQuery {
  /** `own`: what my units must do; `supervised`: what I am told of when it is overdue. */
  readonly as: 'own' | 'supervised';
  readonly state: 'open' | 'overdue' | 'closed';
  readonly jurisdiction?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** A page of the actor's deadlines, the most urgent first. */
export function listDeadlines(
  ctx: Context,
  query: DeadlineListQuery,
): Promise<{ items: Deadline[]; total: number }> {
  const units = ownUnits(ctx.actor);
  return pageOfDeadlines(ctx.tx, {
    ownerUnits: query.as === 'own' ? units : [],
    escalationUnits: query.as === 'supervised' ? units : [],
    open: query.state !== 'closed',
    overdueAt: query.state === 'overdue' ? ctx.now.iso : null,
    jurisdiction: query.jurisdiction ?? null,
    page: query.page,
    size: query.size,
  });
}

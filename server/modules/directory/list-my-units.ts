import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { BasisRef } from '../../policy/index.ts';
import { getUnit, resolveSeat } from './find-seat.ts';
import type { Unit } from './model.ts';

/** One of the actor's units and to whom it answers. */
export interface MyUnit {
  readonly unit: Unit;
  readonly posts: readonly ActorPost[];
  readonly supervisor: Unit | null;
  readonly executingBody: Unit | null;
  readonly basis: readonly BasisRef[];
}

/** The units in which the actor holds posts, in the order of appointment. */
export async function listMyUnits(ctx: Context): Promise<MyUnit[]> {
  const ids = [...new Set(ctx.actor.posts.map((post) => post.unitId))];
  const mine: MyUnit[] = [];
  for (const id of ids) {
    const unit = await getUnit(ctx, id);
    mine.push({
      unit,
      posts: ctx.actor.posts.filter((post) => post.unitId === id),
      supervisor: await resolveSeat(ctx, unit, { unit: 'supervisor' }),
      executingBody: await resolveSeat(ctx, unit, { unit: 'executing-body' }),
      basis: ctx.policy(unit.jurisdiction).get('supervisor.jurisdiction').basis,
    });
  }
  return mine;
}

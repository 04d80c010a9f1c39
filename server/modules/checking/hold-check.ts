import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { addDays } from '../../policy/calendar/index.ts';
import { getUnit, type Unit } from '../directory/index.ts';
import { checkingPost, mayRead } from './abilities.ts';
import type { Check } from './model.ts';
import { lockCheck, readCheck } from './store.ts';

export type CheckKey = { readonly jurisdiction: string; readonly id: string };

/** How long the findings of a check are kept, in days. */
const RECORD_DAYS = 365;

/** A unit and the post that the actor holds there. Throws Refused('forbidden') where there is none. */
export async function unitOfPost(ctx: Context, unitId: string): Promise<{ unit: Unit; post: ActorPost }> {
  const unit = await getUnit(ctx, unitId);
  const post = checkingPost(ctx.actor, unit.id);
  if (post === null) throw new Refused('forbidden', { code: 'checking.not-your-unit' });
  return { unit, post };
}

/** A check that is about to be made for a unit in which the actor holds a post. Throws Refused('forbidden'). */
export async function newCheck(
  ctx: Context,
  asked: Pick<Check, 'unitId' | 'title' | 'kind' | 'state' | 'declared'>,
): Promise<{ check: Check; post: ActorPost }> {
  const { unit, post } = await unitOfPost(ctx, asked.unitId);
  const check: Check = {
    ...asked,
    jurisdiction: unit.jurisdiction,
    id: newId(),
    unitName: unit.name,
    unitPath: unit.path,
    createdAt: ctx.now.iso,
    createdBy: ctx.actor.personId,
    createdByName: ctx.actor.name,
    createdPost: `${post.unitName} ${post.title}`,
    keptUntil: addDays(ctx.now.day, RECORD_DAYS),
  };
  return { check, post };
}

/** A check that the actor may read. Throws not-found outside the scope, forbidden for people it does not concern. */
export async function checkForReader(ctx: Context, { jurisdiction, id }: CheckKey): Promise<Check> {
  const check = found(await readCheck(ctx.tx, jurisdiction, id));
  if (!mayRead(ctx.actor, check, ctx.geography)) throw new Refused('forbidden');
  return check;
}

/** A check of the actor's own unit, held until the transaction ends. Throws Refused. */
export async function holdOwnCheck(
  ctx: Context,
  { jurisdiction, id }: CheckKey,
): Promise<{ check: Check; post: ActorPost }> {
  const check = found(await lockCheck(ctx.tx, jurisdiction, id));
  const post = checkingPost(ctx.actor, check.unitId);
  if (post === null) throw new Refused('forbidden', { code: 'checking.not-your-unit' });
  return { check, post };
}

export function checkSubject({ id }: Pick<Check, 'id'>) {
  return { type: 'check', id } as const;
}

import type { Context } from '../../kernel/context.ts';
import { disableUser, unlockUser } from '../../kernel/identity/index.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { managedPerson } from './managed-person.ts';

type UserAction = 'unlock-user' | 'disable-user' | 'enable-user';

/**
 * What an administrator does to a person's user: an end to a lock; out, and in again. Throws Refused('forbidden')
 * unless the actor manages every unit the person serves.
 */
export async function manageUser(
  ctx: Context,
  personId: string,
  action: UserAction,
): Promise<Outcome<Record<string, never>>> {
  const { person, acting } = await managedPerson(ctx, personId);
  if (action === 'unlock-user') await unlockUser(ctx, personId);
  else {
    const outcome = await disableUser(ctx, personId, action === 'disable-user');
    if (!outcome.ok) return outcome;
  }
  ctx.audit({
    jurisdiction: person.jurisdiction,
    action: `directory.${action}`,
    subject: { type: 'user', id: personId },
    ...(acting ? { post: acting } : {}),
  });
  return done({});
}

import type { Context } from '../../kernel/context.ts';
import { type InitialSignIn, resetUser } from '../../kernel/identity/index.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { managedPerson } from './managed-person.ts';

/**
 * A new initial password for a person, shown once; every session, the lock and the second factor end. Throws
 * Refused('forbidden') unless the actor manages every unit the person serves.
 */
export async function resetPassword(ctx: Context, personId: string): Promise<Outcome<InitialSignIn>> {
  const { person, acting } = await managedPerson(ctx, personId);
  const initial = await resetUser(ctx, personId);
  ctx.audit({
    jurisdiction: person.jurisdiction,
    action: 'directory.reset-password',
    subject: { type: 'user', id: personId },
    ...(acting ? { post: acting } : {}),
  });
  return done(initial);
}

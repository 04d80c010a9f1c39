import { done, type Outcome } from '../outcome.ts';
import { changeOwnUser } from './own-business.ts';
import { hashToken } from './session-token.ts';
import type { IdentityParts } from './settings.ts';
import { endSession } from './store.ts';

/** Ends the session of a token. Throws Refused('not-signed-in') where it has ended already. */
export async function signOut(parts: IdentityParts, token: string): Promise<Outcome<undefined>> {
  return changeOwnUser(parts, token, async (ctx, { user }) => {
    await endSession(ctx.tx, hashToken(token), 'signed-out');
    ctx.audit({
      jurisdiction: user.jurisdiction,
      action: 'identity.sign-out',
      subject: { type: 'user', id: user.personId },
    });
    return done(undefined);
  });
}

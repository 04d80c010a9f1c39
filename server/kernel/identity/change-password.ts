import type { Context } from '../context.ts';
import { done, type Outcome, type Problem, refuse } from '../outcome.ts';
import { changeOwnUserByPassword } from './own-business.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { checkNewPassword, passwordRulesOf } from './password-rules.ts';
import { hashToken, newToken } from './session-token.ts';
import type { IdentityParts } from './settings.ts';
import type { Begun } from './sign-in.ts';
import {
  endSessionsOf,
  insertSession,
  keepUsedPassword,
  readUsedPasswords,
  type User,
  updateUser,
} from './store.ts';
import { viewSession } from './view.ts';

/** Passwords that may not come back, the present one among them. */
const REMEMBERED = 5;

/**
 * Changes one's password by the rules in force (WJ-12a, QJ-24) and ends every session of the user; the one it was
 * changed in goes on under a new token. Problems: identity.current-wrong, identity.password-…
 * Throws Refused('not-signed-in') and ('too-many').
 */
export async function changePassword(
  parts: IdentityParts,
  token: string,
  change: { current: string; next: string },
): Promise<Outcome<Begun>> {
  const given = { password: change.current, field: 'current' };
  return changeOwnUserByPassword(parts, token, given, async (ctx, session) => {
    const problems = await problemsOf(ctx, session.user, change.next);
    if (problems.length > 0) return refuse(...problems);
    const user = await storePassword(ctx, session.user, change.next);
    await endSessionsOf(ctx.tx, user, 'password-changed');
    const fresh = newToken();
    await insertSession(ctx.tx, { user, tokenHash: hashToken(fresh), way: session.way });
    ctx.audit({
      jurisdiction: user.jurisdiction,
      action: 'identity.change-password',
      subject: { type: 'user', id: user.personId },
    });
    return done({
      token: fresh,
      session: await viewSession(parts, ctx, {
        actor: ctx.actor,
        session: { user, way: session.way },
        token: fresh,
      }),
    });
  });
}

async function problemsOf(ctx: Context, user: User, next: string): Promise<Problem[]> {
  const rules = passwordRulesOf(ctx.policy(user.jurisdiction));
  const problems = checkNewPassword(rules, next, [user.userName, ctx.actor.name]);
  if (problems.length > 0) return problems;
  const used = [user.passwordHash, ...(await readUsedPasswords(ctx.tx, user.personId, REMEMBERED))];
  for (const hash of new Set(used)) {
    if (hash !== null && (await verifyPassword(hash, next)))
      return [{ code: 'identity.password-used', field: 'next' }];
  }
  return [];
}

async function storePassword(ctx: Context, user: User, next: string): Promise<User> {
  const change = {
    password_hash: await hashPassword(next),
    password_changed_at: ctx.now.iso,
    must_change_password: false,
  };
  await updateUser(ctx.tx, user, change);
  await keepUsedPassword(ctx.tx, user, change.password_hash);
  return {
    ...user,
    passwordHash: change.password_hash,
    passwordChangedAt: ctx.now.iso,
    mustChangePassword: false,
  };
}

import { openScope } from '../clock.ts';
import type { Context } from '../context.ts';
import { found, type Outcome, Refused, refuse } from '../outcome.ts';
import type { Who } from '../runner.ts';
import { requireSession } from './guard.ts';
import { chargeAttempt, clearAttempts } from './lockout.ts';
import { verifyPassword } from './password-hash.ts';
import { hashToken } from './session-token.ts';
import type { IdentityParts } from './settings.ts';
import { type LiveSession, lockUser, readLiveSession } from './store.ts';

/**
 * A person at business of their own: named in the trail with their posts, while their user, which belongs to the
 * jurisdiction of the person and not to those of the posts, can be reached.
 */
export function asThemselves(parts: IdentityParts, personId: string): Who {
  return async (tx, now) => ({
    ...(await parts.loadActor(tx, personId, now.day, parts.geography)),
    scope: '*',
    reach: '*',
  });
}

/** A change to the user of a session by that user, whose row is locked for it. Throws Refused('not-signed-in'). */
export function changeOwnUser<T>(
  parts: IdentityParts,
  token: string,
  work: (ctx: Context, session: LiveSession) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let personId = '';
  const who: Who = async (tx, now) => {
    personId = (await requireSession(parts, tx, token)).user.personId;
    const self = asThemselves(parts, personId);
    return typeof self === 'function' ? self(tx, now) : self;
  };
  return parts.runner.command(who, async (ctx) => {
    const user = found(await lockUser(ctx.tx, personId));
    // Asked again under the lock: a change of the password elsewhere has ended this session by now.
    const { way, unnoted } = await requireSession(parts, ctx.tx, token);
    return work(ctx, { user, way, unnoted });
  });
}

/**
 * As changeOwnUser, for changes that ask for the password again: a stolen session must not guess it without end, so
 * attempts count as at sign-in. Problem identity.current-wrong in `field`. Throws Refused('not-signed-in'), ('too-many').
 */
export async function changeOwnUserByPassword<T>(
  parts: IdentityParts,
  token: string,
  given: { password: string; field: string },
  work: (ctx: Context, session: LiveSession) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const userName = await chargeOwner(parts, token);
  let right = false;
  const outcome = await changeOwnUser(parts, token, async (ctx, session) => {
    right = await verifyPassword(session.user.passwordHash, given.password);
    if (!right) return refuse({ code: 'identity.current-wrong', field: given.field });
    return work(ctx, session);
  });
  // After the transaction: what is refused beyond the password was no guessing and must not be rolled back with it,
  // and a second connection taken inside would wait for ever once every connection is inside such a transaction.
  if (right) await clearAttempts(parts.db, userName);
  return outcome;
}

async function chargeOwner(parts: IdentityParts, token: string): Promise<string> {
  const session = await parts.db.transaction().execute(async (tx) => {
    await openScope(tx, '*', '*');
    return readLiveSession(tx, hashToken(token), parts.settings);
  });
  if (!session) throw new Refused('not-signed-in');
  const { userName } = session.user;
  const charge = await chargeAttempt(parts.db, userName, parts.settings);
  if (charge.locked !== null)
    throw new Refused('too-many', { code: 'identity.locked', facts: { minutes: charge.locked } });
  return userName;
}

import type { Context } from '../context.ts';
import { found, type Outcome } from '../outcome.ts';
import type { Who } from '../runner.ts';
import { requireSession } from './guard.ts';
import type { IdentityParts } from './settings.ts';
import { type LiveSession, lockUser } from './store.ts';

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

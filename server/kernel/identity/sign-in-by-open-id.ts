import { systemActor } from '../actor.ts';
import { Refused } from '../outcome.ts';
import type { OpenIdErrand, OpenIdProvider } from './open-id.ts';
import type { IdentityParts } from './settings.ts';
import { type Begun, beginSession } from './sign-in.ts';
import { readUserByOpenId } from './store.ts';

/**
 * Begins a session for whom the provider vouches: the user that an administrator has linked to the subject.
 * Throws Refused: identity.openid-failed, identity.openid-unknown, identity.no-post.
 */
export async function signInByOpenId(
  parts: IdentityParts,
  provider: OpenIdProvider,
  back: { callback: URL; errand: OpenIdErrand },
): Promise<Begun> {
  const subject = await provider.finish(back.callback, back.errand).catch((cause: unknown) => {
    parts.onError(cause);
    throw new Refused('not-signed-in', { code: 'identity.openid-failed' });
  });
  const user = await parts.runner.query(systemActor, (ctx) => readUserByOpenId(ctx.tx, subject));
  if (!user || user.disabledAt !== null)
    throw new Refused('not-signed-in', { code: 'identity.openid-unknown' });
  return beginSession(parts, user, { way: 'open-id', step: null });
}

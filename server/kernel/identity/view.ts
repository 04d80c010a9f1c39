import type { Session } from '../../../contracts/identity/wire.ts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { sessionAbilities } from './abilities.ts';
import { viewOfRules } from './password-rules.ts';
import { passwordStateOf } from './session-facts.ts';
import { csrfOf } from './session-token.ts';
import type { IdentityParts } from './settings.ts';
import type { LiveSession } from './store.ts';

/** The session as the browser needs it. */
export async function viewSession(
  parts: IdentityParts,
  ctx: Context,
  of: { actor: Actor; session: Pick<LiveSession, 'user' | 'way'>; token: string },
): Promise<Session> {
  const { actor, session, token } = of;
  const password = await passwordStateOf(parts, ctx.tx, ctx.now, session);
  return {
    person: { id: session.user.personId, name: actor.name },
    userName: session.user.userName,
    posts: actor.posts.map((post) => ({
      postId: post.postId,
      kind: post.kind,
      title: post.title,
      unitId: post.unitId,
      unitName: post.unitName,
      jurisdiction: post.jurisdiction,
    })),
    abilities: sessionAbilities(parts, actor),
    today: ctx.now.day,
    demo: parts.settings.demo,
    csrf: csrfOf(token),
    mustChangePassword: password.mustChange,
    passwordDueDay: password.dueDay,
    passwordRules: viewOfRules(password.rules),
    totpEnabled: session.user.totpConfirmedAt !== null,
  };
}

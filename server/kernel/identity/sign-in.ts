import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from '../../../contracts/identity/wire.ts';
import { systemActor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, Refused } from '../outcome.ts';
import { chargeAttempt, clearAttempts, refundAttempt } from './lockout.ts';
import { asThemselves } from './own-business.ts';
import { verifyPassword } from './password-hash.ts';
import { hashToken, newToken } from './session-token.ts';
import type { IdentityParts } from './settings.ts';
import { insertSession, lockUser, readUserByName, takeTotpStep, type User } from './store.ts';
import { matchTotp } from './totp.ts';
import { viewSession } from './view.ts';

/** What somebody signs in with. */
export interface Credentials {
  readonly userName: string;
  readonly password: string;
  readonly totp?: string | undefined;
}

/** A session begun: the token goes into the cookie, the view to the browser. */
export interface Begun {
  readonly token: string;
  readonly session: Session;
}

/**
 * Begins a session by user name and password, and the code of a second factor where one is set up. An unknown
 * name, a wrong password and a disabled user look the same, in words and in time; so does the lock after repeated
 * failures. Throws Refused.
 */
export async function signIn(parts: IdentityParts, credentials: Credentials): Promise<Begun> {
  const notBefore = wait(parts.settings.refusalMs, undefined, { ref: false });
  try {
    return await attempt(parts, credentials);
  } catch (error) {
    if (error instanceof Refused) await notBefore;
    throw error;
  }
}

async function attempt(parts: IdentityParts, credentials: Credentials): Promise<Begun> {
  const charge = await chargeAttempt(parts.db, credentials.userName, parts.settings);
  if (charge.locked !== null)
    throw new Refused('too-many', { code: 'identity.locked', facts: { minutes: charge.locked } });
  const user = await asSystem(parts, (ctx) => readUserByName(ctx.tx, credentials.userName.trim()));
  const usable = user && user.disabledAt === null ? user : undefined;
  if (!(await verifyPassword(usable?.passwordHash ?? null, credentials.password)) || !usable) {
    if (user) await noteFailure(parts, user, charge, 'password');
    throw new Refused('not-signed-in', { code: 'identity.wrong-sign-in' });
  }
  const step = await secondFactor(parts, usable, credentials, charge);
  return beginSession(parts, usable, { way: 'password', step });
}

/** The time step of the code to be used up; null where no second factor is set up. */
async function secondFactor(
  parts: IdentityParts,
  user: User,
  { totp, userName }: Credentials,
  charge: { attempt: number; locksNow: boolean },
): Promise<number | null> {
  if (user.totpConfirmedAt === null || user.totpSecret === null) return null;
  if (totp === undefined) {
    await refundAttempt(parts.db, userName);
    throw new Refused('not-signed-in', { code: 'identity.totp-needed' });
  }
  const secret = parts.box.open(user.totpSecret, user.personId);
  const step = secret && matchTotp(secret, totp, Date.now(), user.totpLastStep);
  if (step !== null) return step;
  await noteFailure(parts, user, charge, 'totp');
  throw new Refused('not-signed-in', { code: 'identity.totp-wrong' });
}

/**
 * Begins the session of a user who has proved to be that user. The user is read again under lock: a password changed
 * or a user disabled meanwhile ends the attempt; a code is used once. Throws Refused.
 */
export async function beginSession(
  parts: IdentityParts,
  proved: User,
  by: { way: 'password' | 'open-id'; step: number | null },
): Promise<Begun> {
  const token = newToken();
  const outcome = await parts.runner.command(asThemselves(parts, proved.personId), async (ctx) => {
    const user = await lockUser(ctx.tx, proved.personId);
    if (!user || user.disabledAt !== null || user.passwordHash !== proved.passwordHash)
      throw new Refused('not-signed-in', { code: 'identity.wrong-sign-in' });
    if (by.step !== null && !(await takeTotpStep(ctx.tx, user, by.step)))
      throw new Refused('not-signed-in', { code: 'identity.totp-wrong' });
    if (ctx.actor.posts.length === 0) throw new Refused('forbidden', { code: 'identity.no-post' });
    await insertSession(ctx.tx, { user, tokenHash: hashToken(token), way: by.way });
    await clearAttempts(ctx.tx, user.userName);
    auditOf(ctx, user, 'identity.sign-in', { way: by.way });
    return done({ actor: ctx.actor, user });
  });
  if (!outcome.ok) throw new Refused('not-signed-in', { code: 'identity.wrong-sign-in' });

  const { actor, user } = outcome.value;
  const session = await asSystem(parts, (ctx) =>
    viewSession(parts, ctx, { actor, session: { user, way: by.way }, token }),
  );
  return { token, session };
}

async function noteFailure(
  parts: IdentityParts,
  user: User,
  charge: { attempt: number; locksNow: boolean },
  factor: 'password' | 'totp',
): Promise<void> {
  await parts.runner.command(systemActor, async (ctx) => {
    auditOf(ctx, user, 'identity.sign-in-failed', { factor, failures: charge.attempt });
    if (charge.locksNow) auditOf(ctx, user, 'identity.lock', { failures: charge.attempt });
    return done(undefined);
  });
}

function auditOf(ctx: Context, user: User, action: string, facts: Record<string, unknown>): void {
  ctx.audit({ jurisdiction: user.jurisdiction, action, subject: { type: 'user', id: user.personId }, facts });
}

function asSystem<T>(parts: IdentityParts, work: (ctx: Context) => Promise<T>): Promise<T> {
  return parts.runner.query(systemActor, work);
}

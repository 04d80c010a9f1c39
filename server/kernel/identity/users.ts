import { openScope } from '../clock.ts';
import type { Context } from '../context.ts';
import { done, found, type Outcome, refuse } from '../outcome.ts';
import { clearAttempts, readLocks } from './lockout.ts';
import { hashInitialPassword, initialPassword } from './password-hash.ts';
import { endSessionsOf, insertUsers, lockUser, readTakenNames, readUsersOf, updateUser } from './store.ts';

/** A personal, real-name user to be made (QJ-6): one person, one user. */
export interface NewUser {
  readonly jurisdiction: string;
  readonly personId: string;
  readonly userName: string;
  readonly openIdSubject?: string | null;
}

/** A user name with the password to be handed over once. */
export interface InitialSignIn {
  readonly userName: string;
  readonly password: string;
}

const AT_A_TIME = 2000;

/** Names of the list that somebody has already, in lower case. Looks past the scope: names are unique in the system. */
export async function takenUserNames(ctx: Context, userNames: readonly string[]): Promise<Set<string>> {
  await openScope(ctx.tx, '*', '*');
  const taken = await readTakenNames(ctx.tx, userNames);
  await openScope(ctx.tx, ctx.actor.scope, ctx.actor.reach);
  return new Set(taken);
}

/** What an administrator sees of a user. */
export interface UserFacts {
  readonly userName: string;
  readonly disabled: boolean;
  readonly totp: boolean;
  /** Minutes for which the name is still locked after failures; 0 where it is not. */
  readonly lockedMinutes: number;
  readonly neverSignedIn: boolean;
}

/** The users of people, by the person's id, as far as the scope reaches. */
export async function usersOf(ctx: Context, people: readonly string[]): Promise<Map<string, UserFacts>> {
  const users = await readUsersOf(ctx.tx, people);
  const locks = await readLocks(
    ctx.tx,
    users.map((user) => user.userName),
  );
  return new Map(
    users.map((user) => [
      user.personId,
      {
        userName: user.userName,
        disabled: user.disabledAt !== null,
        totp: user.totpConfirmedAt !== null,
        lockedMinutes: locks.get(user.userName) ?? 0,
        neverSignedIn: user.mustChangePassword,
      },
    ]),
  );
}

/** Makes users with random passwords that have to be changed at the first sign-in; the passwords are kept nowhere. */
export async function createUsers(ctx: Context, users: readonly NewUser[]): Promise<InitialSignIn[]> {
  const initial = users.map((user) => ({ user, password: initialPassword() }));
  for (let from = 0; from < initial.length; from += AT_A_TIME) {
    const rows = initial.slice(from, from + AT_A_TIME).map(({ user, password }) => ({
      jurisdiction: user.jurisdiction,
      personId: user.personId,
      userName: user.userName,
      passwordHash: hashInitialPassword(password),
      openIdSubject: user.openIdSubject ?? null,
      at: ctx.now.iso,
      mustChange: true,
    }));
    await insertUsers(ctx.tx, rows);
  }
  return initial.map(({ user, password }) => ({ userName: user.userName, password }));
}

/** A new random password, an end to every session, to the lock and to the second factor. Throws Refused('not-found'). */
export async function resetUser(ctx: Context, personId: string): Promise<InitialSignIn> {
  const user = found(await lockUser(ctx.tx, personId));
  const password = initialPassword();
  await updateUser(ctx.tx, user, {
    password_hash: hashInitialPassword(password),
    password_changed_at: ctx.now.iso,
    must_change_password: true,
    totp_secret: null,
    totp_confirmed_at: null,
    totp_last_step: null,
  });
  await endSessionsOf(ctx.tx, user, 'password-reset');
  await clearAttempts(ctx.tx, user.userName);
  return { userName: user.userName, password };
}

/** Lets a name that was locked after failures try again at once. Throws Refused('not-found'). */
export async function unlockUser(ctx: Context, personId: string): Promise<void> {
  const user = found(await lockUser(ctx.tx, personId));
  await clearAttempts(ctx.tx, user.userName);
}

/** Shuts a user out, or lets it in again; every session of it ends. Problem: identity.disabled-already. */
export async function disableUser(
  ctx: Context,
  personId: string,
  disabled: boolean,
): Promise<Outcome<undefined>> {
  const user = found(await lockUser(ctx.tx, personId));
  if ((user.disabledAt !== null) === disabled)
    return refuse({ code: disabled ? 'identity.disabled-already' : 'identity.enabled-already' });
  await updateUser(ctx.tx, user, { disabled_at: disabled ? ctx.now.iso : null });
  if (disabled) await endSessionsOf(ctx.tx, user, 'disabled');
  return done(undefined);
}

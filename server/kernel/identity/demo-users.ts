import { openScope } from '../clock.ts';
import type { Context } from '../context.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { insertUsers, touchPasswords } from './store.ts';
import { hashesOf, shutOutByHash } from './store-demo.ts';
import type { NewUser } from './users.ts';

/**
 * Users of the demonstration, all with one documented password that need not be changed at the first sign-in.
 * Never for a system in earnest: there every initial password is random.
 */
export async function createDemoUsers(
  ctx: Context,
  users: readonly NewUser[],
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const rows = users.map((user) => ({
    jurisdiction: user.jurisdiction,
    personId: user.personId,
    userName: user.userName,
    passwordHash,
    openIdSubject: null,
    at: ctx.now.iso,
    mustChange: false,
  }));
  await insertUsers(ctx.tx, rows);
}

/**
 * Counts the passwords of demonstration users as changed at an instant: who turns the clock on by months would
 * otherwise find everybody's password past its interval, and the demonstration shut.
 */
export async function renewDemoPasswords(
  ctx: Context,
  userNames: readonly string[],
  at: string,
): Promise<void> {
  await openScope(ctx.tx, '*', '*');
  await touchPasswords(ctx.tx, userNames, at);
  await openScope(ctx.tx, ctx.actor.scope, ctx.actor.reach);
}

/**
 * Shuts out, or lets in again, the users of the demonstration who still have its documented password; whoever chose
 * one of their own stays. Answers how many.
 */
export async function shutOutDemoUsers(
  ctx: Context,
  userNames: readonly string[],
  asked: { readonly password: string; readonly out: boolean },
): Promise<number> {
  await openScope(ctx.tx, '*', '*');
  const hashes: string[] = [];
  for (const hash of await hashesOf(ctx.tx, userNames, !asked.out))
    if (await verifyPassword(hash, asked.password)) hashes.push(hash);
  const at = asked.out ? ctx.now.iso : null;
  const changed = hashes.length === 0 ? 0 : await shutOutByHash(ctx.tx, { userNames, hashes, at });
  await openScope(ctx.tx, ctx.actor.scope, ctx.actor.reach);
  return changed;
}

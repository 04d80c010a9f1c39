import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { platformsOf } from './list-platforms.ts';
import type { PublicNotice } from './notice-model.ts';
import type { PublicAccount, PublicFilter } from './public-model.ts';
import { readNames } from './store-names.ts';
import { readNotice } from './store-notices.ts';
import { findPublic, readPublic, readPublicAfter, readPublicById } from './store-public.ts';

export interface PublicQuestion extends Omit<PublicFilter, 'jurisdictions'> {
  /** A jurisdiction with all below it; everywhere where none is named. */
  readonly jurisdiction?: string | undefined;
}

/** The accounts that the public may look up, page by page; a jurisdiction that nobody knows has none. */
export function findPublicAccounts(
  ctx: Context,
  { jurisdiction, ...filter }: PublicQuestion,
): Promise<{ items: PublicAccount[]; total: number }> {
  return findPublic(ctx.tx, { ...filter, jurisdictions: within(ctx, jurisdiction) });
}

/** One account by its filing number. Throws not-found where the public knows none of it. */
export async function getPublicAccount(
  ctx: Context,
  jurisdiction: string,
  number: string,
): Promise<PublicAccount> {
  return found(await readPublic(ctx.tx, jurisdiction, number));
}

/** The same where it may well be that there is none. */
export function knownPublicAccount(
  ctx: Context,
  jurisdiction: string,
  number: string,
): Promise<PublicAccount | undefined> {
  return readPublic(ctx.tx, jurisdiction, number);
}

/** A notice with the account it speaks of. Throws not-found for one taken back. */
export async function getPublicNotice(
  ctx: Context,
  jurisdiction: string,
  id: string,
): Promise<{ notice: PublicNotice; account: PublicAccount | null }> {
  const notice = found(await readNotice(ctx.tx, jurisdiction, id));
  return { notice, account: (await readPublicById(ctx.tx, jurisdiction, notice.accountId)) ?? null };
}

/** Names under which an account was known before, the latest first. */
export async function formerNamesOf(ctx: Context, { jurisdiction, id }: PublicAccount): Promise<string[]> {
  const names = await readNames(ctx.tx, jurisdiction, id);
  const former = names.filter(({ kind, toOn }) => kind === 'name' && toOn !== null);
  return [...new Set(former.reverse().map(({ value }) => value))];
}

/** The platforms there are anywhere by the nation's catalogue, for the public's choice. */
export function publicPlatforms(ctx: Context, nation: string): { id: string; name: string }[] {
  return platformsOf(ctx.policy(nation)).items.map(({ id, name }) => ({ id, name }));
}

const AT_A_TIME = 2000;

/** All accounts of the open data in the order of their keys, some thousands at a time. */
export async function* eachPublicAccount(
  ctx: Context,
  jurisdiction: string | undefined,
): AsyncGenerator<PublicAccount[]> {
  let after: PublicAccount | null = null;
  for (;;) {
    const some: PublicAccount[] = await readPublicAfter(ctx.tx, {
      jurisdictions: within(ctx, jurisdiction),
      after,
      limit: AT_A_TIME,
    });
    if (some.length > 0) yield some;
    if (some.length < AT_A_TIME) return;
    after = some.at(-1) ?? null;
  }
}

function within(ctx: Context, jurisdiction: string | undefined): readonly string[] | null {
  if (!jurisdiction) return null;
  return ctx.geography.get(jurisdiction) ? ctx.geography.descendants(jurisdiction) : [jurisdiction];
}

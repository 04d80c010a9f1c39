import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { PublicAccount } from './public-model.ts';
import { toPublic } from './store-public.ts';
import type { Tables } from './tables.ts';

type Key = { readonly jurisdiction: string; readonly accountId: string };

const AT_MOST = 20;

/** What the public is told of some accounts, wherever they are; of those it is told nothing of, nothing. */
export async function readToldOf(tx: Tx, keys: readonly Key[]): Promise<PublicAccount[]> {
  if (keys.length === 0) return [];
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('public_accounts')
    .selectAll()
    .where(
      sql<boolean>`(jurisdiction_id, id) in (select * from unnest(
        ${keys.map(({ jurisdiction }) => jurisdiction)}::text[], ${keys.map(({ accountId }) => accountId)}::uuid[]))`,
    )
    .limit(AT_MOST)
    .execute();
  return rows.map(toPublic);
}

/** Accounts that have, or had when they were cancelled, an identifier of a platform. */
export async function readToldByUid(tx: Tx, uid: string, platform: string): Promise<PublicAccount[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('public_accounts')
    .selectAll()
    .where('platform', '=', platform)
    .where('platform_uid', '=', uid)
    .limit(AT_MOST)
    .execute();
  return rows.map(toPublic);
}

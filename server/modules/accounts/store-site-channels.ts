import type { Tx } from '../../kernel/db/database.ts';
import { livingAccounts } from './model.ts';
import type { Tables } from './tables.ts';

/** A website as the registry of channels has it. */
export interface SiteChannel {
  readonly id: string;
  readonly name: string;
  readonly platformName: string;
  readonly hostName: string;
  readonly url: string | null;
}

/** The live channels of a jurisdiction that are websites, by name. */
export async function readSiteChannels(tx: Tx, jurisdiction: string): Promise<SiteChannel[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('accounts')
    .select(['id', 'name', 'platform_name as platformName', 'host_name as hostName', 'url'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('channel_kind', '=', 'site')
    .where('state', 'in', [...livingAccounts])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** The addresses of the living channels of a jurisdiction. */
export async function readLivingLinks(tx: Tx, jurisdiction: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('accounts')
    .select('url')
    .distinct()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('url', 'is not', null)
    .where('state', 'in', [...livingAccounts])
    .execute();
  return rows.flatMap(({ url }) => url ?? []);
}

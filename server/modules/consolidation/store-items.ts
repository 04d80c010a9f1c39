import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Item, ItemState } from './model.ts';
import type { Tables } from './tables.ts';

function toRow(i: Item): Tables['consolidation_items'] {
  return {
    jurisdiction_id: i.jurisdiction,
    id: i.id,
    proposal_id: i.proposalId,
    account_id: i.accountId,
    account_name: i.accountName,
    platform_name: i.platformName,
    position: i.position,
    state: i.state,
    services_moved_on: i.servicesMovedOn,
    services_moved: i.servicesMoved,
    followers_told_on: i.followersToldOn,
    followers_url: i.followersUrl,
    followers_file_id: i.followersFileId,
    history_url: i.historyUrl,
    filing_id: i.filingId,
    ended_on: i.endedOn,
    report: i.report,
    version: i.version,
  };
}

function toItem(r: Selectable<Tables['consolidation_items']>): Item {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    proposalId: r.proposal_id,
    accountId: r.account_id,
    accountName: r.account_name,
    platformName: r.platform_name,
    position: r.position,
    state: r.state as ItemState,
    servicesMovedOn: r.services_moved_on,
    servicesMoved: r.services_moved,
    followersToldOn: r.followers_told_on,
    followersUrl: r.followers_url,
    followersFileId: r.followers_file_id,
    historyUrl: r.history_url,
    filingId: r.filing_id,
    endedOn: r.ended_on,
    report: r.report,
    version: r.version,
  };
}

const UNIQUE_VIOLATION = '23505';

/** Writes the accounts of an order. Throws Refused('conflict') where one of them is under another order already. */
export async function insertItems(tx: Tx, items: readonly Item[]): Promise<void> {
  try {
    await tx.withTables<Tables>().insertInto('consolidation_items').values(items.map(toRow)).execute();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)
      throw new Refused('conflict', { code: 'consolidation.account-ordered' });
    throw error;
  }
}

/** Writes an item as it now is; the caller holds its proposal. */
export async function updateItem(tx: Tx, item: Item): Promise<void> {
  const { jurisdiction_id, id, proposal_id, account_id, ...changed } = toRow(item);
  await tx
    .withTables<Tables>()
    .updateTable('consolidation_items')
    .set(changed)
    .where('jurisdiction_id', '=', jurisdiction_id)
    .where('id', '=', id)
    .execute();
}

/** The accounts of an order that was not taken back, in its sequence. */
export async function readItems(tx: Tx, jurisdiction: string, proposalId: string): Promise<Item[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('consolidation_items')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('proposal_id', '=', proposalId)
    .where('state', '!=', 'recalled')
    .orderBy('position')
    .execute();
  return rows.map(toItem);
}

/** All that was ever ordered of an account, the latest first. */
export async function readItemsOf(tx: Tx, jurisdiction: string, accountId: string): Promise<Item[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('consolidation_items')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('state', '!=', 'recalled')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toItem);
}

/** Accounts of a jurisdiction that an order is about now; `main` says which of them others are merged into. */
export async function readUnderOrder(
  tx: Tx,
  jurisdiction: string,
): Promise<{ closing: string[]; mains: string[] }> {
  const { rows } = await sql<{ id: string; main: string | null }>`
    select i.account_id as id, p.main_account_id as main
      from consolidation_items i
      join consolidation_proposals p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.proposal_id
     where i.jurisdiction_id = ${jurisdiction} and i.state in ('waiting', 'filing')`.execute(tx);
  return { closing: rows.map(({ id }) => id), mains: rows.flatMap(({ main }) => main ?? []) };
}

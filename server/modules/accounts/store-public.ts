import type { Tx } from '../../kernel/db/database.ts';
import type { Account } from './model.ts';
import type { Tables } from './tables.ts';

/** States of which the public is told; an account that is only approved is not open yet. */
const toldOf = ['operating', 'closed', 'cancelled'];

/** Writes what the public may know of an account, with the account itself. */
export async function publishAccount(tx: Tx, account: Account): Promise<void> {
  if (!toldOf.includes(account.state)) return;
  const row = toRow(account);
  const { jurisdiction_id, id, ...changed } = row;
  await tx
    .withTables<Tables>()
    .insertInto('public_accounts')
    .values(row)
    .onConflict((c) => c.columns(['jurisdiction_id', 'id']).doUpdateSet(changed))
    .execute();
}

function toRow(a: Account): Tables['public_accounts'] {
  return {
    jurisdiction_id: a.jurisdiction,
    id: a.id,
    filing_number: a.filingNumber,
    name: a.name,
    platform: a.platform,
    platform_name: a.platformName,
    channel_kind: a.channelKind,
    platform_uid: a.platformUid,
    url: a.url,
    host_unit_id: a.hostUnitId,
    host_name: a.hostName,
    state: a.state,
    opened_on: a.openedOn,
    ended_on: null,
  };
}

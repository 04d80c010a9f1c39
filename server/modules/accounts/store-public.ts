import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Account } from './model.ts';
import type { PublicAccount, PublicFilter } from './public-model.ts';
import { accountsWith } from './store-terms.ts';
import type { Tables } from './tables.ts';

/** States of which the public is told; an account that is only approved is not open yet. */
export const toldOf = ['operating', 'closed', 'cancelled'];

/** Writes what the public may know of an account, with the account itself. */
export async function publishAccount(tx: Tx, account: Account): Promise<void> {
  if (!toldOf.includes(account.state)) return;
  const row = publicRow(account);
  const { jurisdiction_id, id, ...changed } = row;
  await tx
    .withTables<Tables>()
    .insertInto('public_accounts')
    .values(row)
    .onConflict((c) => c.columns(['jurisdiction_id', 'id']).doUpdateSet(changed))
    .execute();
}

/** What the public may know of an account, as its table keeps it. */
export function publicRow(a: Account): Tables['public_accounts'] {
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
    ended_on: a.cancelledOn ?? a.closedOn,
  };
}

type Row = Selectable<Tables['public_accounts']>;

/** A row of the public's table as it is told. */
export function toPublic(r: Row): PublicAccount {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    number: r.filing_number,
    name: r.name,
    platform: r.platform,
    platformName: r.platform_name,
    kind: r.channel_kind,
    uid: r.platform_uid,
    url: r.url,
    hostUnitId: r.host_unit_id,
    host: r.host_name,
    state: r.state as PublicAccount['state'],
    openedOn: r.opened_on,
    endedOn: r.ended_on,
  };
}

/** A page of what the public is told, living accounts first, by name. */
export async function findPublic(
  tx: Tx,
  filter: PublicFilter,
): Promise<{ items: PublicAccount[]; total: number }> {
  let q = tx.withTables<Tables>().selectFrom('public_accounts');
  if (filter.platform) q = q.where('platform', '=', filter.platform);
  if (filter.state) q = q.where('state', '=', filter.state);
  if (filter.jurisdictions) q = q.where('jurisdiction_id', 'in', [...filter.jurisdictions]);
  if (filter.q) q = q.where(mentions(filter.q));
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await q
    .selectAll()
    .orderBy('name')
    .orderBy('jurisdiction_id')
    .orderBy('id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { items: rows.map(toPublic), total: Number(total) };
}

/** By the index of characters in names, former ones too, and in the host's name; or by the whole filing number. */
function mentions(q: string) {
  const ids = accountsWith(q);
  const numbered = sql<boolean>`filing_number = ${q}`;
  return ids === null ? numbered : sql<boolean>`(id = any(${ids}) or ${numbered})`;
}

export async function readPublic(
  tx: Tx,
  jurisdiction: string,
  number: string,
): Promise<PublicAccount | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('public_accounts')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('filing_number', '=', number)
    .executeTakeFirst();
  return row && toPublic(row);
}

export async function readPublicById(
  tx: Tx,
  jurisdiction: string,
  id: string,
): Promise<PublicAccount | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('public_accounts')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toPublic(row);
}

/** Everything that is open data, at most `limit` accounts after one of them in the order of their keys. */
export async function readPublicAfter(
  tx: Tx,
  about: {
    readonly jurisdictions: readonly string[] | null;
    readonly after: { readonly jurisdiction: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<PublicAccount[]> {
  let q = tx.withTables<Tables>().selectFrom('public_accounts').selectAll();
  if (about.jurisdictions) q = q.where('jurisdiction_id', 'in', [...about.jurisdictions]);
  if (about.after) {
    const { jurisdiction, id } = about.after;
    q = q.where(sql<boolean>`(jurisdiction_id, id) > (${jurisdiction}, ${id}::uuid)`);
  }
  const rows = await q.orderBy('jurisdiction_id').orderBy('id').limit(about.limit).execute();
  return rows.map(toPublic);
}

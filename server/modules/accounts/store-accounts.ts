import { type Insertable, type OrderByItemBuilder, type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { keepIdentity } from './keep-identity.ts';
import { type Account, type AccountState, livingAccounts } from './model.ts';
import { type Visible, visibleTo } from './store.ts';
import { publishAccount } from './store-public.ts';
import { accountsWith } from './store-terms.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['accounts']>;

/** An account as its table keeps it. */
export function accountRow(a: Account): Insertable<Tables['accounts']> {
  return {
    jurisdiction_id: a.jurisdiction,
    id: a.id,
    host_unit_id: a.hostUnitId,
    host_name: a.hostName,
    host_path: [...a.hostPath],
    platform: a.platform,
    platform_name: a.platformName,
    channel_kind: a.channelKind,
    name: a.name,
    platform_uid: a.platformUid,
    url: a.url,
    certification: a.certification,
    reason: a.reason,
    exceptions: JSON.stringify(a.exceptions),
    details: JSON.stringify(a.details),
    state: a.state,
    opened_on: a.openedOn,
    closed_on: a.closedOn,
    cancelled_on: a.cancelledOn,
    registered_on: a.registeredOn,
    filing_id: a.filingId,
    filing_number: a.filingNumber,
    version: a.version,
    created_at: a.createdAt,
  };
}

function toAccount(r: Row): Account {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    hostUnitId: r.host_unit_id,
    hostName: r.host_name,
    hostPath: r.host_path,
    platform: r.platform,
    platformName: r.platform_name,
    channelKind: r.channel_kind as Account['channelKind'],
    name: r.name,
    platformUid: r.platform_uid,
    url: r.url,
    certification: r.certification,
    reason: r.reason,
    exceptions: r.exceptions as unknown as Account['exceptions'],
    details: r.details as unknown as Account['details'],
    state: r.state as AccountState,
    openedOn: r.opened_on,
    closedOn: r.closed_on,
    cancelledOn: r.cancelled_on,
    registeredOn: r.registered_on,
    filingId: r.filing_id,
    filingNumber: r.filing_number,
    version: r.version,
    createdAt: r.created_at,
  };
}

export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  await uidFree(tx.withTables<Tables>().insertInto('accounts').values(accountRow(account)).execute());
  await publishAccount(tx, account);
  await keepIdentity(tx, account);
}

const UNIQUE_VIOLATION = '23505';

/** Of two accounts that are given the same number at once, the second is told; the index decides. */
async function uidFree(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
    const byUid = taken && 'constraint' in error && error.constraint === 'accounts_by_uid';
    throw byUid ? new Refused('conflict', { code: 'accounts.uid-taken-meanwhile' }) : error;
  }
}

/**
 * Writes an account as it now is. The caller holds its filing. `since`: the day from which it shows itself so on the
 * platform and the filing that brought it; the opening and its filing where nothing is said.
 */
export async function updateAccount(
  tx: Tx,
  account: Account,
  since?: { readonly on: Day; readonly filingId: string },
): Promise<void> {
  const { jurisdiction_id, id, created_at, ...changed } = accountRow(account);
  await uidFree(
    tx
      .withTables<Tables>()
      .updateTable('accounts')
      .set(changed)
      .where('jurisdiction_id', '=', jurisdiction_id)
      .where('id', '=', id)
      .execute(),
  );
  await publishAccount(tx, account);
  await keepIdentity(tx, account, since);
}

export async function readAccount(tx: Tx, jurisdiction: string, id: string): Promise<Account | undefined> {
  const row = await byKey(tx, jurisdiction, id).executeTakeFirst();
  return row && toAccount(row);
}

/** As readAccount, holding the row until the transaction ends. */
export async function lockAccount(tx: Tx, jurisdiction: string, id: string): Promise<Account | undefined> {
  const row = await byKey(tx, jurisdiction, id).forUpdate().executeTakeFirst();
  return row && toAccount(row);
}

function byKey(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .withTables<Tables>()
    .selectFrom('accounts')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

/** Which account has a filing number, of those the session sees. */
export async function readAccountKey(
  tx: Tx,
  filingNumber: string,
): Promise<{ jurisdiction: string; id: string } | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('accounts')
    .select(['jurisdiction_id as jurisdiction', 'id'])
    .where('filing_number', '=', filingNumber)
    .executeTakeFirst();
  return row ?? null;
}

/** The accounts that a host has and has not given up, other than one. */
export async function readLiving(
  tx: Tx,
  about: { readonly jurisdiction: string; readonly hostUnitId: string; readonly except: string | null },
): Promise<{ name: string; platform: string }[]> {
  let q = tx
    .withTables<Tables>()
    .selectFrom('accounts')
    .select(['name', 'platform'])
    .where('jurisdiction_id', '=', about.jurisdiction)
    .where('host_unit_id', '=', about.hostUnitId)
    .where('state', 'in', [...livingAccounts]);
  if (about.except) q = q.where('id', '!=', about.except);
  return q.orderBy('created_at').execute();
}

export interface AccountFilter {
  readonly visible: Visible;
  readonly jurisdictions: readonly string[] | null;
  readonly q?: string | undefined;
  readonly unit?: string | undefined;
  readonly platform?: string | undefined;
  readonly state?: string | undefined;
  readonly sort: 'name' | '-name' | 'opened' | '-opened' | 'number' | '-number';
  readonly page: number;
  readonly size: number;
}

const SORT_COLUMNS = { name: 'name', opened: 'opened_on', number: 'filing_number' } as const;

/** Only a day may be missing, and then stands last; elsewhere the words would keep the index from giving the order. */
function orderOf(o: OrderByItemBuilder, descending: boolean, mayBeMissing: boolean): OrderByItemBuilder {
  const ordered = descending ? o.desc() : o.asc();
  return mayBeMissing ? ordered.nullsLast() : ordered;
}

/** A page of the registry with the total. */
export async function findAccounts(
  tx: Tx,
  filter: AccountFilter,
): Promise<{ items: Account[]; total: number }> {
  let q = tx.withTables<Tables>().selectFrom('accounts');
  q = visibleTo(q, filter.visible, filter.jurisdictions);
  if (filter.unit) q = q.where('host_unit_id', '=', filter.unit);
  if (filter.platform) q = q.where('platform', '=', filter.platform);
  if (filter.state) q = q.where('state', '=', filter.state);
  const named = filter.q ? accountsWith(filter.q) : null;
  if (named) q = q.where(sql<boolean>`id = any(${named})`);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const descending = filter.sort.startsWith('-');
  const column = SORT_COLUMNS[filter.sort.replace('-', '') as keyof typeof SORT_COLUMNS];
  const last = descending ? ('desc' as const) : ('asc' as const);
  const order = (o: OrderByItemBuilder) => orderOf(o, descending, column === 'opened_on');
  // The index gives the order of a page; only its own rows are then read whole.
  const page = q
    .select('id')
    .orderBy(column, order)
    .orderBy('id', last)
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size);
  const found = tx.withTables<Tables>().selectFrom('accounts').selectAll().where('id', 'in', page);
  const rows = await visibleTo(found, filter.visible, filter.jurisdictions)
    .selectAll()
    .orderBy(column, order)
    .orderBy('id', last)
    .execute();
  return { items: rows.map(toAccount), total: Number(total) };
}

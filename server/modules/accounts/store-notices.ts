import type { Selectable } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { NoticeRun, PublicNotice } from './notice-model.ts';
import type { Tables } from './tables.ts';

type Row = Tables['public_notices'];

function toRow(n: PublicNotice): Row {
  return {
    jurisdiction_id: n.jurisdiction,
    id: n.id,
    filing_id: n.filingId,
    account_id: n.accountId,
    kind: n.kind,
    account_name: n.accountName,
    platform_name: n.platformName,
    host_name: n.hostName,
    title: n.title,
    body: n.body,
    published_on: n.publishedOn,
    term: n.run && JSON.stringify(n.run.term),
    last_on: n.run?.lastOn ?? null,
    earliest_effect_on: n.run?.earliestEffectOn ?? null,
    provisional: n.run?.provisional ?? false,
    derivation: JSON.stringify(n.run?.steps ?? []),
    basis: JSON.stringify(n.basis),
    rule: n.rule,
    pack: n.pack,
    pack_version: n.packVersion,
    state: n.state,
    ended_on: n.endedOn,
    created_at: n.createdAt,
  };
}

function runOf(r: Selectable<Row>): NoticeRun | null {
  if (r.term === null || r.last_on === null || r.earliest_effect_on === null) return null;
  return {
    term: r.term as unknown as NoticeRun['term'],
    lastOn: r.last_on,
    earliestEffectOn: r.earliest_effect_on,
    provisional: r.provisional,
    steps: r.derivation as unknown as NoticeRun['steps'],
  };
}

function toNotice(r: Selectable<Row>): PublicNotice {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    filingId: r.filing_id,
    accountId: r.account_id,
    kind: r.kind as PublicNotice['kind'],
    accountName: r.account_name,
    platformName: r.platform_name,
    hostName: r.host_name,
    title: r.title,
    body: r.body,
    publishedOn: r.published_on,
    run: runOf(r),
    basis: r.basis as unknown as PublicNotice['basis'],
    rule: r.rule,
    pack: r.pack,
    packVersion: r.pack_version,
    state: r.state as PublicNotice['state'],
    endedOn: r.ended_on,
    createdAt: r.created_at,
  };
}

export async function insertNotice(tx: Tx, notice: PublicNotice): Promise<void> {
  await tx.withTables<Tables>().insertInto('public_notices').values(toRow(notice)).execute();
}

/** Ends a notice; what it said and when it was published stays as it was. The caller holds its filing. */
export async function endNotice(
  tx: Tx,
  { jurisdiction, id, state, endedOn }: Pick<PublicNotice, 'jurisdiction' | 'id' | 'state' | 'endedOn'>,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('public_notices')
    .set({ state, ended_on: endedOn })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

export interface NoticeFilter {
  readonly jurisdictions?: readonly string[] | undefined;
  readonly accountId?: string | undefined;
  readonly filingId?: string | undefined;
}

/** Public notices; those taken back are left out unless one filing is asked for. */
function filtered(tx: Tx, filter: NoticeFilter) {
  let q = tx.withTables<Tables>().selectFrom('public_notices');
  if (filter.jurisdictions) q = q.where('jurisdiction_id', 'in', [...filter.jurisdictions]);
  if (filter.accountId) q = q.where('account_id', '=', filter.accountId);
  return filter.filingId ? q.where('filing_id', '=', filter.filingId) : q.where('state', '!=', 'withdrawn');
}

/** Public notices, the latest first. */
export async function readNotices(
  tx: Tx,
  filter: NoticeFilter,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<PublicNotice[]> {
  const rows = await filtered(tx, filter)
    .selectAll()
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toNotice);
}

export async function countNotices(tx: Tx, filter: NoticeFilter): Promise<number> {
  const { n } = await filtered(tx, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** One notice that the public may read. */
export async function readNotice(
  tx: Tx,
  jurisdiction: string,
  id: string,
): Promise<PublicNotice | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('public_notices')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst();
  return row && toNotice(row);
}

import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Filing, FilingState } from './model.ts';
import { type Visible, visibleTo } from './store.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['filings']>;

export interface FilingFilter {
  readonly visible: Visible;
  readonly jurisdictions: readonly string[] | null;
  readonly q?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly platform?: string | undefined;
  readonly sort: 'updated' | '-updated' | 'name' | '-name';
  readonly page: number;
  readonly size: number;
}

/** What a list of filings shows. */
export type FilingLine = Pick<
  Filing,
  | 'jurisdiction'
  | 'id'
  | 'kind'
  | 'name'
  | 'platform'
  | 'hostUnitId'
  | 'hostName'
  | 'state'
  | 'revision'
  | 'updatedAt'
  | 'filingNumber'
> & { readonly submittedAt: string | null };

/** A page of filings with the total. */
export async function findFilings(
  tx: Tx,
  filter: FilingFilter,
): Promise<{ items: FilingLine[]; total: number }> {
  let q = tx.withTables<Tables>().selectFrom('filings');
  q = visibleTo(q, filter.visible, filter.jurisdictions);
  if (filter.unit) q = q.where('host_unit_id', '=', filter.unit);
  if (filter.kind) q = q.where('kind', '=', filter.kind);
  if (filter.state) q = q.where('state', '=', filter.state);
  if (filter.platform) q = q.where('platform', '=', filter.platform);
  if (filter.q) q = q.where(sql<boolean>`strpos(lower(coalesce(name, '')), lower(${filter.q})) > 0`);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const order = filter.sort.startsWith('-') ? 'desc' : 'asc';
  const rows = await q
    .select([
      'jurisdiction_id',
      'id',
      'kind',
      'name',
      'platform',
      'host_unit_id',
      'host_name',
      'state',
      'revision',
    ])
    .select(['updated_at', 'submitted_at', 'filing_number'])
    .orderBy(filter.sort.endsWith('name') ? 'name' : 'updated_at', order)
    .orderBy('id', order)
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { items: rows.map(toLine), total: Number(total) };
}

function toLine(
  r: Pick<
    Row,
    | 'jurisdiction_id'
    | 'id'
    | 'kind'
    | 'name'
    | 'platform'
    | 'host_unit_id'
    | 'host_name'
    | 'state'
    | 'revision'
    | 'updated_at'
    | 'submitted_at'
    | 'filing_number'
  >,
): FilingLine {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    kind: r.kind as Filing['kind'],
    name: r.name,
    platform: r.platform,
    hostUnitId: r.host_unit_id,
    hostName: r.host_name,
    state: r.state as FilingState,
    revision: r.revision,
    updatedAt: r.updated_at,
    submittedAt: r.submitted_at,
    filingNumber: r.filing_number,
  };
}

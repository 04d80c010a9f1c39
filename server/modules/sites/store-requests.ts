import { type Selectable, sql } from 'kysely';
import { refusingClash } from '../../kernel/db/clash.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { type ColumnRequest, nameKey, placeOf, type RequestState } from './model.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['column_requests']>;
type Key = { readonly jurisdiction: string; readonly id: string };

function toRow(r: ColumnRequest): Tables['column_requests'] {
  return {
    jurisdiction_id: r.jurisdiction,
    id: r.id,
    site_id: r.siteId,
    site_name: r.siteName,
    unit_id: r.unitId,
    unit_name: r.unitName,
    unit_path: [...r.unitPath],
    kind: r.kind,
    section_id: r.sectionId,
    // A section is asked for once by each unit, whatever it is called; a column once in its section.
    place_id: r.kind === 'section' ? r.unitId : placeOf(r.siteId, r.sectionId),
    name: r.name,
    name_key: r.kind === 'section' ? '' : nameKey(r.name),
    update_class: r.updateClass,
    purpose: r.purpose,
    state: r.state,
    revision: r.revision,
    version: r.version,
    chain: JSON.stringify(r.chain),
    pack: r.pack,
    pack_version: r.packVersion,
    pinned_on: r.pinnedOn,
    content_digest: r.contentDigest,
    approval_id: r.approvalId,
    builder_unit_id: r.builder?.unitId ?? null,
    builder_name: r.builder?.name ?? null,
    built_id: r.built?.id ?? null,
    built_on: r.built?.on ?? null,
    built_address: r.built?.address ?? null,
    built_by: r.built?.by ?? null,
    built_at: r.built?.at ?? null,
    submitted_at: r.submitted?.at ?? null,
    submitted_by: r.submitted?.personId ?? null,
    submitted_by_name: r.submitted?.personName ?? null,
    submitted_post: r.submitted?.post ?? null,
    approved_at: r.approvedAt,
    created_at: r.createdAt,
    created_by: r.createdBy,
    updated_at: r.updatedAt,
  };
}

function partsOf(r: Row): Pick<ColumnRequest, 'builder' | 'built' | 'submitted'> {
  return {
    builder: r.builder_unit_id === null ? null : { unitId: r.builder_unit_id, name: r.builder_name ?? '' },
    built:
      r.built_id === null || r.built_on === null
        ? null
        : {
            id: r.built_id,
            on: r.built_on,
            address: r.built_address ?? '',
            by: r.built_by ?? '',
            at: r.built_at ?? '',
          },
    submitted:
      r.submitted_at === null
        ? null
        : {
            at: r.submitted_at,
            personId: r.submitted_by,
            personName: r.submitted_by_name ?? '',
            post: r.submitted_post ?? '',
          },
  };
}

function toRequest(r: Row): ColumnRequest {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    siteId: r.site_id,
    siteName: r.site_name,
    unitId: r.unit_id,
    unitName: r.unit_name,
    unitPath: r.unit_path,
    kind: r.kind as ColumnRequest['kind'],
    sectionId: r.section_id,
    name: r.name,
    updateClass: r.update_class,
    purpose: r.purpose,
    state: r.state as RequestState,
    revision: r.revision,
    version: r.version,
    chain: r.chain as unknown as ColumnRequest['chain'],
    pack: r.pack,
    packVersion: r.pack_version,
    pinnedOn: r.pinned_on,
    contentDigest: r.content_digest,
    approvalId: r.approval_id,
    ...partsOf(r),
    approvedAt: r.approved_at,
    createdAt: r.created_at,
    createdBy: r.created_by,
    updatedAt: r.updated_at,
  };
}

export async function insertRequest(tx: Tx, request: ColumnRequest): Promise<void> {
  await tx.withTables<Tables>().insertInto('column_requests').values(toRow(request)).execute();
}

/** Writes a request as it now is; of two under way for the same thing the later one is refused. */
export async function updateRequest(tx: Tx, request: ColumnRequest): Promise<void> {
  const { jurisdiction_id, id, chain, created_at, created_by, ...changed } = toRow(request);
  const update = tx
    .withTables<Tables>()
    .updateTable('column_requests')
    .set(changed)
    .where('jurisdiction_id', '=', jurisdiction_id)
    .where('id', '=', id)
    .execute();
  await refusingClash(update, 'sites.already-requested', { name: request.name });
}

export async function readRequest(tx: Tx, key: Key): Promise<ColumnRequest | undefined> {
  const row = await byKey(tx, key).executeTakeFirst();
  return row && toRequest(row);
}

/** As readRequest, holding the row until the transaction ends. */
export async function lockRequest(tx: Tx, key: Key): Promise<ColumnRequest | undefined> {
  const row = await byKey(tx, key).forUpdate().executeTakeFirst();
  return row && toRequest(row);
}

function byKey(tx: Tx, { jurisdiction, id }: Key) {
  return tx
    .withTables<Tables>()
    .selectFrom('column_requests')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

/** Whether another request for the same thing is under way. */
export async function readRival(tx: Tx, request: ColumnRequest): Promise<boolean> {
  const { place_id, name_key } = toRow(request);
  const row = await tx
    .withTables<Tables>()
    .selectFrom('column_requests')
    .select('id')
    .where('jurisdiction_id', '=', request.jurisdiction)
    .where('site_id', '=', request.siteId)
    .where('place_id', '=', place_id)
    .where('name_key', '=', name_key)
    .where('state', 'in', ['in-approval', 'approved'])
    .where('id', '!=', request.id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Requests under way that lead into a section or are its unit's; none may be left behind when it is closed. */
export async function countUnderWay(tx: Tx, section: Key): Promise<number> {
  const { n } = await tx
    .withTables<Tables>()
    .selectFrom('column_requests')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('jurisdiction_id', '=', section.jurisdiction)
    .where('section_id', '=', section.id)
    .where('state', 'in', ['in-approval', 'approved'])
    .executeTakeFirstOrThrow();
  return Number(n);
}

export interface RequestFilter {
  /** All that the session may see; every query names them first, since they lead the keys. */
  readonly scope: readonly string[] | '*';
  readonly overseen: readonly string[] | '*';
  readonly units: readonly string[];
  readonly jurisdictions: readonly string[] | null;
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** A page of the requests that concern the reader, those changed last first. */
export async function findRequests(
  tx: Tx,
  filter: RequestFilter,
): Promise<{ items: ColumnRequest[]; total: number }> {
  const { scope, overseen, jurisdictions: asked } = filter;
  const within = scope === '*' ? asked : scope.filter((code) => asked === null || asked.includes(code));
  let q = tx.withTables<Tables>().selectFrom('column_requests');
  if (within) q = q.where(sql<boolean>`jurisdiction_id = any(${[...within]}::text[])`);
  if (overseen !== '*' && !within?.every((code) => overseen.includes(code))) {
    q = q.where(
      sql<boolean>`(jurisdiction_id = any(${[...overseen]}::text[]) or unit_path && ${[...filter.units]}::uuid[]
        or builder_unit_id = any(${[...filter.units]}::uuid[]))`,
    );
  }
  if (filter.state) q = q.where('state', '=', filter.state);
  if (filter.unit) q = q.where('unit_id', '=', filter.unit);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await q
    .selectAll()
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { items: rows.map(toRequest), total: Number(total) };
}

const OPEN_LIMIT = 200;

/** Requests on which one of the units has the next step: to finish or mend its own, or to build what was agreed to. */
export async function readOpenRequests(
  tx: Tx,
  jurisdictions: readonly string[] | '*',
  units: readonly string[],
): Promise<ColumnRequest[]> {
  let q = tx.withTables<Tables>().selectFrom('column_requests').selectAll();
  if (jurisdictions !== '*') q = q.where(sql<boolean>`jurisdiction_id = any(${[...jurisdictions]}::text[])`);
  const rows = await q
    .where((eb) =>
      eb.or([
        eb.and([eb('unit_id', 'in', [...units]), eb('state', 'in', ['draft', 'returned'])]),
        eb.and([eb('builder_unit_id', 'in', [...units]), eb('state', '=', 'approved')]),
      ]),
    )
    .orderBy('updated_at', 'desc')
    .limit(OPEN_LIMIT)
    .execute();
  return rows.map(toRequest);
}

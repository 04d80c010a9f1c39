import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Drift, DriftKind, DriftState, Sighting } from './model.ts';
import type { Tables } from './tables.ts';

export async function insertSighting(tx: Tx, s: Sighting): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('sightings')
    .values({
      jurisdiction_id: s.jurisdiction,
      id: s.id,
      account_id: s.accountId,
      platform: s.platform,
      presence: s.presence,
      source: s.source,
      seen_at: s.seenAt,
      name: s.name,
      handle: s.handle,
      uid: s.uid,
      url: s.url,
      certification: s.certification,
      avatar: s.avatar,
      note: s.note,
      file_id: null,
      recorded_at: s.recordedAt,
      recorded_by: s.recordedBy,
      recorded_by_name: s.recordedByName,
      recorded_post: s.recordedPost,
    })
    .execute();
}

const SHOWN = 50;

/** The latest looks at an account, the newest first. */
export async function readSightings(tx: Tx, jurisdiction: string, accountId: string): Promise<Sighting[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('sightings')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((r) => ({
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    accountId: r.account_id,
    platform: r.platform,
    presence: r.presence as Sighting['presence'],
    source: r.source as Sighting['source'],
    seenAt: r.seen_at,
    name: r.name,
    handle: r.handle,
    uid: r.uid,
    url: r.url,
    certification: r.certification,
    avatar: r.avatar,
    note: r.note,
    recordedAt: r.recorded_at,
    recordedBy: r.recorded_by,
    recordedByName: r.recorded_by_name,
    recordedPost: r.recorded_post,
  }));
}

type Row = Selectable<Tables['drifts']>;

function toDrift(r: Row): Drift {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    accountId: r.account_id,
    accountName: r.account_name,
    hostUnitId: r.host_unit_id,
    hostPath: r.host_path,
    hostName: r.host_name,
    platform: r.platform,
    platformName: r.platform_name,
    kind: r.kind as DriftKind,
    filed: r.filed,
    seen: r.seen,
    firstSightingId: r.first_sighting_id,
    lastSightingId: r.last_sighting_id,
    firstSeenAt: r.first_seen_at,
    lastSeenAt: r.last_seen_at,
    times: r.times,
    agreedAt: r.agreed_at,
    state: r.state as DriftState,
    explanation: r.explanation,
    explainedBy: r.explained_by,
    explainedAt: r.explained_at,
    filingId: r.filing_id,
    closedReason: r.closed_reason,
    closedBy: r.closed_by,
    closedAt: r.closed_at,
    version: r.version,
  };
}

function toRow(d: Drift): Tables['drifts'] {
  return {
    jurisdiction_id: d.jurisdiction,
    id: d.id,
    account_id: d.accountId,
    host_unit_id: d.hostUnitId,
    host_path: [...d.hostPath],
    host_name: d.hostName,
    account_name: d.accountName,
    platform: d.platform,
    platform_name: d.platformName,
    kind: d.kind,
    filed: d.filed,
    seen: d.seen,
    first_sighting_id: d.firstSightingId,
    last_sighting_id: d.lastSightingId,
    first_seen_at: d.firstSeenAt,
    last_seen_at: d.lastSeenAt,
    times: d.times,
    agreed_at: d.agreedAt,
    state: d.state,
    explanation: d.explanation,
    explained_by: d.explainedBy,
    explained_at: d.explainedAt,
    filing_id: d.filingId,
    closed_reason: d.closedReason,
    closed_by: d.closedBy,
    closed_at: d.closedAt,
    version: d.version,
  };
}

/** Writes a finding as it now is. The caller holds it. */
export async function updateDrift(tx: Tx, drift: Drift): Promise<void> {
  const { jurisdiction_id, id, account_id, kind, ...changed } = toRow(drift);
  await tx
    .withTables<Tables>()
    .updateTable('drifts')
    .set(changed)
    .where('jurisdiction_id', '=', jurisdiction_id)
    .where('id', '=', id)
    .execute();
}

/** Writes a new finding; where another look found the same at the same moment, it counts as seen once more. */
export async function insertDrift(tx: Tx, drift: Drift): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('drifts')
    .values(toRow(drift))
    .onConflict((c) =>
      c
        .columns(['jurisdiction_id', 'account_id', 'kind'])
        .where(sql.ref('state'), '!=', 'closed')
        .doUpdateSet((eb) => ({
          last_sighting_id: eb.ref('excluded.last_sighting_id'),
          last_seen_at: eb.ref('excluded.last_seen_at'),
          seen: eb.ref('excluded.seen'),
          times: sql<number>`drifts.times + 1`,
        })),
    )
    .execute();
}

/** The findings of an account that are not closed, held until the transaction ends. */
export async function lockStanding(tx: Tx, jurisdiction: string, accountId: string): Promise<Drift[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('drifts')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('state', '!=', 'closed')
    .orderBy('kind')
    .forUpdate()
    .execute();
  return rows.map(toDrift);
}

export async function lockDrift(tx: Tx, jurisdiction: string, id: string): Promise<Drift | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('drifts')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toDrift(row);
}

/** All findings of an account, those that stand first, the newest first. */
export async function readDriftsOf(tx: Tx, jurisdiction: string, accountId: string): Promise<Drift[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('drifts')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .orderBy(sql`state = 'closed'`)
    .orderBy('last_seen_at', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(toDrift);
}

export interface DriftFilter {
  /** All that the session may see of jurisdictions; '*' everything. */
  readonly scope: readonly string[] | '*';
  readonly overseen: readonly string[] | '*';
  readonly units: readonly string[];
  readonly jurisdictions: readonly string[] | null;
  readonly q?: string | undefined;
  readonly unit?: string | undefined;
  readonly platform?: string | undefined;
  readonly kind?: string | undefined;
  readonly state: 'standing' | DriftState;
  readonly sort: 'seen' | '-seen' | 'name' | '-name';
  readonly page: number;
  readonly size: number;
}

/** A page of findings with the total. */
export async function findDrifts(tx: Tx, filter: DriftFilter): Promise<{ items: Drift[]; total: number }> {
  const { scope, overseen, jurisdictions: asked } = filter;
  const within = scope === '*' ? asked : scope.filter((code) => asked === null || asked.includes(code));
  let q = tx.withTables<Tables>().selectFrom('drifts');
  if (within) q = q.where(sql<boolean>`jurisdiction_id = any(${[...within]}::text[])`);
  if (overseen !== '*' && !within?.every((code) => overseen.includes(code))) {
    q = q.where(
      sql<boolean>`(jurisdiction_id = any(${[...overseen]}::text[]) or host_path && ${[...filter.units]}::uuid[])`,
    );
  }
  q = filter.state === 'standing' ? q.where('state', '!=', 'closed') : q.where('state', '=', filter.state);
  if (filter.unit) q = q.where('host_unit_id', '=', filter.unit);
  if (filter.platform) q = q.where('platform', '=', filter.platform);
  if (filter.kind) q = q.where('kind', '=', filter.kind);
  if (filter.q)
    q =
      q.where(sql<boolean>`(strpos(lower(account_name), lower(${filter.q})) > 0 or strpos(lower(host_name), lower(${filter.q})) > 0
      or strpos(lower(coalesce(seen, '')), lower(${filter.q})) > 0)`);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const direction = filter.sort.startsWith('-') ? 'desc' : 'asc';
  const rows = await q
    .selectAll()
    .orderBy(filter.sort.endsWith('name') ? 'account_name' : 'last_seen_at', direction)
    .orderBy('id', direction)
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { items: rows.map(toDrift), total: Number(total) };
}

import { type Insertable, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import { Refused } from '../../kernel/outcome.ts';
import { keepFilingClaims } from './keep-identity.ts';
import { type Filing, type FilingState, underWay } from './model.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['filings']>;

/** Whose business a list shows: jurisdictions looked over as a whole, and units with all below them. */
export interface Visible {
  /** All that the session may see; every query names them first, since they lead the keys. */
  readonly scope: readonly string[] | '*';
  readonly overseen: readonly string[] | '*';
  readonly units: readonly string[];
}

/** A filing as its table keeps it. */
export function filingRow(f: Filing): Insertable<Tables['filings']> {
  return {
    jurisdiction_id: f.jurisdiction,
    id: f.id,
    kind: f.kind,
    account_id: f.accountId,
    host_unit_id: f.hostUnitId,
    host_name: f.hostName,
    host_path: [...f.hostPath],
    state: f.state,
    revision: f.revision,
    version: f.version,
    values: JSON.stringify(f.values),
    exceptions: JSON.stringify(f.exceptions),
    name: f.name,
    platform: f.platform,
    form: JSON.stringify(f.form),
    chain: JSON.stringify(f.chain),
    timing: f.timing,
    pack: f.pack,
    pack_version: f.packVersion,
    pinned_on: f.pinnedOn,
    checks: JSON.stringify(f.checks),
    content_digest: f.contentDigest,
    approval_id: f.approvalId,
    filing_number: f.filingNumber,
    opened_on: f.openedOn,
    created_at: f.createdAt,
    created_by: f.createdBy,
    updated_at: f.updatedAt,
    ...submittedRow(f),
    approved_at: f.approvedAt,
    opened_at: f.openedAt,
    opened_by: f.openedBy,
    registered_at: f.registeredAt,
    ...matterRow(f),
  };
}

function submittedRow({ submitted }: Filing) {
  return {
    submitted_at: submitted?.at ?? null,
    submitted_by: submitted?.personId ?? null,
    submitted_by_name: submitted?.personName ?? null,
    submitted_post: submitted?.post ?? null,
  };
}

/** What a filing on an account has beyond an opening. */
function matterRow(f: Filing) {
  return {
    standing: f.standing && JSON.stringify(f.standing),
    pins: JSON.stringify(f.pins ?? {}),
    new_host_unit_id: f.newHost?.id ?? null,
    new_host_name: f.newHost?.name ?? null,
    effect_on: f.effectOn,
    effected_at: f.effectedAt,
    effected_by: f.effectedBy,
    evidence: f.evidence && JSON.stringify(f.evidence),
    backfile: f.backfile && JSON.stringify(f.backfile),
    ...(f.backfile ? { origin: 'back-filed' as const } : {}),
  };
}

function submittedOf(r: Row): Filing['submitted'] {
  if (r.submitted_at === null) return null;
  return {
    at: r.submitted_at,
    personId: r.submitted_by,
    personName: r.submitted_by_name ?? '',
    post: r.submitted_post ?? '',
  };
}

function matterOf(
  r: Row,
): Pick<
  Filing,
  'standing' | 'pins' | 'newHost' | 'effectOn' | 'effectedAt' | 'effectedBy' | 'evidence' | 'backfile'
> {
  return {
    standing: r.standing as unknown as Filing['standing'],
    pins: r.kind === 'open' ? null : (r.pins as unknown as Filing['pins']),
    newHost: r.new_host_unit_id === null ? null : { id: r.new_host_unit_id, name: r.new_host_name ?? '' },
    effectOn: r.effect_on,
    effectedAt: r.effected_at,
    effectedBy: r.effected_by,
    evidence: r.evidence as unknown as Filing['evidence'],
    backfile: r.backfile as unknown as Filing['backfile'],
  };
}

function toFiling(r: Row): Filing {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    kind: r.kind as Filing['kind'],
    accountId: r.account_id,
    hostUnitId: r.host_unit_id,
    hostName: r.host_name,
    hostPath: r.host_path,
    state: r.state as FilingState,
    revision: r.revision,
    version: r.version,
    values: r.values as unknown as Filing['values'],
    exceptions: r.exceptions as unknown as Filing['exceptions'],
    name: r.name,
    platform: r.platform,
    form: r.form as unknown as Filing['form'],
    chain: r.chain as unknown as Filing['chain'],
    timing: r.timing as Filing['timing'],
    pack: r.pack,
    packVersion: r.pack_version,
    pinnedOn: r.pinned_on,
    checks: r.checks as unknown as Filing['checks'],
    contentDigest: r.content_digest,
    approvalId: r.approval_id,
    filingNumber: r.filing_number,
    openedOn: r.opened_on,
    createdAt: r.created_at,
    createdBy: r.created_by,
    updatedAt: r.updated_at,
    submitted: submittedOf(r),
    approvedAt: r.approved_at,
    openedAt: r.opened_at,
    openedBy: r.opened_by,
    registeredAt: r.registered_at,
    ...matterOf(r),
  };
}

export async function insertFiling(tx: Tx, filing: Filing): Promise<void> {
  await oneUnderWay(tx.withTables<Tables>().insertInto('filings').values(filingRow(filing)).execute());
}

const UNIQUE_VIOLATION = '23505';

/** Of two filings begun on one account at once the second is told; the index decides. */
async function oneUnderWay(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
    const second = taken && 'constraint' in error && error.constraint === 'filings_one_under_way';
    throw second ? new Refused('conflict', { code: 'accounts.under-way-meanwhile' }) : error;
  }
}

/** Writes a filing as it now is. The caller holds its row and has counted its version. */
export async function updateFiling(tx: Tx, filing: Filing): Promise<void> {
  const { jurisdiction_id, id, form, chain, pins, created_at, created_by, ...changed } = filingRow(filing);
  await tx
    .withTables<Tables>()
    .updateTable('filings')
    .set(changed)
    .where('jurisdiction_id', '=', jurisdiction_id)
    .where('id', '=', id)
    .execute();
  await keepFilingClaims(tx, filing);
}

export async function readFiling(tx: Tx, jurisdiction: string, id: string): Promise<Filing | undefined> {
  const row = await byKey(tx, jurisdiction, id).executeTakeFirst();
  return row && toFiling(row);
}

/** As readFiling, holding the row until the transaction ends. */
export async function lockFiling(tx: Tx, jurisdiction: string, id: string): Promise<Filing | undefined> {
  const row = await byKey(tx, jurisdiction, id).forUpdate().executeTakeFirst();
  return row && toFiling(row);
}

function byKey(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .withTables<Tables>()
    .selectFrom('filings')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

/** The filings of an account, the latest first. */
export async function readFilingsOf(tx: Tx, jurisdiction: string, accountId: string): Promise<Filing[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('filings')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(toFiling);
}

/** What a unit claims by filings under way, other than one: openings, and accounts that are to come to it. */
export async function readClaims(
  tx: Tx,
  about: { readonly jurisdiction: string; readonly hostUnitId: string; readonly except: string },
): Promise<{ name: string; platform: string }[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('filings')
    .select(['name', 'platform'])
    .where('jurisdiction_id', '=', about.jurisdiction)
    .where('id', '!=', about.except)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('host_unit_id', '=', about.hostUnitId),
          eb('kind', '=', 'open'),
          eb('state', '=', 'in-approval'),
        ]),
        eb.and([
          eb('new_host_unit_id', '=', about.hostUnitId),
          eb('state', 'in', ['in-approval', 'approved']),
        ]),
      ]),
    )
    .execute();
  return rows.map(({ name, platform }) => ({ name: name ?? '', platform: platform ?? '' }));
}

/** The filing under way on an account, held until the transaction ends. */
export async function lockUnderWay(
  tx: Tx,
  jurisdiction: string,
  accountId: string,
): Promise<Filing | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('filings')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('kind', '!=', 'open')
    .where('state', 'in', [...underWay])
    .forUpdate()
    .executeTakeFirst();
  return row && toFiling(row);
}

/**
 * Narrows a list to what the session may see, within the jurisdictions asked for. One jurisdiction is named with
 * `=`, so that its index also gives the order; the host's own path is asked only where something is not overseen.
 */
export function visibleTo<T extends 'filings' | 'accounts'>(
  query: SelectQueryBuilder<Tables, T, object>,
  visible: Visible,
  asked: readonly string[] | null,
): SelectQueryBuilder<Tables, T, object> {
  const { scope, overseen } = visible;
  const within = scope === '*' ? asked : scope.filter((code) => asked === null || asked.includes(code));
  let q = query;
  if (within?.length === 1) q = q.where(sql<boolean>`jurisdiction_id = ${within[0]}`);
  else if (within) q = q.where(sql<boolean>`jurisdiction_id = any(${[...within]}::text[])`);
  if (overseen === '*' || within?.every((code) => overseen.includes(code))) return q;
  return q.where(
    sql<boolean>`(jurisdiction_id = any(${[...overseen]}::text[]) or host_path && ${[...visible.units]}::uuid[])`,
  );
}

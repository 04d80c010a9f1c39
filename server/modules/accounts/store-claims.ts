import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';

/** The claims on platforms' identifiers: one row each in the whole country, read by everybody. */
type ClaimTables = {
  uid_claims: {
    platform: string;
    uid: string;
    holder_jurisdiction: string;
    filing_id: string;
    account_id: string | null;
    account_name: string;
    host_name: string;
    claimed_at: string;
  };
};

/** An identifier of a platform, held by a filing or by the account that came of it. */
export interface Claim {
  readonly platform: string;
  readonly uid: string;
  readonly jurisdiction: string;
  readonly filingId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly host: string;
}

/** Who holds an identifier, as the one who wants it is told: an account and its host, no people. */
interface UidHolder {
  readonly name: string;
  readonly host: string;
  readonly jurisdiction: string;
}

/**
 * Claims identifiers, some at once. Of two transactions that want the same one the second waits for the first and is
 * then told; a claim of the same filing or account, or of another filing on that account, is only brought up to date. Answers the identifiers that others hold.
 */
export async function insertClaims(tx: Tx, claims: readonly Claim[], at: string): Promise<string[]> {
  if (claims.length === 0) return [];
  // In one order for everybody, so that two that want the same two cannot wait for each other.
  const sorted = [...claims].sort((a, b) => (`${a.platform} ${a.uid}` < `${b.platform} ${b.uid}` ? -1 : 1));
  const column = (of: (claim: Claim) => string | null) => sorted.map(of);
  const { rows } = await sql<{ uid: string; platform: string }>`
    insert into uid_claims as c (platform, uid, holder_jurisdiction, filing_id, account_id, account_name, host_name, claimed_at)
    select t.p, t.u, t.j, t.f, t.a, t.n, t.h, ${at}::timestamptz
      from unnest(${column((c) => c.platform)}::text[], ${column((c) => c.uid)}::text[],
        ${column((c) => c.jurisdiction)}::text[], ${column((c) => c.filingId)}::uuid[], ${column((c) => c.accountId)}::uuid[],
        ${column((c) => c.name)}::text[], ${column((c) => c.host)}::text[]) as t (p, u, j, f, a, n, h)
    on conflict (platform, uid) do update
      set account_id = coalesce(excluded.account_id, c.account_id), account_name = excluded.account_name,
          host_name = excluded.host_name, holder_jurisdiction = excluded.holder_jurisdiction
      where c.filing_id = excluded.filing_id or c.account_id = excluded.account_id
        or exists (select 1 from filings f where f.jurisdiction_id = excluded.holder_jurisdiction
                   and f.id = c.filing_id and f.account_id = excluded.account_id)
    returning c.platform, c.uid`.execute(tx);
  const held = new Set(rows.map(({ platform, uid }) => `${platform} ${uid}`));
  return sorted.filter(({ platform, uid }) => !held.has(`${platform} ${uid}`)).map(({ uid }) => uid);
}

/** Gives back what a filing claimed and no account of it holds; what it still names may be kept. */
export async function releaseFiling(tx: Tx, filingId: string, keep: readonly string[]): Promise<void> {
  await tx
    .withTables<ClaimTables>()
    .deleteFrom('uid_claims')
    .where('filing_id', '=', filingId)
    .where('account_id', 'is', null)
    .where(sql<boolean>`uid <> all(${[...keep]}::text[])`)
    .execute();
}

/** Gives back what an account held and no longer names. */
export async function releaseAccount(tx: Tx, accountId: string, keep: readonly string[]): Promise<void> {
  await tx
    .withTables<ClaimTables>()
    .deleteFrom('uid_claims')
    .where('account_id', '=', accountId)
    .where(sql<boolean>`uid <> all(${[...keep]}::text[])`)
    .execute();
}

/** Who holds an identifier of a platform anywhere, other than one filing or account. */
export async function readUidHolder(
  tx: Tx,
  about: {
    readonly platform: string;
    readonly uid: string;
    readonly filing: string | null;
    readonly account: string | null;
  },
): Promise<UidHolder | null> {
  const row = await tx
    .withTables<ClaimTables>()
    .selectFrom('uid_claims')
    .selectAll()
    .where('platform', '=', about.platform)
    .where('uid', '=', about.uid)
    .executeTakeFirst();
  if (!row || row.filing_id === about.filing || (row.account_id && row.account_id === about.account))
    return null;
  return { name: row.account_name, host: row.host_name, jurisdiction: row.holder_jurisdiction };
}

/** The identifiers that an account holds. */
export async function readUids(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx
    .withTables<ClaimTables>()
    .selectFrom('uid_claims')
    .select('uid')
    .where('account_id', '=', accountId)
    .execute();
  return rows.map(({ uid }) => uid);
}

/** The accounts that hold an identifier: of one platform, or of whichever it is. */
export async function readHolders(
  tx: Tx,
  uid: string,
  platform: string | null,
): Promise<{ jurisdiction: string; accountId: string }[]> {
  let q = tx
    .withTables<ClaimTables>()
    .selectFrom('uid_claims')
    .select(['holder_jurisdiction', 'account_id'])
    .where('uid', '=', uid)
    .where('account_id', 'is not', null);
  if (platform) q = q.where('platform', '=', platform);
  const rows = await q.limit(10).execute();
  return rows.map((row) => ({ jurisdiction: row.holder_jurisdiction, accountId: row.account_id ?? '' }));
}

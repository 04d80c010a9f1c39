import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { Refused } from '../../kernel/outcome.ts';
import { shownBy } from './keep-identity.ts';
import type { Account, Filing } from './model.ts';
import { nameChanges } from './rules-names.ts';
import { filingRow } from './store.ts';
import { accountRow } from './store-accounts.ts';
import { publicRow, toldOf } from './store-public.ts';
import { upsertTerms } from './store-terms.ts';
import type { Tables } from './tables.ts';

/** A filing and the account it brought, of one import. */
export interface TakenPair {
  readonly filing: Filing;
  readonly account: Account;
}

/** Writes some hundreds of accounts at once with all that stands beside them; their identifiers are claimed already. */
export async function insertTaken(tx: Tx, pairs: readonly TakenPair[], intakeId: string): Promise<void> {
  const q = tx.withTables<Tables>();
  await q
    .insertInto('filings')
    .values(
      pairs.map(({ filing }) => ({ ...filingRow(filing), origin: 'import' as const, intake_id: intakeId })),
    )
    .execute();
  await q
    .insertInto('accounts')
    .values(pairs.map(({ account }) => ({ ...accountRow(account), intake_id: intakeId })))
    .execute();
  const told = pairs.filter(({ account }) => toldOf.includes(account.state));
  if (told.length > 0) {
    await q
      .insertInto('public_accounts')
      .values(told.map(({ account }) => publicRow(account)))
      .execute();
  }
  await insertFirstNames(tx, pairs);
  await upsertTerms(
    tx,
    pairs.map(({ account }) => ({
      jurisdiction: account.jurisdiction,
      accountId: account.id,
      texts: [account.name, account.hostName],
    })),
  );
}

async function insertFirstNames(tx: Tx, pairs: readonly TakenPair[]): Promise<void> {
  const names = pairs.flatMap(({ account }) =>
    nameChanges([], shownBy(account)).begun.map((begun) => ({ ...begun, account })),
  );
  const column = (of: (name: (typeof names)[number]) => string | null) => names.map(of);
  await sql`
    insert into account_names (jurisdiction_id, id, account_id, platform, kind, value, key, from_on, to_on, filing_id)
    select * from unnest(${column(({ account }) => account.jurisdiction)}::text[], ${column(() => newId())}::uuid[],
      ${column(({ account }) => account.id)}::uuid[], ${column(({ account }) => account.platform)}::text[],
      ${column(({ kind }) => kind)}::text[], ${column(({ value }) => value)}::text[], ${column(({ key }) => key)}::text[],
      ${column(({ account }) => account.openedOn ?? account.createdAt.slice(0, 10))}::date[],
      ${column(() => null)}::date[], ${column(({ account }) => account.filingId)}::uuid[])`.execute(tx);
}

/** The accounts of an import, held, with whether each still is as the import left it. */
export async function readTaken(
  tx: Tx,
  jurisdictions: readonly string[],
  intakeId: string,
): Promise<{ jurisdiction: string; id: string; name: string; untouched: boolean }[]> {
  // Held first and looked at afterwards: one statement would not see the filing that it had just waited for.
  await sql`select from accounts
     where jurisdiction_id = any(${[...jurisdictions]}::text[]) and intake_id = ${intakeId}
     order by jurisdiction_id, id for update`.execute(tx);
  const { rows } = await sql<{ jurisdiction: string; id: string; name: string; untouched: boolean }>`
    select a.jurisdiction_id as jurisdiction, a.id, a.name,
           a.version = 1
           and not exists (select 1 from filings f
             where f.jurisdiction_id = a.jurisdiction_id and f.account_id = a.id and f.id <> a.filing_id)
           and not exists (select 1 from audit_entries e
             where e.jurisdiction_id = a.jurisdiction_id and e.subject_type = 'account' and e.subject_id = a.id::text
               and e.action <> 'account.imported') as untouched
      from accounts a
     where a.jurisdiction_id = any(${[...jurisdictions]}::text[]) and a.intake_id = ${intakeId}
     order by a.name`.execute(tx);
  return rows;
}

/** Takes the accounts of an import back with all that stands beside them. */
export async function deleteTaken(tx: Tx, jurisdictions: readonly string[], intakeId: string): Promise<void> {
  const where = sql`jurisdiction_id = any(${[...jurisdictions]}::text[])`;
  const mine = sql`(select id from accounts where ${where} and intake_id = ${intakeId})`;
  await sql`delete from uid_claims where account_id in ${mine}`.execute(tx);
  for (const table of ['account_names', 'account_terms'])
    await sql`delete from ${sql.table(table)} where ${where} and account_id in ${mine}`.execute(tx);
  await sql`delete from public_accounts where ${where} and id in ${mine}`.execute(tx);
  await inUse(sql`delete from accounts where ${where} and intake_id = ${intakeId}`.execute(tx));
  await sql`delete from filings where ${where} and intake_id = ${intakeId}`.execute(tx);
}

const STILL_REFERRED_TO = '23503';

/** What another part of the system keeps of an account is a use of it. */
async function inUse(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === STILL_REFERRED_TO ? new Refused('conflict', { code: 'intake.in-use-elsewhere' }) : error;
  }
}

/** Names of the living accounts of some units, by 'unit platform'. */
export async function readLivingOf(tx: Tx, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ key: string; names: string[] }>`
    select host_unit_id || ' ' || platform as key, array_agg(name order by created_at) as names
      from accounts where host_unit_id = any(${[...unitIds]}::uuid[]) and state in ('approved', 'operating')
     group by 1`.execute(tx);
  return new Map(rows.map(({ key, names }) => [key, names]));
}

/** Who holds some identifiers, by 'platform uid'. */
export async function readHoldersOf(
  tx: Tx,
  claims: readonly { readonly platform: string; readonly uid: string }[],
): Promise<Map<string, { name: string; host: string }>> {
  const { rows } = await sql<{ key: string; name: string; host: string }>`
    select c.platform || ' ' || c.uid as key, c.account_name as name, c.host_name as host
      from uid_claims c join unnest(${claims.map(({ platform }) => platform)}::text[],
        ${claims.map(({ uid }) => uid)}::text[]) as t (platform, uid) on t.platform = c.platform and t.uid = c.uid`.execute(
    tx,
  );
  return new Map(rows.map(({ key, ...holder }) => [key, holder]));
}

/** Which filing numbers are taken, as 'jurisdiction number'. */
export async function readNumbersTaken(
  tx: Tx,
  jurisdictions: readonly string[],
  numbers: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select jurisdiction_id || ' ' || filing_number as key from accounts
     where jurisdiction_id = any(${[...jurisdictions]}::text[]) and filing_number = any(${[...numbers]}::text[])`.execute(
    tx,
  );
  return rows.map(({ key }) => key);
}

import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import { newId } from '../../kernel/db/uuid.ts';
import type { Day } from '../../policy/index.ts';
import type { KnownAs, NameKind } from './names-model.ts';

type NameTables = {
  account_names: {
    jurisdiction_id: string;
    id: string;
    account_id: string;
    platform: string;
    kind: string;
    value: string;
    key: string;
    from_on: Day;
    to_on: Day | null;
    filing_id: string;
  };
};

/** A name as it is written, and as names are compared. */
export interface NewName {
  readonly kind: NameKind;
  readonly value: string;
  readonly key: string;
}

interface Subject {
  readonly jurisdiction: string;
  readonly id: string;
  readonly platform: string;
}

/** Everything an account was known by, the oldest first. */
export async function readNames(tx: Tx, jurisdiction: string, accountId: string): Promise<KnownAs[]> {
  const rows = await tx
    .withTables<NameTables>()
    .selectFrom('account_names')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NameKind,
    value: row.value,
    fromOn: row.from_on,
    toOn: row.to_on,
    filingId: row.filing_id,
  }));
}

/** Ends names on a day; one that would end before it began never was. */
export async function endNames(tx: Tx, jurisdiction: string, ids: readonly string[], on: Day): Promise<void> {
  if (ids.length === 0) return;
  await sql`update account_names set to_on = greatest(from_on, ${on}::date)
    where jurisdiction_id = ${jurisdiction} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function insertNames(
  tx: Tx,
  subject: Subject,
  names: readonly NewName[],
  since: { readonly on: Day; readonly filingId: string },
): Promise<void> {
  if (names.length === 0) return;
  await tx
    .withTables<NameTables>()
    .insertInto('account_names')
    .values(
      names.map(({ kind, value, key }) => ({
        jurisdiction_id: subject.jurisdiction,
        id: newId(),
        account_id: subject.id,
        platform: subject.platform,
        kind,
        value,
        key,
        from_on: since.on,
        to_on: null,
        filing_id: since.filingId,
      })),
    )
    .execute();
}

/** Accounts known by something, now or once: everywhere, at most twenty. */
export async function readKnownBy(
  tx: Tx,
  about: { readonly kind: NameKind; readonly key: string; readonly platform: string | null },
): Promise<{ jurisdiction: string; accountId: string; standing: boolean }[]> {
  let q = tx
    .withTables<NameTables>()
    .selectFrom('account_names')
    .select(['jurisdiction_id', 'account_id', 'to_on'])
    .where('key', '=', about.key)
    .where('kind', '=', about.kind);
  if (about.platform) q = q.where('platform', '=', about.platform);
  const rows = await q.orderBy('from_on', 'desc').limit(20).execute();
  return rows.map((row) => ({
    jurisdiction: row.jurisdiction_id,
    accountId: row.account_id,
    standing: row.to_on === null,
  }));
}

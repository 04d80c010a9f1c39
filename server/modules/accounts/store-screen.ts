import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { AccountState } from './model.ts';

/** An account as an analysis of a whole jurisdiction looks at it. */
export interface ScreenedAccount {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  readonly platformName: string;
  readonly channelKind: string;
  readonly number: string;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly hostPath: readonly string[];
  /** What it is for, as filed; '' where nothing is on record. */
  readonly functions: string;
  /** Rules from which it was allowed to depart, by the id of the check. */
  readonly excused: readonly string[];
}

/** An account that somebody mentions by one of its numbers. */
export interface MentionedAccount {
  readonly jurisdiction: string;
  readonly id: string;
  readonly state: AccountState;
}

/** Read in one go: the jurisdiction leads the key, so it is one range however many there are. */
export async function readToScreen(
  tx: Tx,
  jurisdiction: string,
  hosts: readonly string[] | null,
): Promise<ScreenedAccount[]> {
  const ofHosts = hosts ? sql`and host_unit_id = any(${[...hosts]}::uuid[])` : sql``;
  const { rows } = await sql<ScreenedAccount>`
    select id, name, platform, platform_name as "platformName", channel_kind as "channelKind",
           filing_number as number, host_unit_id as "hostUnitId", host_name as "hostName", host_path as "hostPath",
           coalesce((select d ->> 'value' from jsonb_array_elements(details) d
             where d ->> 'key' in ('functions', 'account.functions') limit 1), '') as functions,
           coalesce(jsonb_path_query_array(exceptions, '$[*].check'), '[]') as excused
      from accounts where jurisdiction_id = ${jurisdiction} and state = 'operating' ${ofHosts}
     order by id`.execute(tx);
  return rows;
}

export async function readAccountKeys(
  tx: Tx,
  texts: readonly string[],
  jurisdictions: readonly string[],
): Promise<(MentionedAccount & { readonly text: string })[]> {
  const { rows } = await sql<MentionedAccount & { readonly text: string }>`
    select filing_number as text, jurisdiction_id as jurisdiction, id, state from accounts
     where jurisdiction_id = any(${[...jurisdictions]}::text[]) and filing_number = any(${[...texts]}::text[])
    union
    select c.uid, a.jurisdiction_id, a.id, a.state from uid_claims c
      join accounts a on a.jurisdiction_id = c.holder_jurisdiction and a.id = c.account_id
     where c.uid = any(${[...texts]}::text[]) and c.holder_jurisdiction = any(${[...jurisdictions]}::text[])`.execute(
    tx,
  );
  return rows;
}

export async function readOperatingAreas(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct jurisdiction_id as code from accounts where state = 'operating' order by code`.execute(
    tx,
  );
  return rows.map(({ code }) => code);
}

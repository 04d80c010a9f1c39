import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import { gramsOf, gramsToFind } from '../directory/index.ts';

/** What an account is found by: its names, former ones too, and its host's. */
export interface AccountTerms {
  readonly jurisdiction: string;
  readonly accountId: string;
  readonly texts: readonly string[];
}

const AT_A_TIME = 5_000;

/** Writes what a search finds of accounts. */
export async function upsertTerms(tx: Tx, terms: readonly AccountTerms[]): Promise<void> {
  for (let from = 0; from < terms.length; from += AT_A_TIME) {
    const some = terms.slice(from, from + AT_A_TIME);
    await sql`
      insert into account_terms (jurisdiction_id, account_id, texts, grams)
      select j, a, x, string_to_array(g, chr(10)) from unnest(
        ${some.map((each) => each.jurisdiction)}::text[],
        ${some.map((each) => each.accountId)}::uuid[],
        ${some.map((each) => each.texts.map(asSearched).join('\n'))}::text[],
        ${some.map((each) => gramsOf(each.texts).join('\n'))}::text[]) as t (j, a, x, g)
      on conflict (jurisdiction_id, account_id) do update set texts = excluded.texts, grams = excluded.grams`.execute(
      tx,
    );
  }
}

/** A text as the search compares it: lower case, no blanks. */
function asSearched(text: string): string {
  return [...text.toLowerCase()].filter((each) => each.trim() !== '').join('');
}

/**
 * The ids of the accounts with a text somewhere in a name, a former name or the host's name, as an array worked out
 * once from the index of characters; null where the text holds nothing to look for.
 */
export function accountsWith(text: string): RawBuilder<string[]> | null {
  const wanted = asSearched(text);
  const grams = gramsToFind(text);
  if (grams.length === 0) return null;
  // The terms only narrow down: all neighbours may occur and yet not one after another.
  return sql<string[]>`array(select account_id from account_terms
    where grams @> ${grams}::text[] and juzhen_holds(texts, ${wanted}))`;
}

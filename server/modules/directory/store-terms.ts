import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import type { Term } from './search-terms.ts';

const AT_A_TIME = 20_000;

/** Replaces what a search finds of the subjects. */
export async function replaceTerms(
  db: Db,
  subject: 'unit' | 'person',
  subjects: readonly string[],
  terms: readonly Term[],
): Promise<void> {
  await sql`delete from directory_terms where subject = ${subject} and subject_id = any(${[...subjects]}::uuid[])`.execute(
    db,
  );
  await insertTerms(db, subject, terms);
}

export async function insertTerms(db: Db, subject: 'unit' | 'person', terms: readonly Term[]): Promise<void> {
  for (let from = 0; from < terms.length; from += AT_A_TIME) {
    const some = terms.slice(from, from + AT_A_TIME);
    await sql`
      insert into directory_terms (jurisdiction_id, subject, gram, subject_id)
      select j, ${subject}, g, s from unnest(
        ${some.map((each) => each.jurisdiction)}::text[],
        ${some.map((each) => each.gram)}::text[],
        ${some.map((each) => each.subjectId)}::uuid[]) as t (j, g, s)`.execute(db);
  }
}

/**
 * The ids of the subjects that have all the terms, as an array worked out once: an index finds them, and the rows
 * by their ids. Left as a join, the planner reads every row of a jurisdiction and compares names.
 */
export function subjectsWith(subject: 'unit' | 'person', grams: readonly string[]): RawBuilder<string[]> {
  const each = grams.map(
    (gram) => sql`select subject_id from directory_terms where gram = ${gram} and subject = ${subject}`,
  );
  return sql<string[]>`array(${sql.join(each, sql` intersect `)})`;
}

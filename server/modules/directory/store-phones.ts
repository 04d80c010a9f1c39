import type { Db } from '../../kernel/db/database.ts';
import type { Tables } from './tables.ts';

/** The telephones that a jurisdiction's directory keeps of its people and of whom its units turn to. */
export async function readPhones(db: Db, jurisdiction: string): Promise<string[]> {
  const q = db.withTables<Tables>();
  const rows = await q
    .selectFrom('people')
    .select('phone')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('phone', 'is not', null)
    .union(
      q
        .selectFrom('contacts')
        .select('phone')
        .where('jurisdiction_id', '=', jurisdiction)
        .where('closed_at', 'is', null),
    )
    .execute();
  return rows.flatMap(({ phone }) => phone ?? []);
}

import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import { appointmentRelation } from '../directory/index.ts';

/**
 * The accounts of a jurisdiction for which somebody in office answers on the day, or of whom one of the staff holds the
 * rights: set-based, whatever their number.
 */
export async function readTended(tx: Tx, jurisdiction: string, on: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.account_id as id from stewardship_records r
      left join ${appointmentRelation()} ap on ap.id = r.appointment_id
     where r.jurisdiction_id = ${jurisdiction} and r.account_id is not null
       and ((r.kind = 'person' and r.key = 'responsible') or (r.kind = 'rights' and r.key = 'staff'))
       and r.from_day <= ${on}::date and (r.to_day is null or r.to_day >= ${on}::date)
       and (ap.to_day is null or ap.to_day >= ${on}::date)`.execute(tx);
  return rows.map(({ id }) => id);
}

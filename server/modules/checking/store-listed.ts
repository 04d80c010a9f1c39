import type { Selectable } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Listed } from './list-model.ts';
import type { Tables } from './tables.ts';

function toListed(r: Selectable<Tables['check_lists']>): Listed {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    kind: r.kind as Listed['kind'],
    name: r.name,
    class: r.class,
    entries: r.entries,
    basis: r.basis,
    from: r.from_on,
    to: r.to_on,
    removed: r.removed,
    version: r.version,
    createdAt: r.created_at,
    createdByName: r.created_by_name,
  };
}

/** Lists something; false where it is listed already under that name. */
export async function insertListed(tx: Tx, item: Listed): Promise<boolean> {
  const result = await tx
    .withTables<Tables>()
    .insertInto('check_lists')
    .values({
      jurisdiction_id: item.jurisdiction,
      id: item.id,
      kind: item.kind,
      name: item.name,
      class: item.class,
      entries: [...item.entries],
      basis: item.basis,
      from_on: item.from,
      to_on: item.to,
      removed: item.removed,
      version: item.version,
      created_at: item.createdAt,
      created_by_name: item.createdByName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function lockListed(tx: Tx, jurisdiction: string, id: string): Promise<Listed | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('check_lists')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toListed(row);
}

/** Takes something off the list for good. The caller holds its row. */
export async function dropListed(tx: Tx, { jurisdiction, id, version }: Listed): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('check_lists')
    .set({ removed: true, version })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

/** What some jurisdictions list, by kind and name; what was taken off is left out. */
export async function readListed(tx: Tx, jurisdictions: readonly string[]): Promise<Listed[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('check_lists')
    .selectAll()
    .where('jurisdiction_id', 'in', [...jurisdictions])
    .where('removed', '=', false)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toListed);
}

import type { Tx } from '../../kernel/db/database.ts';
import type { CalendarYear } from '../../policy/calendar/index.ts';
import type { Tables } from './tables.ts';

const tables = (tx: Tx) => tx.withTables<Tables>();

/** How often years have been loaded into this database: the version of what stands in the table. */
export async function readCalendarHead(tx: Tx): Promise<number> {
  const head = await tables(tx)
    .selectFrom('calendar_head')
    .select('version')
    .where('id', '=', 1)
    .executeTakeFirst();
  return head?.version ?? 0;
}

/** As readCalendarHead, holding the row so that two updates follow each other. */
export async function lockCalendarHead(tx: Tx): Promise<number> {
  const head = await tables(tx)
    .selectFrom('calendar_head')
    .select('version')
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return head.version;
}

/** The years as last loaded, without those that came with the program. */
export async function readLoadedYears(tx: Tx): Promise<CalendarYear[]> {
  const rows = await tables(tx)
    .selectFrom('calendar_years')
    .select(['year', 'source', 'holidays', 'make_up'])
    .distinctOn('year')
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ year, source, holidays, make_up }) => ({
    year,
    status: 'announced',
    source,
    holidays,
    makeUp: make_up,
  }));
}

/** Writes a year as a new version; earlier versions stay. */
export async function insertYear(
  tx: Tx,
  version: number,
  year: CalendarYear,
  loaded: { readonly at: string; readonly by: string | null },
): Promise<void> {
  await tables(tx)
    .insertInto('calendar_years')
    .values({
      year: year.year,
      version,
      source: year.source,
      holidays: JSON.stringify(year.holidays),
      make_up: JSON.stringify(year.makeUp),
      loaded_at: loaded.at,
      loaded_by: loaded.by,
    })
    .execute();
  await tables(tx).updateTable('calendar_head').set({ version }).where('id', '=', 1).execute();
}

import { type Kysely, sql } from 'kysely';

/** Back-filing of accounts that were open before a regulation; papers that a park submits for all below it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  'alter table filings add column backfile jsonb',
  `alter table filings add constraint filings_back_filed check ((origin = 'back-filed') = (backfile is not null))`,
];

import type { Kysely, Transaction } from 'kysely';

/** The database without tables: each store names its own with `db.withTables<OwnTables>()`. */
export type Db = Kysely<unknown>;
/** A transaction of it. */
export type Tx = Transaction<unknown>;

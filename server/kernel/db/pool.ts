import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** A pool and its query builder; a store names its tables with `db.withTables<OwnTables>()`. */
export type OpenPool = { db: Kysely<unknown>; pool: pg.Pool; close(): Promise<void> };

type PoolOptions = {
  url: string;
  /** `app` owns nothing and sees rows by `juzhen.scope` only; `owner` is for migrations and maintenance. */
  as: 'app' | 'owner';
  max?: number;
  /** Told of connections that break while idle; without a listener Node would end the process. */
  onError?: (error: Error) => void;
};

const APP_SETTINGS = [
  // A start option and not SET ROLE: RESET ROLE and DISCARD ALL come back to it.
  'role=juzhen_app',
  'TimeZone=Asia/Shanghai',
  'DateStyle=ISO',
  'lock_timeout=10s',
  'idle_in_transaction_session_timeout=60s',
];
const OWNER_SETTINGS = ['TimeZone=Asia/Shanghai', 'DateStyle=ISO', 'juzhen.scope=*'];

/**
 * Opens a pool (connections are made on demand). Values come back as: bigint → number (beyond 2^53 it throws),
 * date → 'YYYY-MM-DD', timestamptz → ISO text in UTC with milliseconds; numeric stays text.
 */
export function openPool({ url, as, max = 10, onError = () => {} }: PoolOptions): OpenPool {
  const pool = new pg.Pool(poolConfig(url, as, max));
  pool.on('error', onError);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** The driver's settings for one face of the database, also for tools that open a pool of their own. */
export function poolConfig(url: string, as: 'app' | 'owner', max: number): pg.PoolConfig {
  const target = new URL(url);
  // Options inside the address would replace ours, and with them the role.
  const asked = target.searchParams.get('options') ?? '';
  target.searchParams.delete('options');
  const ours = (as === 'app' ? APP_SETTINGS : OWNER_SETTINGS).map((one) => `-c ${one}`).join(' ');
  return {
    connectionString: target.toString(),
    options: `${asked} ${ours}`.trim(),
    application_name: `juzhen-${as}`,
    max,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  };
}

const OID = {
  int8: 20,
  date: 1082,
  timestamptz: 1184,
  textArray: 1009,
  int8Array: 1016,
  dateArray: 1182,
  timestamptzArray: 1185,
};

const parseTexts: (value: string) => (string | null)[] = pg.types.getTypeParser(OID.textArray, 'text');
const parsers: Record<number, (value: string) => unknown> = {
  [OID.int8]: toInteger,
  [OID.date]: (value) => value,
  [OID.timestamptz]: toInstant,
  [OID.int8Array]: (value) => parseTexts(value).map((one) => one && toInteger(one)),
  [OID.dateArray]: parseTexts,
  [OID.timestamptzArray]: (value) => parseTexts(value).map((one) => one && toInstant(one)),
};

function getTypeParser(oid: number, format?: string) {
  return (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text');
}

function toInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`integer ${value} is beyond 2^53`);
  return number;
}

/** PostgreSQL writes '2026-11-22 14:30:00.123456+08'; infinity stays as it is. */
function toInstant(value: string): string {
  const time = Date.parse(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}

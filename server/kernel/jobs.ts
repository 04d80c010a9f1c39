import { fromKysely, type JobResult, PgBoss } from 'pg-boss';
import type { Job } from './context.ts';
import type { Tx } from './db/database.ts';
import { poolConfig } from './db/pool.ts';

/** A queue and what is done with a job of it. Handlers run at least once, so each must bear being run again. */
export interface JobHandler {
  readonly queue: string;
  handle(data: object): Promise<void>;
  /** A five-field cron line in Asia/Shanghai: the job runs once across all processes at each of its times. */
  readonly cron?: string;
}

export interface Jobs {
  /** Connects, so that work can be queued; nothing is handled yet. */
  open(): Promise<void>;
  enqueue(tx: Tx, job: Job): Promise<void>;
  /** Begins to handle what is queued. */
  start(handlers: readonly JobHandler[], onError: (error: unknown) => void): Promise<void>;
  stop(): Promise<void>;
}

/** While there is more than a batch the queue is drained without a pause: by single jobs it gave one every two seconds. */
const PACE = {
  pollingIntervalSeconds: 2,
  batchSize: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;

/**
 * Creates or updates the queue's own tables and the queues. Runs as the owner of the schema,
 * since the server's role owns nothing.
 */
export async function migrateJobs(ownerUrl: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...connection(ownerUrl, 'owner', 2), schedule: false, supervise: false });
  boss.on('error', () => undefined);
  await boss.start();
  for (const queue of queues) {
    if (!(await boss.getQueue(queue))) {
      await boss.createQueue(queue, { retryLimit: 8, retryDelay: 5, retryBackoff: true });
    }
  }
  for (const statement of GRANTS) await boss.getDb().executeSql(statement);
  await boss.stop({ graceful: false });
}

/** Each job succeeds or fails for itself; a failure is told, and the queue tries again. */
async function handleEach(
  handler: JobHandler,
  jobs: readonly { id: string; data: object }[],
  onError: (error: unknown) => void,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const { id, data } of jobs) {
    const failure = await handler.handle(data).then(
      () => null,
      (error: unknown) => ({ message: error instanceof Error ? error.message : String(error), error }),
    );
    if (failure) onError(failure.error);
    results.push(
      failure ? { id, status: 'failed', output: { message: failure.message } } : { id, status: 'completed' },
    );
  }
  return results;
}

/** The server's role works the queue but cannot alter it. */
const GRANTS = [
  'grant usage on schema pgboss to juzhen_app',
  'grant select, insert, update, delete on all tables in schema pgboss to juzhen_app',
  'grant execute on all functions in schema pgboss to juzhen_app',
];

function connection(url: string, as: 'app' | 'owner', max: number) {
  const { connectionString = url, options = '' } = poolConfig(url, as, max);
  return { connectionString, options, max, application_name: `juzhen-jobs-${as}` };
}

/** The queue of this process on the server's own role: jobs are claimed with SKIP LOCKED, cron fires once. */
export function createJobs(url: string): Jobs {
  const boss = new PgBoss({
    ...connection(url, 'app', 4),
    migrate: false,
    createSchema: false,
    reindex: false,
  });
  let told: (error: unknown) => void = () => undefined;
  boss.on('error', (error) => told(error));
  let opened = false;
  return {
    async open() {
      await boss.start();
      opened = true;
    },
    async enqueue(tx, job) {
      await boss.send(job.queue, job.data, {
        db: fromKysely(tx),
        ...(job.afterSeconds === undefined ? {} : { startAfter: job.afterSeconds }),
      });
    },
    async start(handlers, onError) {
      told = onError;
      for (const handler of handlers) {
        await boss.work<object, unknown, typeof PACE>(handler.queue, PACE, (jobs) =>
          handleEach(handler, jobs, onError),
        );
        if (handler.cron) await boss.schedule(handler.queue, handler.cron, {}, { tz: 'Asia/Shanghai' });
      }
    },
    async stop() {
      if (opened) await boss.stop({ graceful: true, timeout: 10_000 });
      opened = false;
    },
  };
}

import type { Calendar } from '../policy/calendar/index.ts';
import type { Day, Policy } from '../policy/index.ts';
import type { Actor } from './actor.ts';
import { digestOf } from './audit/digest.ts';
import type { AuditInput } from './audit/entry.ts';
import { appendEntries, type NewEntry } from './audit/store.ts';
import { openScope } from './clock.ts';
import type { Context, Fact, Geography, Job, Now } from './context.ts';
import type { Db, Tx } from './db/database.ts';
import type { Outcome } from './outcome.ts';

/** What the kernel asks of others without knowing them; wired in main.ts. */
export interface RunnerParts {
  readonly db: Db;
  /** The calendar in force, as the administrator last updated it. */
  loadCalendar(tx: Tx): Promise<Calendar>;
  policyFor(jurisdiction: string, on: Day, calendar: Calendar): Policy;
  enqueue(tx: Tx, job: Job): Promise<void>;
  readonly geography: Geography;
  /** Modules above that want to hear of facts from below, by the fact's name. */
  readonly listeners: ReadonlyMap<string, readonly FactListener[]>;
}

export type FactListener = (ctx: Context, fact: Fact) => Promise<void>;

/** Who acts: known already, or found in the same transaction (a session, say). */
export type Who = Actor | ((tx: Tx, now: Now) => Promise<Actor>);

/** Runs use cases: one transaction, one clock reading, one trail. */
export interface Runner {
  /** A read: the transaction cannot write. */
  query<T>(who: Who, work: (ctx: Context) => Promise<T>): Promise<T>;
  /** A change: committed only with success, and never without an audit entry. */
  command<T>(who: Who, work: (ctx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** The transactions of one asker, for work that is too long for a single one. */
export interface Steps {
  query<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  command<T>(work: (ctx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** Binds a runner to who asks. */
export function stepsOf(runner: Runner, who: Who): Steps {
  return {
    query: (work) => runner.query(who, work),
    command: (work) => runner.command(who, work),
  };
}

/** Carries the problems of a refused command through the rollback. */
class RolledBack extends Error {
  readonly outcome: Outcome<never>;
  constructor(outcome: Outcome<never>) {
    super('rolled back');
    this.outcome = outcome;
  }
}

export function createRunner(parts: RunnerParts): Runner {
  return {
    // One snapshot for all its statements: a list agrees with its total, and a chain with its head, while others write.
    query: (who, work) =>
      parts.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (tx) => (await open(parts, tx, who)).run(work)),
    command: (who, work) => retried(() => runCommand(parts, who, work)),
  };
}

async function runCommand<T>(
  parts: RunnerParts,
  who: Who,
  work: (ctx: Context) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await parts.db.transaction().execute(async (tx) => {
      const opened = await open(parts, tx, who);
      const outcome = await opened.run(work);
      if (!outcome.ok) throw new RolledBack(outcome);
      if (opened.entries.length === 0) throw new Error('a command changed state without an audit entry');
      await appendEntries(tx, opened.entries);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  }
}

async function open(parts: RunnerParts, tx: Tx, who: Who) {
  let actor: Actor;
  let now: Now;
  if (typeof who === 'function') {
    now = await openScope(tx, '*', '*');
    actor = await who(tx, now);
    await openScope(tx, actor.scope, actor.reach);
  } else {
    actor = who;
    now = await openScope(tx, actor.scope, actor.reach);
  }
  const calendar = await parts.loadCalendar(tx);
  const entries: NewEntry[] = [];
  const ctx: Context = {
    tx,
    actor,
    now,
    calendar,
    policy: (jurisdiction, on) => parts.policyFor(jurisdiction, on ?? now.day, calendar),
    audit: (input) => void entries.push(toEntry(input, actor, now)),
    geography: parts.geography,
    enqueue: (job) => parts.enqueue(tx, job),
    announce: async (fact) => {
      for (const listener of parts.listeners.get(fact.name) ?? []) await listener(ctx, fact);
    },
  };
  return { entries, run: <R>(work: (ctx: Context) => Promise<R>) => work(ctx) };
}

function toEntry(input: AuditInput, actor: Actor, now: Now): NewEntry {
  return {
    jurisdiction_id: input.jurisdiction,
    at: now.iso,
    actor_kind: actor.kind,
    person_id: actor.personId,
    person_name: actor.name,
    post_id: input.post?.postId ?? null,
    post_title: input.post ? `${input.post.unitName} ${input.post.title}` : null,
    action: input.action,
    subject_type: input.subject.type,
    subject_id: input.subject.id,
    facts: input.facts ?? {},
    before_digest: input.before === undefined ? null : digestOf(input.before),
    after_digest: input.after === undefined ? null : digestOf(input.after),
  };
}

const RETRIES = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** The database asks that a transaction be tried again when two of them stood in each other's way. */
async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if ((code !== SERIALIZATION_FAILURE && code !== DEADLOCK) || attempt >= RETRIES) throw error;
    }
  }
}

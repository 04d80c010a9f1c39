import type { Calendar } from '../policy/calendar/index.ts';
import type { Day, Jurisdiction, Policy } from '../policy/index.ts';
import type { Actor } from './actor.ts';
import type { AuditInput } from './audit/entry.ts';
import type { Tx } from './db/database.ts';

/** One reading of the clock: the instant in UTC and the day it falls on in the legal zone. */
export interface Now {
  /** ISO 8601 in UTC with milliseconds. */
  readonly iso: string;
  readonly day: Day;
}

/** A piece of work for later, queued in the same transaction. */
export interface Job {
  readonly queue: string;
  readonly data: object;
  /** Seconds to wait before the first try. */
  readonly afterSeconds?: number;
}

/** Something that happened, told within the same transaction to the modules above that asked to hear of it. */
export interface Fact {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The tree of jurisdictions, as the loaded packs declare it. */
export interface Geography {
  get(code: string): Jurisdiction | undefined;
  /** From the parent up to the nation. */
  ancestors(code: string): readonly Jurisdiction[];
  /** The jurisdiction itself and everything below it. */
  descendants(code: string): readonly string[];
}

/** Everything a use case may touch: the same for HTTP, the command line and jobs. */
export interface Context {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Now;
  readonly calendar: Calendar;
  readonly geography: Geography;
  /** What holds for a jurisdiction on a day; today where no day is given. */
  policy(jurisdiction: string, on?: Day): Policy;
  /** Notes a change for the trail; written with the change, in the same transaction. */
  audit(entry: AuditInput): void;
  enqueue(job: Job): Promise<void>;
  /** Tells listeners wired in main.ts, in this transaction: the fact and its effects stand or fall together. */
  announce(fact: Fact): Promise<void>;
}

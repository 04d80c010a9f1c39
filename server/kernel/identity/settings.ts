import type { Calendar, Day, Policy } from '../../policy/index.ts';
import type { Actor } from '../actor.ts';
import type { Geography } from '../context.ts';
import type { Db, Tx } from '../db/database.ts';
import type { Runner } from '../runner.ts';
import type { OpenIdProvider } from './open-id.ts';
import type { SecretBox } from './secret-box.ts';

/** A sign-in of the demonstration, shown on the sign-in page. */
export interface DemoSignIn {
  readonly userName: string;
  readonly password: string;
  readonly post: string;
  readonly unit: string;
}

interface IdentitySettings {
  /** The address is reached over TLS: the cookie is sent over nothing else. */
  readonly https: boolean;
  readonly idleMinutes: number;
  readonly longestHours: number;
  /** Failures in a row before a name is locked, and the minutes of the first lock; each further lock doubles. */
  readonly lockAttempts: number;
  readonly lockMinutes: number;
  /** No refused sign-in is answered sooner, so that the time of an answer tells nothing; milliseconds. */
  readonly refusalMs: number;
  readonly demo: boolean;
  readonly demoSignIns: readonly DemoSignIn[];
}

/** What identity asks of the rest; wired in main.ts. */
export interface IdentityParts {
  readonly db: Db;
  readonly runner: Runner;
  readonly settings: IdentitySettings;
  readonly box: SecretBox;
  readonly openId: OpenIdProvider | null;
  readonly geography: Geography;
  policyFor(jurisdiction: string, on: Day): Policy;
  loadCalendar(tx: Tx): Promise<Calendar>;
  /** The directory's answer to who a person is on a day. */
  loadActor(tx: Tx, personId: string, day: Day, geography: Geography): Promise<Actor>;
  /** What modules above let a person do at all, asked for the menu. */
  readonly offers: {
    audit(actor: Actor): boolean;
    file(actor: Actor): boolean;
    intake(actor: Actor): boolean;
    /** Sees what is proposed to be merged, closed or improved. */
    consolidation(actor: Actor): boolean;
  };
  /** Told of writes that were not waited for and failed. */
  onError(error: unknown): void;
}

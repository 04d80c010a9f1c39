import type { Approval } from '../approvals/index.ts';
import type { Deadline } from '../deadlines/index.ts';
import type { Assembled } from './assemble-filing.ts';
import type { Entry } from './model.ts';
import type { PublicNotice } from './notice-model.ts';

/** An outside entry with its latest clock. */
interface ClockedEntry {
  readonly entry: Entry;
  readonly deadline: Deadline | null;
}

/** A filing with all that happened to it. */
export interface FilingCase {
  readonly assembled: Assembled;
  readonly rounds: readonly Approval[];
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly entries: readonly ClockedEntry[];
  /** Clocks on the filing itself, with the names of the units that answer for them. */
  readonly clocks: readonly { readonly deadline: Deadline; readonly ownerName: string }[];
  readonly supervisorName: string | null;
  /** What the public was told of it, the latest first. */
  readonly notices: readonly PublicNotice[];
}

import type { Db, Tx } from '../db/database.ts';
import { type BrokenEntry, checkHead, GENESIS, walkEntry } from './entry.ts';
import { hashAt, headlessChains, readEntries, readHeads } from './store.ts';

export interface AuditReport {
  readonly chains: number;
  readonly entries: number;
  /** The first broken entry of each broken chain; empty when the trail is whole. */
  readonly broken: readonly BrokenEntry[];
  /** The heads, to be written down outside the database: a later trail must contain them. */
  readonly heads: readonly WrittenHead[];
}

/** A head as written down outside the database. */
export interface WrittenHead {
  readonly jurisdiction: string;
  readonly seq: number;
  readonly hash: string;
}

const BATCH = 2000;

/**
 * Walks every chain the transaction may see and names the first broken entry of each. Constant memory. The transaction
 * must read one snapshot (repeatable read): otherwise an entry written between head and walk looks like a fault.
 */
export async function verifyAudit(db: Tx): Promise<AuditReport> {
  const heads = await readHeads(db);
  const broken: BrokenEntry[] = [];
  let entries = 0;
  for (const head of heads) {
    const end = await walkChain(db, head.jurisdiction_id);
    if ('fault' in end) {
      broken.push(end);
      continue;
    }
    entries += end.seq;
    const fault = checkHead(head, end);
    if (fault) broken.push(fault);
  }
  for (const jurisdiction of await headlessChains(db))
    broken.push({ jurisdiction, seq: 1, fault: 'beyond-head' });
  return {
    chains: heads.length,
    entries,
    broken,
    heads: heads.map((h) => ({ jurisdiction: h.jurisdiction_id, seq: h.seq, hash: h.hash })),
  };
}

/** Walks one chain, as verifyAudit does all; null where there is no head. The transaction must read one snapshot. */
export async function verifyChain(
  db: Tx,
  jurisdiction: string,
): Promise<{ readonly head: WrittenHead; readonly broken: BrokenEntry | null } | null> {
  const head = (await readHeads(db)).find((each) => each.jurisdiction_id === jurisdiction);
  if (!head) return null;
  const end = await walkChain(db, jurisdiction);
  const broken = 'fault' in end ? end : checkHead(head, end);
  return { head: { jurisdiction, seq: head.seq, hash: head.hash }, broken };
}

/**
 * Compares the trail with heads written down earlier: each must still be an entry of its chain. Finds what the chains
 * cannot know of themselves: one deleted or cut back together with its head, or written anew from some entry on.
 */
export async function compareWithHeads(db: Tx, written: readonly WrittenHead[]): Promise<BrokenEntry[]> {
  const broken: BrokenEntry[] = [];
  for (const { jurisdiction, seq, hash } of written) {
    const now = seq === 0 ? GENESIS : await hashAt(db, jurisdiction, seq);
    if (now !== hash)
      broken.push({ jurisdiction, seq, fault: now === undefined ? 'lost-since' : 'other-since' });
  }
  return broken;
}

async function walkChain(db: Db, jurisdiction: string): Promise<{ seq: number; hash: string } | BrokenEntry> {
  let state = { seq: 0, hash: GENESIS };
  for (;;) {
    const batch = await readEntries(db, jurisdiction, state.seq, BATCH);
    for (const entry of batch) {
      const next = walkEntry(state, entry);
      if ('fault' in next) return next;
      state = next;
    }
    if (batch.length < BATCH) return state;
  }
}

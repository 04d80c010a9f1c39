import { digestOf } from './digest.ts';

/** What a use case says about its change; the kernel adds who, when and the chain. */
export interface AuditInput {
  readonly jurisdiction: string;
  /** What was done, as a dotted code: 'filing.submit'. Its Chinese name stands in contracts/audit/words.ts. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** The post in which the person acted, where one did. */
  readonly post?: { readonly postId: string; readonly title: string; readonly unitName: string };
  /** Facts a reader of the trail needs; no personal data, no secrets. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The subject before and after; only their digests are kept. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** An entry as it stands in the chain of one jurisdiction. */
export interface AuditEntry {
  readonly jurisdiction_id: string;
  readonly seq: number;
  readonly at: string;
  readonly actor_kind: string;
  readonly person_id: string | null;
  readonly person_name: string;
  readonly post_id: string | null;
  readonly post_title: string | null;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly before_digest: string | null;
  readonly after_digest: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** The hash before the first entry of a chain. */
export const GENESIS = '0'.repeat(64);

/**
 * What the hash of an entry covers. The list is closed: a column added later must not change the hashes of entries
 * written before it, so it needs a chain of its own kind, not a place here.
 */
const hashedColumns = [
  'jurisdiction_id',
  'seq',
  'at',
  'actor_kind',
  'person_id',
  'person_name',
  'post_id',
  'post_title',
  'action',
  'subject_type',
  'subject_id',
  'facts',
  'before_digest',
  'after_digest',
  'prev_hash',
] as const satisfies readonly (keyof AuditEntry)[];

export const entryColumns = [...hashedColumns, 'hash'] as const satisfies readonly (keyof AuditEntry)[];

/** The hash of an entry: SHA-256 over the listed columns, the hash before it among them. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return digestOf(Object.fromEntries(hashedColumns.map((column) => [column, entry[column]])));
}

export interface ChainHead {
  readonly jurisdiction_id: string;
  readonly seq: number;
  readonly hash: string;
}

type ChainFault =
  | 'missing'
  | 'altered'
  | 'unlinked'
  | 'truncated'
  | 'beyond-head'
  | 'lost-since'
  | 'other-since';

/** The first broken place of one chain. `seq` is the entry at fault, or the one that ought to be there. */
export interface BrokenEntry {
  readonly jurisdiction: string;
  readonly seq: number;
  readonly fault: ChainFault;
}

/**
 * One step of the walk along a chain: the state after the entry, or the fault found at it.
 * A changed field breaks the entry's own hash; a deleted, inserted or moved row breaks number or link.
 */
export function walkEntry(
  state: { seq: number; hash: string },
  entry: AuditEntry,
): { seq: number; hash: string } | BrokenEntry {
  const expected = state.seq + 1;
  const at = (fault: ChainFault, seq: number): BrokenEntry => ({
    jurisdiction: entry.jurisdiction_id,
    seq,
    fault,
  });
  if (entry.seq !== expected) return at('missing', expected);
  if (entry.prev_hash !== state.hash) return at('unlinked', expected);
  const { hash, ...rest } = entry;
  if (hashOf(rest) !== hash) return at('altered', expected);
  return { seq: expected, hash };
}

/** What the end of a chain says against its head: rows cut off the end, or rows the head does not know. */
export function checkHead(head: ChainHead, last: { seq: number; hash: string }): BrokenEntry | null {
  if (last.seq < head.seq)
    return { jurisdiction: head.jurisdiction_id, seq: last.seq + 1, fault: 'truncated' };
  if (last.seq > head.seq)
    return { jurisdiction: head.jurisdiction_id, seq: head.seq + 1, fault: 'beyond-head' };
  if (last.hash !== head.hash) return { jurisdiction: head.jurisdiction_id, seq: head.seq, fault: 'altered' };
  return null;
}

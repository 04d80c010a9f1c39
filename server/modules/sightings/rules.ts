import { identifierOf, type Platform } from '../../policy/index.ts';
import type { DriftKind, Seen } from './model.ts';

/** What is filed of an account, in the words in which it can be compared. */
export interface Filed {
  readonly name: string;
  readonly uids: readonly string[];
  readonly handle: string | null;
  readonly url: string | null;
  readonly certification: string | null;
  readonly avatar: string | null;
}

export interface Difference {
  readonly kind: DriftKind;
  readonly filed: string | null;
  readonly seen: string | null;
}

/** How links are compared, and which identifier one holds; given by the accounts module. */
export interface LinkReader {
  key(link: string): string;
  identifier(link: string): string | null;
}

/** What a look found, and what it looked at: a kind looked at without a difference agrees with the filing. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly agreed: readonly DriftKind[];
}

/**
 * Compares what was seen with what is filed. An account that is gone shows nothing else; another identifier of the same
 * kind means that somebody else's account was seen, whose name and picture say nothing of ours. Pure.
 */
export function compare(filed: Filed, seen: Seen, platform: Platform | null, links: LinkReader): Comparison {
  if (seen.presence === 'gone') {
    return { differences: [{ kind: 'gone', filed: filed.uids[0] ?? filed.name, seen: null }], agreed: [] };
  }
  const stranger = strangerIn(filed, seen, platform, links);
  if (stranger) return { differences: [stranger], agreed: ['gone'] };
  const looked: [DriftKind, string | null, string | null, boolean][] = [
    ['renamed', filed.name, seen.name, plain(filed.name) === plain(seen.name)],
    ['handle', filed.handle, seen.handle, plain(filed.handle) === plain(seen.handle)],
    ['url', filed.url, seen.url, sameLink(filed, seen, links)],
    [
      'certification',
      filed.certification,
      seen.certification,
      plain(filed.certification) === plain(seen.certification),
    ],
    ['avatar', filed.avatar, seen.avatar, sameAvatar(filed.avatar, seen.avatar)],
  ];
  // What was not looked at, or never filed, is neither a difference nor agreement.
  const known = looked.filter(([, was, is]) => was !== null && was !== '' && is !== null && is !== '');
  return {
    differences: known
      .filter(([, , , same]) => !same)
      .map(([kind, was, is]) => ({ kind, filed: was, seen: is })),
    agreed: [
      ...known.filter(([, , , same]) => same).map(([kind]) => kind),
      'gone',
      ...(knownUid(filed, seen, links) ? (['stranger'] as const) : []),
    ],
  };
}

/** An identifier of a kind we have, with another value: somebody else's account under our name or address. */
function strangerIn(
  filed: Filed,
  seen: Seen,
  platform: Platform | null,
  links: LinkReader,
): Difference | null {
  const uid = seenUid(seen, links);
  if (uid === null || filed.uids.length === 0 || filed.uids.includes(uid)) return null;
  const kindOf = (text: string) => (platform ? (identifierOf(platform, text)?.kind ?? null) : 'id');
  const same = filed.uids.find((each) => kindOf(each) === kindOf(uid) && kindOf(uid) !== null);
  return same ? { kind: 'stranger', filed: same, seen: uid } : null;
}

function seenUid(seen: Seen, links: LinkReader): string | null {
  if (seen.uid) return seen.uid;
  return seen.url ? links.identifier(seen.url) : null;
}

function knownUid(filed: Filed, seen: Seen, links: LinkReader): boolean {
  const uid = seenUid(seen, links);
  return uid !== null && filed.uids.includes(uid);
}

/** Two addresses are the same where they read alike, or where both lead to the account's own identifier. */
function sameLink(filed: Filed, seen: Seen, links: LinkReader): boolean {
  if (!filed.url || !seen.url) return true;
  if (links.key(filed.url) === links.key(seen.url)) return true;
  const holds = links.identifier(seen.url);
  return holds !== null && filed.uids.includes(holds);
}

const DIGEST = /^[0-9a-f]{16}$/;
/** Of the 64 bits of a picture's digest a re-encoded copy differs in a few; another picture in about half. */
const SAME_PICTURE = 10;

/** Digests of 16 hexadecimal figures are compared by how many bits differ, others letter by letter. */
function sameAvatar(filed: string | null, seen: string | null): boolean {
  if (!filed || !seen) return true;
  if (!DIGEST.test(filed) || !DIGEST.test(seen)) return filed === seen;
  let differing = BigInt(`0x${filed}`) ^ BigInt(`0x${seen}`);
  let bits = 0;
  for (; differing > 0n; differing &= differing - 1n) bits++;
  return bits <= SAME_PICTURE;
}

function plain(text: string | null): string {
  return [...(text ?? '').toLowerCase()].filter((each) => each.trim() !== '').join('');
}

import type { Sentence } from './sentences.ts';

/** Two sentences that stand for each other, or one without its like on the other side. */
export interface Pair {
  readonly mine?: Sentence;
  readonly theirs?: Sentence;
}

/** Longer stretches are not paired, so that comparing stays linear. */
const MOST = 20;
const LIKE = 0.4;

/**
 * Pairs the sentences of two stretches that differ, in their order: by place where both have as many, else by
 * likeness; undefined where a stretch is too long for that.
 */
export function pairUp(mine: readonly Sentence[], theirs: readonly Sentence[]): Pair[] | undefined {
  if (mine.length === theirs.length)
    return mine.map((one, place) => ({ mine: one, ...(theirs[place] ? { theirs: theirs[place] } : {}) }));
  if (mine.length > MOST || theirs.length > MOST) return undefined;
  const likes = theirs.map(({ key }) => pairsOfCharacters(key));
  const pairs: Pair[] = [];
  let next = 0;
  for (const one of mine) {
    const own = pairsOfCharacters(one.key);
    let best = -1;
    let most = LIKE;
    for (let at = next; at < theirs.length; at += 1) {
      const like = likeness(own, likes[at] ?? new Set());
      if (like > most) [best, most] = [at, like];
    }
    if (best < 0) {
      pairs.push({ mine: one });
      continue;
    }
    for (; next < best; next += 1) pairs.push({ ...(theirs[next] ? { theirs: theirs[next] } : {}) });
    pairs.push({ mine: one, ...(theirs[best] ? { theirs: theirs[best] } : {}) });
    next = best + 1;
  }
  for (; next < theirs.length; next += 1) pairs.push({ ...(theirs[next] ? { theirs: theirs[next] } : {}) });
  return pairs;
}

function pairsOfCharacters(key: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < key.length; at += 1) pairs.add(key.slice(at, at + 2));
  return pairs;
}

/** Dice: twice what is shared, of all. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

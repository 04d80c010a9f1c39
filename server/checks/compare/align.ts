/** Stretches [from, to) of two lists that stand between the same neighbours and differ. */
export interface Gap {
  readonly mine: readonly [number, number];
  readonly theirs: readonly [number, number];
}

/**
 * Aligns two lists by the entries that stand once in each and keep their order (patience), and by equal neighbours of
 * those; returns what is left between. O(n log n).
 */
export function align(mine: readonly string[], theirs: readonly string[]): Gap[] {
  const gaps: Gap[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...anchors(mine, theirs), [mine.length, theirs.length] as const]) {
    pushGap(gaps, mine, theirs, [i, a], [j, b]);
    i = a + 1;
    j = b + 1;
  }
  return gaps;
}

function pushGap(
  gaps: Gap[],
  mine: readonly string[],
  theirs: readonly string[],
  [a1, a2]: readonly [number, number],
  [b1, b2]: readonly [number, number],
): void {
  let [fromA, toA, fromB, toB] = [a1, a2, b1, b2];
  while (fromA < toA && fromB < toB && mine[fromA] === theirs[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (toA > fromA && toB > fromB && mine[toA - 1] === theirs[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  if (fromA < toA || fromB < toB) gaps.push({ mine: [fromA, toA], theirs: [fromB, toB] });
}

/** Pairs of places of entries that stand once in each list, in rising order of both. */
function anchors(mine: readonly string[], theirs: readonly string[]): [number, number][] {
  const places = onceIn(theirs);
  const pairs: [number, number][] = [];
  for (const [key, a] of onceIn(mine)) {
    const b = places.get(key);
    if (b !== undefined) pairs.push([a, b]);
  }
  return longestRising(pairs.sort(([a], [b]) => a - b));
}

function onceIn(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [place, key] of keys.entries())
    if (places.has(key)) repeated.add(key);
    else places.set(key, place);
  for (const key of repeated) places.delete(key);
  return places;
}

/** The longest run of pairs whose second places rise too. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, [, b]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const run: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

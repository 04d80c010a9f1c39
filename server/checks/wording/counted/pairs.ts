/** Known pairs of symbols by how they sound: all that can be meant where two symbols sound so. */
export interface SoundPairs {
  /** For each symbol its groups of near syllables, as rows. */
  readonly groupStarts: Uint32Array;
  readonly groups: Uint16Array;
  readonly width: number;
  /** Rows by first group × width + second group; each pair is first × 65536 + second. */
  readonly starts: Uint32Array;
  readonly pairs: Uint32Array;
}

/** Sorts pairs into rows by the sounds of both symbols; a pair with several readings stands in several rows. */
export function sortBySound(
  symbols: number,
  sounds: Iterable<readonly [symbol: number, group: number]>,
  pairs: Uint32Array,
): SoundPairs {
  const own: number[][] = Array.from({ length: symbols }, () => []);
  let width = 0;
  for (const [symbol, group] of sounds) {
    if (!own[symbol]?.includes(group)) own[symbol]?.push(group);
    width = Math.max(width, group + 1);
  }
  const groupStarts = new Uint32Array(symbols + 1);
  own.forEach((groups, symbol) => {
    groupStarts[symbol + 1] = (groupStarts[symbol] as number) + groups.length;
  });
  const groups = Uint16Array.from(own.flat());
  const starts = new Uint32Array(width * width + 1);
  const eachRow = (visit: (row: number, pair: number) => void): void => {
    for (const pair of pairs) {
      const first = pair >>> 16;
      const second = pair & 65535;
      for (let a = groupStarts[first] as number; a < (groupStarts[first + 1] as number); a++)
        for (let b = groupStarts[second] as number; b < (groupStarts[second + 1] as number); b++)
          visit((groups[a] as number) * width + (groups[b] as number), pair);
    }
  };
  eachRow((row) => {
    starts[row + 1] = (starts[row + 1] as number) + 1;
  });
  for (let row = 0; row < width * width; row++)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const fill = starts.slice();
  const sorted = new Uint32Array(starts[width * width] as number);
  eachRow((row, pair) => {
    const at = fill[row] as number;
    sorted[at] = pair;
    fill[row] = at + 1;
  });
  return { groupStarts, groups, width, starts, pairs: sorted };
}

import type { Confusions } from '../../server/checks/wording/counted/confusions.ts';
import type { Forest } from '../../server/checks/wording/counted/forest.ts';
import { levelOf } from '../../server/checks/wording/counted/levels.ts';
import type { Lines } from '../../server/checks/wording/counted/model.ts';
import { FIRST_OWN } from '../../server/checks/wording/counted/symbols.ts';
import { markGram } from '../../server/checks/wording/counted/trigrams.ts';
import { buildTable } from './fuse.ts';
import { type Gathered, mistakeLevel } from './gather.ts';
import { packSections } from './sections.ts';
import { Tally } from './tally.ts';

const TRIGRAM_WORDS = 1 << 18;

/** The model file: everything counted, squeezed, with the trees and the lines between the tiers. */
export function packModel(all: Gathered, confusions: Confusions, forest: Forest, lines: Lines): Uint8Array {
  const joined = new Tally(24);
  for (const tally of [all.grams, all.own])
    tally.forEach((hash, count) => {
      joined.add(hash, count);
    });
  const grams = tableOf(joined);
  const words = tableOf(all.words);
  const trigrams = new Uint32Array(TRIGRAM_WORDS);
  all.threes.forEach((hash) => {
    markGram(trigrams, hash);
  });
  const neighbours = [...all.twos.keys()].sort((a, b) => a - b);
  const { readings, groups } = all.sounds;
  const header = {
    characters: all.characters.join(''),
    grams: { segment: grams.segment, span: grams.span },
    words: { segment: words.segment, span: words.span },
    bias: forest.bias,
    lines,
  };
  return packSections(header, {
    grams: grams.cells,
    words: words.cells,
    followerStarts: Uint32Array.from({ length: all.characters.length + FIRST_OWN + 1 }, (_, symbol) =>
      placeOf(neighbours, symbol * 65536),
    ),
    followers: Uint16Array.from(neighbours, (pair) => pair & 65535),
    trigrams,
    shares: all.shares,
    starts: confusions.starts,
    targets: confusions.targets,
    kinds: confusions.kinds,
    shapes: confusions.shapes,
    readings: Uint16Array.from(readings.flatMap(({ symbol, syllable }) => [symbol, groups[syllable] ?? 0])),
    pairs: all.pairs,
    known: Uint32Array.from([...all.mistakes].flatMap(([key, count]) => [key, mistakeLevel(count)])),
    roots: forest.roots,
    features: forest.features,
    bounds: forest.bounds,
    rights: forest.rights,
  });
}

/** How many of the sorted numbers lie below `least`. */
function placeOf(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tableOf(tally: Tally): ReturnType<typeof buildTable> {
  const hashes = new Int32Array(tally.size);
  const levels = new Uint8Array(tally.size);
  let at = 0;
  tally.forEach((hash, count) => {
    hashes[at] = hash;
    levels[at++] = levelOf(count);
  });
  return buildTable(hashes, levels);
}

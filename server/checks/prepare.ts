import type { CheckContext } from './context.ts';
import type { Detector, DetectorId, Prepared, TermHit } from './finding.ts';
import { landmarksOf } from './landmarks.ts';
import type { LexiconEntry } from './lexicon/entry.ts';
import { buildMatcher, Hits } from './match/index.ts';

const NONE: readonly TermHit[] = [];

/** Makes a text ready for all detectors. */
export type Prepare = (text: string, context: CheckContext) => Prepared;

/** Builds the one pass over a text that serves the lexicons and the cues of all detectors that run. */
export function createPreparer(entries: readonly LexiconEntry[], detectors: readonly Detector[]): Prepare {
  const running = new Set(detectors.map(({ id }) => id));
  const all = [...entries.filter(({ detector }) => running.has(detector)), ...detectors.flatMap(cuesOf)];
  const matcher = buildMatcher(
    all.map(({ term }) => term),
    { folding: 'plain', except: exceptionsOf(all) },
  );
  const hits = new Hits();
  return (text, context) => {
    const folded = matcher.fold(text);
    const { units, length, shifts } = folded;
    const found = new Map<DetectorId, TermHit[]>();
    matcher.scanInto(units, length, hits);
    for (let at = 0; at < hits.size; at += 2) {
      const term = hits.pairs[at] ?? 0;
      const to = hits.pairs[at + 1] ?? 0;
      const from = to - matcher.lengthOf(term);
      const entry = all[term];
      if (!entry) continue;
      const hit: TermHit = { entry, from, to, start: shifts.source(from), end: shifts.sourceEnd(to) };
      const own = found.get(entry.detector);
      if (own) own.push(hit);
      else found.set(entry.detector, [hit]);
    }
    return {
      text,
      folded,
      context,
      landmarks: landmarksOf(folded),
      hitsOf: (detector) => found.get(detector) ?? NONE,
    };
  };
}

/** A detector's own words as entries; their source is the detector. */
function cuesOf({ id, cues = [] }: Detector): LexiconEntry[] {
  return cues.flatMap(({ kind, terms }) =>
    terms.map((term) => ({ term, kind, detector: id, source: 'built-in' })),
  );
}

/** Longer right words that contain a term; the right form itself is one where the term is part of it. */
function exceptionsOf(entries: readonly LexiconEntry[]): Map<number, readonly string[]> {
  const exceptions = new Map<number, readonly string[]>();
  for (const [place, { term, right, except = [] }] of entries.entries()) {
    const words = right?.includes(term) && right !== term ? [...except, right] : except;
    if (words.length > 0) exceptions.set(place, words);
  }
  return exceptions;
}

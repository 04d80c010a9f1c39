import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCover, weigh } from './cover.ts';
import type { Evidence } from './evidence.ts';
import { levelOf } from './levels.ts';
import { layNeighbours } from './neighbours.ts';
import { Place } from './place.ts';
import { EDGE, FIRST_OWN, PADDING, SEED, step } from './symbols.ts';

const SYMBOLS = FIRST_OWN + 5;

/** Exact counts of a few texts, in the shape of a model. */
function evidenceOf(texts: readonly number[][]): Evidence {
  const counts = new Map<number, number>();
  const single = new Float64Array(SYMBOLS);
  const pairs = new Set<number>();
  for (const text of texts) {
    const ids = [EDGE, ...text, EDGE];
    ids.forEach((id, from) => {
      single[id] = (single[id] as number) + 1;
      if (from + 1 < ids.length) pairs.add(id * 65536 + (ids[from + 1] as number));
      let hash = step(SEED, id);
      for (let n = 2; n <= 5 && from + n <= ids.length; n++) {
        hash = step(hash, ids[from + n - 1] as number);
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
      }
    });
  }
  const total = single.reduce((sum, one) => sum + one, 1);
  const gram = (hash: number): number => levelOf(counts.get(hash) ?? 0);
  return {
    classes: new Uint16Array(0),
    characters: [],
    shares: Float32Array.from(single, (one) => Math.log((one + 0.2) / total)),
    neighbours: layNeighbours(SYMBOLS, pairs),
    gram,
    trigram: (hash) => (gram(hash) > 0 ? 1 : 0),
    gramAt: () => 0,
    word: () => 0,
    known: () => 0,
    confusions: {
      starts: new Uint32Array(0),
      targets: new Uint16Array(0),
      kinds: new Uint8Array(0),
      shapes: new Uint8Array(0),
    },
    pairs: {
      groupStarts: new Uint32Array(0),
      groups: new Uint16Array(0),
      width: 0,
      starts: new Uint32Array(0),
      pairs: new Uint32Array(0),
    },
  };
}

const symbol = fc.integer({ min: FIRST_OWN, max: SYMBOLS - 1 });
const text = fc.array(symbol, { minLength: 3, maxLength: 30 });
/** Counts, and a text that was counted itself but for one symbol, so that long n-grams stand in it. */
const counted = fc
  .tuple(fc.array(text, { minLength: 1, maxLength: 4 }), fc.nat({ max: 4 }), fc.nat(), symbol)
  .map(([texts, times, where, other]) => {
    const written = [...(texts[0] as number[])];
    const repeated = [...texts, ...Array.from({ length: times }, () => [...written])];
    written[where % written.length] = other;
    return { evidence: evidenceOf(repeated), written, where: where % written.length };
  });
const own = Uint16Array.from({ length: SYMBOLS - FIRST_OWN }, (_, i) => FIRST_OWN + i);

function padded(ids: readonly number[]): Uint16Array {
  const edges = Array.from({ length: PADDING }, () => EDGE);
  return Uint16Array.from([...edges, ...ids, ...edges]);
}

test('no candidate weighs more than was said at most, and one of which nothing is said has no n-gram of three', () => {
  fc.assert(
    fc.property(counted, fc.integer({ min: -2, max: 2 }), ({ evidence, written, where }, off) => {
      const place = new Place(evidence);
      place.move(padded(written), PADDING + Math.min(Math.max(where + off, 0), written.length - 1));
      const found = new Int32Array(own.length + 1);
      const count = place.known(own, 0, own.length, found);
      const sides = new Map(
        Array.from(found.subarray(0, count), (one) => [own[one >> 2] as number, one & 3]),
      );
      for (const candidate of own) {
        const cover = place.cover(candidate, -1, newCover());
        const weight = weigh(cover);
        const side = sides.get(candidate);
        const most = side === undefined ? 0 : place.atMost(candidate, side, Number.NEGATIVE_INFINITY);
        if (most === 0) expect(cover.seen[1]).toBe(0);
        else expect(most).toBeGreaterThanOrEqual(weight - 1e-9);
        // told how much is needed, it may not put aside what has as much
        if (side !== undefined && most > 0)
          expect(place.atMost(candidate, side, weight - 1e-9)).toBeGreaterThanOrEqual(weight - 1e-9);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the same of two symbols', () => {
  fc.assert(
    fc.property(counted, symbol, symbol, ({ evidence, written, where }, first, second) => {
      const place = new Place(evidence);
      place.move(padded([...written, FIRST_OWN]), PADDING + where);
      const found = new Int32Array(2);
      const pairs = Uint32Array.of(first * 65536 + second);
      const count = place.knownTogether(pairs, 0, 1, found);
      const weight = weigh(place.cover(first, second, newCover()));
      const sides = (found[0] as number) & 3;
      const ask = (least: number): number =>
        count === 0 ? 0 : place.atMostTogether(first, second, sides, least);
      if (ask(Number.NEGATIVE_INFINITY) > 0) expect(ask(weight - 1e-9)).toBeGreaterThanOrEqual(weight - 1e-9);
    }),
    { numRuns: 1000 },
  );
});

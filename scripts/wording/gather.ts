import type { Confusions } from '../../server/checks/wording/counted/confusions.ts';
import type { Evidence } from '../../server/checks/wording/counted/evidence.ts';
import { levelOf } from '../../server/checks/wording/counted/levels.ts';
import { layNeighbours } from '../../server/checks/wording/counted/neighbours.ts';
import { sortBySound } from '../../server/checks/wording/counted/pairs.ts';
import { classesOf, FIRST_OWN, SEED, step } from '../../server/checks/wording/counted/symbols.ts';
import { alphabetOf } from './alphabet.ts';
import { FOLDS, type Laws, type Pair } from './corpus.ts';
import { joinConfusions } from './join-confusions.ts';
import { likenesses } from './shapes.ts';
import { type Sounds, soundsOf } from './sounds.ts';
import { eachGram, Tally } from './tally.ts';

/** Right sentences of the development data speak for the language of offices, so each counts twice. */
const OWN_WEIGHT = 2;
/** Five symbols are counted from the fourth sighting on: that takes a third off the model and costs next to nothing. */
const LEAST_FIVE = 4;
const USUAL = 8;
const LEAST_PAIR = 4;
export const EVERYTHING = FOLDS;

/** All that was counted; what a fold brought can be left out again. */
export interface Gathered {
  readonly characters: readonly string[];
  readonly classes: Uint16Array;
  readonly grams: Tally;
  /** All n-grams of two symbols, each first × 65536 + second, with its hash. */
  readonly twos: ReadonlyMap<number, number>;
  /** Hashes of all n-grams of three symbols. */
  readonly threes: Tally;
  readonly own: Tally;
  readonly ownOf: readonly Tally[];
  readonly words: Tally;
  readonly shares: Float32Array;
  readonly usual: Uint8Array;
  readonly sounds: Sounds;
  readonly pairs: Uint32Array;
  readonly mistakes: ReadonlyMap<number, number>;
  readonly mistakesOf: readonly ReadonlyMap<number, number>[];
}

/** Counts the laws, the right sentences and the dictionary, and looks up sounds and shapes. */
export function gather(
  laws: Laws,
  pairs: readonly Pair[],
  dictionary: readonly [string, number][],
): Gathered {
  const texts = pairs.flatMap(({ wrong, right }) => [wrong, right]);
  const characters = alphabetOf(laws.counted, texts);
  const classes = classesOf(characters.join(''));
  const single = new Float64Array(characters.length + FIRST_OWN);
  const short = { twos: new Map<number, number>(), threes: new Tally(22) };
  const grams = countLaws(laws.counted, classes, single, short);
  const { own, ownOf } = countOwn(pairs, classes, single, short);
  const words = countWords(dictionary, classes, single);
  const total = single.reduce((sum, one) => sum + one, 0);
  return {
    characters,
    classes,
    grams,
    ...short,
    own,
    ownOf,
    words,
    shares: Float32Array.from(single, (one) => Math.log((one + 0.2) / total)),
    usual: Uint8Array.from(single, (one, i) => (i >= FIRST_OWN && one >= USUAL ? 1 : 0)),
    sounds: soundsOf(characters, FIRST_OWN),
    pairs: knownPairs(laws.counted, dictionary, classes, characters),
    ...countMistakes(pairs, classes),
  };
}

interface Short {
  readonly twos: Map<number, number>;
  readonly threes: Tally;
}

function countLaws(
  lines: readonly string[],
  classes: Uint16Array,
  single: Float64Array,
  { twos, threes }: Short,
): Tally {
  const grams = new Tally(25);
  const fives = new Tally(24);
  for (const line of lines)
    eachGram(line, classes, (hash, n, last, first) => {
      if (n === 1) single[last] = (single[last] as number) + 1;
      else if (n === 5) fives.add(hash, 1);
      else grams.add(hash, 1);
      if (n === 2) twos.set(first * 65536 + last, hash);
      if (n === 3) threes.add(hash, 1);
    });
  fives.forEach((hash, count) => {
    if (count >= LEAST_FIVE) grams.add(hash, count);
  });
  return grams;
}

function countOwn(
  pairs: readonly Pair[],
  classes: Uint16Array,
  single: Float64Array,
  { twos, threes }: Short,
): { own: Tally; ownOf: Tally[] } {
  const own = new Tally(22);
  const ownOf = Array.from({ length: FOLDS }, () => new Tally(20));
  const done = new Set<string>();
  for (const { right, fold } of pairs) {
    if (done.has(right)) continue;
    done.add(right);
    eachGram(right, classes, (hash, n, last, first) => {
      if (n === 1) single[last] = (single[last] as number) + 1;
      else {
        if (n === 2) twos.set(first * 65536 + last, hash);
        if (n === 3) threes.add(hash, 1);
        own.add(hash, OWN_WEIGHT);
        ownOf[fold]?.add(hash, OWN_WEIGHT);
      }
    });
  }
  return { own, ownOf };
}

function countWords(
  dictionary: readonly [string, number][],
  classes: Uint16Array,
  single: Float64Array,
): Tally {
  const words = new Tally(20);
  for (const [word, count] of dictionary) {
    const ids = Array.from(word, (c) => classes[c.charCodeAt(0)] as number);
    if (word.length > 5 || ids.some((id) => id < FIRST_OWN)) continue;
    words.add(ids.reduce(step, SEED), count);
    for (const id of ids) single[id] = (single[id] as number) + count / 60;
  }
  return words;
}

/** Words of two characters, and two characters that stand side by side in the laws more than now and then. */
function knownPairs(
  lines: readonly string[],
  dictionary: readonly [string, number][],
  classes: Uint16Array,
  characters: readonly string[],
): Uint32Array {
  const counts = new Map<number, number>();
  const isHan = characters.map((c) => /\p{Script=Han}/u.test(c));
  const id = (text: string, i: number): number => classes[text.charCodeAt(i)] as number;
  const han = (one: number): boolean => one >= FIRST_OWN && isHan[one - FIRST_OWN] === true;
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i++) {
      const pair = id(line, i) * 65536 + id(line, i + 1);
      if (han(pair >>> 16) && han(pair & 65535)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  for (const [word] of dictionary) {
    const pair = id(word, 0) * 65536 + id(word, 1);
    if (word.length === 2 && han(pair >>> 16) && han(pair & 65535)) counts.set(pair, LEAST_PAIR);
  }
  return Uint32Array.from(
    [...counts].filter(([, count]) => count >= LEAST_PAIR).map(([pair]) => pair),
  ).sort();
}

function countMistakes(
  pairs: readonly Pair[],
  classes: Uint16Array,
): { mistakes: Map<number, number>; mistakesOf: Map<number, number>[] } {
  const mistakes = new Map<number, number>();
  const mistakesOf = Array.from({ length: FOLDS }, () => new Map<number, number>());
  for (const { wrong, right, fold } of pairs)
    for (let i = 0; i < wrong.length; i++) {
      if (wrong[i] === right[i]) continue;
      const key = (classes[wrong.charCodeAt(i)] as number) * 65536 + (classes[right.charCodeAt(i)] as number);
      for (const map of [mistakes, mistakesOf[fold]]) map?.set(key, (map.get(key) ?? 0) + 1);
    }
  return { mistakes, mistakesOf };
}

/** How often a confusion was seen, in four steps. */
export function mistakeLevel(count: number): number {
  return count >= 4 ? 3 : Math.min(count, 2);
}

/** Who may be meant for whom, by sound, by shape and by the list of `alike` pairs; shapes take a minute or two. */
export function confusionsOf(
  { characters, classes, sounds, usual }: Gathered,
  alike: readonly [string, string][],
): Confusions {
  const at = (c: string): number => classes[c.charCodeAt(0)] as number;
  const shapes = likenesses(characters).map(({ from, to, ...rest }) => ({
    ...{ from: from + FIRST_OWN, to: to + FIRST_OWN },
    ...rest,
  }));
  const listed = alike.map(([a, b]) => ({ from: at(a), to: at(b), shape: 255, known: true }));
  const isUsual = (symbol: number): boolean => usual[symbol] === 1;
  const all = [...shapes, ...listed];
  return joinConfusions(characters.length + FIRST_OWN, sounds.readings, sounds.groups, all, isUsual);
}

/** What was counted as evidence, one for each fold without what that fold brought, and last with everything. */
export function evidences(all: Gathered, confusions: Confusions): Evidence[] {
  const { classes, characters, shares, words } = all;
  const levels = Uint8Array.from({ length: 65536 }, (_, count) => levelOf(count));
  const level = (count: number): number => levels[Math.min(count, 65535)] as number;
  const { readings, groups } = all.sounds;
  const sounds = readings.map(({ symbol, syllable }) => [symbol, groups[syllable] ?? 0] as const);
  const pairs = sortBySound(characters.length + FIRST_OWN, sounds, all.pairs);
  const standing = function* (gram: (hash: number) => number): Iterable<number> {
    for (const [pair, hash] of all.twos) if (gram(hash) > 0) yield pair;
  };
  return Array.from({ length: FOLDS + 1 }, (_, fold) => {
    const without = all.ownOf[fold];
    const gram = (hash: number): number => {
      const own = all.own.get(hash);
      return level(all.grams.get(hash) + (own === 0 ? 0 : own - (without?.get(hash) ?? 0)));
    };
    return {
      classes,
      characters: [...Array.from({ length: FIRST_OWN }, () => ''), ...characters],
      shares,
      neighbours: layNeighbours(characters.length + FIRST_OWN, standing(gram)),
      confusions,
      pairs,
      gram,
      trigram: (hash) => (gram(hash) > 0 ? 1 : 0),
      gramAt: (ids, from, n) => {
        let hash = SEED;
        for (let i = 0; i < n; i++) hash = step(hash, ids[from + i] as number);
        return gram(hash);
      },
      word: (hash) => level(words.get(hash)),
      known: (written, meant) => {
        const key = written * 65536 + meant;
        return mistakeLevel((all.mistakes.get(key) ?? 0) - (all.mistakesOf[fold]?.get(key) ?? 0));
      },
    };
  });
}

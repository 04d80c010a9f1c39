import type { Confusions } from './confusions.ts';
import type { Evidence } from './evidence.ts';
import type { Forest } from './forest.ts';
import { layNeighbours, type Neighbours } from './neighbours.ts';
import { type SoundPairs, sortBySound } from './pairs.ts';
import { classesOf, FIRST_OWN, SEED, step } from './symbols.ts';
import { type LevelTable, lookUp } from './table.ts';
import { isMarked } from './trigrams.ts';

/** The counted model: what the texts and the dictionary say, the trees that judge it, and where to draw the lines. */
export interface WordingModel {
  readonly evidence: Evidence;
  readonly forest: Forest;
  readonly lines: Lines;
}

/** Log odds, see correct.ts. */
export interface Lines {
  /** From which a finding is a suggestion. */
  readonly suggested: number;
  /** From which it may be asserted. */
  readonly asserted: number;
  /** From which another one in the same sentence is a suggestion too. */
  readonly followed: number;
  /** Below which a reading is no doubt about a sentence. */
  readonly clear: number;
}

interface Header {
  readonly characters: string;
  readonly grams: Omit<LevelTable, 'cells'>;
  readonly words: Omit<LevelTable, 'cells'>;
  readonly bias: number;
  readonly lines: Lines;
  readonly sections: Readonly<Record<string, readonly [number, number]>>;
}

/** Models by their bytes: the checkers of many units share one. */
const read = new WeakMap<Uint8Array, WordingModel>();

/**
 * Reads a model file (scripts/count-wording.ts writes it), once for the same bytes, which must not change afterwards; a file
 * that is none is an error.
 */
export function readWordingModel(file: Uint8Array): WordingModel {
  const known = read.get(file);
  if (known) return known;
  const model = modelIn(file);
  read.set(file, model);
  return model;
}

function modelIn(file: Uint8Array): WordingModel {
  const { header, sections } = openFile(file);
  const { bytes, shorts, words, floats } = sections;
  const { characters } = header;
  const evidence = evidenceOf(header, {
    grams: { ...header.grams, cells: bytes('grams') },
    words: { ...header.words, cells: bytes('words') },
    neighbours: layNeighbours(
      characters.length + FIRST_OWN,
      readRows(words('followerStarts'), shorts('followers')),
    ),
    trigrams: words('trigrams'),
    shares: floats('shares'),
    known: words('known'),
    ...soundAndShape(characters.length + FIRST_OWN, sections),
  });
  const forest: Forest = {
    bias: header.bias,
    roots: shorts('roots'),
    features: bytes('features'),
    bounds: floats('bounds'),
    rights: shorts('rights'),
  };
  return { evidence, forest, lines: header.lines };
}

/** The sections of a file, where it is: threads that are handed shared bytes share them. */
interface Sections {
  readonly bytes: (name: string) => Uint8Array;
  readonly shorts: (name: string) => Uint16Array;
  readonly words: (name: string) => Uint32Array;
  readonly floats: (name: string) => Float32Array;
}

function openFile(given: Uint8Array): { header: Header; sections: Sections } {
  // the views need whole numbers of bytes in front of them
  const file = given.byteOffset % 8 === 0 ? given : Uint8Array.from(given);
  if (file.length < 8 || String.fromCharCode(...file.subarray(0, 4)) !== 'JZW1')
    throw new Error('not a wording model');
  const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  // a copy: text is not decoded from shared bytes
  const header = JSON.parse(
    new TextDecoder().decode(Uint8Array.from(file.subarray(8, 8 + length))),
  ) as Header;
  const start = Math.ceil((8 + length) / 8) * 8;
  const place = (name: string, unit: number): [ArrayBufferLike, number, number] => {
    const [from, size] = header.sections[name] ?? [0, -1];
    if (size < 0 || start + from + size > file.length)
      throw new Error(`wording model: no whole section ${name}`);
    return [file.buffer, file.byteOffset + start + from, size / unit];
  };
  const sections: Sections = {
    bytes: (name) => new Uint8Array(...place(name, 1)),
    shorts: (name) => new Uint16Array(...place(name, 2)),
    words: (name) => new Uint32Array(...place(name, 4)),
    floats: (name) => new Float32Array(...place(name, 4)),
  };
  return { header, sections };
}

/** Sounds are two 16-bit numbers each: a symbol and a group of near syllables. */
function soundAndShape(
  symbols: number,
  { bytes, shorts, words }: Sections,
): { confusions: Confusions; pairs: SoundPairs } {
  const spoken = shorts('readings');
  const sounds: [number, number][] = [];
  for (let i = 0; i + 1 < spoken.length; i += 2) sounds.push([spoken[i] as number, spoken[i + 1] as number]);
  const confusions = {
    starts: words('starts'),
    targets: shorts('targets'),
    kinds: bytes('kinds'),
    shapes: bytes('shapes'),
  };
  return { confusions, pairs: sortBySound(symbols, sounds, words('pairs')) };
}

/** Pairs from rows of what follows each symbol. */
function* readRows(starts: Uint32Array, followers: Uint16Array): Iterable<number> {
  for (let symbol = 0; symbol + 1 < starts.length; symbol++)
    for (let at = starts[symbol] as number; at < (starts[symbol + 1] as number); at++)
      yield symbol * 65536 + (followers[at] as number);
}

function evidenceOf(
  { characters }: Header,
  parts: {
    grams: LevelTable;
    words: LevelTable;
    neighbours: Neighbours;
    /** Marks of the n-grams of three symbols that stand in the counts, see trigrams.ts. */
    trigrams: Uint32Array;
    shares: Float32Array;
    known: Uint32Array;
    confusions: Confusions;
    pairs: SoundPairs;
  },
): Evidence {
  const { grams, words, neighbours, trigrams, shares, known, confusions, pairs } = parts;
  const knownPairs = new Map<number, number>();
  for (let i = 0; i + 1 < known.length; i += 2) knownPairs.set(known[i] as number, known[i + 1] as number);
  return {
    classes: classesOf(characters),
    characters: [...Array.from({ length: FIRST_OWN }, () => ''), ...characters.split('')],
    shares,
    neighbours,
    confusions,
    pairs,
    gram: (hash) => lookUp(grams, hash),
    trigram: (hash) => isMarked(trigrams, hash),
    gramAt: (ids, from, n) => {
      let hash = SEED;
      for (let i = 0; i < n; i++) hash = step(hash, ids[from + i] as number);
      return lookUp(grams, hash);
    },
    word: (hash) => lookUp(words, hash),
    known: (written, meant) => knownPairs.get(written * 65536 + meant) ?? 0,
  };
}

import type { Confusions } from './confusions.ts';
import type { Evidence } from './evidence.ts';
import type { Forest } from './forest.ts';
import { type SoundPairs, sortBySound } from './pairs.ts';
import { classesOf, FIRST_OWN, SEED, step } from './symbols.ts';
import { type LevelTable, lookUp } from './table.ts';
import { isMarked } from './trigrams.ts';

/** The counted model: what the texts and the dictionary say, the trees that judge it, and where to draw the lines. */
export interface WordingModel {
  readonly evidence: Evidence;
  readonly forest: Forest;
  /** Log odds from which a finding is a suggestion, and from which it is asserted. */
  readonly lines: Lines;
}

export interface Lines {
  readonly suggested: number;
  readonly asserted: number;
}

interface Header {
  readonly characters: string;
  readonly grams: Omit<LevelTable, 'cells'>;
  readonly words: Omit<LevelTable, 'cells'>;
  readonly bias: number;
  readonly lines: Lines;
  readonly sections: Readonly<Record<string, readonly [number, number]>>;
}

/** Reads a model file (scripts/count-wording.ts writes it); a file that is none is an error. */
export function readWordingModel(file: Uint8Array): WordingModel {
  const { header, section } = openFile(file);
  const { characters } = header;
  const evidence = evidenceOf(header, {
    grams: { ...header.grams, cells: section('grams') },
    words: { ...header.words, cells: section('words') },
    trigrams: new Uint32Array(section('trigrams').buffer),
    shares: new Float32Array(section('shares').buffer),
    known: new Uint32Array(section('known').buffer),
    ...soundAndShape(characters.length + FIRST_OWN, section),
  });
  const forest: Forest = {
    bias: header.bias,
    roots: new Uint16Array(section('roots').buffer),
    features: section('features'),
    bounds: new Float32Array(section('bounds').buffer),
    rights: new Uint16Array(section('rights').buffer),
  };
  return { evidence, forest, lines: header.lines };
}

function openFile(given: Uint8Array): { header: Header; section: (name: string) => Uint8Array<ArrayBuffer> } {
  // a Node Buffer slices without copying, and its sections would not be aligned
  const file = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (file.length < 8 || String.fromCharCode(...file.subarray(0, 4)) !== 'JZW1')
    throw new Error('not a wording model');
  const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Header;
  const start = Math.ceil((8 + length) / 8) * 8;
  const section = (name: string): Uint8Array<ArrayBuffer> => {
    const [from, size] = header.sections[name] ?? [0, -1];
    if (size < 0 || start + from + size > file.length)
      throw new Error(`wording model: no whole section ${name}`);
    return new Uint8Array(file.subarray(start + from, start + from + size));
  };
  return { header, section };
}

/** Sounds are two 16-bit numbers each: a symbol and a group of near syllables. */
function soundAndShape(
  symbols: number,
  section: (name: string) => Uint8Array<ArrayBuffer>,
): { confusions: Confusions; pairs: SoundPairs } {
  const spoken = new Uint16Array(section('readings').buffer);
  const sounds: [number, number][] = [];
  for (let i = 0; i + 1 < spoken.length; i += 2) sounds.push([spoken[i] as number, spoken[i + 1] as number]);
  const confusions = {
    starts: new Uint32Array(section('starts').buffer),
    targets: new Uint16Array(section('targets').buffer),
    kinds: section('kinds'),
    shapes: section('shapes'),
  };
  return { confusions, pairs: sortBySound(symbols, sounds, new Uint32Array(section('pairs').buffer)) };
}

function evidenceOf(
  { characters }: Header,
  parts: {
    grams: LevelTable;
    words: LevelTable;
    /** One bit for each n-gram of three symbols that stands in the counts. */
    trigrams: Uint32Array;
    shares: Float32Array;
    known: Uint32Array;
    confusions: Confusions;
    pairs: SoundPairs;
  },
): Evidence {
  const { grams, words, trigrams, shares, known, confusions, pairs } = parts;
  const knownPairs = new Map<number, number>();
  for (let i = 0; i + 1 < known.length; i += 2) knownPairs.set(known[i] as number, known[i + 1] as number);
  return {
    classes: classesOf(characters),
    characters: [...Array.from({ length: FIRST_OWN }, () => ''), ...characters.split('')],
    shares,
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

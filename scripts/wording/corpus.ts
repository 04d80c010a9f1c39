import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dict } from '@node-rs/jieba/dict.js';

/** A sentence with mistakes and the sentence as it should be; the same twice where there is no mistake. */
export interface Pair {
  readonly wrong: string;
  readonly right: string;
  readonly set: string;
  /** 0–4; pairs of one right sentence, or of sentences that begin alike, are in one fold. */
  readonly fold: number;
}

/** Lines of law: counted into the model, kept for training the judge, kept for measuring only. */
export interface Laws {
  readonly counted: readonly string[];
  readonly tuning: readonly string[];
  readonly held: readonly string[];
}

export const SETS = ['odw', 'law', 'med'] as const;
export const FOLDS = 5;
const BLOCK = 400;
const BLOCKS = 20;
const TUNING = 3;
const HELD = 7;

/** Splits the laws by blocks of 400 lines, about a law each: one block in twenty for tuning, one for measuring. */
export function readLaws(data: string): Laws {
  const laws = { counted: [] as string[], tuning: [] as string[], held: [] as string[] };
  const text = gunzipSync(readFileSync(join(data, 'bench', 'laws.txt.gz'))).toString('utf8');
  text.split('\n').forEach((line, i) => {
    const block = Math.floor(i / BLOCK) % BLOCKS;
    const kind = block === HELD ? 'held' : block === TUNING ? 'tuning' : 'counted';
    laws[kind].push(line);
  });
  return laws;
}

/** The development sentences whose two sides are of one length. */
export function readPairs(data: string): Pair[] {
  return SETS.flatMap((set) =>
    readFileSync(join(data, 'csc', `${set}.train.tsv`), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [wrong = '', right = ''] = line.split('\t');
        return wrong.length === right.length ? [{ wrong, right, set, fold: foldOf(right) }] : [];
      }),
  );
}

function foldOf(right: string): number {
  let hash = 7;
  for (const c of right.replace(/[^\p{Script=Han}]/gu, '').slice(0, 12))
    hash = Math.imul(hash ^ c.charCodeAt(0), 0x9e3779b1) ^ (hash >>> 13);
  return (hash >>> 8) % FOLDS;
}

/** Words with their frequency, from the dictionary of @node-rs/jieba. */
export function readDictionary(): [string, number][] {
  return new TextDecoder()
    .decode(dict)
    .trim()
    .split('\n')
    .map((line) => {
      const [word = '', count = '0'] = line.split(' ');
      return [word, Number(count)];
    });
}

/** Pairs of characters that look alike by our own list, in both directions; one group a line. */
export function readAlike(file: string): [string, string][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((group) => {
      const signs = [...group.trim()];
      return signs.flatMap((a) => signs.filter((b) => b !== a).map((b): [string, string] => [a, b]));
    });
}

import type { Evidence } from './evidence.ts';
import { FIRST_OWN, SEED, step } from './symbols.ts';

/** Whose they are is known to the writer: 全县各族 is not 全国各族 misspelt. */
const LEVELS = '国省市州县区旗乡镇村';

/**
 * Whether putting `meant` at a place puts a word of the dictionary out of the text and none in (切记 to 窃记), or takes one
 * level of administration for another.
 */
export function isFarFetched(evidence: Evidence, ids: Uint16Array, at: number, meant: number): boolean {
  const written = ids[at] as number;
  const isLevel = (symbol: number): boolean => LEVELS.includes(evidence.characters[symbol] || ' ');
  if (isLevel(written) && isLevel(meant)) return true;
  const before = ids[at - 1] as number;
  const after = ids[at + 1] as number;
  const isWord = (first: number, second: number): boolean =>
    first >= FIRST_OWN && second >= FIRST_OWN && evidence.word(step(step(SEED, first), second)) > 0;
  const makesWord = (symbol: number): boolean => isWord(before, symbol) || isWord(symbol, after);
  return makesWord(written) && !makesWord(meant);
}

import { isDigit } from './characters.ts';
import type { FoldedText } from './text/index.ts';

/** Single units at which some detector begins to look; one pass over the text finds them all. */
type Mark = 'digit' | 'door' | 'star' | 'currency' | 'plate' | 'at' | 'point';

const MARKS: readonly Mark[] = ['digit', 'door', 'star', 'currency', 'plate', 'at', 'point'];
const UNITS: Readonly<Record<Mark, string>> = {
  digit: '0123456789',
  /** What ends the number of a door. */
  door: '号弄栋幢座室',
  /** What stands in a mark of secrecy. */
  star: '★☆✩✪⭐*',
  currency: '¥￥€',
  /** GA 36: short names of the provinces, and of embassies, with which a plate begins. */
  plate: '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使',
  at: '@',
  point: '.',
};
const DIGIT = 1;
const TABLE = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [place, mark] of MARKS.entries())
    for (const one of UNITS[mark]) table[one.charCodeAt(0)] = place + 1;
  return table;
}

export type Landmarks = Readonly<Record<Mark, readonly number[]>>;

/** Where in folded units each mark stands, in rising order; of digits in a row only the first. */
export function landmarksOf({ units, length }: FoldedText): Landmarks {
  const places = MARKS.map((): number[] => []);
  for (let at = 0; at < length; at += 1) {
    const mark = TABLE[units[at] ?? 0] ?? 0;
    if (mark === 0 || (mark === DIGIT && at > 0 && isDigit(units[at - 1] ?? 0))) continue;
    places[mark - 1]?.push(at);
  }
  return Object.fromEntries(MARKS.map((mark, place) => [mark, places[place] ?? []])) as unknown as Landmarks;
}

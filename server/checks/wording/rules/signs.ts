/** Places of one text that the rules look at, gathered in one walk; all are UTF-16 offsets in order. */
export interface Signs {
  /** Starts of lines, the first is 0. */
  readonly lines: readonly number[];
  /** Brackets, book titles and curved quotation marks. */
  readonly brackets: readonly number[];
  /** Half-width punctuation. */
  readonly halves: readonly number[];
  readonly percents: readonly number[];
  /** 月 and 时 after a digit. */
  readonly months: readonly number[];
  readonly hours: readonly number[];
  /** Second of two equal units, Han or punctuation. */
  readonly doubled: readonly number[];
  /** Second of two marks of punctuation side by side. */
  readonly marks: readonly number[];
  /** How often the full-width mark of each half-width one stands in the text, in the order of HALF_MARKS. */
  readonly full: readonly number[];
}

const BRACKETS = '（）()《》〈〉【】〔〕「」『』“”‘’[]';
export const HALF_MARKS = ',;:?!';
/** ， and ； come first: with 。 and 、 they are the marks that may clash. */
export const FULL_MARKS = '，；：？！';
const LINE = 1;
const BRACKET = 2;
const HALF = 3;
const PERCENT = 4;
const MONTH = 5;
const HOUR = 6;
/** Classes from here on are full-width marks. */
const FULL = 7;
const STOP = 12;

const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(65536);
  const mark = (signs: string, sign: number): void => {
    for (const one of signs) table[one.charCodeAt(0)] = sign;
  };
  mark('\n\r\u2028\u2029', LINE);
  mark(BRACKETS, BRACKET);
  mark(HALF_MARKS, HALF);
  for (const [i, one] of [...FULL_MARKS].entries()) mark(one, FULL + i);
  mark('。、', STOP);
  mark('%％', PERCENT);
  mark('月', MONTH);
  mark('时', HOUR);
  return table;
}

/** Walks a text once. */
export function findSigns(text: string): Signs {
  const signs = {
    ...{ lines: [0], brackets: [] as number[], halves: [] as number[], percents: [] as number[] },
    ...{ months: [] as number[], hours: [] as number[], doubled: [] as number[], marks: [] as number[] },
    full: [0, 0, 0, 0, 0],
  };
  const places = [null, signs.lines, signs.brackets, signs.halves, signs.percents, signs.months, signs.hours];
  let last = -1;
  let afterMark = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const sign = CLASSES[unit] as number;
    if (unit === last && unit >= 0x2000) signs.doubled.push(i);
    if (sign >= FULL) {
      if (sign < STOP) signs.full[sign - FULL] = (signs.full[sign - FULL] as number) + 1;
      const isMark = sign === STOP || sign < FULL + 2;
      if (isMark && afterMark) signs.marks.push(i);
      afterMark = isMark;
    } else {
      if (sign !== 0) places[sign]?.push(sign === LINE ? i + 1 : i);
      afterMark = false;
    }
    last = unit;
  }
  return signs;
}

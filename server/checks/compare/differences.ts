import { align } from './align.ts';
import { type Pair, pairUp } from './pair.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Where a text says something else than another: what stands here, what stands there; either may be empty. */
export interface Difference {
  /** Offsets in the first text. */
  readonly start: number;
  readonly end: number;
  readonly here: string;
  readonly there: string;
}

/** Longer middles are told as one difference, so that comparing stays linear in the texts. */
const FINE = 120;
/** Equal stretches shorter than this between two differences join them. */
const BRIDGE = 2;

/**
 * What a text says otherwise than another, sentence by sentence, by place in `text`. Blanks, punctuation and width of
 * characters are no difference; lines for which `skips` holds are left out on both sides.
 */
export function differences(
  text: string,
  other: string,
  skips: (line: string) => boolean = () => false,
): Difference[] {
  const mine = sentencesOf(text).filter((one) => !skips(text.slice(one.start, one.end)));
  const theirs = sentencesOf(other).filter((one) => !skips(other.slice(one.start, one.end)));
  const gaps = align(
    mine.map(({ key }) => key),
    theirs.map(({ key }) => key),
  );
  return gaps.flatMap(({ mine: [from, to], theirs: [first, last] }) => {
    const here = mine.slice(from, to);
    const there = theirs.slice(first, last);
    const at = here[0]?.start ?? mine[from - 1]?.end ?? 0;
    const pairs = pairUp(here, there);
    return pairs ? oneByOne(text, other, pairs, at) : [block(text, other, here, there, at)];
  });
}

function oneByOne(text: string, other: string, pairs: readonly Pair[], from: number): Difference[] {
  let at = from;
  return pairs.flatMap(({ mine, theirs }) => {
    const found =
      mine && theirs
        ? within(text, other, mine, theirs)
        : [block(text, other, mine ? [mine] : [], theirs ? [theirs] : [], at)];
    at = mine?.end ?? at;
    return found;
  });
}

function block(
  text: string,
  other: string,
  here: readonly Sentence[],
  there: readonly Sentence[],
  at: number,
): Difference {
  const start = here[0]?.start ?? at;
  const end = here.at(-1)?.end ?? start;
  const [first] = there;
  return {
    start,
    end,
    here: text.slice(start, end),
    there: first ? other.slice(first.start, there.at(-1)?.end ?? first.end) : '',
  };
}

/** The differences inside two sentences that stand for each other. */
function within(text: string, other: string, mine: Sentence, theirs: Sentence): Difference[] {
  const a = text.slice(mine.start, mine.end);
  const b = other.slice(theirs.start, theirs.end);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const from = { a: head, b: head };
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const parts =
    middleA.length <= FINE && middleB.length <= FINE
      ? fineParts(middleA, middleB)
      : [[0, middleA.length, 0, middleB.length] as const];
  return parts
    .map(([a1, a2, b1, b2]) => ({
      start: mine.start + from.a + a1,
      end: mine.start + from.a + a2,
      here: middleA.slice(a1, a2),
      there: middleB.slice(b1, b2),
    }))
    .filter(({ here, there }) => tells(here) !== tells(there));
}

/** What is left of a stretch when blanks and punctuation are taken out. */
function tells(stretch: string): string {
  return stretch.normalize('NFKC').replace(/[\p{P}\p{Z}\p{C}]/gu, '');
}

type Part = readonly [fromA: number, toA: number, fromB: number, toB: number];

/** By the longest common subsequence: the stretches of both that are not in it. */
function fineParts(a: string, b: string): Part[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const parts: [number, number, number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
      continue;
    }
    const [i1, j1] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      const down = i < a.length ? (lengths[(i + 1) * width + j] ?? 0) : -1;
      const right = j < b.length ? (lengths[i * width + j + 1] ?? 0) : -1;
      if (down >= right) i += 1;
      else j += 1;
    }
    const last = parts.at(-1);
    if (last && i1 - last[1] <= BRIDGE) {
      last[1] = i;
      last[3] = j;
    } else parts.push([i1, i, j1, j]);
  }
  return parts;
}

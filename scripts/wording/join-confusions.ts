import {
  ALIKE,
  type Confusions,
  KNOWN,
  NEAR_SYLLABLE,
  SAME_SYLLABLE,
  SAME_TONE,
} from '../../server/checks/wording/counted/confusions.ts';

export interface Likeness {
  readonly from: number;
  readonly to: number;
  readonly shape: number;
  readonly known: boolean;
}

/** A reading: syllable and tone; near syllables share a group (n/l, zh/z, an/ang and the like). */
export interface Reading {
  readonly symbol: number;
  readonly syllable: number;
  readonly tone: number;
}

/** Joins sound and shape into one table; only symbols for which `usual` holds are offered as meant. */
export function joinConfusions(
  symbols: number,
  readings: readonly Reading[],
  groups: Uint16Array,
  likenesses: readonly Likeness[],
  usual: (symbol: number) => boolean,
): Confusions {
  const rows: Map<number, [number, number]>[] = Array.from({ length: symbols }, () => new Map());
  const note = (from: number, to: number, kind: number, shape: number): void => {
    if (from === to || !usual(to)) return;
    const row = rows[from];
    const old = row?.get(to);
    row?.set(to, [(old?.[0] ?? 0) | kind, Math.max(old?.[1] ?? 0, shape)]);
  };
  const byGroup = new Map<number, Reading[]>();
  for (const one of readings) {
    const group = groups[one.syllable] as number;
    byGroup.set(group, [...(byGroup.get(group) ?? []), one]);
  }
  for (const members of byGroup.values())
    for (const a of members)
      for (const b of members) {
        const same = a.syllable === b.syllable;
        note(
          a.symbol,
          b.symbol,
          same ? SAME_SYLLABLE | (a.tone === b.tone ? SAME_TONE : 0) : NEAR_SYLLABLE,
          0,
        );
      }
  for (const { from, to, shape, known } of likenesses)
    note(from, to, (shape > 0 ? ALIKE : 0) | (known ? KNOWN : 0), shape);
  return packRows(rows);
}

function packRows(rows: readonly Map<number, readonly [number, number]>[]): Confusions {
  const total = rows.reduce((sum, row) => sum + row.size, 0);
  const starts = new Uint32Array(rows.length + 1);
  const targets = new Uint16Array(total);
  const kinds = new Uint8Array(total);
  const shapes = new Uint8Array(total);
  let at = 0;
  rows.forEach((row, from) => {
    starts[from] = at;
    for (const [to, [kind, shape]] of [...row].sort((a, b) => a[0] - b[0])) {
      targets[at] = to;
      kinds[at] = kind;
      shapes[at++] = shape;
    }
  });
  starts[rows.length] = at;
  return { starts, targets, kinds, shapes };
}

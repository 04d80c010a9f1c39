import type { Folded } from './finding.ts';

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;
const INVISIBLE = new Set([
  0x00ad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061,
  0x2062, 0x2063, 0x2064, 0xfe0e, 0xfe0f, 0xfeff,
]);
const DROP = 0xffff;

/** What each UTF-16 unit becomes; 0xffff for those that leave no trace. */
const TABLE = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit += 1) table[unit] = foldUnit(unit);
  return table;
}

function foldUnit(unit: number): number {
  if (INVISIBLE.has(unit)) return DROP;
  if (unit === 0x3000 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f) return 32;
  if (unit >= 0x2460 && unit <= 0x2468) return unit - 0x2460 + 49;
  const half =
    unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST ? unit - FULL_WIDTH_SHIFT : unit;
  return half >= 65 && half <= 90 ? half + 32 : half;
}

/** Folds a text unit by unit, in one pass: full width to half, capitals to small, invisible characters out. */
export function fold(text: string): Folded {
  const units = new Uint16Array(text.length);
  const offsets = new Int32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = TABLE[text.charCodeAt(at)] ?? DROP;
    if (unit === DROP) continue;
    units[length] = unit;
    offsets[length] = at;
    length += 1;
  }
  return { units, length, offsets };
}

/** The folded units as a string; for short windows only. */
export function foldedText({ units, length }: Folded, from: number, to: number): string {
  const first = Math.max(0, from);
  return String.fromCharCode(...units.subarray(first, Math.max(first, Math.min(to, length))));
}

import { DROPPED, type Folding, foldingTable, threeByteTable } from './folding.ts';
import type { Shifts } from './shifts.ts';

const REPLACEMENT = 0xfffd;
const BYTE_ORDER_MARK = 0xfeff;
/** In four bytes read as one number: the upper bits of a character of three bytes, and what they must be. */
const THREE_MASK = 0xc0c0f0;
const THREE = 0x8080e0;

/**
 * UTF-8 bytes → folded UTF-16 units, without a string in between, over any chunk borders. Malformed bytes become
 * U+FFFD and a leading byte order mark is left out, both as the WHATWG Encoding Standard (TextDecoder) has it; what
 * folding leaves out is noted in `shifts`.
 */
export class Utf8Folder {
  /** After `run`: how far the bytes were read and the units written. */
  read = 0;
  written = 0;
  private readonly table: Uint16Array;
  private readonly three: Uint16Array;
  private readonly dropped: number;
  private readonly drops = new Int32Array(1024);
  private readonly state = new Int32Array(3);
  private point = 0;
  private needed = 0;
  private lower = 0x80;
  private upper = 0xbf;
  private begun: boolean;

  /** `continues`: the bytes go on from others, so that no byte order mark is expected. */
  constructor(folding: Folding, continues = false) {
    this.begun = continues;
    this.table = foldingTable(folding);
    this.three = threeByteTable(folding);
    this.dropped = folding === 'exact' ? -1 : DROPPED;
  }

  /** Whether the bytes so far end inside a character. */
  get isInside(): boolean {
    return this.needed > 0;
  }

  /** Reads bytes from `from` on until they end or `units` is filled from `at` on; at least four units must be free. */
  run(bytes: Uint8Array, from: number, units: Uint16Array, at: number, shifts: Shifts): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.read = from;
    this.written = at;
    while (this.read < bytes.length && this.written + 4 <= units.length) {
      if (this.needed === 0 && this.begun) this.runPlain(view, units, shifts);
      if (this.read < bytes.length && this.written + 4 <= units.length)
        this.step(bytes[this.read++] as number, units, shifts);
    }
  }

  /** A character cut off by the end of all bytes becomes one U+FFFD. */
  finish(units: Uint16Array, at: number, shifts: Shifts): void {
    this.written = at;
    if (this.needed > 0) this.emit(REPLACEMENT, units, shifts);
    this.needed = 0;
  }

  private runPlain(view: DataView, units: Uint16Array, shifts: Shifts): void {
    const { table, three, dropped, drops, state } = this;
    state[0] = this.read;
    state[1] = this.written;
    decodePlain(view, units, table, three, dropped, drops, state);
    this.read = state[0] as number;
    this.written = state[1] as number;
    const count = state[2] as number;
    for (let i = 0; i < count; i++) shifts.add(drops[i] as number);
  }

  private step(byte: number, units: Uint16Array, shifts: Shifts): void {
    if (this.needed > 0) {
      if (byte >= this.lower && byte <= this.upper) {
        this.point = (this.point << 6) | (byte & 0x3f);
        this.lower = 0x80;
        this.upper = 0xbf;
        this.needed--;
        if (this.needed === 0) this.emit(this.point, units, shifts);
        return;
      }
      this.needed = 0;
      this.emit(REPLACEMENT, units, shifts);
    }
    this.begin(byte, units, shifts);
  }

  /** The first byte of a character; the borders of the second byte rule out overlong forms and surrogates. */
  private begin(byte: number, units: Uint16Array, shifts: Shifts): void {
    this.lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte < 0x80) this.emit(byte, units, shifts);
    else if (byte >= 0xc2 && byte < 0xe0) this.expect(1, byte & 0x1f);
    else if (byte >= 0xe0 && byte < 0xf0) this.expect(2, byte & 0xf);
    else if (byte >= 0xf0 && byte < 0xf5) this.expect(3, byte & 7);
    else this.emit(REPLACEMENT, units, shifts);
  }

  private expect(needed: number, point: number): void {
    this.needed = needed;
    this.point = point;
  }

  private emit(point: number, units: Uint16Array, shifts: Shifts): void {
    const first = !this.begun;
    this.begun = true;
    if (first && point === BYTE_ORDER_MARK) return;
    if (point > 0xffff) {
      units[this.written++] = 0xd7c0 + (point >>> 10);
      units[this.written++] = 0xdc00 | (point & 0x3ff);
      return;
    }
    const folded = this.table[point] as number;
    units[this.written] = folded;
    if (folded === this.dropped) shifts.add(this.written);
    else this.written++;
  }
}

/**
 * Characters of one and three bytes, until one of another kind comes: from `state[0]` read to `state[1]` written, where
 * it leaves both, and in `state[2]` how many places in `drops` say where a unit was left out. Nothing but numbers
 * happens here, and nothing for the first time late: V8 compiles a loop again and again whose rare branches it learns
 * of after it was compiled.
 */
function decodePlain(
  view: DataView,
  units: Uint16Array,
  table: Uint16Array,
  three: Uint16Array,
  dropped: number,
  drops: Int32Array,
  state: Int32Array,
): void {
  const readable = view.byteLength - 12;
  const writable = units.length - 4;
  let read = state[0] as number;
  let written = state[1] as number;
  let count = 0;
  while (read <= readable && written <= writable && count < drops.length) {
    const four = view.getInt32(read, true);
    let unit = four & 0xff;
    if (unit < 0x80) read++;
    else if ((four & THREE_MASK) === THREE) {
      const far = decodeFours(view, read, units, written, three);
      if (far > read) {
        written += ((far - read) / 3) | 0;
        read = far;
        continue;
      }
      unit = ((four & 0xf) << 12) | ((four >>> 2) & 0xfc0) | ((four >>> 16) & 0x3f);
      if (unit < 0x800 || (unit & 0xf800) === 0xd800) break;
      read += 3;
    } else break;
    const folded = table[unit] as number;
    const out = folded === dropped ? 1 : 0;
    units[written] = folded;
    drops[count] = written;
    count += out;
    written += 1 - out;
  }
  state[0] = read;
  state[1] = written;
  state[2] = count;
}

/**
 * Twelve bytes at a time as long as they are four characters of three bytes with nothing special about them, as most
 * Chinese text is; answers how far it read. For three bytes read, one unit is written.
 */
function decodeFours(
  view: DataView,
  from: number,
  units: Uint16Array,
  at: number,
  three: Uint16Array,
): number {
  const readable = view.byteLength - 12;
  const writable = units.length - 4;
  let read = from;
  for (let written = at; read <= readable && written <= writable; written += 4) {
    const one = view.getInt32(read, true);
    const two = view.getInt32(read + 4, true);
    const six = view.getInt32(read + 8, true);
    const odd =
      ((one ^ 0xe08080e0) & 0xf0c0c0f0) |
      ((two ^ 0x80e08080) & 0xc0f0c0c0) |
      ((six ^ 0x8080e080) & 0xc0c0f0c0);
    if (odd !== 0) break;
    const a = three[((one & 0xf) << 12) | ((one >>> 2) & 0xfc0) | ((one >>> 16) & 0x3f)] as number;
    const b = three[((one >>> 12) & 0xf000) | ((two << 6) & 0xfc0) | ((two >>> 8) & 0x3f)] as number;
    const c = three[((two >>> 4) & 0xf000) | ((two >>> 18) & 0xfc0) | (six & 0x3f)] as number;
    const d = three[((six << 4) & 0xf000) | ((six >>> 10) & 0xfc0) | ((six >>> 24) & 0x3f)] as number;
    if (a === DROPPED || b === DROPPED || c === DROPPED || d === DROPPED) break;
    units[written] = a;
    units[written + 1] = b;
    units[written + 2] = c;
    units[written + 3] = d;
    read += 12;
  }
  return read;
}

/**
 * How many bytes to move a border on, so that no character is cut: at most three, given the bytes from the border on.
 * A longer run of following bytes belongs to no character, and each of them stands for itself.
 */
export function bytesToBorder(bytes: Uint8Array): number {
  let skip = 0;
  while (skip < 3 && ((bytes[skip] ?? 0) & 0xc0) === 0x80) skip++;
  return skip;
}

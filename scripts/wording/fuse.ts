import {
  fingerprint,
  type LevelTable,
  mixPlace,
  mixRest,
} from '../../server/checks/wording/counted/table.ts';

/** Builds the static function of table.ts over distinct hashes; `levels` are 1–15. */
export function buildTable(hashes: Int32Array, levels: Uint8Array): LevelTable {
  for (let growth = 1; growth < 3; growth += 0.02) {
    const shape = shapeFor(hashes.length, growth);
    const order = peel(hashes, shape);
    if (order) return assign(hashes, levels, shape, order);
  }
  throw new Error('the table cannot be built: too many equal places');
}

interface Shape {
  readonly segment: number;
  readonly span: number;
  readonly cells: number;
}

function shapeFor(count: number, growth: number): Shape {
  const n = Math.max(count, 2);
  const bits = Math.max(2, Math.min(16, Math.floor(Math.log(n) / Math.log(3.33) + 2.25)));
  const segment = 1 << bits;
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(n)) * growth;
  const segments = Math.max(1, Math.ceil((n * factor) / segment) - 2);
  return { segment, span: segments * segment, cells: (segments + 2) * segment };
}

function places(hash: number, { segment, span }: Shape): [number, number, number] {
  const first = Math.floor((mixPlace(hash) / 4294967296) * span);
  const rest = mixRest(hash);
  const mask = segment - 1;
  return [first, (first + segment) ^ (rest & mask), (first + 2 * segment) ^ ((rest >>> 16) & mask)];
}

/** An order in which every hash has a cell of its own when its turn comes, last first; null where there is none. */
function peel(hashes: Int32Array, shape: Shape): { hashes: Int32Array; cells: Int32Array } | null {
  const counts = new Uint32Array(shape.cells);
  const joined = new Int32Array(shape.cells);
  for (const hash of hashes)
    for (const cell of places(hash, shape)) {
      counts[cell] = (counts[cell] as number) + 1;
      joined[cell] = (joined[cell] as number) ^ hash;
    }
  const queue: number[] = [];
  for (let cell = 0; cell < shape.cells; cell++) if (counts[cell] === 1) queue.push(cell);
  const order = { hashes: new Int32Array(hashes.length), cells: new Int32Array(hashes.length) };
  let done = 0;
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    if (counts[cell] !== 1) continue;
    const hash = joined[cell] as number;
    order.hashes[done] = hash;
    order.cells[done++] = cell;
    for (const other of places(hash, shape)) {
      counts[other] = (counts[other] as number) - 1;
      joined[other] = (joined[other] as number) ^ hash;
      if (counts[other] === 1) queue.push(other);
    }
  }
  return done === hashes.length ? order : null;
}

function assign(
  hashes: Int32Array,
  levels: Uint8Array,
  shape: Shape,
  order: { hashes: Int32Array; cells: Int32Array },
): LevelTable {
  const wide = new Uint16Array(shape.cells);
  const sorted = Uint32Array.from(hashes.keys()).sort(
    (a, b) => (hashes[a] as number) - (hashes[b] as number),
  );
  const keys = Int32Array.from(sorted, (i) => hashes[i] as number);
  for (let i = order.hashes.length - 1; i >= 0; i--) {
    const hash = order.hashes[i] as number;
    const level = levels[sorted[search(keys, hash)] as number] as number;
    let value = (fingerprint(hash) << 4) | level;
    for (const cell of places(hash, shape)) if (cell !== order.cells[i]) value ^= wide[cell] as number;
    wide[order.cells[i] as number] = value;
  }
  return { cells: squeeze(wide), segment: shape.segment, span: shape.span };
}

function search(keys: Int32Array, wanted: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function squeeze(wide: Uint16Array): Uint8Array {
  const cells = new Uint8Array(((wide.length * 3) >>> 1) + 2);
  wide.forEach((value, i) => {
    const at = (i * 3) >>> 1;
    const shifted = value << ((i & 1) << 2);
    cells[at] = (cells[at] as number) | (shifted & 0xff);
    cells[at + 1] = (cells[at + 1] as number) | (shifted >>> 8);
  });
  return cells;
}

import type { TermTree } from './term-tree.ts';

/**
 * The trie as a double array: a node is two numbers side by side, [base, parent]. A child by class c stands at base + 2c
 * and names its parent, else there is no such child. A node without children has base = -1 - term; a node where a term
 * ends and longer ones go on has the lowest bit of base set, and its term in the child of class 0.
 */
const STOP_CLASS = 0;
const FREE = -1;

/** Lays a tree into a double array of 32-bit numbers; classes run up to `classCount` - 1. */
export function layTree(tree: TermTree, classCount: number): Int32Array {
  const { starts, children } = groupChildren(tree);
  const room = new Room(tree.count + classCount + 16);
  const places = new Int32Array(tree.count);
  room.take(0, 0);
  for (const node of byLevels(tree, starts, children)) {
    const from = starts[node] as number;
    const to = starts[node + 1] as number;
    const end = tree.ends[node] as number;
    const place = places[node] as number;
    if (from === to) {
      room.setBase(place, -1 - end);
      continue;
    }
    const base = room.findBase(tree.steps, children, from, to, end >= 0);
    room.setBase(place, (base << 1) | (end >= 0 ? 1 : 0));
    if (end >= 0) {
      room.take(base + STOP_CLASS, place);
      room.setBase(base + STOP_CLASS, -1 - end);
    }
    for (let k = from; k < to; k++) {
      const child = children[k] as number;
      const at = base + (tree.steps[child] as number);
      places[child] = at;
      room.take(at, place);
    }
  }
  return room.finish(classCount);
}

/** The children of all nodes, one after another in the order of their parents. */
function groupChildren({ count, parents }: TermTree): { starts: Int32Array; children: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let node = 1; node < count; node++) {
    const after = (parents[node] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let node = 0; node < count; node++)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  const next = starts.slice();
  const children = new Int32Array(count);
  for (let node = 1; node < count; node++) {
    const parent = parents[node] as number;
    const at = next[parent] as number;
    children[at] = node;
    next[parent] = at + 1;
  }
  return { starts, children };
}

/** Nodes level by level, so that the nodes near the root, which most positions ask for, lie together. */
function byLevels({ count }: TermTree, starts: Int32Array, children: Int32Array): Int32Array {
  const order = new Int32Array(count);
  let filled = 1;
  for (let i = 0; i < filled; i++) {
    const node = order[i] as number;
    for (let k = starts[node] as number; k < (starts[node + 1] as number); k++)
      order[filled++] = children[k] as number;
  }
  return order;
}

/** The places of the double array; the free ones form a list in rising order. */
class Room {
  private cells: Int32Array;
  private next: Int32Array;
  private before: Int32Array;
  private size: number;
  private used = 0;
  private readonly holes: number[] = [];

  constructor(size: number) {
    this.size = size;
    this.cells = new Int32Array(size * 2).fill(FREE);
    this.next = new Int32Array(size + 1);
    this.before = new Int32Array(size + 1);
    for (let i = 0; i <= size; i++) this.link(i, i + 1);
  }

  private link(place: number, after: number): void {
    this.next[place] = after;
    if (after < this.before.length) this.before[after] = place;
  }

  /** Place 0 is the root and heads the list of free places. */
  take(place: number, parent: number): void {
    if (place >= this.size) this.grow(place);
    this.cells[place * 2 + 1] = parent * 2;
    if (place >= this.used) this.used = place + 1;
    if (place !== 0 && this.before[place] !== FREE)
      this.link(this.before[place] as number, this.next[place] as number);
  }

  setBase(place: number, base: number): void {
    this.cells[place * 2] = base;
  }

  private isFree(place: number): boolean {
    return place >= this.size || this.cells[place * 2 + 1] === FREE;
  }

  /**
   * The first base at which all children find free places. A start that has been tried often in vain is left out of
   * the list: asking for it again and again would cost more than the hole, which an only child may fill later.
   */
  findBase(steps: Uint16Array, children: Int32Array, from: number, to: number, stops: boolean): number {
    const hole = to - from === 1 && !stops ? this.takeHole(steps[children[from] as number] as number) : 0;
    if (hole > 0) return hole;
    let lowest = stops ? STOP_CLASS : (steps[children[from] as number] as number);
    for (let k = from; k < to; k++) lowest = Math.min(lowest, steps[children[k] as number] as number);
    let tries = 0;
    let place = this.next[0] as number;
    for (; place < this.size; place = this.next[place] as number) {
      const base = place - lowest;
      if (base < 1) continue;
      let k = from;
      while (k < to && this.isFree(base + (steps[children[k] as number] as number))) k++;
      if (k === to) break;
      tries++;
      if (tries > 64 && to - from > 1) this.skipHead();
    }
    return Math.max(1, Math.min(place, this.size) - lowest);
  }

  private skipHead(): void {
    const head = this.next[0] as number;
    if (head >= this.size) return;
    this.link(0, this.next[head] as number);
    this.before[head] = FREE;
    this.holes.push(head);
  }

  /** A base that puts an only child into a hole, or 0. */
  private takeHole(step: number): number {
    for (let place = this.holes.pop(); place !== undefined; place = this.holes.pop())
      if (this.isFree(place) && place > step) return place - step;
    return 0;
  }

  private grow(place: number): void {
    const size = Math.max(place + 1, Math.ceil(this.size * 1.5));
    const cells = new Int32Array(size * 2).fill(FREE);
    cells.set(this.cells);
    const next = new Int32Array(size + 1);
    const before = new Int32Array(size + 1);
    next.set(this.next);
    before.set(this.before);
    const old = this.size;
    Object.assign(this, { cells, next, before, size });
    for (let i = old; i < size; i++) this.link(i, i + 1);
  }

  /** The used places and room after them for every class, so that no step leads outside. */
  finish(classCount: number): Int32Array {
    const nodes = new Int32Array((this.used + classCount) * 2).fill(FREE);
    nodes.set(this.cells.subarray(0, Math.min(this.used, this.size) * 2));
    return nodes;
  }
}

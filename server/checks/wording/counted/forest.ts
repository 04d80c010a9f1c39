/** Trees grown by gradient boosting, as flat arrays; a leaf has feature 255 and its value in `bounds`. */
export interface Forest {
  readonly bias: number;
  readonly roots: Uint16Array;
  readonly features: Uint8Array;
  readonly bounds: Float32Array;
  /** The left branch is the next node; this is the right one. */
  readonly rights: Uint16Array;
}

export const LEAF = 255;

/** So many trees are asked before it is looked whether the rest can still reach the line. */
const STRIDE = 4;

/** The trees padded to one depth, level by level, so that no step waits for whether there is a next one. */
export class Judge {
  readonly #bias: number;
  readonly #trees: number;
  readonly #depth: number;
  /** For each tree its inner nodes; the branches of node i are 2i + 1 and 2i + 2. */
  readonly #features: Uint8Array;
  readonly #bounds: Float32Array;
  readonly #leaves: Float32Array;
  /** The most that the trees from each one on can add. */
  readonly #most: Float64Array;

  constructor(forest: Forest) {
    const depth = Array.from(forest.roots, (root) => depthOf(forest, root)).reduce(
      (a, b) => Math.max(a, b),
      0,
    );
    const trees = forest.roots.length;
    const inner = 2 ** depth - 1;
    this.#bias = forest.bias;
    this.#trees = trees;
    this.#depth = depth;
    this.#features = new Uint8Array(trees * inner);
    this.#bounds = new Float32Array(trees * inner);
    this.#leaves = new Float32Array(trees * (inner + 1));
    this.#most = new Float64Array(trees + 1);
    forest.roots.forEach((root, tree) => {
      this.#lay(forest, root, tree, 0);
    });
    for (let tree = trees - 1; tree >= 0; tree--) {
      const own = this.#leaves.subarray(tree * (inner + 1), (tree + 1) * (inner + 1));
      this.#most[tree] = (this.#most[tree + 1] as number) + own.reduce((a, b) => Math.max(a, b));
    }
  }

  /** Lays a node and all below it; a leaf above the last level becomes nodes that lead to it either way. */
  #lay(forest: Forest, from: number, tree: number, node: number): void {
    const inner = 2 ** this.#depth - 1;
    if (node >= inner) {
      this.#leaves[tree * (inner + 1) + node - inner] = forest.bounds[from] as number;
      return;
    }
    const isLeaf = forest.features[from] === LEAF;
    this.#features[tree * inner + node] = isLeaf ? 0 : (forest.features[from] as number);
    this.#bounds[tree * inner + node] = isLeaf ? 0 : (forest.bounds[from] as number);
    this.#lay(forest, isLeaf ? from : from + 1, tree, 2 * node + 1);
    this.#lay(forest, isLeaf ? from : (forest.rights[from] as number), tree, 2 * node + 2);
  }

  /**
   * The log odds that the sample at `from` is a true mistake with the right correction; minus infinity as soon as they
   * cannot reach `line`.
   */
  ask(row: Float32Array, line = Number.NEGATIVE_INFINITY, from = 0): number {
    const inner = (1 << this.#depth) - 1;
    const trees = this.#trees;
    const features = this.#features;
    const bounds = this.#bounds;
    const leaves = this.#leaves;
    const most = this.#most;
    let sum = this.#bias;
    let base = 0;
    for (let tree = 0; tree < trees; tree++, base += inner) {
      let node = 0;
      while (node < inner) {
        const at = base + node;
        const value = row[from + (features[at] as number)] as number;
        node = 2 * node + (value <= (bounds[at] as number) ? 1 : 2);
      }
      sum += leaves[base + tree + node - inner] as number;
      if (tree % STRIDE === 0 && sum + (most[tree + 1] as number) < line) return Number.NEGATIVE_INFINITY;
    }
    return sum;
  }
}

function depthOf(forest: Forest, node: number): number {
  if (forest.features[node] === LEAF) return 0;
  const right = forest.rights[node] as number;
  return 1 + Math.max(depthOf(forest, node + 1), depthOf(forest, right));
}

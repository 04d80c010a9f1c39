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

/** The log odds that the sample at `from` is a true mistake with the right correction. */
export function askForest(forest: Forest, row: Float32Array, from = 0): number {
  const { roots, features, bounds, rights } = forest;
  let sum = forest.bias;
  for (let t = 0; t < roots.length; t++) {
    let at = roots[t] as number;
    for (let f = features[at] as number; f !== LEAF; f = features[at] as number)
      at = (row[from + f] as number) <= (bounds[at] as number) ? at + 1 : (rights[at] as number);
    sum += bounds[at] as number;
  }
  return sum;
}

import { type Forest, LEAF } from '../../server/checks/wording/counted/forest.ts';

export interface TreeSettings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leastWeight: number;
  readonly ridge: number;
}

interface Node {
  feature: number;
  bound: number;
  right: number;
}

const BINS = 64;

/** Grows a forest by gradient boosting on logistic loss; `rows` is one sample after another with `width` features, `labels` 0 or 1. */
export function growForest(
  rows: Float32Array,
  width: number,
  labels: Uint8Array,
  weights: Float32Array,
  settings: TreeSettings,
): Forest {
  const count = labels.length;
  const { bins, edges } = binned(rows, width, count);
  let positive = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    total += weights[i] as number;
    positive += (weights[i] as number) * (labels[i] as number);
  }
  const bias = Math.log(positive / (total - positive));
  const margins = new Float64Array(count).fill(bias);
  const slopes = new Float64Array(count);
  const bends = new Float64Array(count);
  const nodes: Node[] = [];
  const roots: number[] = [];
  for (let t = 0; t < settings.trees; t++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(margins[i] as number)));
      slopes[i] = (weights[i] as number) * (p - (labels[i] as number));
      bends[i] = (weights[i] as number) * p * (1 - p);
    }
    const all = Int32Array.from({ length: count }, (_, i) => i);
    const root = grow({ bins, edges, width, slopes, bends, nodes, margins, settings }, all, 0);
    roots.push(root);
  }
  return {
    bias,
    roots: Uint16Array.from(roots),
    features: Uint8Array.from(nodes, (one) => one.feature),
    bounds: Float32Array.from(nodes, (one) => one.bound),
    rights: Uint16Array.from(nodes, (one) => one.right),
  };
}

interface Growth {
  readonly bins: Uint8Array;
  readonly edges: readonly Float32Array[];
  readonly width: number;
  readonly slopes: Float64Array;
  readonly bends: Float64Array;
  readonly nodes: Node[];
  readonly margins: Float64Array;
  readonly settings: TreeSettings;
}

function grow(growth: Growth, members: Int32Array, depth: number): number {
  const { nodes, settings, bins, width, margins } = growth;
  const split = depth < settings.depth ? bestSplit(growth, members) : null;
  const place = nodes.length;
  const node: Node = { feature: LEAF, bound: 0, right: 0 };
  nodes.push(node);
  if (!split) {
    let slope = 0;
    let bend = 0;
    for (const i of members) {
      slope += growth.slopes[i] as number;
      bend += growth.bends[i] as number;
    }
    node.bound = (-settings.rate * slope) / (bend + settings.ridge);
    for (const i of members) margins[i] = (margins[i] as number) + node.bound;
    return place;
  }
  const goesLeft = (i: number): boolean => (bins[i * width + split.feature] as number) <= split.bin;
  node.feature = split.feature;
  node.bound = growth.edges[split.feature]?.[split.bin] ?? 0;
  grow(growth, members.filter(goesLeft), depth + 1);
  node.right = grow(
    growth,
    members.filter((i) => !goesLeft(i)),
    depth + 1,
  );
  return place;
}

function bestSplit(growth: Growth, members: Int32Array): { feature: number; bin: number } | null {
  const { bins, width, slopes, bends, settings } = growth;
  const slopeOf = new Float64Array(width * BINS);
  const bendOf = new Float64Array(width * BINS);
  let slope = 0;
  let bend = 0;
  for (const i of members) {
    const s = slopes[i] as number;
    const b = bends[i] as number;
    slope += s;
    bend += b;
    for (let f = 0; f < width; f++) {
      const at = f * BINS + (bins[i * width + f] as number);
      slopeOf[at] = (slopeOf[at] as number) + s;
      bendOf[at] = (bendOf[at] as number) + b;
    }
  }
  const worth = (s: number, b: number): number => (s * s) / (b + settings.ridge);
  let best = worth(slope, bend) + 1e-3;
  let found: { feature: number; bin: number } | null = null;
  for (let feature = 0; feature < width; feature++) {
    let s = 0;
    let b = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      s += slopeOf[feature * BINS + bin] as number;
      b += bendOf[feature * BINS + bin] as number;
      if (b < settings.leastWeight || bend - b < settings.leastWeight) continue;
      const gain = worth(s, b) + worth(slope - s, bend - b);
      if (gain > best) {
        best = gain;
        found = { feature, bin };
      }
    }
  }
  return found;
}

/** Replaces each value by the number of its bin; bin b holds values up to edges[b]. */
function binned(
  rows: Float32Array,
  width: number,
  count: number,
): { bins: Uint8Array; edges: Float32Array[] } {
  const bins = new Uint8Array(count * width);
  const edges: Float32Array[] = [];
  for (let f = 0; f < width; f++) {
    const sorted = Float32Array.from({ length: count }, (_, i) => rows[i * width + f] as number).sort();
    const marks = new Set<number>();
    for (let b = 1; b < BINS; b++) marks.add(sorted[Math.floor((b * count) / BINS)] as number);
    const list = Float32Array.from(marks).sort();
    edges.push(list);
    for (let i = 0; i < count; i++) {
      const value = rows[i * width + f] as number;
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((list[middle] as number) >= value) high = middle;
        else low = middle + 1;
      }
      bins[i * width + f] = low;
    }
  }
  return { bins, edges };
}

/** From this share of common pairs of characters on, two texts are alike. Tried on names of real kinds: 发布 and 服务 of one unit are, two bureaus of one town are not. */
const ALIKE = 0.6;
/** A pair of characters that so many of a neighbourhood share says nothing of any of them. */
const COMMON_AT_LEAST = 20;
const COMMON_SHARE = 0.05;

/** What is compared: an account by its name and what it is for. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly functions: string;
}

export interface Likeness {
  readonly a: string;
  readonly b: string;
  /** Shares of common pairs of characters, in per cent. */
  readonly name: number;
  readonly functions: number;
}

/** A text without blanks, marks and case, as it is compared. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

function bigrams(text: string): Set<string> {
  const plain = plainText(text);
  const found = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) found.add(plain.slice(at, at + 2));
  return found;
}

/** Twice the common pairs of characters over all of both (Dice 1945), from 0 to 1; 0 where one has none. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const gram of a) if (b.has(gram)) common++;
  return (2 * common) / (a.size + b.size);
}

interface Known {
  readonly id: string;
  readonly name: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

/**
 * Pairs in a neighbourhood that are alike in name or in what they are for. Only those that share a telling pair of
 * characters are compared, so that ten thousand accounts are not fifty million comparisons.
 */
export function alikePairs(neighbourhood: readonly Compared[]): Likeness[] {
  const known = neighbourhood.map(
    ({ id, name, functions }): Known => ({ id, name: bigrams(name), functions: bigrams(functions) }),
  );
  const most = Math.max(COMMON_AT_LEAST, neighbourhood.length * COMMON_SHARE);
  const found = new Map<string, Likeness>();
  for (const field of ['name', 'functions'] as const) {
    for (const [a, b] of meetings(known, field, most)) {
      const name = dice(a.name, b.name);
      const functions = dice(a.functions, b.functions);
      if (Math.max(name, functions) < ALIKE) continue;
      const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
      found.set(`${first} ${second}`, {
        a: first,
        b: second,
        name: Math.round(name * 100),
        functions: Math.round(functions * 100),
      });
    }
  }
  return [...found.values()];
}

/** Every two that share a telling pair of characters in a field, once. */
function* meetings(
  known: readonly Known[],
  field: 'name' | 'functions',
  most: number,
): Generator<readonly [Known, Known]> {
  const holders = new Map<string, number[]>();
  known.forEach((each, at) => {
    for (const gram of each[field]) push(holders, gram, at);
  });
  for (const [at, each] of known.entries()) {
    const met = new Set<number>();
    for (const gram of each[field]) {
      const sharing = holders.get(gram) ?? [];
      if (sharing.length > most) continue;
      for (const other of sharing) if (other > at) met.add(other);
    }
    for (const other of met) yield [each, known[other] as Known];
  }
}

function push(holders: Map<string, number[]>, gram: string, at: number): void {
  const before = holders.get(gram);
  if (before) before.push(at);
  else holders.set(gram, [at]);
}

import type { KnownAs, NameKind } from './names-model.ts';
import { linkKey } from './rules-links.ts';

/** What an account shows of itself now. */
export type Shown = Readonly<Partial<Record<NameKind, string | null>>>;

/** What changed between what is on record and what is shown: ends and beginnings. Kinds not mentioned stay. */
export function nameChanges(
  standing: readonly KnownAs[],
  shown: Shown,
): {
  readonly ended: readonly KnownAs[];
  readonly begun: readonly { readonly kind: NameKind; readonly value: string; readonly key: string }[];
} {
  const now = standing.filter(({ toOn }) => toOn === null);
  const kinds = Object.entries(shown) as [NameKind, string | null][];
  const differs = kinds.filter(
    ([kind, value]) => (now.find((each) => each.kind === kind)?.value ?? '') !== (value ?? ''),
  );
  return {
    ended: now.filter(({ kind }) => differs.some(([each]) => each === kind)),
    begun: differs.flatMap(([kind, value]) => (value ? [{ kind, value, key: nameKey(kind, value) }] : [])),
  };
}

/** The form in which two spellings of one name, handle or address are the same. */
export function nameKey(kind: NameKind, value: string): string {
  if (kind === 'url') return linkKey(value) ?? value.trim();
  return [...value.toLowerCase()].filter((each) => each.trim() !== '').join('');
}

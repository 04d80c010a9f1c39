import type { FieldSpec, Typed } from '../../ui/form-panel.tsx';

type Choice = NonNullable<FieldSpec['options']>[number];

/** The text of a field, trimmed; null when nothing was typed. */
export function textOrNull(typed: Typed, key: string): string | null {
  const value = typed[key];
  return typeof value === 'string' ? value.trim() || null : null;
}

/** The text of a field, trimmed; empty when nothing was typed. */
export function textOf(typed: Typed, key: string): string {
  return textOrNull(typed, key) ?? '';
}

/** Things with id and name as the choices of a select. */
export function choicesOf(items: readonly { id: string; name: string }[]): Choice[] {
  return items.map(({ id, name }) => ({ value: id, label: name }));
}

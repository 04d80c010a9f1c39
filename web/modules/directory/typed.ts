import type { Typed } from '../../ui/form-panel.tsx';

/** The text of a field, trimmed; empty when nothing was typed. */
export function textOf(typed: Typed, key: string): string {
  const value = typed[key];
  return typeof value === 'string' ? value.trim() : '';
}

/** The text of a field that may be left out. */
export function textOrNull(typed: Typed, key: string): string | null {
  return textOf(typed, key) || null;
}

/** Names by code as the choices of a select. */
export function choices(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

import { Refused } from '../../kernel/outcome.ts';

/** Refuses a change of a section or column that stands no more. */
export function refuseClosed(part: { readonly closedOn: string | null }): void {
  if (part.closedOn !== null) throw new Refused('conflict', { code: 'sites.gone' });
}

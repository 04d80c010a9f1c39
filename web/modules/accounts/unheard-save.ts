import type { FilingWire, FormValues } from '../../../contracts/accounts/wire.ts';

/** What somebody has typed into a draft. */
export interface Typed {
  values: FormValues;
  exceptions: Record<string, string>;
}

/** Whether the draft on the server is just what was sent upon this version: then it was saved, and only the answer was lost. */
export function isUnheardSave(
  now: Pick<FilingWire, 'form' | 'values' | 'version'>,
  sent: Typed,
  version: number,
): boolean {
  if (now.version !== version + 1) return false;
  const fields = now.form.sections.flatMap((section) => section.fields).filter((field) => !field.system);
  return fields.every(({ key }) => (now.values[key] || null) === (sent.values[key] || null));
}

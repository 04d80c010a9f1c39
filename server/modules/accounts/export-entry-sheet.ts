import { buffer } from 'node:stream/consumers';
import { accountsText } from '../../../contracts/accounts/words.ts';
import { entrySheetText as text } from '../../../contracts/accounts/words-entry.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { found } from '../../kernel/outcome.ts';
import type { Entry } from './model.ts';
import { printedValues } from './print-form.ts';
import { openCase } from './read-filing.ts';
import { readFiling } from './store.ts';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface EntrySheet {
  readonly entry: Entry;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

interface SheetKey {
  readonly jurisdiction: string;
  readonly id: string;
  readonly entryId: string;
}

/**
 * FS-11: what has to be typed into a system outside, in the order of its own fields as the pack lists them; all fields
 * of the form where the pack lists none. Throws not-found for an entry that is not of this filing.
 */
export async function readEntrySheet(ctx: Context, key: SheetKey): Promise<EntrySheet> {
  const filed = await openCase(ctx, found(await readFiling(ctx.tx, key.jurisdiction, key.id)));
  const { entry } = found(filed.entries.find((each) => each.entry.id === key.entryId));
  const { filing, policy, facts } = filed.assembled;
  const rule = policy.get(`filing.entry.${filing.kind}`, facts).value ?? [];
  const printed = await printedValues(ctx, filed);
  const asked = rule.find(({ id }) => id === entry.key)?.fields;
  const fields = asked ?? [...printed].map(([field, { label }]) => ({ field, label }));
  const lines = fields.map(({ label, field }) => ({
    label,
    value: written(printed.get(field)?.value ?? null),
  }));
  return { entry, lines };
}

function written(value: string | boolean | readonly string[] | null): string {
  if (typeof value === 'boolean') return value ? accountsText.yes : accountsText.no;
  return typeof value === 'string' ? value : (value ?? []).join('\u3001');
}

/** The same as a spreadsheet of two columns. */
export async function exportEntrySheet(ctx: Context, key: SheetKey): Promise<FileAnswer> {
  const { entry, lines } = await readEntrySheet(ctx, key);
  const sheet = {
    name: text.sheet,
    columns: [
      { header: text.field, width: 14 },
      { header: text.value, width: 40 },
    ],
    rows: lines.map(({ label, value }) => [label, value]),
  };
  return { name: text.fileName(entry.system), mime: MIME, content: await buffer(writeXlsx([sheet])) };
}

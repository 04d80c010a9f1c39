import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { mustHave } from './abilities.ts';
import { readImportRows } from './import-rows.ts';
import { planImport } from './plan-import.ts';
import type { RowProblem } from './rules-import.ts';

/** What a dry run found: the rows of the file and every problem they have. */
export interface ImportCheck {
  readonly units: number;
  readonly people: number;
  readonly problems: readonly RowProblem[];
}

/** The post in which somebody imports at all; each row is then held against what it administers. Throws Refused('forbidden'). */
export function mayImport({ actor }: Context): ActorPost | null {
  return mustHave(
    actor,
    actor.posts.find((post) => post.kind === 'administrator'),
  );
}

/**
 * Dry run of an import: names every row that cannot be taken with all that is wrong with it, and changes nothing; it
 * runs in a read-only transaction. Problems where the file cannot be read at all: directory.not-a-workbook,
 * unknown-sheet, missing-sheet, unknown-column, missing-column, empty-import, too-many-rows.
 */
export async function checkImport(ctx: Context, bytes: Buffer): Promise<Outcome<ImportCheck>> {
  mayImport(ctx);
  const read = await readImportRows(bytes);
  if (!read.ok) return read;
  const { units, people } = read.value;
  const { problems } = await planImport(ctx, read.value);
  return done({ units: units.length, people: people.length, problems });
}

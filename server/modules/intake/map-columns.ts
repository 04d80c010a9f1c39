import type { Mapping } from '../../../contracts/intake/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { dryRun, keeperPost, noteIntake } from './check-intake.ts';
import type { Intake } from './model.ts';
import { mappingProblems } from './rules-mapping.ts';
import { lockIntake, readSheetRows, updateIntake } from './store.ts';

export interface IntakeKey {
  readonly jurisdiction: string;
  readonly id: string;
  readonly version: number;
}

/** Says which column holds what, and checks the sheet anew. Problems: a column that is missing, twice or not there. */
export async function mapColumns(
  ctx: Context,
  input: IntakeKey & { readonly mapping: Mapping },
): Promise<Outcome<Intake>> {
  const post = keeperPost(ctx, input.jurisdiction);
  const intake = await holdIntake(ctx, input);
  if (intake.state !== 'checked') throw new Refused('conflict', { code: 'intake.not-checked' });
  const problems = mappingProblems(input.mapping, intake.headers);
  if (problems.length > 0) return refuse(...problems);
  const mapped = { ...intake, mapping: input.mapping, remembered: false, version: intake.version + 1 };
  await updateIntake(ctx.tx, mapped);
  const checked = await dryRun(ctx, mapped, await readSheetRows(ctx.tx, mapped));
  noteIntake(ctx, 'intake.mapped', checked, post);
  return done(checked);
}

/** Holds an import as it was seen. Throws not-found, or stale where it went on meanwhile. */
export async function holdIntake(ctx: Context, { jurisdiction, id, version }: IntakeKey): Promise<Intake> {
  const intake = found(await lockIntake(ctx.tx, jurisdiction, id));
  if (intake.version !== version) throw new Refused('stale');
  return intake;
}

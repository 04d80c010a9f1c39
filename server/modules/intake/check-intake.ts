import { createHash } from 'node:crypto';
import type { ActorPost } from '../../kernel/actor.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { intakePost } from './abilities.ts';
import { gatherFacts } from './gather-facts.ts';
import type { Intake, SheetRow } from './model.ts';
import { readSheet } from './read-sheet.ts';
import { guessMapping, mappingProblems, plainHeader } from './rules-mapping.ts';
import { checkSheet } from './rules-sheet.ts';
import { insertIntake, insertRows, keepChecked, readMapping, updateIntake } from './store.ts';

/** The post in which the actor keeps the registry of a jurisdiction. Throws Refused('forbidden'). */
export function keeperPost(ctx: Context, jurisdiction: string): ActorPost {
  const post = intakePost(ctx.actor, jurisdiction);
  if (!post) throw new Refused('forbidden', { code: 'intake.not-yours' });
  return post;
}

/**
 * Takes up a sheet: keeps its rows, finds its columns (as an earlier sheet with these headings had them, or by what
 * they are called) and holds every row against registry and rules. Nothing comes into the registry yet. Problems where
 * the file cannot be read at all.
 */
export async function checkIntake(
  ctx: Context,
  input: { readonly jurisdiction: string; readonly fileName: string; readonly bytes: Buffer },
): Promise<Outcome<Intake>> {
  const post = keeperPost(ctx, input.jurisdiction);
  const sheet = await readSheet(input.bytes);
  if (!sheet.ok) return sheet;
  const { headers, rows } = sheet.value;
  const headerDigest = digestOf(headers.map(plainHeader));
  const known = await readMapping(ctx.tx, input.jurisdiction, headerDigest);
  const begun: Intake = {
    jurisdiction: input.jurisdiction,
    id: newId(),
    fileName: input.fileName.slice(0, 200),
    fileDigest: createHash('sha256').update(input.bytes).digest('hex'),
    headers,
    headerDigest,
    mapping: known ?? guessMapping(headers),
    remembered: known !== undefined,
    state: 'checked',
    rows: rows.length,
    faulty: rows.length,
    accepted: 0,
    taken: 0,
    createdAt: ctx.now.iso,
    createdBy: ctx.actor.personId,
    createdByName: ctx.actor.name,
    createdPost: `${post.unitName} ${post.title}`,
    endedAt: null,
    undoneReason: null,
    version: 1,
  };
  await insertIntake(ctx.tx, begun);
  await insertRows(ctx.tx, begun, rows);
  const checked = await dryRun(ctx, begun, rows);
  noteIntake(ctx, 'intake.checked', checked, post);
  return done(checked);
}

/** Holds all rows against registry and rules, unless a column is still to be named. */
export async function dryRun(ctx: Context, intake: Intake, rows: readonly SheetRow[]): Promise<Intake> {
  if (mappingProblems(intake.mapping, intake.headers).length > 0) return intake;
  const facts = await gatherFacts(ctx, intake.jurisdiction, rows, intake.mapping);
  const checked = checkSheet(rows, intake.mapping, facts);
  await keepChecked(ctx.tx, intake, checked);
  const after = { ...intake, faulty: checked.filter(({ problems }) => problems.length > 0).length };
  await updateIntake(ctx.tx, after);
  return after;
}

/** Notes what was done to an import: its figures, nothing of what the sheet says. */
export function noteIntake(
  ctx: Context,
  action: string,
  intake: Intake,
  post: ActorPost | null,
  more: Record<string, unknown> = {},
): void {
  ctx.audit({
    jurisdiction: intake.jurisdiction,
    action,
    subject: { type: 'intake', id: intake.id },
    ...(post ? { post: { postId: post.postId, title: post.title, unitName: post.unitName } } : {}),
    facts: {
      file: intake.fileDigest,
      rows: intake.rows,
      faulty: intake.faulty,
      accepted: intake.accepted,
      taken: intake.taken,
      ...more,
    },
  });
}

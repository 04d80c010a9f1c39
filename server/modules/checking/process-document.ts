import { readInput } from '../../documents/read-input.ts';
import { RefusedFile } from '../../documents/refused-file.ts';
import type { Context } from '../../kernel/context.ts';
import { dropFile, readFile } from '../../kernel/files.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Checkers } from './build-checker.ts';
import { type CheckKey, checkSubject } from './hold-check.ts';
import type { Check, CheckedDocument } from './model.ts';
import { findIn, keepFound } from './run-check.ts';
import { lockCheck, lockWaiting, readCheck, readDocuments, setCheckState, writeDocument } from './store.ts';

/**
 * Checks the next waiting document of a check, in one transaction with dropping its file: a process that dies leaves
 * the document waiting for the next. Refuses with checking.nothing-waiting where none is left.
 */
export async function processDocument(
  ctx: Context,
  checkers: Checkers,
  key: CheckKey,
): Promise<Outcome<CheckedDocument>> {
  const check = await readCheck(ctx.tx, key.jurisdiction, key.id);
  const waiting = check && (await lockWaiting(ctx.tx, check));
  if (!check || !waiting || check.state !== 'running') return refuse({ code: 'checking.nothing-waiting' });
  const document = await checkWaiting(ctx, checkers, check, waiting);
  if (waiting.fileId !== null) await dropFile(ctx, check.jurisdiction, checkSubject(check), waiting.fileId);
  // Held first: of two processes that finish the last two documents, the second must see what the first has done.
  await lockCheck(ctx.tx, check.jurisdiction, check.id);
  const left = await readDocuments(ctx.tx, check);
  if (left.every(({ state }) => state !== 'waiting')) await setCheckState(ctx.tx, check, 'done');
  const { tally, position, textDigest, state } = document;
  ctx.audit({
    jurisdiction: check.jurisdiction,
    action: 'check.document',
    subject: checkSubject(check),
    facts: { position, state, ...tally, textDigest },
    after: { textDigest, tally },
  });
  return done(document);
}

async function checkWaiting(
  ctx: Context,
  checkers: Checkers,
  check: Check,
  waiting: CheckedDocument,
): Promise<CheckedDocument> {
  const { name, position, fileId } = waiting;
  try {
    if (fileId === null) throw new RefusedFile('file-empty');
    const { content } = await readFile(ctx, check.jurisdiction, fileId);
    const input = await readInput(name, content);
    const checker = await checkers.forUnit(ctx, check.unitId);
    const found = await findIn(checker, check.declared, input);
    const { document } = await keepFound(ctx, check, { name, position, input }, found);
    return document;
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const refused: CheckedDocument = {
      ...waiting,
      state: 'refused',
      fileId: null,
      problem: { code: error.reason, facts: error.facts },
      checkedAt: ctx.now.iso,
    };
    await writeDocument(ctx.tx, refused);
    return refused;
  }
}

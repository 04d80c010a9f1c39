import { refusedSentence } from '../../../contracts/checks/words-inputs.ts';
import { inputKind } from '../../documents/read-input.ts';
import { RefusedFile } from '../../documents/refused-file.ts';
import type { Context } from '../../kernel/context.ts';
import { keepFile } from '../../kernel/files.ts';
import { done, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import { type CheckKey, checkSubject, holdOwnCheck } from './hold-check.ts';
import type { Check } from './model.ts';
import { storable } from './rules.ts';
import { readDocuments, writeDocument } from './store.ts';

/** A file as it came with a request. */
export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
}

const MOST_FILES = 200;
const LABEL = 'waiting';

/**
 * Adds a file to a check that has not begun; the file is kept until it is checked and dropped then. Problems:
 * checking.not-open, too-many-files, unreadable.
 */
export async function addFile(ctx: Context, key: CheckKey, file: UploadedFile): Promise<Outcome<Check>> {
  const { check, post } = await holdOwnCheck(ctx, key);
  if (check.kind !== 'batch' || check.state !== 'open') return refuse({ code: 'checking.not-open' });
  const documents = await readDocuments(ctx.tx, check);
  if (documents.length >= MOST_FILES)
    return refuse({ code: 'checking.too-many-files', facts: { limit: MOST_FILES } });
  const problem = kindProblem(file);
  if (problem) return refuse(problem);
  const name = storable(file.name.slice(-200));
  const kept = await keepFile(ctx, {
    jurisdiction: check.jurisdiction,
    subject: checkSubject(check),
    label: LABEL,
    name,
    mime: 'application/octet-stream',
    content: file.content,
  });
  await writeDocument(ctx.tx, {
    ...waitingDocument(check, documents.length + 1, name),
    fileId: kept.id,
  });
  ctx.audit({
    jurisdiction: check.jurisdiction,
    action: 'check.add-file',
    subject: checkSubject(check),
    post,
    facts: { file: kept.id, sha256: kept.sha256, bytes: kept.bytes },
  });
  return done(check);
}

function kindProblem({ name, content }: UploadedFile): Problem | null {
  try {
    inputKind(name, content);
    return null;
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return {
      code: 'checking.unreadable',
      field: 'file',
      facts: { message: refusedSentence(error.reason, error.facts) },
    };
  }
}

function waitingDocument(check: Check, position: number, name: string) {
  return {
    jurisdiction: check.jurisdiction,
    checkId: check.id,
    position,
    name,
    state: 'waiting',
    textDigest: null,
    characters: null,
    tally: { block: 0, warn: 0, note: 0 },
    leftOut: 0,
    unobserved: [],
    problem: null,
    lexiconVersion: null,
    checkedAt: null,
  } as const;
}

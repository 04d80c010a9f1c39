import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { type CheckKey, checkSubject, holdOwnCheck } from './hold-check.ts';
import type { Check } from './model.ts';
import { readDocuments, setCheckState } from './store.ts';

export const BATCH_QUEUE = 'checking-batch';

/** Hands a check of many files to the queue. Problems: checking.not-open, no-files. */
export async function startBatch(ctx: Context, key: CheckKey): Promise<Outcome<Check>> {
  const { check, post } = await holdOwnCheck(ctx, key);
  if (check.kind !== 'batch' || check.state !== 'open') return refuse({ code: 'checking.not-open' });
  const documents = await readDocuments(ctx.tx, check);
  if (documents.length === 0) return refuse({ code: 'checking.no-files', field: 'file' });
  await setCheckState(ctx.tx, check, 'running');
  await ctx.enqueue({ queue: BATCH_QUEUE, data: { jurisdiction: check.jurisdiction, id: check.id } });
  ctx.audit({
    jurisdiction: check.jurisdiction,
    action: 'check.start',
    subject: checkSubject(check),
    post,
    facts: { files: documents.length },
  });
  return done({ ...check, state: 'running' });
}

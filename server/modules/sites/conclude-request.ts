import { siteText } from '../../../contracts/sites/words.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import type { Context, Fact } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import type { FactListener } from '../../kernel/runner.ts';
import { contentOf } from './assemble-request.ts';
import { type ColumnRequest, mayMove } from './model.ts';
import { meetClock, stopClock } from './run-clock.ts';
import { requestSubject } from './start-request.ts';
import { lockRequest, updateRequest } from './store-requests.ts';

/** What the module wants to hear of approvals. */
export const sitesListeners: Readonly<Record<string, FactListener[]>> = {
  'approval.deciding': [holdSubject],
  'approval.concluded': [concludeRequest],
};

/** Before a decision: holds the request, and refuses when its content is no longer the one in approval. */
async function holdSubject(ctx: Context, fact: Fact): Promise<void> {
  const request = await subjectOf(ctx, fact);
  if (!request || request.approvalId !== fact.data.approvalId || request.state !== 'in-approval') return;
  if (digestOf(contentOf(request)) !== fact.data.digest)
    throw new Refused('stale', { code: 'approvals.content-changed' });
}

async function subjectOf(ctx: Context, { data }: Fact): Promise<ColumnRequest | null> {
  if (data.subjectType !== 'column-request') return null;
  const key = { jurisdiction: String(data.jurisdiction), id: String(data.subjectId) };
  return found(await lockRequest(ctx.tx, key));
}

/** After the last decision: what was agreed to waits to be built; what was refused ends with its reason. */
async function concludeRequest(ctx: Context, fact: Fact): Promise<void> {
  const request = await subjectOf(ctx, fact);
  if (!request) return;
  const result = fact.data.result as 'approved' | 'returned' | 'refused';
  if (!mayMove(request.state, result))
    throw new Error(`a request in ${request.state} cannot become ${result}`);
  const after: ColumnRequest = {
    ...request,
    state: result,
    approvedAt: result === 'approved' ? ctx.now.iso : null,
    version: request.version + 1,
    updatedAt: ctx.now.iso,
  };
  await updateRequest(ctx.tx, after);
  if (result === 'refused') await meetClock(ctx, request, ctx.now.day);
  if (result === 'returned') await stopClock(ctx, request, siteText.fellAway.returned);
  ctx.audit({
    jurisdiction: request.jurisdiction,
    action: `column-request.${result}`,
    subject: requestSubject(request),
    facts: { revision: request.revision, approvalId: request.approvalId, reason: fact.data.reason ?? null },
    before: { state: request.state, version: request.version },
    after: { state: after.state, version: after.version },
  });
}

import { approval, approvalKey, decideBody, waitingList } from '../../../contracts/approvals/wire.ts';
import { approvalRoutes as names } from '../../../contracts/approvals/words.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done } from '../../kernel/outcome.ts';
import { decideStep } from './decide-step.ts';
import { getApproval, waitingFor } from './read-approval.ts';

/** What waits for me, one approval, and deciding it. */
export function approvalsRoutes(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/approvals/waiting',
    summary: names.waiting,
    response: waitingList,
    handle: async (ctx) => ({ items: await waitingFor(ctx) }),
  });
  r.query({
    url: '/api/v1/approvals/:jurisdiction/:id',
    summary: names.approval,
    params: approvalKey,
    response: approval,
    handle: (ctx, { params }) => getApproval(ctx, params.jurisdiction, params.id),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/approvals/:jurisdiction/:id/decisions',
    summary: names.decide,
    params: approvalKey,
    body: decideBody,
    response: approval,
    handle: async (ctx, { params, body }) => {
      const { jurisdiction, id } = params;
      const outcome = await decideStep(ctx, { jurisdiction, approvalId: id, ...body });
      return outcome.ok ? done(await getApproval(ctx, jurisdiction, id)) : outcome;
    },
  });
}

import { approval, approvalKey, decideBody, waitingList } from '../../../contracts/approvals/wire.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done } from '../../kernel/outcome.ts';
import { decideStep } from './decide-step.ts';
import { getApproval, waitingFor } from './read-approval.ts';

/** What waits for me, one approval, and deciding it. */
export function approvalsRoutes(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/approvals/waiting',
    summary: '等我办理的审批步骤，按到期日排列',
    response: waitingList,
    handle: async (ctx) => ({ items: await waitingFor(ctx) }),
  });
  r.query({
    url: '/api/v1/approvals/:jurisdiction/:id',
    summary: '一件审批：事项、步骤、已作的决定、与上一稿的变化',
    params: approvalKey,
    response: approval,
    handle: (ctx, { params }) => getApproval(ctx, params.jurisdiction, params.id),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/approvals/:jurisdiction/:id/decisions',
    summary: '对当前步骤作出决定',
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

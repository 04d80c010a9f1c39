import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import {
  type ApprovalStepWire,
  type ApprovalWire,
  approval as approvalSchema,
  type DecideBody,
} from '../../../contracts/approvals/wire.ts';
import { decisionNames } from '../../../contracts/approvals/words.ts';
import { approvalScreenWords } from '../../../contracts/ui/words-approvals.ts';
import { post } from '../../lib/api.ts';
import { asProblem } from '../../lib/problem.ts';

/** What the person has ticked and written for a step. */
export interface Draft {
  gates: string[];
  sealed: boolean;
  signedBy: string;
  opinion: string;
}

type Kind = DecideBody['decision'];

function bodyOf(approval: ApprovalWire, step: ApprovalStepWire, kind: Kind, draft: Draft): DecideBody {
  const approves = kind === 'approve';
  return {
    stepId: step.id,
    decision: kind,
    digest: approval.digest,
    version: approval.version,
    ...(draft.opinion.trim() ? { reason: draft.opinion.trim() } : {}),
    ...(approves && step.seal ? { sealed: draft.sealed } : {}),
    ...(approves && step.signature ? { signedBy: draft.signedBy.trim() } : {}),
    ...(approves && step.gates.length ? { gates: draft.gates } : {}),
  };
}

/** Decides a step on exactly the content that is on the screen; a stale screen is read again. */
export function useDecision(approval: ApprovalWire, step: ApprovalStepWire) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = ['approval', approval.jurisdiction, approval.id];
  return useMutation({
    mutationFn: ({ kind, draft }: { kind: Kind; draft: Draft }) =>
      post(`/approvals/${approval.jurisdiction}/${approval.id}/decisions`, {
        schema: approvalSchema,
        body: bodyOf(approval, step, kind, draft),
      }),
    onSuccess: async (after, { kind }) => {
      client.setQueryData(key, after);
      void message.success(`${approvalScreenWords.decide.done}：${decisionNames[kind]}`);
      await client.invalidateQueries();
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (problem.status !== 409) return;
      void message.warning(problem.problems[0]?.message ?? problem.detail, 8);
      void client.invalidateQueries({ queryKey: key });
    },
  });
}

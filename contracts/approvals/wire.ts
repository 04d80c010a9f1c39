import { z } from 'zod';
import { basisRef, day, id, line, lines } from '../kernel/wire.ts';

export const approvalKey = z.strictObject({ jurisdiction: line(40), id });

const stepKind = z.enum(['compile', 'consent', 'review', 'approve', 'file', 'relay', 'sign']);
const decisionKind = z.enum(['approve', 'return', 'refuse']);
export type DecisionKind = z.infer<typeof decisionKind>;
const approvalState = z.enum(['running', 'approved', 'returned', 'refused', 'withdrawn', 'voided']);

/** A step as it stands: waiting its turn, the current one, decided, or never reached. */
const stepState = z.enum(['waiting', 'current', 'passed', 'returned', 'refused', 'skipped']);

const gate = z.strictObject({ id: z.string(), title: z.string() });

/** One step of a pinned chain, with who holds it today and what was decided on it. */
const approvalStep = z.strictObject({
  id,
  stepId: z.string().describe('流程中的步骤编号'),
  position: z.int(),
  title: z.string(),
  kind: stepKind,
  state: stepState,
  unitId: id,
  unitName: z.string(),
  post: z.string(),
  postTitle: z.string(),
  actingUnitName: z.string().nullable().describe('可代为办理的执行机构'),
  holders: z.array(z.string()).describe('今天在岗的人'),
  vacant: z.boolean(),
  mine: z.boolean().describe('现在轮到我办理'),
  barred: z.string().nullable().describe('我不能办理这一步的原因（须由不同的人办理）'),
  gates: z.array(gate),
  proofreads: z.boolean(),
  seal: z.boolean().describe('须用印'),
  signature: z.boolean().describe('须签字'),
  decision: decisionKind.nullable(),
  decidedBy: z.string().nullable(),
  decidedPost: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  sealed: z.boolean(),
  signedBy: z.string().nullable(),
  gatesPassed: z.array(z.string()),
  digest: z.string().nullable().describe('作出决定时所见内容的摘要码'),
});
export type ApprovalStepWire = z.infer<typeof approvalStep>;

const approvalSubject = z.strictObject({
  type: z.string(),
  id: z.string(),
  title: z.string(),
  href: z.string().nullable().describe('工作台内的页面地址'),
});

/** One line of what is being decided, for two minutes on a phone. */
const summaryLine = z.strictObject({ label: z.string(), value: z.string() });

const change = z.strictObject({
  label: z.string(),
  before: z.string(),
  after: z.string(),
});

/** An earlier round of the same matter: sent back, withdrawn or voided. */
const earlierRound = z.strictObject({
  id,
  revision: z.int(),
  state: approvalState,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  endReason: z.string().nullable(),
  steps: z.array(approvalStep),
});

export const approval = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  subject: approvalSubject,
  matter: z.string().describe('事项，例如 开设'),
  hostName: z.string(),
  state: approvalState,
  stateName: z.string(),
  revision: z.int().describe('第几稿'),
  version: z.int().describe('每次决定后加一；决定时带回'),
  digest: z.string().describe('正在审批的内容的摘要码；决定时带回'),
  chainTitle: z.string().nullable(),
  basis: z.array(basisRef),
  startedAt: z.string(),
  startedBy: z.string(),
  endedAt: z.string().nullable(),
  endReason: z.string().nullable(),
  due: day.nullable(),
  summary: z.array(summaryLine),
  changes: z.array(change).describe('与上一稿相比的变化；第一稿为空'),
  steps: z.array(approvalStep),
  rounds: z.array(earlierRound),
  abilities: z.strictObject({
    approve: z.boolean(),
    return: z.boolean(),
    refuse: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type ApprovalWire = z.infer<typeof approval>;

export const decideBody = z.strictObject({
  stepId: id.describe('步骤（approvalStep.id）'),
  decision: decisionKind,
  reason: lines(2000).optional().describe('退回、不同意须写；同意可写意见'),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('所见内容的摘要码'),
  version: z.int().min(1),
  sealed: z.boolean().optional().describe('已用印'),
  signedBy: line(60).optional().describe('签字人'),
  gates: z.array(z.string().max(64)).max(20).optional().describe('已把的关'),
});
export type DecideBody = z.infer<typeof decideBody>;

/** A step that waits for one of my posts. */
const waitingItem = z.strictObject({
  approvalId: id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  stepId: id,
  stepTitle: z.string(),
  kind: stepKind,
  unitName: z.string(),
  postTitle: z.string(),
  actingFor: z.string().nullable().describe('代哪个单位办理'),
  subject: approvalSubject,
  matter: z.string(),
  hostName: z.string(),
  revision: z.int(),
  since: z.string().describe('何时到这一步'),
  due: day.nullable(),
});
export type WaitingItem = z.infer<typeof waitingItem>;

export const waitingList = z.strictObject({ items: z.array(waitingItem) });

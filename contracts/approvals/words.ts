import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const decisionNames = { approve: '同意', return: '退回修改', refuse: '不同意' } as const;

export const approvalStateNames = {
  running: '审批中',
  approved: '已通过',
  returned: '已退回',
  refused: '未通过',
  withdrawn: '已撤回',
  voided: '因内容变动作废',
} as const;

export const stepKindNames = {
  compile: '编写',
  consent: '同意',
  review: '审核',
  approve: '审批',
  file: '备案',
  relay: '转报',
  sign: '签发',
} as const;

export const stepStateNames = {
  waiting: '待前一步办结',
  current: '正在办理',
  passed: '已办',
  returned: '已退回',
  refused: '未同意',
  skipped: '不再办理',
} as const;

function decidedSentence({ who, decision, step }: Record<string, unknown>): string {
  const name = decisionNames[text(decision) as keyof typeof decisionNames] ?? text(decision);
  return `「${text(step)}」已由${text(who)}作出“${name}”的决定，您的决定没有保存。请刷新后查看。`;
}

export const approvalsWords: ProblemWords = {
  'approvals.no-chain': ({ matter, rule, jurisdiction }) =>
    `没有找到适用于本单位的${text(matter)}流程（已查 ${text(jurisdiction)} 及其上级的“${text(rule)}”），因此任何人都不能通过。请联系主管单位，由其在法规包中补上流程。`,
  'approvals.no-seat': ({ step, place }) =>
    `流程中的「${text(step)}」应在${text(place)}办理，但系统中没有登记这个单位，因此不能提交。请联系管理员补登单位或职责。`,
  'approvals.out-of-reach': ({ step, unit }) =>
    `流程中的「${text(step)}」由${text(unit)}办理，但它没有本辖区的主管、执行或指导职责，看不到本辖区的事项，因此不能提交。请管理员在单位职责中补登。`,
  'approvals.vacant-post': ({ step, unit, post }) =>
    `流程中的「${text(step)}」由${text(unit)}的${text(post)}办理，该岗位目前空缺，因此不能提交。请先补任职。`,
  'approvals.same-person': ({ step, others }) =>
    `按规定「${text(step)}」与「${text(others)}」须由不同的人办理，您已办理过后者，不能再办理这一步。`,
  'approvals.not-your-step': ({ step, unit, post }) =>
    `「${text(step)}」由${text(unit)}的${text(post)}办理，您没有这个任职。`,
  'approvals.not-current': ({ step, current }) =>
    `还没有轮到「${text(step)}」，现在正在办理的是「${text(current)}」。`,
  'approvals.already-decided': decidedSentence,
  'approvals.ended': ({ state }) =>
    `这次审批已经结束（${approvalStateNames[text(state) as keyof typeof approvalStateNames] ?? text(state)}），不能再作决定。请刷新后查看。`,
  'approvals.content-changed':
    '您看到的内容与正在审批的内容不一致，先前的意见只对原内容有效。请刷新并重新核对后再作决定。',
  'approvals.reason-missing': '退回或不同意须写明理由，对方要据此修改。',
  'approvals.seal-missing': ({ unit }) => `这一步须加盖${text(unit)}公章，请用印后勾选“已加盖公章”。`,
  'approvals.signature-missing': '这一步须由负责人签字，请填写签字人。',
  'approvals.gates-missing': ({ gates }) => `这一步还须逐项确认：${text(gates)}。`,
  'approvals.gate-unknown': ({ gate }) => `这一步没有“${text(gate)}”这一关，请刷新页面后重试。`,
  'approvals.already-running': '这件事已经在审批中，不能重复提交。',
  'approvals.not-running': '这件事不在审批中，不能撤回。请刷新后查看。',
  'approvals.withdraw-not-yours': '只有提交单位可以撤回。',
};

/** Names of actions in the audit trail. */
export const approvalsActions: Record<string, string> = {
  'approval.start': '进入审批',
  'approval.approve': '审批同意',
  'approval.return': '审批退回',
  'approval.refuse': '审批不同意',
  'approval.withdraw': '撤回审批',
  'approval.void': '内容变动，审批作废',
};

export const approvalsNotices: ProblemWords = {
  'approvals.waiting': ({ title, step }) => `「${text(title)}」等您办理：${text(step)}。`,
  'approvals.returned': ({ title, step, reason }) =>
    `「${text(title)}」在「${text(step)}」被退回修改：${text(reason)}`,
  'approvals.refused': ({ title, step, reason }) =>
    `「${text(title)}」在「${text(step)}」未获同意：${text(reason)}`,
  'approvals.approved': ({ title }) => `「${text(title)}」已全部通过。`,
};

/** Where a step takes place, when the unit itself could not be found. */
export const placeNames: Record<string, string> = {
  host: '主办单位',
  parent: '上级单位',
  park: '所属园区',
  supervisor: '主管单位',
  'executing-body': '执行机构',
  oversight: '指导部门',
  named: '指定单位',
};

export const tierNames: Record<string, string> = {
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡镇级',
};

/** What each route does, for the description of the interface. */
export const approvalRoutes = {
  waiting: '等我办理的审批步骤，按到期日排列',
  approval: '一件审批：事项、步骤、已作的决定、与上一稿的变化',
  decide: '对当前步骤作出决定',
} as const;

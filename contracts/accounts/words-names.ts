export const filingKindNames = { open: '开设', change: '变更', close: '关停', cancel: '注销' } as const;

export const filingStateNames = {
  draft: '草稿',
  'in-approval': '审批中',
  returned: '已退回，待修改',
  approved: '已通过',
  opened: '已开设，待登记',
  effected: '已生效，待登记',
  registered: '备案完成',
  refused: '未通过',
  withdrawn: '已撤回',
} as const;

/** What a filing's state is called: an approved opening waits for the opening, everything else for its effect. */
export function filingStateName(kind: string, state: keyof typeof filingStateNames): string {
  if (state !== 'approved') return filingStateNames[state];
  return kind === 'open' ? '已通过，待开设' : '已通过，待生效';
}

export const accountStateNames = {
  approved: '已批准，待开设',
  operating: '运行中',
  closed: '已关停',
  cancelled: '已注销',
} as const;

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The kind of a filing from a problem's facts; an opening where none is named. */
export const kindName = (kind: unknown): string =>
  filingKindNames[text(kind) as keyof typeof filingKindNames] ?? filingKindNames.open;
/** The state of a filing from a problem's facts. */
export const stateName = (kind: unknown, state: unknown): string =>
  text(state) in filingStateNames
    ? filingStateName(text(kind), text(state) as keyof typeof filingStateNames)
    : text(state);

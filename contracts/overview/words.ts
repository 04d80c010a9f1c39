export const overviewRouteWords = {
  tag: '工作台与依据',
  workbench: '我的待办与提醒，按到期先后',
  noticeRead: '把提醒标为已读',
  audit: '审计记录，新的在前',
  verdict: '逐条校验审计记录',
  regulations: '已装入的法规包',
  regulation: '一部法规包的全部数值与依据',
  holds: '某单位或辖区在某一天适用什么，凭何依据',
  clauses: '逐条义务的落实情况',
  clock: '调整演示时钟（仅演示环境）',
} as const;

/** Names of tasks and of their one next action. */
export const taskWords = {
  decide: (step: string, host: string) => `${host} 提交，现在到「${step}」`,
  decideAction: '去审批',
  draft: '草稿还没有提交',
  draftAction: '继续填写',
  returned: '已退回，修改后可以重报',
  returnedAction: '去修改',
  opening: '已批准。在平台上开设后，登记开设日期和网址',
  openingAction: '登记开设情况',
  deadline: (due: string) => `最迟 ${due} 办结`,
  deadlineAction: '去办理',
  build: '已同意。建成后登记日期，网址由系统按规定给出',
  buildAction: '登记建成',
  ledger: (name: string) => `“${name}”的责任台账`,
  ledgerDetail: (titles: readonly string[], n: number) =>
    `${n} 项缺少或到期：${titles.join('、')}${n > titles.length ? '等' : ''}`,
  ledgerAction: '去补齐',
  supervised: (places: number) => `辖区内 ${places} 个账号和单位的责任台账不齐`,
  supervisedDetail: (gaps: number) => `共 ${gaps} 项缺少、空缺、到期或不合规定`,
  supervisedAction: '看台账预警',
  drift: (platform: string, seen: string) => `${platform}：${seen}`,
  driftSeen: (seen: string | null) => (seen ? `平台上现在是“${seen}”` : '平台上的情况与备案不一致'),
  driftAction: '去核实',
} as const;

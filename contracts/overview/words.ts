import type { ProblemWords } from '../kernel/problem-words.ts';

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
  decide: (step: string) => step,
  decideAction: '去办理',
  draft: '草稿未提交',
  draftAction: '继续填写',
  returned: (reason: string) => `被退回：${reason}`,
  returnedAction: '修改后重报',
  opening: '已批准，开设后请登记开设日期和网址',
  openingAction: '登记开设情况',
  entry: (system: string) => `在${system}登记`,
  entryAction: '登记结果',
  deadline: (term: string) => `须在${term}内办结`,
  deadlineAction: '查看',
  password: '登录口令即将到期',
  passwordAction: '修改口令',
} as const;

export const overviewWords: ProblemWords = {};

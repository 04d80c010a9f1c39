/** Texts of the workbench. */
export const overviewScreenWords = {
  title: '工作台',
  lead: (day: string) => `今天是 ${day}。下面按到期先后列出要办的事，每件事只有一个下一步。`,
  groups: {
    overdue: '已逾期',
    soon: '三天内到期',
    later: '之后到期',
    open: '无期限',
  },
  count: (n: number) => `${n} 件`,
  list: (group: string) => `${group}的待办`,
  emptyTitle: '没有待办',
  emptyHint: '轮到您办理的事项会出现在这里。',
  start: '新办备案',
  notices: '提醒',
  noNotices: '没有新的提醒',
  markRead: '标为已读',
  unread: '未读',
  act: (action: string, title: string) => `${action}：${title}`,
} as const;

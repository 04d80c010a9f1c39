import type { ProblemWords } from '../kernel/problem-words.ts';

/** Names of actions of the kernel itself; each module names its own beside its other words. */
export const kernelActions: Record<string, string> = {
  'clock.set': '调整演示时钟',
  'demo.fill': '填充演示数据',
  'demo.end': '结束演示，转为正式使用',
  'demo.renew': '更新演示用户的口令日期',
  'file.keep': '上传材料',
  'file.drop': '移除材料',
  'notice.read': '阅读提醒',
};

/** Names of the kinds of thing that a change is about. */
export const subjectNames: Record<string, string> = {
  account: '账号',
  approval: '审批',
  calendar: '工作日历',
  clock: '演示时钟',
  deadline: '期限',
  filing: '备案',
  notice: '提醒',
  person: '人员',
  post: '岗位',
  appointment: '任职',
  role: '单位职责',
  session: '登录',
  system: '系统',
  unit: '单位',
  user: '用户',
  import: '批量导入',
  intake: '账号导入',
  ledger: '责任台账',
  relay: '汇总报送',
  site: '网站',
  section: '专栏',
  column: '栏目',
  'column-request': '栏目申请',
  consolidation: '清理整合',
  'consolidation-run': '清理整合分析',
  'activity-upload': '使用情况导入',
  check: '文稿检查',
  lexicon: '词库',
};

/** Who is named in the trail for what the system does by itself. */
export const SYSTEM_ACTOR = '系统';

export const faultWords = {
  missing: '该条记录缺失或被移走',
  altered: '该条记录的内容被改动',
  unlinked: '该条记录与前一条不相接，可能被调换或插入',
  truncated: '末尾的记录被删除',
  'beyond-head': '链头被删除或改动',
  'lost-since': '以前记下时有这一条，现在没有了，链可能连同链头被删除或截短',
  'other-since': '与以前记下的不同，这一条或以前的记录可能被重写',
} as const;

export const auditWords: ProblemWords = {
  'audit.not-yours': '查看审计需要在主管单位、执行机构或指导部门担任管理员、备案管理员或主要领导。',
};

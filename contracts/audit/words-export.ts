export const auditSheet = '审计记录';

/** Heads of the exported trail, with the width of each column in characters. */
export const auditColumns = {
  seq: { header: '序号', width: 8 },
  jurisdiction: { header: '辖区代码', width: 10 },
  at: { header: '时间', width: 18 },
  who: { header: '谁', width: 14 },
  post: { header: '岗位', width: 24 },
  action: { header: '做了什么', width: 24 },
  subject: { header: '对象', width: 16 },
  subjectId: { header: '对象编号', width: 36 },
  hash: { header: '校验值', width: 40 },
} as const;

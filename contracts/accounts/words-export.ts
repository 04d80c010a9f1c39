export const filingSheet = '备案';

/** Heads of the exported filings, with the width of each column in characters. */
export const filingColumns = {
  title: { header: '事项', width: 26 },
  kind: { header: '类别', width: 8 },
  host: { header: '主办单位', width: 24 },
  platform: { header: '平台', width: 10 },
  state: { header: '状态', width: 14 },
  submitted: { header: '提交日期', width: 10 },
  number: { header: '备案编号', width: 16 },
  jurisdiction: { header: '辖区', width: 10 },
  updated: { header: '最近更新', width: 10 },
} as const;

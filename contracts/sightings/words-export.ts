export const driftSheet = '与备案不符的事项';

/** Heads of the exported findings, with the width of each column in characters. */
export const driftColumns = {
  account: { header: '账号', width: 20 },
  platform: { header: '平台', width: 10 },
  host: { header: '主办单位', width: 24 },
  jurisdiction: { header: '辖区', width: 10 },
  kind: { header: '不符之处', width: 16 },
  filed: { header: '备案内容', width: 24 },
  seen: { header: '平台上看到的', width: 24 },
  firstSeen: { header: '首次发现', width: 10 },
  state: { header: '状态', width: 12 },
  explanation: { header: '说明', width: 30 },
} as const;

import type { DetectorId, Severity } from './wire.ts';

/** Names of what is looked for. */
export const detectorNames: Readonly<Record<DetectorId, string>> = {
  privacy: '个人信息',
  secrecy: '涉密标志',
  wording: '文字',
  names: '固定称谓',
  advertising: '广告与链接',
  pressure: '强制与造假',
  source: '转载来源',
  map: '地图',
  consistency: '口径一致',
};

/** Names of how grave a finding is. */
export const severityNames: Readonly<Record<Severity, string>> = {
  block: '禁止发布',
  warn: '应当处理',
  note: '供参考',
};

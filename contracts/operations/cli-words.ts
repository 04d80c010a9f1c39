/** Texts of the command line that is not about packs. */
export const cliAuditWords = {
  audit: '审计记录',
  verify: '逐条校验审计链，指出每条链上第一处被改动的记录',
  json: '以 JSON 输出',
  whole: (chains: number, entries: number) =>
    `校验通过：${chains} 条审计链、${entries} 条记录前后相连，没有改动。`,
  broken: (jurisdiction: string, seq: number, fault: string) =>
    `辖区 ${jurisdiction} 第 ${seq} 条：${fault}。`,
} as const;

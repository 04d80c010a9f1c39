/** Texts of the command line that is not about packs. */
export const cliAuditWords = {
  audit: '审计记录',
  verify: '逐条校验审计链，指出每条链上第一处被改动的记录',
  json: '以 JSON 输出（其中 heads 是各链的链头，请存到系统以外）',
  heads: '与以前用 --json 存下的链头比对，查出连同链头一起被删除、截短或重写的链',
  headsFile: '<文件>',
  headsUnread: (file: string) => `读不了文件 ${file}。要给出以前用 audit verify --json 存下的文件。`,
  headsWrong: (file: string) => `文件 ${file} 里没有链头（heads），不是 audit verify --json 存下的文件。`,
  compared: (heads: number) => `与以前记下的 ${heads} 个链头一致。`,
  whole: (chains: number, entries: number) =>
    `校验通过：${chains} 条审计链、${entries} 条记录前后相连，没有改动。`,
  broken: (jurisdiction: string, seq: number, fault: string) =>
    `辖区 ${jurisdiction} 第 ${seq} 条：${fault}。`,
} as const;

/** Texts of `juzhen audit verify-dossier`. */
export const cliDossierWords = {
  verify: '核验导出的一户一档（zip）：逐个文件核对摘要码，逐条核对审计记录；不需要数据库',
  file: '<文件>',
  fileHint: '导出的一户一档',
  heads: '与以前用 audit verify --json 存下的链头比对',
  json: '以 JSON 输出',
  unread: (file: string) => `读不了文件 ${file}。`,
  fault: (text: string) => `${text}。`,
  whole: (account: string, files: number, entries: number) =>
    `核验通过：“${account}”一户一档，${files} 个文件与清单一致，${entries} 条审计记录没有改动。`,
  compared: '与以前记下的链头一致。',
  notCompared: '以前记下的链头不在本档案的审计记录中，无从比对。',
} as const;

/** Texts of `juzhen backup` and `juzhen restore`. */
export const cliBackupWords = {
  backup: '把内置数据库备份成一个文件（系统运行时也可以）；文件里有口令摘要和个人信息，请妥善保管',
  restore: '用备份文件在空的数据目录里恢复内置数据库，并逐表核对（先停止系统）',
  file: '<文件>',
  json: '以 JSON 输出',
  saved: (file: string, tables: number, rows: number) => `已备份到 ${file}：${tables} 张表，${rows} 行。`,
  restored: (folder: string, tables: number, rows: number, made: string) =>
    `已恢复到 ${folder}：${tables} 张表，${rows} 行，逐表核对一致。备份时间 ${made}。`,
} as const;

import type { ProblemWords } from '../kernel/problem-words.ts';

export const dossierRoutes = {
  tag: '一户一档',
  parts: '账号档案中其他部分',
  export: '导出一户一档',
} as const;

export const dossierWords: ProblemWords = {
  'dossiers.too-large': ({ megabytes }) =>
    `档案的材料共 ${String(megabytes)} MB，超过一次导出的上限。请联系系统管理员分批导出。`,
};

/** Names within the archive. */
export const archiveWords = {
  name: (account: string, day: string) => `一户一档-${account}-${day}.zip`,
  index: '00-目录.pdf',
  record: '01-档案内容.json',
  trail: '02-审计记录.pdf',
  trailData: '02-审计记录.json',
  manifest: 'manifest.json',
  forms: '03-备案表',
  papers: '04-备案材料',
  ledger: '05-责任台账',
  unnamed: '材料',
} as const;

/** Words of the printed index and of the trail. */
export const indexWords = {
  title: '政务新媒体一户一档',
  subtitle: (account: string, platform: string, host: string) => `${account} · ${platform} · ${host}`,
  contents: '文件目录',
  contentsNote: (at: string) =>
    `本档案由系统于${at}导出。摘要码为 SHA-256；manifest.json 另载全部文件的摘要码。可用 juzhen audit verify-dossier 核验，不必恢复数据库。`,
  record: '档案内容（数据）',
  trailData: '审计记录（数据）',
  path: '文件',
  what: '内容',
  bytes: '字节',
  digest: '摘要码',
  trailTitle: '审计记录',
  trailNote: (chain: number) =>
    `以下是本账号的审计记录。它们在本辖区审计链（共 ${chain} 条）中的序号、摘要码一并列出，改动任何一条都会使摘要码不符。`,
  chain: '审计链核验',
  verdict: '核验结果',
  whole: '整条审计链前后相连，没有改动',
  broken: (seq: number, fault: string) => `第 ${seq} 条：${fault}`,
  noChain: '没有审计链',
  head: '链头序号',
  headHash: '链头摘要码',
  seq: '序号',
  at: '时间',
  who: '操作人',
  action: '事项',
  subject: '对象',
  hash: '摘要码',
  account: '账号',
  particulars: '备案内容',
  filings: '历次备案',
  decisions: '审批与办理',
  identity: '名称和标识的历史',
  entries: '对外登记',
  clocks: '期限',
  notices: '公告',
  findings: '与备案不符的发现',
  exceptions: '例外说明',
  none: '无',
} as const;

export const indexColumns = {
  filings: ['事项', '状态', '第几稿', '提交', '通过', '编号'],
  decisions: ['环节', '办理人', '结果', '意见', '时间'],
  identity: ['类别', '内容', '自', '至'],
  entries: ['系统', '登记单位', '期限', '登记日期', '编号'],
  clocks: ['事项', '责任单位', '期限', '到期', '办结', '情形'],
  notices: ['标题', '发布', '最早生效', '状态'],
  findings: ['类别', '备案内容', '平台所见', '首次发现', '状态'],
} as const;

export const identityKinds: Readonly<Record<string, string>> = {
  name: '名称',
  handle: '账号名',
  url: '地址',
  certification: '认证信息',
  avatar: '头像摘要码',
};

export const accountFacts = {
  name: '名称',
  platform: '平台',
  type: '类型',
  host: '主办单位',
  jurisdiction: '辖区',
  state: '状态',
  number: '备案编号',
  opened: '开设日期',
  registered: '备案完成日期',
  uid: '平台永久编号',
  url: '地址',
  certification: '公开认证信息',
  reason: '开设理由',
} as const;

export const formFileName = (title: string, n: number) => `${String(n).padStart(2, '0')}-${title}`;

/** What a check of an exported dossier found. */
export const verifyWords = {
  notArchive: '不是完整的 zip 文件',
  noManifest: '没有 manifest.json，或内容不对',
  missing: (path: string) => `缺少文件：${path}`,
  extra: (path: string) => `多出文件：${path}`,
  altered: (path: string) => `文件被改动：${path}`,
  noTrail: '没有审计记录，或内容不对',
  entryAltered: (seq: number) => `审计记录第 ${seq} 条的内容被改动`,
  entryOrder: (seq: number) => `审计记录第 ${seq} 条次序不对或重复`,
  entryUnlinked: (seq: number) => `审计记录第 ${seq} 条与前一条不相接`,
  entryForeign: (seq: number) => `审计记录第 ${seq} 条不属于本辖区`,
  beyondHead: (seq: number) => `审计记录第 ${seq} 条晚于链头`,
  headDiffers: (seq: number) => `链头（第 ${seq} 条）与审计记录不符`,
  writtenDiffers: (seq: number) => `第 ${seq} 条与以前另存的链头不符`,
  countDiffers: '审计记录的条数与清单不符',
} as const;

import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const driftKindNames = {
  renamed: '名称与备案不符',
  handle: '账号名与备案不符',
  avatar: '头像与备案不符',
  certification: '认证信息与备案不符',
  url: '地址与备案不符',
  stranger: '同名地址已属他人',
  gone: '平台上已找不到',
} as const;

export const driftMeanings = {
  renamed: '可能未经备案就改了名称：请办理变更备案，或说明原因。',
  handle: '账号名改过：原来的账号名可能被别人注册，请核对并办理变更备案。',
  avatar: '头像换过：请确认是否仍与本单位职责相符，需要时办理变更备案。',
  certification: '认证信息变了：请确认仍写明主办单位，并办理变更备案。',
  url: '主页地址变了：请办理变更备案，以免群众点到别处。',
  stranger: '原来的名称或地址下现在是另一个账号，可能有人抢注或冒名：请立即核实，必要时提请平台处理。',
  gone: '账号在平台上已经不在：请核实是关停、注销还是被平台处理，并办理相应备案。',
} as const;

export const driftStateNames = {
  open: '待处理',
  explained: '已说明',
  filed: '已转备案',
  closed: '已了结',
} as const;
export const sourceNames = { person: '人工查看', upload: '批量导入', monitoring: '自动监测' } as const;
export const knownAsNames: Readonly<Record<string, string>> = {
  name: '名称',
  handle: '账号名',
  url: '地址',
  certification: '认证信息',
  avatar: '头像摘要',
};

/** The headers of an upload; the first that is there counts. */
export const uploadColumns = {
  number: ['备案编号', '编号'],
  platform: ['平台'],
  uid: ['平台永久编号', '平台编号', '编号（平台）'],
  url: ['地址', '主页地址', '链接'],
  name: ['名称', '账号名称'],
  handle: ['账号名', '平台号', '微信号', '抖音号'],
  certification: ['认证信息', '认证'],
  avatar: ['头像摘要'],
  presence: ['是否存在', '状态'],
  seenOn: ['查看日期', '日期'],
  note: ['备注'],
} as const;

/** What the column 是否存在 says for an account that is no longer there. */
export const goneWords: readonly string[] = ['否', '不在', '已不存在', '找不到', '注销', '不存在'];

export const sightingsWords: ProblemWords = {
  'sightings.nothing-seen': '请至少填写一项在平台上看到的内容，或者选择“账号已不在平台上”。',
  'sightings.seen-in-future': ({ today }) => `查看日期不能晚于今天（${text(today)}）。`,
  'sightings.account-ended': '这个账号已经注销，不再记录查看情况。',
  'sightings.url-bad': '地址应以 http:// 或 https:// 开头。',
  'sightings.closed': '这项差异已经了结。',
  'sightings.filing-not-of-account': '这份备案不是这个账号的，或者已经撤回、不予备案。',
  'sightings.no-file': '请选择一个 .csv 或 .xlsx 文件。',
  'sightings.not-a-table': '文件读不出来：请上传 .csv（UTF-8 或 GBK）或 .xlsx。',
  'sightings.too-many-rows': ({ max }) => `一次最多导入 ${text(max)} 行。`,
  'sightings.no-columns': '第一行要有列名：至少有“备案编号”“平台永久编号”“地址”之一，以及看到的内容。',
  'sightings.empty-upload': '文件里没有可以记录的行。',
};

/** What is wrong with a row of an upload. */
export const rowWords: ProblemWords = {
  'row.no-account': '没有找到对应的账号（备案编号、平台编号或地址都对不上，或不在您的管辖范围内）',
  'row.nothing-seen': '没有填写看到的内容',
  'row.bad-day': '查看日期不对，应写成 2026-09-01',
  'row.future': '查看日期晚于今天',
  'row.too-long': '内容过长',
  'row.url-bad': '地址不对，应以 http:// 或 https:// 开头',
  'row.ended': '账号已注销',
};

export const sightingsActions: Readonly<Record<string, string>> = {
  'sighting.recorded': '记录平台查看情况',
  'sighting.uploaded': '导入平台查看情况',
  'drift.found': '发现与备案不符',
  'drift.explained': '说明与备案不符的原因',
  'drift.filed': '把差异转为备案',
  'drift.closed': '了结与备案不符的事项',
  'drift.reopened': '所转备案未办成，差异重新待处理',
};

export const sightingsNotices: ProblemWords = {
  'sightings.drift-found': ({ account, kind }) => `“${text(account)}”${text(kind)}，请核实处理。`,
};

export const sightingsRoutes = {
  tag: 'sightings',
  drifts: '与备案不符的事项',
  export: '导出与备案不符的事项（.xlsx）',
  account: '一个账号在平台上的查看情况',
  record: '记录一次查看',
  upload: '导入查看情况',
  explain: '说明原因',
  file: '转为备案',
  close: '了结（主管单位）',
} as const;

export const sightingsText = {
  closedByFiling: '变更备案已生效，与平台一致。',
  closedByEnd: '账号已关停或注销。',
  uploadName: (name: string) => `导入文件：${name}`,
} as const;

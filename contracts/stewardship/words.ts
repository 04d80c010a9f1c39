import { momentText } from '../deadlines/words.ts';
import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const dayText = (value: unknown): string => momentText(text(value));

/** What a regulation asks for, as a list of gaps names it. */
export const demandTitles = {
  responsible: '责任人',
  safetyOfficer: '安全管理人员',
  party: (label: string) => `责任方（${label}）`,
  tasks: '承担的任务',
  funding: '经费保障',
  rights: '持有账号权限的在编在岗人员',
  offNetwork: '办事服务没有依托政务服务平台',
  ownSignOn: '办事服务没有使用统一身份认证',
  purchase: '竞争择优的采购记录',
  contract: '外包合同',
  agreement: '保密协议',
  supervision: '监管记录',
} as const;

export const recordKindNames: Readonly<Record<string, string>> = {
  person: '责任人员',
  rights: '账号权限',
  tasks: '承担的任务',
  service: '办事服务',
  activity: '须许可的服务',
  licence: '资质许可',
  paper: '制度和预案',
  funding: '经费保障',
  purchase: '采购记录',
  contract: '外包合同',
  agreement: '保密协议',
  supervision: '监管记录',
  consultation: '会商协调',
};

export const gapStateNames: Readonly<Record<string, string>> = {
  expired: '已到期',
  vacant: '空缺',
  missing: '缺少',
  finding: '不合规定',
  expiring: '即将到期',
};

/** Roles that are named for an account besides the posts that a pack asks for. */
export const roleNames: Readonly<Record<string, string>> = {
  responsible: '责任人（对内容和安全总负责）',
  'safety-officer': '安全管理人员',
};

export const rightsNames: Readonly<Record<string, string>> = {
  staff: '在编在岗人员',
  outside: '外部人员',
  software: '软件',
};

export const serviceKindNames: Readonly<Record<string, string>> = {
  query: '查询',
  handle: '办理',
  book: '预约',
  pay: '缴费',
  consult: '咨询',
  other: '其他',
};

export const purchaseMethodNames: Readonly<Record<string, string>> = {
  'open-tender': '公开招标',
  'invited-tender': '邀请招标',
  consultation: '竞争性磋商',
  negotiation: '竞争性谈判',
  enquiry: '询价',
  'single-source': '单一来源',
  other: '其他',
};

/** What was entered, label by label. */
export const contentLabels: Readonly<Record<string, string>> = {
  unit: '单位',
  post: '岗位',
  operator: '承办单位',
  scope: '权限范围',
  tasks: '任务',
  serviceKind: '类别',
  url: '地址',
  network: '依托平台',
  item: '事项编码或地址',
  signOn: '统一身份认证',
  number: '编号',
  issuer: '发证机关',
  version: '版本',
  amount: '金额（元）',
  method: '采购方式',
  candidates: '参加的供应商',
  result: '比较与择优',
  matters: '委托事项',
  duties: '双方权责',
  followUp: '要求与处理',
  partners: '会商单位',
  outcome: '议定事项',
};

export const contentWords = {
  yes: '是',
  no: '否',
  own: '自建',
  suppliers: (n: number) => `${n} 家`,
  otherPaper: '其他材料',
} as const;

/** One sentence for a gap: what is the matter with it, and until when. */
export function gapSentence(
  state: string,
  facts: { title: string; record: string | null; until: string | null; person: boolean },
): string {
  const named = facts.record && facts.record !== facts.title ? `（${facts.record}）` : '';
  switch (state) {
    case 'missing':
      return `还没有登记${facts.title}${named}。`;
    case 'vacant':
      return `${facts.title}${named}已于${dayText(facts.until)}离岗，须另行确定。`;
    case 'expired':
      return `${facts.title}${named}已于${dayText(facts.until)}到期。`;
    case 'finding':
      return `${facts.title}${named}。`;
    default:
      return facts.person
        ? `${facts.title}${named}将于${dayText(facts.until)}离岗，请提前确定接替人员。`
        : `${facts.title}${named}将于${dayText(facts.until)}到期。`;
  }
}

/** The title of a record that lacks its paper. */
export const lacksPaper = (title: string) => `${title}没有上传文件`;

/** Who kept a record that the system itself brought in. */
export const bySystem = '系统';

export const contactGap = {
  title: (partner: string) => `${partner}联络人`,
} as const;

export const recordNotes = {
  left: (day: string) => `已于${dayText(day)}离岗`,
  leaving: (day: string) => `将于${dayText(day)}离岗`,
  expired: (day: string) => `已于${dayText(day)}到期`,
  expiring: (day: string) => `将于${dayText(day)}到期`,
  replaced: '由新的登记取代',
  movedTo: (account: string) => `账号整合，转由“${account}”提供`,
} as const;

/** Sections of the dossier. */
export const ledgerSections = {
  gaps: '缺少和到期事项',
  complete: '没有缺少或到期的事项。',
  gapColumns: ['情形', '说明', '期限', '依据'],
  recordColumns: ['事项', '内容', '说明', '自', '至', '有效期至', '登记人'],
} as const;

/** Columns of the exported list. */
export const gapColumns = [
  { header: '情形', width: 10 },
  { header: '事项', width: 14 },
  { header: '说明', width: 48 },
  { header: '主办单位', width: 28 },
  { header: '账号', width: 22 },
  { header: '平台', width: 12 },
  { header: '期限', width: 12 },
  { header: '依据', width: 36 },
] as const;
export const gapSheet = '台账预警';

export const stewardshipRoutes = {
  tag: '责任与台账',
  account: '一个账号的责任台账：谁负责、凭什么、缺什么',
  unit: '一个单位的责任台账',
  keepAccount: '为账号登记一条',
  keepUnit: '为单位登记一条',
  end: '结束一条登记，写明理由',
  attach: '为一条登记上传文件',
  file: '下载一条登记的文件',
  gaps: '辖区或单位缺什么、什么到期',
  export: '导出台账预警',
} as const;

export const stewardshipWords: ProblemWords = {
  'stewardship.account-ended': '账号已关停或注销，不能再登记。',
  'stewardship.for-account': '这一事项须按账号登记，请到账号档案中办理。',
  'stewardship.no-post': '请选择在职人员。',
  'stewardship.other-unit': '须从主办单位及其上级、下属单位的在职人员中指定。',
  'stewardship.not-in-post': ({ name }) => `${text(name)}在该日不在岗，请核对日期。`,
  'stewardship.not-staff': '不得把主办职责整体交给外部人员，请指定在编在岗人员。',
  'stewardship.role-taken': ({ role, name }) =>
    `${text(role)}已有${text(name)}。请在原登记上更换，历史会保留。`,
  'stewardship.role-unknown': '没有这一角色。',
  'stewardship.rights-not-staff': '所选人员不是在编在岗人员，请按外部人员登记。',
  'stewardship.rights-no-agreement': '外部人员持有权限的，须先登记其签订的保密协议。',
  'stewardship.rights-no-name': '请填写软件名称。',
  'stewardship.only-outside': '账号权限不得全部由外部人员或软件持有，须至少有一名在编在岗人员持有权限。',
  'stewardship.unknown-item': '没有这一项，请从列表中选择。',
  'stewardship.impossible-days': '结束日期早于开始日期。',
  'stewardship.in-future': '已发生的事项不能晚于今天。',
  'stewardship.url-bad': '网址须以 http:// 或 https:// 开头。',
  'stewardship.item-missing': '依托政务服务平台的，请填写平台上的事项编码或地址。',
  'stewardship.no-operator': '须是本单位现有的外部承办单位。请先在单位页面确定承办单位。',
  'stewardship.replaces-other': '只能取代同一事项现有的登记，请刷新后核对。',
  'stewardship.ended-already': '这条登记已经结束。',
  'stewardship.end-before-start': ({ from }) => `结束日期不能早于登记开始的前一日（自${dayText(from)}起）。`,
  'stewardship.no-file': '请选择要上传的文件。',
  'stewardship.too-many-files': ({ max }) => `一条登记最多上传 ${text(max)} 个文件。`,
  'stewardship.file-refused': '文件不能接收：格式与内容不符、已损坏、加密、含有宏或其他程序。请换一个文件。',
  'stewardship.file-too-large': '文件太大。单个文件不得超过 20 MB。',
};

export const stewardshipActions: Readonly<Record<string, string>> = {
  'stewardship.keep': '登记责任台账',
  'stewardship.end': '结束责任台账登记',
  'stewardship.attach': '上传责任台账文件',
  'stewardship.warn': '台账到期提醒',
};

export const stewardshipNotices: ProblemWords = {
  'stewardship.expiring': ({ host, account, item, until }) =>
    `${text(host)}${account ? `“${text(account)}”` : ''}的${text(item)}将于${dayText(until)}到期，请及时续办。`,
  'stewardship.expired': ({ host, account, item, until }) =>
    `${text(host)}${account ? `“${text(account)}”` : ''}的${text(item)}已于${dayText(until)}到期，请立即办理。`,
  'stewardship.leaving': ({ host, account, item, until }) =>
    `${text(host)}${account ? `“${text(account)}”` : ''}的${text(item)}将于${dayText(until)}离岗，请提前确定接替人员。`,
  'stewardship.vacant': ({ host, account, item, until }) =>
    `${text(host)}${account ? `“${text(account)}”` : ''}的${text(item)}已于${dayText(until)}离岗，现在空缺，请另行确定。`,
};

import type { ProblemWords } from '../kernel/problem-words.ts';
import { matterActions, matterWords } from './words-matters.ts';
import { kindName, stateName } from './words-names.ts';

export { coreFields, slotNames } from './words-form.ts';
export {
  accountStateNames,
  filingKindNames,
  filingStateName,
  filingStateNames,
} from './words-names.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const channelKindNames = {
  account: '账号',
  app: '移动客户端',
  'mini-program': '小程序',
  site: '网站',
} as const;

/** Where a term starts: 审批通过起. */
export const anchorNames = {
  submission: '提交',
  approval: '审批通过',
  opening: '开设',
  effect: '生效',
} as const;

export const clockStateNames = {
  running: '进行中',
  overdue: '已逾期',
  met: '按期完成',
  'met-late': '逾期完成',
  suspended: '中止',
  cancelled: '已取消',
} as const;

/** Heads of the exported registry, with the width of each column in characters. */
export const accountColumns = {
  number: { header: '备案编号', width: 16 },
  name: { header: '账号名称', width: 20 },
  platform: { header: '平台', width: 10 },
  host: { header: '主办单位', width: 26 },
  jurisdiction: { header: '辖区', width: 10 },
  state: { header: '状态', width: 12 },
  opened: { header: '开设日期', width: 10 },
  uid: { header: '平台编号', width: 18 },
  url: { header: '地址', width: 30 },
} as const;
export const accountSheet = '账号台账';

/** Titles of what is checked; the sentences follow under the same code. */
export const checkTitles: Record<string, string> = {
  backfile: '属于补办备案的范围',
  'unit-nature': '单位性质',
  'unit-level': '单位层级',
  'no-section-unit': '不由内设机构开设',
  'no-section-subject': '不以内设机构名义',
  uid: '平台编号',
  'no-personal-subject': '不以个人名义',
  'no-campaign': '不为专项活动单独开设',
  'platform-approved': '平台已核准',
  'one-per-platform': '一个平台一个账号',
  'one-app': '移动客户端数量',
  'name-rules': '名称规范',
  'same-name': '各平台名称一致',
  'reason-stated': '写明理由',
  conditions: '具备开设条件',
  lead: '提前报备',
  consent: '本单位同意',
  form: '表单填写',
  attachments: '材料齐全',
  route: '审批流程',
  'host-stands': '主办单位存续',
  'account-state': '账号状态',
  changes: '变更内容',
  'new-host': '新的主办单位',
  reasons: '选明原因',
  effect: '生效情况',
};

const kinds: Record<string, string> = { secret: '涉密单位', inward: '不对外行使公共管理职能的单位' };

export const accountsWords: ProblemWords = {
  'accounts.check-met': ({ title }) => `符合：${text(title)}。`,
  'accounts.check-excused': ({ reason }) => `例外，理由：${text(reason)}`,
  'accounts.exception-needed': ({ problem }) =>
    `${text(problem)}确需如此的，请写明理由，理由将随备案一并审批并存档。`,

  'accounts.unit-excluded': ({ unit, nature }) =>
    `${text(unit)}属于${kinds[text(nature)] ?? text(nature)}，按规定不得开设政务新媒体。`,
  'accounts.unit-kind': ({ unit }) => `${text(unit)}的单位性质不在可以开设的范围内。`,
  'accounts.unit-level': ({ unit }) =>
    `按规定，${text(unit)}这一层级的单位原则上不单独开设政务新媒体，信息可通过上级单位的账号发布。`,
  'accounts.section-unit': ({ unit }) =>
    `${text(unit)}是内设机构，不得以内设机构名义开设。请由所属单位提出。`,
  'accounts.section-subject': '账号主体和认证主体不得是内设机构，请以本单位名义认证。',
  'accounts.personal-subject': '账号主体和认证主体不得是个人，请以本单位名义认证。',
  'accounts.subject-missing': '请选择以谁的名义开设。',
  'accounts.campaign': '不得为专项活动或专项工作单独开设账号，相关内容请在本单位已有账号上发布。',
  'accounts.platform-missing': '请选择平台。',
  'accounts.platform-unknown': ({ platform }) =>
    `“${text(platform)}”不在平台目录中，无法确认已获核准。请联系主管单位。`,
  'accounts.platform-not-approved': ({ platform }) =>
    `“${text(platform)}”未获国家有关主管单位核准，不得在其上开设。`,
  'accounts.one-per-platform': ({ platform, max, names }) =>
    `一个单位在同一平台最多 ${text(max)} 个账号；本单位在${text(platform)}上已有：${text(names)}。请在已有账号上整合。`,
  'accounts.one-app': ({ max, names }) =>
    `一个单位最多建设 ${text(max)} 个移动客户端；本单位已有：${text(names)}。`,
  'accounts.name-missing': '请填写账号名称。',
  'accounts.name-too-long': ({ max, length }) => `名称最多 ${text(max)} 个字，现有 ${text(length)} 个字。`,
  'accounts.name-lacks': ({ words }) => `名称须含有：${text(words)}。`,
  'accounts.name-forbidden': ({ words }) => `名称不得含有：${text(words)}。`,
  'accounts.name-untidy': '名称应简洁规范，不要用表情、特殊符号或空格。',
  'accounts.name-not-tied': '请确认名称（头像）与本单位工作职责相关联，并勾选。',
  'accounts.certification-missing': '请填写公开认证信息，其中须写明主办单位名称。',
  'accounts.certification-lacks-host': ({ unit }) => `公开认证信息中须写明主办单位名称“${text(unit)}”。`,
  'accounts.same-name': ({ names }) =>
    `本单位在其他平台上的账号名称是：${text(names)}。各平台名称应保持一致。`,
  'accounts.reason-missing': '请写明开设理由。',
  'accounts.reason-too-short': ({ min, length }) =>
    `开设理由至少 ${text(min)} 个字，现有 ${text(length)} 个字。`,
  'accounts.condition-unmet': ({ condition }) => `尚未确认具备条件：${text(condition)}。`,
  'accounts.attachment-missing': ({ title }) => `请上传：${text(title)}。`,
  'accounts.backfile-absent': ({ jurisdiction }) =>
    `${text(jurisdiction)}现行规定没有补办备案的安排，请按新开设办理。`,
  'accounts.backfile-opened-later': ({ before, opened }) =>
    `补办备案只限 ${text(before)} 之前开设的账号；这个账号 ${text(opened)} 才开设，请按新开设办理。`,
  'accounts.lead-too-short': ({ term, earliest }) =>
    `按规定须提前${text(term)}报备，现在提交，最早可于 ${text(earliest)} 开设。`,

  'accounts.field-required': ({ label }) => `请填写“${text(label)}”。`,
  'accounts.field-too-long': ({ label, max }) => `“${text(label)}”最多 ${text(max)} 个字。`,
  'accounts.field-type': ({ label, want }) => `“${text(label)}”填写有误：${text(want)}。`,
  'accounts.field-option': ({ label }) => `“${text(label)}”不在可选项之内，请重新选择。`,
  'accounts.field-unknown': ({ key }) => `表单中没有“${text(key)}”这一项，请刷新页面后重试。`,
  'accounts.exception-unknown': ({ key }) => `没有“${text(key)}”这一项可以说明例外，请刷新页面后重试。`,
  'accounts.opened-in-future': ({ today }) => `开设日期不能晚于今天（${text(today)}）。`,
  'accounts.opened-missing': '账号须先开设后备案，请填写开设日期。',
  'accounts.uid-missing': ({ label }) => `请填写${text(label)}。`,
  'accounts.uid-taken': ({ name, host }) =>
    `这个平台编号已登记在“${text(name)}”（${text(host)}）名下，请核对。`,
  'accounts.uid-taken-meanwhile': '这个平台编号刚刚被登记在另一个账号名下，请刷新后核对。',
  'accounts.day-bad': '日历上没有这一天，请重新选择日期。',
  'accounts.url-bad': '地址应以 http:// 或 https:// 开头。',

  'accounts.form-absent': ({ unit, jurisdiction, kind }) =>
    `${text(jurisdiction)}及其上级目前没有有效的${kindName(kind)}备案用表，${text(unit)}暂时无法办理。请联系主管单位。`,
  'accounts.not-your-unit': '只能为自己任职的单位办理备案。',
  'accounts.not-draft': ({ state }) => `这份备案现在是“${stateName('open', state)}”，不能修改。`,
  'accounts.not-submittable': ({ state }) => `这份备案现在是“${stateName('open', state)}”，不能提交。`,
  'accounts.not-withdrawable': ({ state }) => `这份备案现在是“${stateName('open', state)}”，不能撤回。`,
  'accounts.not-approved': ({ state }) =>
    `这份备案现在是“${stateName('open', state)}”，审批通过后才能登记开设情况。`,
  ...matterWords,
  'accounts.content-seen-differs':
    '您看到的内容与现在保存的不一致（可能有人刚刚上传或移除了材料），请刷新核对后再提交。',
  'accounts.entry-not-started': ({ anchor }) => `这项登记自${text(anchor)}起算，现在还不能标记完成。`,
  'accounts.entry-done': '这项登记已经标记完成。',
  'accounts.entry-in-future': ({ today }) => `登记日期不能晚于今天（${text(today)}）。`,
  'accounts.entry-before-anchor': ({ from }) => `登记日期不能早于起算日（${text(from)}）。`,
  'accounts.entry-file-unknown': '没有找到所附的回执，请重新上传。',
  'accounts.slot-unknown': '这份备案不需要这种材料，请刷新页面后重试。',
  'accounts.too-many-files': ({ max }) => `同一项材料最多上传 ${text(max)} 个文件。`,
  'accounts.no-file': '没有收到文件，请重新选择。',
  'accounts.file-too-large': '文件超过 20 MB 的上限，请压缩或拆分后再上传。',
  'accounts.file-file-empty': '文件是空的，请检查后重新上传。',
  'accounts.file-name-unsafe': '文件名太长或含有不允许的字符，请改名后重新上传。',
  'accounts.file-type-not-allowed': '只能上传 PDF、OFD、Word（docx）、Excel（xlsx）、PNG、JPG 文件。',
  'accounts.file-content-mismatch': '文件内容与其扩展名不符，请用原始文件重新上传。',
  'accounts.file-legacy-or-encrypted': '文件是旧版格式或设有密码，请另存为无密码的新版格式后上传。',
  'accounts.file-macros': '文件含有宏，不能上传。请去除宏后另存为 docx 或 xlsx。',
  'accounts.file-embedded-object': '文件中嵌有程序或其他对象，不能上传。请去除后重新上传。',
  'accounts.file-external-link': '文件中含有指向外部的链接数据，不能上传。请去除后重新上传。',
  'accounts.file-archive-malformed': '文件已损坏，无法打开。请检查后重新上传。',
  'accounts.file-archive-encrypted': '文件设有密码，请去除密码后上传。',
  'accounts.file-archive-bomb': '文件解压后过大，不能上传。',
  'accounts.file-too-many-entries': '文件内部的部件过多，不能上传。',
};

/** Names of actions in the audit trail. */
export const accountsActions: Record<string, string> = {
  'filing.start': '新建备案',
  'filing.save': '保存草稿',
  'filing.attach': '上传材料',
  'filing.detach': '移除材料',
  'filing.submit': '提交备案',
  'filing.withdraw': '撤回备案',
  'filing.returned': '备案退回',
  'filing.refused': '备案未通过',
  'filing.approved': '备案审批通过',
  'filing.opened': '登记开设情况',
  'filing.entry-done': '登记外部系统填报',
  'filing.registered': '备案完成',
  'account.created': '账号列入台账',
  'account.opened': '账号开始运行',
  ...matterActions,
};

export const deadlineTitles = {
  filing: (kind: string, name: string) => `${kind}“${name}”备案`,
  entry: (system: string, name: string, platform: string) =>
    `在${system}登记“${name}”${platform ? `（${platform}）` : ''}`,
  decision: (name: string) => `答复“${name}”的审批`,
  supplement: (name: string) => `补正“${name}”的备案材料`,
  backfile: (name: string) => `补办“${name}”既有账号的备案`,
} as const;

/** Names of the things in a view, and short sentences around them. */
export const accountsText = {
  filingTitle: (kind: string, platform: string, name: string) =>
    name ? `${kind}“${name}”${platform ? `（${platform}）` : ''}` : `${kind}政务新媒体（未命名）`,
  submitted: (revision: number) => (revision > 1 ? `重新提交（第${revision}稿）` : '提交'),
  approved: '审批通过',
  opened: '在平台上开设',
  effected: { change: '在平台上变更', close: '停止更新', cancel: '在平台上注销' },
  notice: (title: string) => `发布${title}`,
  noticeWithdrawn: (title: string) => `撤回${title}`,
  noticeRuns: '公告期',
  noticeRun: (published: string, term: string, last: string, earliest: string) =>
    `${published}发布，${term} → ${last}公告期满，${earliest}起可以生效`,
  changed: (before: string, after: string) => `${before || '（空）'} → ${after || '（空）'}`,
  changedPrinted: (before: string, after: string) => `${after || '（空）'}（原：${before || '（空）'}）`,
  newHostPrinted: (before: string, after: string) => `${before}（变更为：${after}）`,
  newHostNote: (unit: string, leader: string, day: string) =>
    `新主办单位${unit}主要领导${leader}于${day}同意接收，并加盖公章。`,
  newHostStep: '新主办单位主要领导同意',
  entered: (system: string) => `在${system}登记`,
  registered: '备案完成',
  withdrawn: '撤回',
  filingSystem: '政务新媒体备案管理系统',
  fellAway: {
    withdrawn: '备案已撤回',
    refused: '备案未获同意',
    moved: '起算日有变动，重新起算',
    hostGone: '主办单位已撤销',
  },
  since: '起算',
  byHost: '主办单位',
  bySupervisor: '主管单位',
  explanation: (from: string, anchor: string, term: string, due: string) =>
    `${from}${anchor}，${term}内 → ${due}`,
  exceptionTo: (title: string) => `例外（${title}）`,
  yes: '是',
  no: '否',
  consent: { 'collective-decision': '集体研究', 'principal-leader': '主要领导', 'deputy-leader': '分管领导' },
  fieldWants: {
    text: '应为文字',
    line: '只能写一行',
    characters: '含有不能保存的字符',
    date: '应为 YYYY-MM-DD 形式的日期',
    url: '应以 http:// 或 https:// 开头',
    checkbox: '应为是或否',
  },
} as const;

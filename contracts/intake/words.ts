import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The columns an import understands, in the order of the empty sheet; `aliases` are headings in common use. */
export const intakeColumns = {
  unit: {
    header: '主办单位',
    aliases: ['主办单位名称', '单位', '单位名称', '开设主体', '开办单位', '单位标识码'],
  },
  platform: {
    header: '平台',
    aliases: ['平台类型', '所属平台', '平台名称', '类型', '账号类型', '新媒体类型'],
  },
  name: { header: '账号名称', aliases: ['名称', '账号', '新媒体名称', '政务新媒体名称', '昵称'] },
  uid: {
    header: '平台编号',
    aliases: ['账号ID', '平台账号ID', '账号编号', '永久编号', '原始ID', 'ID', 'UID'],
  },
  url: { header: '账号地址', aliases: ['网址', '主页网址', '链接', '主页或下载网址', '地址'] },
  state: { header: '状态', aliases: ['账号状态', '运行状态', '目前状态'] },
  opened: { header: '开设日期', aliases: ['开设时间', '开通时间', '开通日期', '开办时间'] },
  ended: { header: '停用日期', aliases: ['关停日期', '注销日期', '关停时间', '注销时间'] },
  number: { header: '备案编号', aliases: ['原备案编号', '备案号'] },
  responsible: { header: '责任人', aliases: ['负责人', '账号责任人', '管理员', '专职管理员'] },
  operator: { header: '承办单位', aliases: ['运维单位', '运营单位', '承办机构'] },
  certification: { header: '认证信息', aliases: ['认证主体', '认证', '认证名称'] },
  functions: { header: '主要功能', aliases: ['功能', '功能定位', '主要职能'] },
  reason: { header: '开设理由', aliases: ['开设原因', '理由'] },
} as const;
export type IntakeColumn = keyof typeof intakeColumns;

/** Other ways in which lists call a platform; its own name and id are always understood. */
export const platformAliases: Readonly<Record<string, readonly string[]>> = {
  wechat: ['微信', '公众号', '微信订阅号', '微信服务号', '订阅号', '服务号', '政务微信'],
  weibo: ['新浪微博', '政务微博', '微博客'],
  douyin: ['抖音号', '抖音短视频', '政务抖音'],
  kuaishou: ['快手号'],
  toutiao: ['头条', '头条号', '今日头条号'],
  channels: ['视频号', '微信视频号'],
  xiaohongshu: ['小红书号'],
  bilibili: ['哔哩哔哩', 'B站', 'b站'],
  'mini-program': ['微信小程序', '小程序'],
  app: ['APP', 'App', 'app', '客户端', '移动客户端', '移动客户端（APP）'],
  site: ['网站', '政府网站', '门户网站'],
};

/** What a cell of the state may say. */
export const intakeStates: Readonly<Record<string, 'operating' | 'closed' | 'cancelled'>> = {
  运行: 'operating',
  运行中: 'operating',
  正常: 'operating',
  正常运行: 'operating',
  在用: 'operating',
  开设: 'operating',
  已开设: 'operating',
  关停: 'closed',
  已关停: 'closed',
  停更: 'closed',
  停用: 'closed',
  注销: 'cancelled',
  已注销: 'cancelled',
};

export const intakeText = {
  sheet: '账号登记表',
  guideSheet: '填写说明',
  guide: (platforms: string): readonly string[] => [
    '一、每行一个账号，标题行的名称可以和这里不同，导入时再对应。',
    `二、主办单位填系统中的单位全称或单位标识码；平台填：${platforms}。`,
    '三、平台编号是平台给账号的永久编号，不会因改名而变；不清楚的可以先不填，但要填账号地址。',
    '四、状态填：运行中、已关停、已注销，不填即为运行中。日期写成“2026-09-29”的样式。',
    '五、先预检，再选择“全部没有问题才导入”或“先导入没有问题的”。导入后在被使用之前可以一次撤销。',
  ],
  template: '账号导入模板.xlsx',
  problemsFile: (name: string) => `预检问题-${name}.xlsx`,
  problemsSheet: '预检问题',
  problemColumns: { row: '行号', column: '列', value: '内容', message: '问题和处理办法' },
  formTitle: '既有账号登记信息（导入）',
  lapsed: (days: number) => `预检后 ${days} 天没有导入，表格内容已清除。`,
  formSection: '原登记表的内容',
};

export const intakeStateNames = {
  checked: '已预检，待导入',
  running: '正在导入',
  done: '已导入',
  undone: '已撤销',
} as const;

/** What can be wrong with a row, and what to do. */
export const intakeWords: ProblemWords = {
  'intake.unit-missing': '主办单位必须填写',
  'intake.unit-unknown': '系统中没有这个单位，请核对名称，或先在“单位与人员”中录入',
  'intake.unit-ambiguous': '有多个同名单位，请改填单位标识码',
  'intake.unit-outside': ({ area }) => `该单位不在${text(area)}的范围内，请改由管理它的主管单位导入`,
  'intake.platform-missing': '平台必须填写',
  'intake.platform-unknown': ({ known }) => `没有这个平台，请填：${text(known)}`,
  'intake.name-missing': '账号名称必须填写',
  'intake.name-too-long': ({ max }) => `账号名称最多 ${text(max)} 个字，请核对`,
  'intake.text-bad': '含有换行、控制字符，或以公式符号（= + - @）开头，请改为一行普通文字',
  'intake.text-too-long': ({ max }) => `最多 ${text(max)} 个字，请缩短`,
  'intake.uid-bad': ({ label, example }) => `不是${text(label)}的写法，请核对；正确的样子如 ${text(example)}`,
  'intake.uid-or-url-missing': '平台编号和账号地址至少填一项，否则无法认定是哪个账号',
  'intake.uid-twice': ({ row }) => `与第 ${text(row)} 行是同一平台的同一编号，请删除重复的一行或核对编号`,
  'intake.uid-held': ({ name, host }) => `这个编号已登记为“${text(name)}”（${text(host)}），请核对`,
  'intake.url-bad': '不是网址，请填以 http:// 或 https:// 开头的完整地址',
  'intake.url-other-platform': ({ platform }) => `这个地址属于${text(platform)}，与所填平台不符，请核对`,
  'intake.url-other-uid': ({ uid }) => `这个地址里的编号是 ${text(uid)}，与所填平台编号不同，请核对`,
  'intake.state-unknown': '看不懂这个状态，请填：运行中、已关停或已注销',
  'intake.day-bad': '日期无效，请写成“2026-09-29”的样式',
  'intake.opened-later': '开设日期在今天之后，请核对',
  'intake.ended-missing': '已关停或注销的账号须填停用日期',
  'intake.ended-before': '停用日期早于开设日期，请核对',
  'intake.ended-later': '停用日期在今天之后，请核对',
  'intake.ended-needless': '运行中的账号不应有停用日期，请核对状态',
  'intake.number-twice': ({ row }) => `与第 ${text(row)} 行的备案编号相同，请核对`,
  'intake.number-held': '这个备案编号已被另一个账号使用，请核对',
  'intake.responsible-missing': '须有责任人，请补填姓名',
  'intake.second-account': ({ platform, names, max }) =>
    `该单位在${text(platform)}上已有 ${text(names)}，规定最多 ${text(max)} 个，请先清理整合或核对`,
  'intake.row-twice': ({ row }) => `与第 ${text(row)} 行的单位、平台和名称都相同，请删除重复的一行`,

  'intake.no-file': '请选择要导入的表格（.xlsx）',
  'intake.not-a-workbook': '这不是可以读取的 .xlsx 文件，请用 WPS 或 Excel 另存为 .xlsx 后再试',
  'intake.too-many-rows': ({ max }) => `一次最多导入 ${text(max)} 个账号，请分成几个文件`,
  'intake.empty': '表格里没有内容：第一行应是标题，下面每行一个账号',
  'intake.column-not-chosen': ({ column }) => `请指明哪一列是“${text(column)}”`,
  'intake.column-twice': ({ column }) => `“${text(column)}”与另一项对应了同一列，请重新选择`,
  'intake.column-absent': '所选的列不在表格里，请重新选择',
  'intake.nothing-to-take': '没有可以导入的行：请先改正问题，再重新上传',
  'intake.has-problems': ({ n }) => `有 ${text(n)} 行存在问题；改正后重新上传，或选择“先导入没有问题的”`,
  'intake.not-checked': '这次导入已经开始或已经结束，不能再改',
  'intake.not-undoable': '只有已经导入完的才能撤销',
  'intake.in-use': ({ n, names }) =>
    `有 ${text(n)} 个账号已经被使用（${text(names)}），不能整体撤销；请对有误的账号办理变更或注销`,
  'intake.in-use-elsewhere':
    '有账号已登记了责任人、资料或其他内容，不能整体撤销；请对有误的账号办理变更或注销',
  'intake.not-yours': '只有主管单位的备案管理员、单位管理员可以导入本辖区的账号',
};

export const intakeActions: Readonly<Record<string, string>> = {
  'intake.checked': '上传并预检账号登记表',
  'intake.mapped': '重新对应账号登记表的列',
  'intake.started': '开始导入账号',
  'intake.taken': '导入一批账号',
  'intake.finished': '账号导入完成',
  'intake.undone': '撤销一次账号导入',
  'intake.lapsed': '清除一次没有导入的账号登记表',
  'account.imported': '导入账号',
};

export const intakeRoutes = {
  tag: 'intake',
  list: '账号导入的记录',
  one: '一次账号导入的情况',
  problems: '预检发现的问题',
  problemsFile: '预检问题（.xlsx）',
  template: '账号导入模板',
  check: '上传账号登记表并预检',
  map: '对应登记表的列并重新预检',
  run: '开始导入',
  undo: '撤销一次导入',
};

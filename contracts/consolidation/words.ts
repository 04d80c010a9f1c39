import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const date = (day: unknown): string => {
  const [year = '', month = '', of = ''] = text(day).split('-');
  return `${year}年${Number(month)}月${Number(of)}日`;
};
const number = (value: unknown): string => Number(value).toLocaleString('zh-CN');

export const kindNames = {
  'same-platform': '同一平台多个账号',
  'several-apps': '多个客户端',
  similar: '功能相近',
  'low-use': '关注度和利用率低',
  idle: '长期不更新',
  'no-maintainer': '无专人维护',
  unmaintained: '无力维护',
} as const;

export const proposalStateNames = {
  open: '待处理',
  dismissed: '不处理',
  ordered: '正在办理',
  done: '已办结',
  gone: '情形已消失',
} as const;

export const orderNames = { merge: '合并', close: '关停', improve: '做优' } as const;

export const itemStateNames = {
  waiting: '待办',
  filing: '关停备案中',
  closed: '已关停',
  improved: '已做优',
  recalled: '已撤回',
} as const;

export const stepNames = {
  services: '转移服务事项',
  followers: '告知关注用户',
  history: '标明历史信息去处',
} as const;

const UNITS: Readonly<Record<string, string>> = { day: '天', week: '周', month: '个月', year: '年' };

/** Why something is proposed, with the figures it rests on. */
export const reasonWords: ProblemWords = {
  'reason.same-platform': ({ host, platform, n, max }) =>
    `${text(host)}在${text(platform)}上有 ${text(n)} 个账号，规定最多 ${text(max)} 个`,
  'reason.several-apps': ({ host, n, max }) =>
    `${text(host)}有 ${text(n)} 个移动客户端，规定最多 ${text(max)} 个`,
  'reason.similar': ({ a, b, name, functions }) =>
    `“${text(a)}”与“${text(b)}”相近：名称相同度 ${text(name)}%${
      Number(functions) > 0 ? `，主要功能相同度 ${text(functions)}%` : ''
    }`,
  'reason.low-use': ({ name, months, readsPerPost, readsLimit, followers, followersLimit }) =>
    `“${text(name)}”最近 ${text(months)} 个整月${[
      readsLimit === null ? '' : `平均每篇阅读 ${number(readsPerPost)} 次，低于 ${number(readsLimit)} 次`,
      followersLimit === null ? '' : `关注数 ${number(followers)}，低于 ${number(followersLimit)}`,
    ]
      .filter(Boolean)
      .join('；')}`,
  'reason.no-figures': '没有这些账号的阅读和关注数据，使用情况须由主管单位核实',
  'reason.idle': ({ name, last, n, unit }) =>
    `“${text(name)}”最近一次发文是${date(last)}，已超过 ${text(n)} ${UNITS[text(unit)] ?? ''}`,
  'reason.no-maintainer': ({ name }) => `台账中没有“${text(name)}”的在任责任人，也没有掌握权限的本单位人员`,
  'reason.unmaintained': ({ name, reason, by }) => `${text(by)}认定“${text(name)}”无力维护：${text(reason)}`,
};

export const consolidationText = {
  deadline: (action: string, accounts: string) => `清理整合：${action} ${accounts}`,
  mergeReason: (main: string) => `按清理整合要求，并入“${main}”`,
  closeReason: '按清理整合要求关停',
};

export const consolidationWords: ProblemWords = {
  'consolidation.none-chosen': '请至少选择一个账号',
  'consolidation.not-of-proposal': '所选账号不在这条建议里，请重新选择',
  'consolidation.several-hosts': '一次只能交一个主办单位办理，请只选同一单位的账号',
  'consolidation.main-missing': '合并须选定保留的主账号',
  'consolidation.main-closes': '主账号不能同时被合并，请另选主账号',
  'consolidation.main-under-order': '所选主账号正在另一项清理整合中关停，请另选主账号',
  'consolidation.already-ordered': ({ names }) => `${text(names)}已在另一项清理整合中，不能重复下达`,
  'consolidation.account-ordered': '其中有账号刚刚被列入另一项清理整合，请刷新后核对',
  'consolidation.is-main': ({ names }) => `${text(names)}是另一项合并的主账号，不能关停`,
  'consolidation.term-bad': ({ max }) => `期限请填 1 至 ${text(max)} 个工作日`,
  'consolidation.account-ended': ({ name }) => `“${text(name)}”已经关停或注销，请刷新后核对`,
  'consolidation.state-bars': ({ state }) =>
    `这条建议${proposalStateNames[text(state) as keyof typeof proposalStateNames] ?? ''}，不能这样办理，请刷新后核对`,
  'consolidation.not-recallable': ({ name }) =>
    name
      ? `“${text(name)}”已在备案关停或已办完，不能撤回；备案撤回后可以再撤回`
      : '这条建议没有下达，无须撤回',
  'consolidation.not-your-unit': '只有主办单位的人员可以办理',
  'consolidation.no-merging': '只有合并才办理这一步',
  'consolidation.services-moved': '服务事项已经转移，不必再办',
  'consolidation.in-future': '日期不能晚于今天',
  'consolidation.proof-missing': '请填写公告的网址，或上传截图',
  'consolidation.url-bad': '请填写以 http:// 或 https:// 开头的完整网址',
  'consolidation.file-refused': '这个文件不能接收，请上传 PDF 或图片',
  'consolidation.no-file': '请选择文件',
  'consolidation.steps-missing': ({ steps }) => `还有步骤没有完成：${text(steps)}`,
  'consolidation.not-closable': '这个账号已在办理关停，或不需要关停',
  'consolidation.nothing-to-report': '这个账号不需要报告做优情况，或已经报告',
  'consolidation.not-a-case': '本辖区的规定没有把无力维护列为须关停的情形',
  'consolidation.not-operating': '没有这个运行中的账号',
  'consolidation.named-already': ({ name }) => `“${text(name)}”已经认定为无力维护`,
  'consolidation.month-bad': '月份请写成“2026-09”的样式',
  'consolidation.month-later': '月份不能晚于本月',
  'consolidation.nothing-known': '请至少填写一项数据',
  'consolidation.day-later': '最近发文日期不能晚于今天',
  'consolidation.day-bad': '日期请写成“2026-09-29”的样式',
  'consolidation.figure-bad': '请填不小于 0 的整数',
  'consolidation.not-a-workbook': '这不是可以读取的 .xlsx 文件，请用 WPS 或 Excel 另存为 .xlsx 后再试',
  'consolidation.too-many-rows': ({ max }) => `一次最多导入 ${text(max)} 行，请分成几个文件`,
  'consolidation.no-columns': '第一行须有标题，且至少有“备案编号”（或“平台编号”）和“月份”两列',
  'consolidation.empty-upload': '表格里没有内容：第一行是标题，下面每行一个账号的一个月',
  'consolidation.nothing-kept': ({ row, why }) =>
    `没有一行可以记录；第 ${text(row)} 行：${text(why)}。请改正后重新导入`,
};

/** The columns of an upload of figures, with the headings that are understood. */
export const activityColumns = {
  account: { names: ['备案编号/平台编号', '备案编号', '平台编号', '账号编号', '平台账号ID', '备案号'] },
  month: { names: ['月份', '统计月份', '年月'] },
  posts: { names: ['发文数', '发布数', '发文量', '推送数'] },
  reads: { names: ['阅读数', '阅读量', '浏览量', '播放量'] },
  followers: { names: ['关注数', '粉丝数', '关注人数', '用户数'] },
  lastPostOn: { names: ['最近发文日期', '最近更新日期', '最后更新日期'] },
} as const;

/** What keeps a row of figures from being kept. */
export const rowWords: Readonly<Record<string, string>> = {
  'no-account': '没有填备案编号或平台编号',
  'unknown-account': '辖区内没有这个编号的账号，请核对',
  'account-ended': '这个账号已经注销，不再记录使用情况',
  'several-accounts': '这个编号对应几个平台上的账号，请改填备案编号',
  twice: '同一账号的同一月份前面已有一行，请删去一行',
  'month-bad': '月份看不懂，请写成“2026-09”的样式',
  'month-later': '月份晚于本月',
  'figure-bad': '发文数、阅读数、关注数须为不小于 0 的整数',
  'day-bad': '最近发文日期看不懂，请写成“2026-09-29”的样式',
  'day-later': '最近发文日期晚于今天',
  'nothing-known': '这一行没有任何数据',
};

export const exportSheet = '清理整合';
export const exportHeads = {
  kind: { header: '情形', width: 16 },
  host: { header: '主办单位', width: 24 },
  accounts: { header: '账号', width: 40 },
  reasons: { header: '理由', width: 60 },
  basis: { header: '依据', width: 40 },
  state: { header: '状态', width: 12 },
  action: { header: '处理', width: 8 },
  due: { header: '期限', width: 12 },
  jurisdiction: { header: '辖区', width: 12 },
} as const;

export const dossierSections = {
  activity: '使用情况',
  noFigures: '没有记录发文、阅读和关注的数据。',
  activityColumns: ['月份', '发文数', '阅读数', '关注数', '最近发文', '记录人'],
  consolidation: '清理整合',
  noOrders: '没有被列入清理整合。',
  mergedInto: (name: string) => `已并入“${name}”。`,
  itemColumns: ['状态', '转移服务事项', '告知关注用户', '历史信息去处', '办结日期', '做优情况'],
  folder: '清理整合',
  proof: '告知关注用户的截图',
} as const;

export const consolidationActions: Readonly<Record<string, string>> = {
  'consolidation.analysed': '分析辖区账号，提出清理整合建议',
  'consolidation.named': '认定账号无力维护',
  'consolidation.dismissed': '对清理整合建议不作处理',
  'consolidation.ordered': '下达清理整合任务',
  'consolidation.recalled': '撤回清理整合任务',
  'consolidation.services': '把服务事项转到主账号',
  'consolidation.followers': '登记告知关注用户',
  'consolidation.history': '登记历史信息的去处',
  'consolidation.filed': '按清理整合任务发起关停备案',
  'consolidation.improved': '报告账号做优情况',
  'consolidation.closed': '清理整合的账号已关停',
  'consolidation.reopened': '关停备案未办成，清理整合回到待办',
  'consolidation.done': '清理整合办结',
  'consolidation.activity': '登记账号月度使用情况',
  'consolidation.uploaded': '导入账号使用情况',
};

export const consolidationNotices: ProblemWords = {
  'consolidation.ordered': ({ action, accounts, due }) =>
    `主管单位要求${text(action)}：${text(accounts)}，请于${date(due)}前办完`,
};

export const consolidationRoutes = {
  tag: 'consolidation',
  list: '清理整合建议清单',
  export: '清理整合建议（.xlsx）',
  one: '一条清理整合建议',
  proof: '告知关注用户的截图',
  analyse: '重新分析辖区账号',
  name: '认定账号无力维护',
  dismiss: '对建议不作处理',
  order: '下达清理整合任务',
  recall: '撤回清理整合任务',
  services: '把服务事项转到主账号',
  followers: '登记告知关注用户',
  history: '登记历史信息的去处',
  close: '发起关停备案',
  report: '报告做优情况',
  activity: '账号的使用情况',
  keep: '登记账号月度使用情况',
  upload: '导入账号使用情况',
};

import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const requestKindNames = { section: '新设专栏', column: '新设栏目' } as const;

export const requestStateNames = {
  draft: '草稿',
  'in-approval': '审批中',
  returned: '已退回，待修改',
  approved: '已同意，待建设',
  built: '已建成',
  refused: '未同意',
  withdrawn: '已撤回',
} as const;

/** Classes by how often a column must be kept up. */
export const updateClassNames: Readonly<Record<string, string>> = {
  news: '动态要闻',
  notices: '通知公告',
  policies: '政策文件',
  interaction: '互动回应',
  interviews: '访谈、调查征集',
};

/** Heads of the exported list of columns, with the width of each in characters. */
export const columnSheet = '栏目清单';
export const columnHeads = [
  { header: '网站', width: 20 },
  { header: '位置', width: 20 },
  { header: '栏目名称', width: 20 },
  { header: '保障单位', width: 26 },
  { header: '更新类别', width: 12 },
  { header: '更新要求', width: 22 },
  { header: '依据', width: 24 },
  { header: '网址', width: 40 },
  { header: '建成日期', width: 11 },
  { header: '必设', width: 6 },
] as const;

/** Short sentences and names of things in views and prints. */
export const siteText = {
  mainSite: '主站',
  initialsPlace: '〔单位简称的打头字母〕',
  times: (n: number) => `全年不少于 ${n} 次`,
  upkeep: { interval: '更新间隔不超过', answer: '回应时间不超过', perYear: '次数' },
  upkeepLine: (label: string, value: string) => `${label}${/^\d/.test(value) ? ` ${value}` : `：${value}`}`,
  article: (title: string, article: string) => `${title}${article}`,
  sectionName: (unit: string) => `${unit}专栏`,
  requestTitle: (kind: 'section' | 'column', unit: string, name: string) =>
    kind === 'section' ? `${unit}申请开设专栏` : `${unit}申请新设栏目“${name}”`,
  matter: '新设专栏、栏目',
  since: '提交',
  letters: (name: string, letters: string) => `“${name}”的打头字母是 ${letters}`,
  spelled: (letters: string, used: string) =>
    `${letters} 已由先设的专栏使用，后设的从末一个字起写全拼音，得 ${used}`,
  figured: (letters: string, used: string) => `${letters} 已由先设的专栏使用，后设的加数字，得 ${used}`,
  columnLetters: (name: string, letters: string) => `接在专栏网址之后，“${name}”的打头字母是 ${letters}`,
  kept: (letters: string) => `专栏设立时定为 ${letters}，以后单位改名也不变`,
  submitted: (revision: number) => (revision > 1 ? `重新提交（第${revision}稿）` : '提交申请'),
  withdrawn: '撤回',
  built: '建成',
  fellAway: { withdrawn: '申请已撤回', returned: '申请已退回修改' },
  yes: '是',
  deadline: (title: string) => `办结：${title}`,
} as const;

/** The printed request. */
export const requestForm = {
  title: '政府网站专栏（栏目）设置申请表',
  section: '申请内容',
  fields: {
    unit: '申请单位',
    site: '所在网站',
    kind: '申请事项',
    place: '所在专栏',
    name: '专栏（栏目）名称',
    class: '更新类别',
    upkeep: '更新要求',
    address: '网址',
    purpose: '设置理由',
    applicant: '经办人',
    appliedOn: '申请日期',
    built: '建设情况',
  },
  built: (by: string, on: string) => `${on}由${by}建成。`,
  opinion: (step: string) => `${step.replace(/(同意|审核|审批|备案|签发)$/, '')}意见`,
  notes: ['网址由建设单位按规定确定，本表所列为申请时推得或者建成后的网址。'],
} as const;

const state = (value: unknown) =>
  requestStateNames[text(value) as keyof typeof requestStateNames] ?? text(value);

export const sitesWords: ProblemWords = {
  'sites.not-keeper': '网站的登记和修改由主管单位或者执行机构的管理员、备案管理员、经办人办理。',
  'sites.not-builder': ({ builder }) =>
    builder
      ? `按规定，专栏和栏目由${text(builder)}统一设计建设，各单位不得自行设置。请提出申请。`
      : '您没有在这个网站上设置专栏和栏目的权限。',
  'sites.not-your-unit': '只能为您任职的单位申请。',
  'sites.not-your-request': '这件申请不由您的单位建设。',
  'sites.name-missing': '请填写名称，至少两个字。',
  'sites.name-untidy': '名称只能用文字、数字和常用标点，不要用表情、特殊符号或空格。',
  'sites.domain-bad': ({ domain }) =>
    `“${text(domain)}”不是规范的域名。只写域名本身，例如 www.example.gov.cn。`,
  'sites.domain-twice': '域名写了两遍。',
  'sites.domain-taken': ({ domain }) => `域名 ${text(domain)} 已登记在另一个网站名下。`,
  'sites.domain-in-use': ({ domain }) => `还有专栏或栏目的网址在 ${text(domain)} 之下，不能去掉这个域名。`,
  'sites.code-bad': '政府网站标识码是 10 位数字。',
  'sites.code-taken': '网站标识码或者台账中的渠道已登记在另一个网站名下，请核对。',
  'sites.icp-bad': 'ICP 备案号应写成“渝ICP备05003300号-1”的样子。',
  'sites.police-bad': '公安备案号应写成“渝公网安备 50011002500001号”的样子。',
  'sites.day-to-come': '日期不能晚于今天。',
  'sites.account-unfit': '所选的渠道不是本辖区正在使用的网站类账号，请重新选择。',
  'sites.address-bad':
    '网址要以 http:// 或 https:// 开头，路径只用字母、数字、短横线和下划线，不带问号和井号。',
  'sites.address-elsewhere': ({ domains }) => `网址不在本网站之下。本网站的域名是：${text(domains)}。`,
  'sites.address-root': '这是网站首页的网址，请写专栏或栏目自己的网址。',
  'sites.address-not-below': ({ above }) => `栏目的网址应在专栏之下，即以 ${text(above)}/ 开头。`,
  'sites.address-missing': '当地没有规定这类单位的网址，请填写。',
  'sites.address-differs': ({ address, expected }) =>
    `网址 ${text(address)} 与规定不符，应为 ${text(expected)}。`,
  'sites.short-name-missing': ({ unit }) =>
    `网址由单位简称的打头字母组成，${text(unit)}还没有登记简称。请先在“单位与人员”中登记。`,
  'sites.name-unreadable': ({ character, name }) =>
    `“${text(name)}”中的“${text(character)}”查不到读音，请在法规包的 column.initials 中写明。`,
  'sites.unit-closed': ({ unit }) => `${text(unit)}已撤销，不能再设专栏和栏目。`,
  'sites.unit-elsewhere': ({ unit }) => `${text(unit)}不属于这个网站的辖区。`,
  'sites.section-exists': ({ unit }) => `${text(unit)}在这个网站上已有专栏，请在专栏之下申请栏目。`,
  'sites.section-gone': ({ unit }) => `${text(unit)}在这个网站上没有这个专栏，请先申请开设专栏。`,
  'sites.section-taken': ({ name, address }) =>
    `${text(name)}（${text(address)}）刚刚已由他人设置，请刷新后核对。`,
  'sites.section-busy': '这个专栏还有申请正在办理，办结或撤回后才能关闭。',
  'sites.column-taken': ({ name }) => `此处已有同名或者同网址的栏目“${text(name)}”。`,
  'sites.column-required': ({ name }) => `“${text(name)}”是必设栏目，不能关闭或者改名。`,
  'sites.class-missing': '请选择更新类别，更新间隔由它决定。',
  'sites.class-unknown': '没有这种更新类别，请重新选择。',
  'sites.purpose-missing': ({ min }) => `请写明设置理由，至少 ${text(min)} 个字。`,
  'sites.already-requested': ({ name }) => `同样的申请（${text(name)}）正在办理，不必重复申请。`,
  'sites.no-builder': '当地没有登记负责建设的执行机构或主管单位，申请无处可送。请联系管理员。',
  'sites.not-draft': ({ state: now }) => `这件申请现在是“${state(now)}”，不能修改。`,
  'sites.not-submittable': ({ state: now }) => `这件申请现在是“${state(now)}”，不能提交。`,
  'sites.not-withdrawable': ({ state: now }) => `这件申请现在是“${state(now)}”，不能撤回。`,
  'sites.not-buildable': ({ state: now }) => `这件申请现在是“${state(now)}”，同意之后才能登记建成。`,
  'sites.content-seen-differs': '您看到的内容与现在保存的不一致，请刷新核对后再提交。',
  'sites.built-before-asked': ({ asked }) => `建成日期不能早于申请提交的日期（${text(asked)}）。`,
  'sites.gone': '这个专栏或栏目已经关闭。',

  'sites.not-in-registry': '网站还没有与台账中的渠道对应。网站也在管理之内，开设、变更、关停同样要备案。',
  'sites.required-missing': ({ column }) => `缺少必设栏目“${text(column)}”。`,
  'sites.unassigned': '这个主站栏目还没有分到单位。',
  'sites.unit-gone': ({ unit }) => `${text(unit)}已撤销，专栏应当关闭或者并入承接单位。`,
  'sites.posts-vacant': ({ unit, posts }) => `${text(unit)}还没有明确：${text(posts)}。`,
  'sites.unit-without': ({ unit }) => `${text(unit)}还没有专栏。`,
};

/** Names of actions in the audit trail. */
export const sitesActions: Record<string, string> = {
  'site.register': '登记网站',
  'site.change': '修改网站登记',
  'section.add': '登记专栏',
  'section.built': '建成专栏',
  'section.move': '改正专栏网址',
  'section.close': '关闭专栏',
  'column.add': '设置栏目',
  'column.built': '建成栏目',
  'column.change': '调整栏目分工和类别',
  'column.close': '关闭栏目',
  'column-request.start': '新建栏目申请',
  'column-request.save': '保存栏目申请',
  'column-request.submit': '提交栏目申请',
  'column-request.withdraw': '撤回栏目申请',
  'column-request.returned': '栏目申请退回',
  'column-request.refused': '栏目申请未获同意',
  'column-request.approved': '栏目申请获同意',
  'column-request.built': '栏目申请建成',
};

/** What each route does, for the description of the interface. */
export const siteRoutes = {
  tag: 'sites',
  sites: '网站',
  site: '一个网站：专栏、栏目、分工、不合规定之处',
  register: '登记网站',
  change: '修改网站的登记',
  choices: '可以选择的单位和台账中的网站渠道',
  proposal: '按规定推得的网址',
  addSection: '登记已有的专栏',
  moveSection: '改正专栏的网址',
  closeSection: '关闭专栏',
  addColumn: '设置栏目',
  changeColumn: '调整栏目的名称、分工和类别',
  closeColumn: '关闭栏目',
  export: '栏目清单（表格）',
  requests: '与我有关的栏目申请',
  request: '一件栏目申请：内容、网址、流程、过程',
  start: '新建栏目申请',
  save: '保存栏目申请',
  submit: '提交栏目申请',
  withdraw: '撤回栏目申请',
  built: '登记已建成',
  print: '申请表',
} as const;

import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Summaries of the endpoints. */
export const checkingRouteWords = {
  tag: 'checks',
  lexiconTag: 'lexicons',
  text: '检查一段文字',
  document: '检查一个文件（表单字段 unit、file，可带 declared）',
  list: '检查记录',
  show: '一次检查及其各个文件的进度',
  findings: '一个文件标出的问题',
  override: '说明理由，保留某处不改',
  overrides: '保留不改的记录',
  search: '按文字查找保留不改的记录（处理投诉时用）',
  open: '新建批量检查',
  add: '向批量检查添加文件（表单字段 file）',
  start: '开始批量检查',
  report: '检查报告',
  places: '可以查看和维护词库的辖区',
  lexicon: '一个辖区的词库、版本和变更记录',
  addEntry: '添加词条（先为草稿）',
  tryEntry: '试用词条：看它会标出多少处',
  activate: '启用词条',
  retire: '停用词条',
  lists: '一个辖区登记的转载稿源、对外电话和准许链接的网站',
  addListed: '登记稿源、电话或网站',
  removeListed: '取消登记',
} as const;

export const checkingWords: ProblemWords = {
  'checking.not-your-unit': '只能为自己任职的单位检查文稿。',
  'checking.no-file': '请选择要检查的文件。',
  'checking.no-unit': '请选择为哪个单位检查。',
  'checking.declared-malformed': '补充说明有误，请重新填写。',
  'checking.empty': '没有可检查的文字。',
  'checking.unreadable': ({ message }) => text(message),
  'checking.too-long': ({ limit }) => `文稿超过 ${text(limit)} 字，请拆分，或用批量检查。`,
  'checking.not-open': '这次批量检查已经开始，不能再添加文件。',
  'checking.no-files': '请先添加文件，再开始检查。',
  'checking.too-many-files': ({ limit }) => `一次批量检查最多 ${text(limit)} 个文件，请另建一次。`,
  'checking.already-overridden': '这一处已有人说明理由并保留，请刷新后查看。',
  'checking.leader-overrides': '“不得发布”的问题，须由科室负责人以上的领导决定保留。',
  'checking.nothing-waiting': '没有等待检查的文件。',
  'checking.nothing-expired': '没有到期的检查记录。',

  'checking.not-keeper': '词库由主管单位（或执行机构）的管理员、备案管理员维护。',
  'checking.term-untidy': '词条不能为空，首尾不能有空格。',
  'checking.term-too-short': '词条至少两个字，单个字会误标太多。',
  'checking.kind-unknown': '这类检查没有所选的种类，请重新选择。',
  'checking.right-missing': '这类词条必须写正确写法。',
  'checking.right-is-term': '正确写法与要找的词相同。',
  'checking.except-without-term': ({ word }) =>
    `例外“${text(word)}”里没有要找的词；例外要写含有这个词的更长的正确词语。`,
  'checking.severity-beyond': ({ gravest }) =>
    `按适用的规定，这类问题最重标为“${text(gravest)}”，请改选程度。`,
  'checking.source-missing': '请写明出处：依据哪份文件、哪一条或哪个规范。',
  'checking.days-reversed': '起止日期颠倒。',
  'checking.term-doubled': ({ term }) => `词库里已有“${text(term)}”，请先停用原来的词条。`,
  'checking.list-name-missing': '请写明名称，至少两个字。',
  'checking.class-unknown': '请按适用的规定选择稿源类别；当地规定没有限定稿源的，不必登记。',
  'checking.list-empty': '请至少写一个电话号码或者网址。',
  'checking.domain-malformed': ({ entry }) => `“${text(entry)}”不是网址，应如 www.news.cn。`,
  'checking.phone-malformed': ({ entry }) => `“${text(entry)}”不是电话号码，应如 0439-6212345。`,
  'checking.listed-already': ({ name }) => `“${text(name)}”已经登记；要修改请先取消原来的登记。`,
  'checking.unlisted-already': '已经取消登记，请刷新后查看。',
  'checking.not-tried': '请先试用：看看它会标出多少处，再决定是否启用。',
  'checking.not-draft': '只有草稿可以试用和启用。',
  'checking.retired-already': '这个词条已经停用。',
};

/** What the trail records of this module. */
export const checkingActions: Record<string, string> = {
  'check.run': '检查文稿',
  'check.open': '新建批量检查',
  'check.add-file': '添加待检查的文件',
  'check.start': '开始批量检查',
  'check.document': '检查一个文件',
  'check.override': '说明理由，保留一处不改',
  'check.expire': '清除到期的检查记录',
  'lexicon.add': '添加词条',
  'lexicon.try': '试用词条',
  'lexicon.activate': '启用词条',
  'lexicon.retire': '停用词条',
  'lexicon.list': '登记稿源、电话或网站',
  'lexicon.unlist': '取消登记的稿源、电话或网站',
};

/** Words on reports that are handed out. */
export const reportWords = {
  title: '文稿检查报告',
  fileName: (title: string, day: string) => `检查报告-${title}-${day}`,
  sheet: '问题清单',
  overview: '概况',
  untitled: '未命名文稿',
  pasted: '粘贴的文字',
  unit: '单位',
  matter: '文稿',
  by: '检查人',
  at: '检查时间',
  result: '结果',
  tally: (block: number, warn: number, note: number) =>
    `不得发布 ${block} 处，应当处理 ${warn} 处，供参考 ${note} 处`,
  clean: '没有发现问题。',
  columns: {
    document: '文件',
    place: '位置',
    severity: '程度',
    detector: '类别',
    excerpt: '原文',
    message: '说明',
    suggestion: '建议',
    basis: '依据',
    override: '处理',
  },
  number: '序号',
  remove: '删去',
  overridden: (reason: string, name: string, post: string) => `保留：${reason}（${name}，${post}）`,
  exempted: (reason: string) => `已声明例外：${reason}`,
  leftOut: (n: number) => `另有 ${n} 处超过上限，没有列出。`,
  listed: (shown: number, total: number) => `只列出前 ${shown} 处，共 ${total} 处；全部见表格版报告。`,
  notObserved: '未检查的内容',
  disclaimer:
    '注：个人信息已遮盖。检查结果供编辑、审核人员参考，不代替人工审核；图片、音视频中的内容未检查。',
} as const;

/** Names of the kinds of a lexicon's entries. */
export const lexiconKindNames: Readonly<Record<string, string>> = {
  expression: '固定表述',
  'body-name': '机构名称',
  'document-name': '文件名称',
  'former-name': '更名、撤并的机构',
  word: '用词',
  idiom: '成语、熟语',
  buy: '推销用语',
  'shop-domain': '网店域名',
  fakery: '刷量造假',
  'inner-mark': '内部资料标志',
  'work-secret': '工作秘密标志',
  'not-for-publication': '不予公开标志',
};

/** What keeps the system from starting. */
export const checkingStartWords = {
  lexiconBroken: (n: number, first: string) =>
    `随附的词库有 ${n} 处问题，无法启动：${first}。请改正 lexicons 文件夹中的文件。`,
} as const;

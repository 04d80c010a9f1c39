import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const unitKindNames: Readonly<Record<string, string>> = {
  government: '政府',
  office: '办公厅（室）',
  department: '部门',
  town: '乡镇（街道）',
  park: '园区',
  institution: '事业单位',
  section: '内设科室',
  enterprise: '国有企业',
  stationed: '驻区单位',
  party: '党委部门',
};

export const tierNames: Readonly<Record<string, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡级',
};

export const unitRoleNames: Readonly<Record<string, string>> = {
  supervisor: '主管单位',
  'executing-body': '执行机构',
  oversight: '指导部门',
};

export const oversightNames: Readonly<Record<string, string>> = {
  publicity: '宣传',
  cyberspace: '网信',
  police: '公安',
};

export const partnerNames: Readonly<Record<string, string>> = {
  publicity: '宣传',
  cyberspace: '网信',
  police: '公安',
  telecoms: '通信管理',
  platform: '平台',
  'media-centre': '融媒体中心',
};

/** Why a workbook is not read, by the reader's reasons. */
const fileReasons: Readonly<Record<string, string>> = {
  'file-empty': '文件是空的',
  'file-too-large': '文件超过 20 MB',
  'content-mismatch': '文件不是 Excel（.xlsx）文件',
  'legacy-or-encrypted': '文件是旧版格式或设有密码',
  macros: '文件含有宏',
  'embedded-object': '文件中嵌有程序或其他对象',
  'external-link': '文件中含有指向外部的链接数据',
  'archive-malformed': '文件已损坏',
  'archive-encrypted': '文件设有密码',
  'archive-bomb': '文件解压后过大',
  'too-many-entries': '文件内部的部件过多',
};

export const directoryWords: ProblemWords = {
  'directory.name-taken': ({ name }) => `本辖区已有名为「${text(name)}」的单位。`,
  'directory.code-taken': ({ code }) => `单位标识码 ${text(code)} 已被本辖区其他单位使用。`,
  'directory.user-name-taken': ({ userName }) => `用户名「${text(userName)}」已被使用，请换一个。`,
  'directory.person-exists': ({ name }) =>
    `本辖区已有姓名和电话都相同的人员「${text(name)}」，一人只设一个用户。`,
  'directory.open-id-taken': '该统一身份认证标识已与另一名用户关联。',
  'directory.parent-closed': '所选的上级单位已经撤销。',
  'directory.parent-section': '内设科室之下只能再设内设科室。',
  'directory.nature-from-above':
    '单位性质、层级和涉密、内设标记关系到能否开设账号、由谁审批，请由上级单位或主管单位的管理员修改。',
  'directory.cycle': '不能把单位放到它自己或它的下级单位之下。',
  'directory.wrong-jurisdiction': '单位所在辖区须与上级单位相同，或在上级单位的辖区之下。',
  'directory.unknown-jurisdiction': ({ code }) => `没有代码为「${text(code)}」的辖区。`,
  'directory.no-guide': '行业主管部门须是另一个未撤销的部门。',
  'directory.not-guided': '只有事业单位和国有企业设行业主管部门。',
  'directory.has-children': ({ n }) => `该单位之下还有 ${text(n)} 个未撤销的单位，请先撤销或划转。`,
  'directory.has-holders': ({ n }) => `该单位还有 ${text(n)} 项任职在撤销日之后仍然有效，请先结束任职。`,
  'directory.has-roles': '该单位还承担主管、执行或指导职责，请先结束该职责。',
  'directory.closed-already': '该单位已经撤销。',
  'directory.unit-closed': '该单位已经撤销，不能再作改动。',
  'directory.unknown-post-kind': ({ kind }) => `没有编号为「${text(kind)}」的岗位。`,
  'directory.post-exists': ({ title }) => `本单位已有名称和类别都相同的岗位「${text(title)}」。`,
  'directory.post-closed': '该岗位已经撤销，不能任职。',
  'directory.appointed-already': '此人在这段时间内已担任该岗位。',
  'directory.impossible-days': '结束日期不能早于开始日期。',
  'directory.ended-already': '该任职已经结束。',
  'directory.end-before-start': ({ from }) => `结束日期不能早于开始日期 ${text(from)}。`,
  'directory.no-user': '此人没有登录用户。',
  'directory.role-taken': ({ unit }) =>
    `「${text(unit)}」在这段时间内已承担该职责；一个辖区只能有一个主管单位、一个执行机构。`,
  'directory.role-outside': '只能承担本单位所在辖区或其下辖区的职责。',
  'directory.oversight-post': '指导部门只读，不能由其管理单位与人员。',
  'directory.operator-unit': '承办科室须是本单位的内设科室或下属单位。',
  'directory.operator-name': '委托外部机构承办的，须填写机构名称。',
  'directory.operator-not-allowed': '按规定不得确定承办单位。',
  'directory.operator-contract': '委托外部机构承办的，须签订合同并填写合同编号。',
  'directory.operator-confidentiality': '委托外部机构承办的，须签订保密协议并填写签订日期。',
  'directory.outside-area': '所选人员不在您的管辖范围内。',
  'directory.no-file': '没有收到文件，请选择 .xlsx 文件后再上传。',
  'directory.not-a-workbook': ({ reason }) =>
    `${fileReasons[text(reason)] ?? '文件不能读取'}，请使用下载的模板填写，存为 .xlsx 后上传。`,
  'directory.missing-sheet': ({ sheet }) =>
    `文件中没有名为「${text(sheet)}」的工作表，请使用下载的模板填写。`,
  'directory.missing-column': ({ sheet, column }) =>
    `工作表「${text(sheet)}」缺少「${text(column)}」一列，请使用下载的模板填写。`,
  'directory.unknown-sheet': ({ sheet }) =>
    `不认识工作表「${text(sheet)}」，请使用下载的模板填写，并删除其他工作表。`,
  'directory.unknown-column': ({ sheet, column }) =>
    `工作表「${text(sheet)}」中不认识「${text(column)}」一列，请删除该列，或改为模板中的列名。`,
  'directory.repeated-column': ({ sheet, column }) =>
    `工作表「${text(sheet)}」中「${text(column)}」一列出现了两次，请删除一列。`,
  'directory.import-overtaken':
    '导入时他人正好新增了同名单位或同名用户，没有导入任何内容。请重新预检后再导入。',
  'directory.empty-import': '文件中没有单位，也没有人员。',
  'directory.import-has-problems': ({ n }) => `文件有 ${text(n)} 处问题，没有导入任何内容。请先预检并改正。`,
  'directory.too-many-rows': ({ max }) => `一次最多导入 ${text(max)} 行，请分几个文件导入。`,
};

/** Names of what the audit trail says of units and people. */
export const directoryActions: Record<string, string> = {
  'directory.create-unit': '新增单位',
  'directory.change-unit': '变更单位',
  'directory.close-unit': '撤销单位',
  'directory.create-post': '设置岗位',
  'directory.close-post': '撤销岗位',
  'directory.appoint': '任职',
  'directory.end-appointment': '结束任职',
  'directory.create-person': '新增人员',
  'directory.change-person': '变更人员信息',
  'directory.reset-password': '重置口令',
  'directory.unlock-user': '解除登录锁定',
  'directory.disable-user': '停用用户',
  'directory.enable-user': '启用用户',
  'directory.assign-role': '确定单位职责',
  'directory.end-role': '结束单位职责',
  'directory.name-operator': '确定承办单位',
  'directory.end-operator': '结束承办关系',
  'directory.add-contact': '登记联络人',
  'directory.close-contact': '删除联络人',
  'directory.import': '导入单位和人员',
  'directory.fill': '建立初始单位和人员',
};

/** Notices that this module sends. */
export const directoryNotices: ProblemWords = {
  'directory.staff-appointed': ({ unit, post }) =>
    `人员变动：${text(unit)}的${text(post)}有新的任职，姓名和电话见该单位页面。`,
  'directory.staff-left': ({ unit, post, day }) =>
    `人员变动：${text(unit)}的${text(post)}自 ${text(day)} 后不再由原任人员担任。`,
  'directory.staff-changed': ({ unit }) => `人员变动：${text(unit)}有人员的姓名或电话变更，见该单位页面。`,
  'directory.staff-imported': ({ n }) => `人员变动：批量导入了 ${text(n)} 项任职，见单位与人员。`,
};

/** Names in the API's description. */
export const directoryNames = {
  tag: '单位与人员',
  routes: {
    children: '下级单位',
    search: '查找单位',
    unit: '单位详情',
    createUnit: '新增单位',
    changeUnit: '变更单位',
    closeUnit: '撤销单位',
    createPost: '设置岗位',
    closePost: '撤销岗位',
    appoint: '任职',
    endAppointment: '结束任职',
    people: '查找人员',
    person: '人员详情',
    createPerson: '新增人员和用户',
    changePerson: '变更人员信息',
    resetPassword: '重置口令',
    unlock: '解除登录锁定',
    disable: '停用用户',
    enable: '启用用户',
    assignRole: '确定单位职责',
    endRole: '结束单位职责',
    nameOperator: '确定承办单位',
    endOperator: '结束承办关系',
    addContact: '登记联络人',
    closeContact: '删除联络人',
    template: '下载导入模板',
    checkImport: '预检导入文件（不改动任何内容）',
    import: '导入单位和人员',
    myUnits: '我的单位',
  },
} as const;

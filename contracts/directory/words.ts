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

export const directoryWords: ProblemWords = {
  'directory.name-taken': ({ name }) => `本辖区已有名为「${text(name)}」的单位。`,
  'directory.code-taken': ({ code }) => `单位标识码 ${text(code)} 已被本辖区其他单位使用。`,
  'directory.user-name-taken': ({ userName }) => `用户名「${text(userName)}」已被使用，请换一个。`,
  'directory.open-id-taken': '该统一身份认证标识已与另一名用户关联。',
  'directory.parent-closed': '所选的上级单位已经撤销。',
  'directory.parent-section': '内设科室之下只能再设内设科室。',
  'directory.cycle': '不能把单位放到它自己或它的下级单位之下。',
  'directory.wrong-jurisdiction': '单位所在辖区须与上级单位相同，或在上级单位的辖区之下。',
  'directory.unknown-jurisdiction': ({ code }) => `没有代码为「${text(code)}」的辖区。`,
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
  'directory.not-a-workbook': ({ reason }) => `文件不能读取：${text(reason)}请使用下载的模板填写后上传。`,
  'directory.missing-sheet': ({ sheet }) =>
    `文件中没有名为「${text(sheet)}」的工作表，请使用下载的模板填写。`,
  'directory.missing-column': ({ sheet, column }) =>
    `工作表「${text(sheet)}」缺少「${text(column)}」一列，请使用下载的模板填写。`,
  'directory.empty-import': '文件中没有单位，也没有人员。',
  'directory.import-has-problems': ({ n }) => `文件有 ${text(n)} 处问题，没有导入任何内容。请先预检并改正。`,
  'directory.too-many-rows': ({ max }) => `一次最多导入 ${text(max)} 行，请分几个文件导入。`,
};

/** What can be wrong with a row of an import; the facts are the value found and what it was compared with. */
export const importWords: ProblemWords = {
  'import.name-missing': '名称必须填写',
  'import.name-length': '名称须为 2 至 60 个字',
  'import.person-name-missing': '姓名必须填写',
  'import.person-name-length': '姓名须为 2 至 30 个字',
  'import.short-name-length': '简称最多 30 个字',
  'import.unknown-jurisdiction': '没有这个辖区',
  'import.jurisdiction-outside': '该辖区不在您的管理范围内',
  'import.jurisdiction-missing': '没有上级单位的，必须填写辖区代码',
  'import.unknown-parent': '本文件和系统中都没有这个上级单位',
  'import.ambiguous-parent': '有多个同名的上级单位，请改填单位标识码',
  'import.parent-outside': '该上级单位不在您的管理范围内',
  'import.no-parent-right': '只有主管单位的管理员可以新增没有上级的单位',
  'import.parent-section': '内设科室之下只能再设内设科室',
  'import.wrong-jurisdiction': '辖区须与上级单位相同，或在其之下',
  'import.cycle': '上级单位互为上下级，形成循环',
  'import.duplicate-unit': ({ row }) => `与第 ${text(row)} 行的单位重名`,
  'import.unit-exists': '系统中本辖区已有同名单位',
  'import.duplicate-code': ({ row }) => `与第 ${text(row)} 行的单位标识码相同`,
  'import.code-exists': '系统中本辖区已有相同的单位标识码',
  'import.bad-code': '单位标识码须为 10 位数字',
  'import.bad-kind': '没有这种单位类别',
  'import.bad-tier': '没有这个层级，须为省级、市级、县级或乡级',
  'import.bad-flag': '须填“是”或“否”',
  'import.unknown-unit': '本文件和系统中都没有这个单位',
  'import.ambiguous-unit': '有多个同名单位，请改填单位标识码',
  'import.unit-outside': '该单位不在您的管理范围内',
  'import.unit-row-bad': ({ row }) => `所在单位的第 ${text(row)} 行有问题，须先改正`,
  'import.bad-phone': '须为 11 位手机号码，或带区号的固定电话',
  'import.phone-missing': '手机必须填写',
  'import.bad-mail': '电子邮箱格式不符',
  'import.unknown-post': '没有这个岗位',
  'import.post-missing': '岗位必须填写',
  'import.bad-day': '日期无效，须写成“2026-09-29”的样式',
  'import.impossible-days': '任职结束日期早于开始日期',
  'import.user-name-missing': '用户名必须填写',
  'import.bad-user-name': '用户名须以字母开头，为 3 至 32 位字母、数字、点或横线',
  'import.duplicate-user-name': ({ row }) => `与第 ${text(row)} 行的用户名相同，但姓名或手机不同`,
  'import.user-name-exists': '用户名已被使用',
  'import.duplicate-appointment': ({ row }) => `与第 ${text(row)} 行的任职相同`,
  'import.bad-text': '含有不能使用的字符',
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
  'directory.check-import': '预检导入文件',
  'directory.import': '导入单位和人员',
  'directory.fill': '建立初始单位和人员',
};

/** Notices that this module sends. */
export const directoryNotices: ProblemWords = {
  'directory.staff-appointed': ({ unit, post, name, phone }) =>
    `人员变动：${text(unit)}的${text(post)}由${text(name)}担任${phone ? `，电话 ${text(phone)}` : ''}。`,
  'directory.staff-left': ({ unit, post, name, day }) =>
    `人员变动：${text(name)}自 ${text(day)} 后不再担任${text(unit)}的${text(post)}。`,
  'directory.staff-imported': ({ unit, n }) =>
    `人员变动：${text(unit)}导入了 ${text(n)} 项任职，请在单位与人员中查看。`,
};

/** The two sheets of an import and their columns. */
export const importSheets = {
  units: {
    name: '单位',
    columns: {
      name: '单位名称',
      shortName: '简称',
      code: '单位标识码',
      kind: '单位类别',
      tier: '层级',
      parent: '上级单位',
      jurisdiction: '辖区代码',
      secret: '涉密单位',
      inward: '无对外职能',
    },
  },
  people: {
    name: '人员',
    columns: {
      name: '姓名',
      userName: '用户名',
      phone: '手机',
      email: '电子邮箱',
      isStaff: '在编在岗',
      unit: '所在单位',
      post: '岗位',
      title: '岗位名称',
      fromDay: '任职开始',
      toDay: '任职结束',
    },
  },
  guide: {
    name: '填写说明',
    lines: [
      '一、“单位”工作表：每行一个单位。上级单位填名称或单位标识码，可以是本文件中的，也可以是系统中已有的。',
      '二、辖区代码可不填，默认与上级单位相同。',
      '三、“人员”工作表：每行一项任职。一人担任几个岗位的，用同一用户名、姓名和手机写几行。',
      '四、所在单位填名称或单位标识码；岗位填岗位类别的名称，如“信息员”；岗位名称可不填。',
      '五、请先预检，全部问题改正后再导入；导入要么全部成功，要么一行也不导入。',
    ],
  },
  template: '单位和人员导入模板.xlsx',
  yes: '是',
  no: '否',
} as const;

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

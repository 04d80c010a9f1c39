import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** What can be wrong with a row of an import, and what to do; the facts are what the cell was compared with. */
export const importWords: ProblemWords = {
  'import.bad-text': '含有换行、控制字符，或以公式符号（= + - @）开头，请改为普通文字',
  'import.too-long': ({ max }) => `最多 ${text(max)} 个字，请缩短`,
  'import.name-missing': '单位名称必须填写',
  'import.name-length': '单位名称须为 2 至 60 个字',
  'import.person-name-missing': '姓名必须填写',
  'import.person-name-length': '姓名须为 2 至 30 个字',
  'import.duplicate-key': ({ row }) => `与第 ${text(row)} 行的临时编号相同，请改为不同的编号`,
  'import.unknown-jurisdiction': '没有这个辖区代码，请核对；不填则与上级单位相同',
  'import.jurisdiction-outside': '该辖区不在您的管理范围内，请改由该辖区的主管单位导入',
  'import.jurisdiction-missing': '上级单位必须填写；没有上级单位的，须填写辖区代码',
  'import.unknown-parent': '本文件和系统中都没有这个上级单位，请核对名称，或先录入上级单位',
  'import.ambiguous-parent': '有多个同名的上级单位，请改填临时编号或单位标识码',
  'import.parent-outside': '该上级单位不在您的管理范围内，请改由管理它的单位导入',
  'import.parent-own':
    '在本单位之下只能新增内设科室和所属事业单位，其他单位请由上级单位或主管单位的管理员导入',
  'import.no-parent-right': '只有该辖区主管单位的管理员可以新增没有上级的单位，请填写上级单位',
  'import.parent-section': '内设科室之下只能再设内设科室，请改填其他上级单位',
  'import.wrong-jurisdiction': '辖区须与上级单位相同，或在其之下，请改正辖区代码或上级单位',
  'import.cycle': '上级单位互为上下级，形成循环，请改正上级单位',
  'import.too-deep': ({ max }) => `单位层级超过 ${text(max)} 级，请改填更高一级的上级单位`,
  'import.duplicate-unit': ({ row }) =>
    `与第 ${text(row)} 行的单位在同一辖区重名，请删除重复的一行或改用全称`,
  'import.unit-exists': '系统中本辖区已有同名单位，请删除这一行或改用全称',
  'import.bad-code': '单位标识码须为 10 位数字，请改正；没有标识码的可不填',
  'import.duplicate-code': ({ row }) => `与第 ${text(row)} 行的单位标识码相同，请核对`,
  'import.code-exists': '系统中本辖区已有相同的单位标识码，请核对',
  'import.bad-kind': '没有这种单位类别，请按填写说明所列的类别填写',
  'import.bad-tier': '没有这个层级，请填省级、市级、县级或乡级，也可不填',
  'import.bad-flag': '请填“是”或“否”，也可不填',
  'import.unit-missing': '所在单位必须填写',
  'import.unknown-unit': '本文件和系统中都没有这个单位，请核对名称',
  'import.ambiguous-unit': '有多个同名单位，请改填临时编号或单位标识码',
  'import.unit-outside': '该单位不在您的管理范围内，请改由管理它的单位导入',
  'import.phone-missing': '手机必须填写',
  'import.bad-phone': '须为 11 位手机号码，或带区号的固定电话，请改正',
  'import.bad-mail': '电子邮箱格式不符，请改正，也可不填',
  'import.post-missing': '岗位必须填写',
  'import.unknown-post': '没有这个岗位，请按填写说明所列的岗位填写',
  'import.bad-day': '日期无效，请写成“2026-09-29”的样式',
  'import.impossible-days': '任职结束日期早于开始日期，请核对',
  'import.user-name-missing': '用户名必须填写',
  'import.bad-user-name': '用户名须以字母开头，为 3 至 32 位字母、数字、点或横线',
  'import.duplicate-user-name': ({ row }) =>
    `与第 ${text(row)} 行的用户名相同，但姓名或手机不同；不同的人请用不同的用户名`,
  'import.user-name-exists': '用户名已被使用，请换一个；为已有人员增加任职，请在单位页面办理',
  'import.duplicate-person': ({ row }) =>
    `与第 ${text(row)} 行姓名和手机相同，但用户名不同；一人只设一个用户，请改为同一用户名`,
  'import.person-exists': '系统中本辖区已有姓名和手机都相同的人员；为其增加任职，请在单位页面办理',
  'import.two-areas': ({ row }) =>
    `与第 ${text(row)} 行是同一人，但单位不在同一辖区；一人的任职须在同一辖区，请删除其中一行`,
  'import.duplicate-appointment': ({ row }) => `与第 ${text(row)} 行的任职相同，请删除一行`,
};

/** The sheets of an import and their columns. */
export const importSheets = {
  units: {
    name: '单位',
    columns: {
      key: '临时编号',
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
    lines: (kinds: string, posts: string): readonly string[] => [
      '一、“单位”工作表：每行一个单位。上级单位填名称、单位标识码或临时编号，可以是本文件中的，也可以是系统中已有的。',
      '二、临时编号只在本文件内使用，用来区分同名的单位，可不填。',
      `三、单位类别填：${kinds}。层级填：省级、市级、县级、乡级。`,
      '四、辖区代码可不填，默认与上级单位相同。单位标识码为 10 位数字，没有的可不填。',
      '五、“人员”工作表：每行一项任职。一人担任几个岗位的，用同一用户名、姓名和手机写几行。',
      `六、岗位填：${posts}。岗位名称可不填。`,
      '七、任职开始不填即为导入当天；任职结束不填即为长期。日期写成“2026-09-29”的样式。',
      '八、请先预检，全部问题改正后再导入；导入要么全部成功，要么一行也不导入。',
      '九、不要改动工作表和列的名称，不要增加列。',
    ],
  },
  template: '单位和人员导入模板.xlsx',
  yes: '是',
  no: '否',
} as const;

import type { AnswerState, Condition, Duration } from './model.ts';

export const unitWords = {
  hour: '小时',
  workday: '个工作日',
  day: '天',
  week: '周',
  month: '个月',
  year: '年',
} as const;
export const tierWords = { province: '省级', city: '市级', county: '县级', town: '乡镇级' } as const;
export const unitKindWords = {
  government: '人民政府',
  office: '办公室',
  department: '部门',
  town: '乡镇（街道）',
  park: '园区',
  institution: '事业单位',
  section: '内设机构',
  enterprise: '企业',
  stationed: '驻地单位',
  party: '党群机关',
} as const;
export const classWords = { general: '一般', important: '重要', sensitive: '重大敏感' } as const;
export const matterWords = { open: '开设', change: '变更', close: '关停', cancel: '注销' } as const;

export const stateWords: Readonly<Record<AnswerState, string>> = {
  'in-force': '有效',
  'not-yet': '尚未生效',
  repealed: '已废止',
  lapsed: '已失效',
  absent: '没有规定',
};

/** A duration in words: 3个工作日. */
export function durationText({ n, unit }: Duration): string {
  return `${n}${unitWords[unit]}`;
}

/** A condition in words: 县级、部门. */
export function conditionText(when: Condition): string {
  const parts = [
    when.tier?.map((tier) => tierWords[tier]).join('或'),
    when.unitKind?.map((kind) => unitKindWords[kind]).join('或'),
    when.underPark === undefined ? undefined : when.underPark ? '隶属园区' : '不隶属园区',
    when.contentClass?.map((one) => `${classWords[one]}稿件`).join('或'),
    when.platform && `平台 ${when.platform.join('、')}`,
    when.matter?.map((matter) => matterWords[matter]).join('或'),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('，');
}

import type { Form, FormField } from './values-form.ts';
import { conditionText, matterWords } from './words.ts';

const typeWords = {
  text: '文字',
  longtext: '长文字',
  select: '选择',
  date: '日期',
  url: '网址',
  checkbox: '勾选',
  platform: '平台',
  unit: '单位',
  person: '人员',
  file: '文件',
} as const;

/** A form as a list: fields by section, reasons, opinions, attachments. */
export function describeForm(form: Form): string[] {
  const reasons = Object.entries(form.reasons ?? {}).flatMap(([matter, list]) =>
    list
      ? [
          `${matterWords[matter as keyof typeof matterWords]}理由：${list.map(({ label }) => label).join('、')}`,
        ]
      : [],
  );
  return [
    `《${form.title}》${form.kinds ? `用于${form.kinds.map((kind) => matterWords[kind]).join('、')}` : ''}`,
    ...form.sections.flatMap((section) => [
      `${section.title}：`,
      ...section.fields.map((field) => `- ${fieldText(field)}`),
    ]),
    ...reasons,
    ...form.opinions.map(
      ({ title, seal, signature, when }) =>
        `意见栏：${title}${marks(seal, signature)}${when ? `，仅限${conditionText(when)}` : ''}`,
    ),
    ...form.attachments.map(
      ({ label, required, when }) =>
        `附件：${label}${required ? '（必交）' : ''}${when ? `，${conditionText(when)}时` : ''}`,
    ),
    ...(form.layout?.notes ?? []).map((note) => `注：${note}`),
  ];
}

function fieldText(field: FormField): string {
  const about = [
    typeWords[field.type],
    field.required ? '必填' : '选填',
    field.auto && '系统自动填写',
    field.options && `可选 ${field.options.join('、')}`,
    field.maxLength && `至多${field.maxLength}字`,
    field.when && `仅限${conditionText(field.when)}`,
  ].filter(Boolean);
  return `${field.label}（${about.join('，')}）`;
}

function marks(seal: boolean, signature: boolean): string {
  const both = [seal && '盖章', signature && '签字'].filter(Boolean);
  return both.length > 0 ? `（${both.join('、')}）` : '';
}

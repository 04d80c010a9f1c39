import { z } from 'zod';
import { matters } from './model.ts';
import { conditionSchema, idSchema, textSchema } from './values.ts';

const fieldTypes = [
  'text',
  'longtext',
  'select',
  'date',
  'url',
  'checkbox',
  'platform',
  'unit',
  'person',
  'file',
] as const;

/** What the system fills in by itself, so that nobody is asked for what is known. */
const autoValues = [
  'host.name',
  'host.code',
  'host.address',
  'supervisor.name',
  'contact',
  'contact.phone',
  'principal.name',
  'today',
  'account.name',
  'account.platform',
  'account.id',
  'account.url',
  'notice.from',
] as const;

const fieldSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  auto: z.enum(autoValues).optional().describe('系统自动填写的内容'),
  maxLength: z.number().int().min(1).max(5000).optional(),
  options: z.array(textSchema).min(1).optional().describe('type 为 select 时的选项'),
  when: conditionSchema.optional().describe('只在这种情形才填'),
  hint: textSchema.optional().describe('填写说明'),
});
export type FormField = z.output<typeof fieldSchema>;

const opinionSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  step: idSchema.optional().describe('对应流程中的哪一步'),
  seal: z.boolean(),
  signature: z.boolean(),
  when: conditionSchema.optional().describe('只在这种情形才有这一栏'),
});

const span = {
  colspan: z.number().int().min(1).max(24).optional(),
  rowspan: z.number().int().min(1).max(60).optional(),
  heightMm: z.number().min(4).max(250).optional(),
};

/** A cell of the printed table: exactly one of label, field, checks, opinion. */
const cellSchema = z.union([
  z.strictObject({ label: textSchema, ...span }),
  z.strictObject({ field: idSchema, ...span }),
  z.strictObject({
    checks: z
      .string()
      .regex(
        /^(kind(\.(open|change|close|cancel))?|reasons\.(open|change|close|cancel)|attachments|field\.[a-z0-9-]+)$/,
        {
          error:
            'checks 只能写 kind（事项）、kind.open 等单个事项、reasons.open 等（理由选项）、attachments（附件）或 field.字段编号（该字段的选项）',
        },
      ),
    ...span,
  }),
  z.strictObject({ opinion: idSchema, ...span }),
]);
export type FormCell = z.output<typeof cellSchema>;

const layoutSchema = z.strictObject({
  columns: z.array(z.number().min(5).max(200)).min(1).max(24).describe('各列宽度，毫米；合计不超过180'),
  rows: z.array(z.array(cellSchema).min(1)).min(1).max(60),
  notes: z.array(textSchema).optional().describe('表下的注'),
});
export type FormLayout = z.output<typeof layoutSchema>;

const reasonList = z.array(namedReason()).min(1).optional();
function namedReason() {
  return z.strictObject({
    id: idSchema,
    label: textSchema,
    freeText: z.boolean().optional().describe('选这一项时要另写说明（如“其他”）'),
  });
}

/** A form: what is asked, who gives an opinion on it, what is attached, how it is printed. */
export const formSchema = z.strictObject({
  title: textSchema,
  kinds: z.array(z.enum(matters)).min(1).optional().describe('用于哪些备案事项'),
  sections: z.array(z.strictObject({ title: textSchema, fields: z.array(fieldSchema).min(1) })).min(1),
  reasons: z
    .strictObject({ open: reasonList, change: reasonList, close: reasonList, cancel: reasonList })
    .optional(),
  opinions: z.array(opinionSchema),
  attachments: z.array(
    z.strictObject({
      id: idSchema,
      label: textSchema,
      required: z.boolean(),
      when: conditionSchema.optional(),
    }),
  ),
  layout: layoutSchema.optional().describe('打印版式'),
});
export type Form = z.output<typeof formSchema>;

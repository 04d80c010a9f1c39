import { z } from 'zod';
import { basisRef, lines } from '../kernel/wire.ts';
import { kept } from './wire-parts.ts';

const fieldType = z.enum([
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
  'unit-choice',
]);

/** One question of the form. `key` is the key in `values`; a system field is filled in and not asked. */
const formField = z.strictObject({
  key: z.string(),
  label: z.string(),
  type: fieldType,
  required: z.boolean(),
  maxLength: z.int().nullable(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).nullable(),
  hint: z.string().nullable(),
  system: z.boolean().describe('由系统填写，不必填'),
  suggestion: z.string().nullable().describe('系统已知的内容，可直接采用'),
  standing: z.string().nullable().describe('变更时：台账上现在的内容；不属于账号信息的为空'),
  basis: z.array(basisRef),
});
export type FormFieldWire = z.infer<typeof formField>;

export const formSection = z.strictObject({ title: z.string(), fields: z.array(formField) });

/** A paper to attach; files are uploaded under its `label`. */
export const attachmentSlot = z.strictObject({
  label: z.string(),
  title: z.string(),
  required: z.boolean(),
  files: z.array(kept),
  basis: z.array(basisRef),
});
export type AttachmentSlot = z.infer<typeof attachmentSlot>;

/**
 * One thing that the regulation asks of this filing. unmet: cannot be submitted; excusable: can be submitted with
 * a reason (send it in `exceptions[id]`); excused: the reason stands.
 */
export const check = z.strictObject({
  id: z.string(),
  group: z.enum(['unit', 'account', 'form', 'attachment', 'route']),
  title: z.string(),
  outcome: z.enum(['met', 'unmet', 'excusable', 'excused']),
  message: z.string(),
  field: z.string().nullable().describe('表单字段的 key，或 attachment.<label>'),
  reason: z.string().nullable().describe('例外的理由'),
  basis: z.array(basisRef),
});
export type CheckWire = z.infer<typeof check>;

/** A step of the route this filing will take, resolved to unit, post and who holds it today. */
const routeStep = z.strictObject({
  stepId: z.string(),
  title: z.string(),
  kind: z.string(),
  kindName: z.string(),
  unitName: z.string().nullable().describe('没有登记这个单位时为空'),
  postTitle: z.string(),
  holders: z.array(z.string()),
  vacant: z.boolean(),
  seal: z.boolean(),
  signature: z.boolean(),
});

export const route = z.strictObject({
  state: z.enum(['ready', 'no-chain', 'no-seat', 'vacant']),
  title: z.string().nullable(),
  steps: z.array(routeStep),
  message: z.string().nullable().describe('不能提交的原因'),
  basis: z.array(basisRef),
});
export type RouteWire = z.infer<typeof route>;

/** What has to be done after approval, known beforehand. */
export const duty = z.strictObject({
  system: z.string(),
  term: z.string(),
  anchorName: z.string(),
  by: z.string(),
  basis: z.array(basisRef),
});

const formValue = z.union([lines(5000), z.boolean(), z.null()]);
const formKey = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,127}$/);
export const formValues = z.record(formKey, formValue);
export type FormValues = z.infer<typeof formValues>;
export const exceptions = z.record(formKey, lines(1000));

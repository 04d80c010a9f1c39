import { z } from 'zod';
import { tiers } from './model.ts';
import { conditionSchema, idSchema, textSchema } from './values.ts';

const places = ['host', 'parent', 'park', 'supervisor', 'executing-body', 'oversight', 'named'] as const;
const stepKinds = ['compile', 'consent', 'review', 'approve', 'file', 'relay', 'sign'] as const;
const oversightRoles = ['publicity', 'cyberspace', 'police'] as const;

const placeObject = z
  .strictObject({
    unit: z.enum(places),
    tier: z.enum(tiers).optional().describe('哪一级的主管单位；不写就是管辖本单位的最近一级'),
    role: z.enum(oversightRoles).optional().describe('oversight 时：publicity宣传 cyberspace网信 police公安'),
    name: textSchema.optional().describe('named 时：单位名称'),
  })
  .refine((at) => at.unit !== 'named' || at.name !== undefined, 'unit 为 named 时必须写 name')
  .refine((at) => at.unit !== 'oversight' || at.role !== undefined, 'unit 为 oversight 时必须写 role');

const placeSchema = z.union([
  z
    .enum(['host', 'parent', 'park', 'supervisor', 'executing-body'])
    .transform((unit): z.output<typeof placeObject> => ({ unit })),
  placeObject,
]);

const stepSchema = z.strictObject({
  id: idSchema,
  title: textSchema.describe('步骤名称，例如 县主管单位审批'),
  at: placeSchema.describe('在哪个单位办理'),
  post: idSchema.describe('由哪个岗位办理：系统岗位或本包 posts 声明的岗位'),
  kind: z
    .enum(stepKinds)
    .describe('compile编写 consent同意 review审核 approve审批 file备案 relay转报 sign签发'),
  gates: z.array(idSchema).min(1).optional().describe('这一步把哪些关'),
  proofreads: z.boolean().optional().describe('这一步是否校对'),
  seal: z.boolean().optional().describe('是否加盖公章'),
  signature: z.boolean().optional().describe('是否签字'),
  opinion: idSchema.optional().describe('意见填在表的哪一栏：表 opinions 里的编号'),
  onlyIf: conditionSchema.optional().describe('只在这种情形才有这一步'),
});
export type ChainStep = z.output<typeof stepSchema>;

const variantSchema = z.strictObject({
  title: textSchema.optional(),
  when: conditionSchema.optional().describe('适用情形；不写则对所有情形适用，应放在最后'),
  steps: z.array(stepSchema).min(1).max(20),
  distinct: z.array(z.array(idSchema).min(2)).optional().describe('必须由不同的人办理的步骤，每组写步骤编号'),
});
export type ChainVariant = z.output<typeof variantSchema>;

/** A route of decisions; the first variant whose `when` matches applies, none means nobody may pass. */
export const chainSchema = z.strictObject({
  variants: z.array(variantSchema).min(1).max(30).describe('各种情形的流程，从上往下第一个符合的生效'),
});
export type Chain = z.output<typeof chainSchema>;

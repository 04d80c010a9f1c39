import { z } from 'zod';
import { answerStates, jurisdictionLevels, unitKinds } from './model.ts';
import { codeSchema, conditionSchema, daySchema, idSchema, textSchema } from './values.ts';

const clauseId = z.string().regex(/^[A-Z]{1,6}-[0-9A-Za-z.]{1,12}$/, '条款编号形如 FS-10、LZ-13a');
const sourceRef = z
  .string()
  .regex(/^([a-z0-9-]+\/)?[a-z0-9][a-z0-9-]*$/, '写文件编号，或“法规包编号/文件编号”');

/** One node of the tree of jurisdictions. */
export const jurisdictionEntry = z
  .strictObject({
    code: codeSchema,
    name: textSchema,
    level: z.enum(jurisdictionLevels),
    parent: codeSchema.nullish().describe('上一级辖区的代码；只有全国不写，或写 null'),
  })
  .refine((node) => (node.level === 'nation') === (node.parent == null), {
    error: '除全国外都要写上一级辖区 parent，全国不写',
    path: ['parent'],
  })
  .transform((node) => ({ ...node, parent: node.parent ?? null }));

const source = z.strictObject({
  id: idSchema,
  title: textSchema,
  number: textSchema.optional().describe('文号'),
  issued: daySchema.optional().describe('印发（公布）日期'),
  inForce: z
    .strictObject({
      from: daySchema.describe('施行日期'),
      until: daySchema.optional().describe('失效日期：这一天起不再有效；没有有效期就不写'),
      assumed: z.literal(true).optional().describe('原文没有写明施行日期、这里是推定的，写 true 并写 note'),
      note: textSchema.optional(),
    })
    .refine((force) => force.assumed !== true || force.note !== undefined, {
      error: 'assumed: true 时必须在 note 里说明推定的理由',
    })
    .refine((force) => force.until === undefined || force.until > force.from, {
      error: 'until 必须晚于 from',
      path: ['until'],
    }),
  warnDays: z.number().int().min(1).max(730).optional().describe('失效前多少天开始提醒，默认90'),
  repeals: z.array(sourceRef).min(1).optional().describe('废止了哪些文件'),
  restsOn: z.array(textSchema).min(1).optional().describe('依据哪些上位文件'),
  scope: textSchema.optional(),
  clauses: z.array(clauseId).min(1).optional(),
});

/** policy-packs/<id>/pack.yaml */
export const packFile = z.strictObject({
  id: idSchema,
  title: textSchema,
  version: z.string().regex(/^\d{4}\.\d{1,4}(\.\d{1,4})?$/, '版本写成带引号的 "2026.1" 这样的形式'),
  jurisdiction: codeSchema.describe('本包管辖的辖区'),
  jurisdictions: z.array(jurisdictionEntry).min(1).optional().describe('本包新增的辖区'),
  posts: z
    .array(z.strictObject({ id: idSchema, title: textSchema }))
    .min(1)
    .optional(),
  gates: z
    .array(z.strictObject({ id: idSchema, title: textSchema }))
    .min(1)
    .optional(),
  sources: z.array(source).min(1),
});
export type PackFile = z.output<typeof packFile>;

const ruleId = z.string().min(1).max(120);

/** One record of rules/*.yaml; the shape of `value` is checked against the catalogue by rule id. */
export const recordEntry = z.strictObject({
  id: z
    .union([ruleId.transform((one) => [one]), z.array(ruleId).min(1)])
    .describe('规则编号；一项规定适用于几条规则时写成列表'),
  title: textSchema.optional().describe('只用于自定规则（编号中含 .own.）'),
  from: daySchema.describe('这个值从哪天起有效'),
  value: z.unknown().optional().describe('规则的值；null 表示从这天起废止'),
  basis: z.strictObject({
    source: idSchema.describe('pack.yaml 里 sources 的编号'),
    article: textSchema.describe('条款，例如 第十三条'),
    summary: textSchema.describe('用自己的话概括，不照抄原文'),
  }),
  when: conditionSchema.optional(),
  binding: z.literal(true).optional().describe('下级不得另作规定'),
  clauses: z.array(clauseId).min(1).optional(),
  note: textSchema.optional(),
});
export type RecordEntry = z.output<typeof recordEntry>;
export const clauseEntry = z
  .strictObject({
    id: clauseId,
    article: textSchema,
    actor: textSchema.optional(),
    capability: textSchema,
    summary: textSchema,
    status: z.enum(['enforced', 'recorded', 'not-enforced']),
    where: textSchema.optional().describe('enforced 时：执行它的代码文件，几个之间用“；”'),
    test: z
      .union([textSchema.transform((one) => [one]), z.array(textSchema).min(1)])
      .optional()
      .describe('enforced 时：“测试文件 › 测试名称”，测试名称里写着条款编号；几个就写成列表'),
    note: textSchema.optional().describe('还差什么，或者为什么这样定'),
  })
  .refine((row) => row.status !== 'enforced' || (row.where !== undefined && row.test !== undefined), {
    error: 'status 为 enforced 时必须写 where 和 test',
  })
  .refine((row) => row.status === 'enforced' || row.test === undefined, {
    error: '只有 status 为 enforced 时才写 test',
    path: ['test'],
  });
export type ClauseEntry = z.output<typeof clauseEntry>;

const facts = z.strictObject({
  tier: z.enum(['province', 'city', 'county', 'town']).optional(),
  unitKind: z.enum(unitKinds).optional(),
  underPark: z.boolean().optional(),
  contentClass: z.enum(['general', 'important', 'sensitive']).optional(),
  platform: idSchema.optional(),
  matter: z.enum(['open', 'change', 'close', 'cancel']).optional(),
});

export const workedCase = z.strictObject({
  title: textSchema.describe('一句话说明情形和结论'),
  jurisdiction: codeSchema.optional().describe('在哪个辖区；不写就是本包管辖的辖区'),
  on: daySchema.describe('哪一天'),
  facts: facts.optional(),
  rule: ruleId,
  expect: z
    .strictObject({
      state: z.enum(answerStates).optional().describe('不写就是 in-force'),
      value: z.unknown().optional().describe('整个值'),
      includes: z.array(z.string()).min(1).optional().describe('列表中应有的编号'),
      excludes: z.array(z.string()).min(1).optional().describe('列表中不应有的编号'),
      steps: z
        .union([z.array(idSchema).min(1), z.literal('none')])
        .optional()
        .describe('流程的步骤编号；none 表示没有流程、不得办理'),
      fields: z.array(idSchema).min(1).optional().describe('表中应有的字段编号'),
      article: textSchema.optional().describe('依据应有的条款'),
      pack: idSchema.optional().describe('由哪个法规包决定'),
      overrode: z.array(idSchema).optional().describe('压过了哪些法规包的规定'),
      due: z
        .strictObject({ from: daySchema, day: daySchema })
        .optional()
        .describe('从 from 起算到期日应为 day'),
    })
    .refine((expect) => Object.keys(expect).length > 0, 'expect 里至少写一项'),
});
export type WorkedCase = z.output<typeof workedCase>;

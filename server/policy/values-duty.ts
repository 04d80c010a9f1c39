import { z } from 'zod';
import { unitKinds } from './model.ts';
import { conditionSchema, daySchema, durationSchema, idSchema, namedItem, textSchema } from './values.ts';

const strength = z
  .enum(['refuse', 'allow-with-reason'])
  .describe('refuse不予受理；allow-with-reason可以例外但须写明理由并留痕');

/** A named check with only its strength. */
export const plainRequirement = z.strictObject({ strength });
export const countRequirement = z.strictObject({ strength, max: z.number().int().min(1).max(99) });

export const unitNature = z.strictObject({
  strength,
  exclude: z
    .array(z.enum(['secret', 'inward']))
    .describe('secret涉密单位 inward不对外行使公共管理职能的单位'),
  allowedKinds: z.array(z.enum(unitKinds)).min(1).optional().describe('只允许这些性质的单位'),
});

export const unitLevel = z
  .strictObject({
    strength,
    shall: z.array(conditionSchema).optional().describe('应当开设的'),
    may: z.array(conditionSchema).optional().describe('可以开设的'),
    not: z.array(conditionSchema).min(1).optional().describe('（原则上）不开设的'),
  })
  .refine(({ shall, may, not }) => shall ?? may ?? not, 'shall、may、not 至少写一项');

export const conditionsToOpen = z.strictObject({
  strength,
  conditions: z.array(namedItem.extend({ evidence: z.boolean().describe('是否要上传证明材料') })).min(1),
});

export const nameRules = z.strictObject({
  strength,
  maxLength: z.number().int().min(2).max(60).optional(),
  tiedToDuty: z.boolean().optional(),
  hostInCertification: z.boolean().optional(),
  logo: z.boolean().optional(),
  mustContain: z.array(textSchema).optional(),
  forbiddenWords: z.array(textSchema).optional(),
});

export const reasonStated = z.strictObject({
  strength,
  minLength: z.number().int().min(1).max(500).optional(),
});

export const attachmentRequired = z.strictObject({ strength, documents: z.array(namedItem).min(1) });

const actors = [
  'host',
  'supervisor',
  'executing-body',
  'lead-section',
  'operator',
  'oversight',
  'safety-officer',
] as const;

/** How often: a number of times per span, 'regular' (the text names no number), or 'continuous'. */
const frequency = z.union([
  z.strictObject({ times: z.number().int().min(1).max(366), per: durationSchema }),
  z.enum(['regular', 'continuous']),
]);
export type Frequency = z.output<typeof frequency>;

export const recurringDuty = z.strictObject({
  who: z.enum(actors).describe('谁承担'),
  what: textSchema.describe('做什么'),
  frequency: frequency.describe('多久一次：{times: 1, per: {n: 1, unit: week}}、regular定期、continuous持续'),
  to: z.enum(['supervisor', 'public', 'hosts', 'leadership']).optional().describe('报给谁或发给谁'),
  ratio: z.number().gt(0).max(1).optional().describe('抽查比例下限，0.3即30%'),
  within: durationSchema.optional().describe('每期结束后多久之内完成'),
  ledger: z.boolean().optional().describe('是否建台账'),
  countsInAssessment: z.boolean().optional().describe('结果是否计入考核'),
});
export type RecurringDuty = z.output<typeof recurringDuty>;

/** What an assessment may measure. Likes, votes, reposts, followers, log-ins and study hours are absent by law. */
const measures = [
  'security-incident',
  'days-without-update',
  'app-unavailable',
  'no-interaction',
  'bought-followers',
  'forced-likes',
  'unavailable-visits',
  'homepage-stale',
  'columns-overdue',
  'columns-long-overdue',
  'columns-empty',
  'no-consultation-channel',
  'message-unanswered',
  'no-service-guides',
  'misstatements',
  'dead-links',
  'rectification-overdue',
  'filing-missing',
  'report-overdue',
  'answer-overdue',
  'original-count',
  'manual',
] as const;

const points = z.number().gt(0).max(100).nullable();

export const indicatorValue = z.strictObject({
  target: z.enum(['account', 'app', 'site', 'host']),
  measure: z.enum(measures).describe('测什么；manual 为人工认定'),
  question: textSchema.describe('检查什么，一句话'),
  threshold: z
    .strictObject({
      atLeast: z.number().optional(),
      moreThan: z.number().optional(),
      of: z.number().optional().describe('至少观测多少次才算'),
      within: durationSchema.optional(),
      seconds: z.number().optional(),
    })
    .optional(),
  outcome: z.union([
    z.strictObject({ kind: z.literal('veto') }),
    z.strictObject({
      kind: z.literal('deduction'),
      item: textSchema.optional(),
      points: points.describe('每次扣分；待补充写 null'),
      cap: points.describe('本项最多扣分；待补充写 null'),
    }),
    z.strictObject({ kind: z.literal('bonus'), points, onlyAbove: z.number().min(0).max(100).optional() }),
  ]),
  notApplicable: z
    .enum(['skip', 'redistribute', 'rescale'])
    .optional()
    .describe('不适用时：skip不计 redistribute分值摊给其他项 rescale按比例折算'),
});
export type Indicator = z.output<typeof indicatorValue>;

export const scoringValue = z.strictObject({
  method: z.enum(['veto-only', 'deductions']),
  base: z.number().min(1).max(1000).optional(),
  passMark: z.number().min(0).max(1000).optional(),
  vetoScore: z.number().min(0).max(100).optional().describe('被单项否决时的固定得分'),
  bonus: z
    .strictObject({ points: z.number().gt(0).max(100), onlyAbove: z.number().min(0).max(100).optional() })
    .optional(),
  notApplicable: z.enum(['skip', 'redistribute', 'rescale']).optional(),
});

export const ladderValue = z.strictObject({
  steps: z
    .array(
      namedItem.extend({
        kind: z.enum(['interview', 'warning', 'criticism', 'circular', 'points', 'ordered-closure', 'refer']),
      }),
    )
    .min(1)
    .describe('由轻到重'),
  triggers: z
    .array(namedItem.extend({ leads: z.array(idSchema).min(1).optional().describe('可采取 steps 中的哪些') }))
    .min(1),
});

export const backfileValue = z.union([
  z.strictObject({
    mode: z.literal('term'),
    term: durationSchema,
    anchor: z.enum(['promulgation', 'in-force']),
  }),
  z.strictObject({ mode: z.literal('by-day'), day: daySchema }),
  z.strictObject({ mode: z.literal('afterwards') }),
]);

export const censusValue = z.strictObject({
  title: textSchema,
  by: daySchema,
  fields: z.array(namedItem).min(1),
});

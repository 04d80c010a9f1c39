import { z } from 'zod';
import { isDay, LONGEST_TERMS } from './calendar/index.ts';
import type { Condition, Duration } from './model.ts';
import { contentClasses, durationUnits, matters, tiers, unitKinds } from './model.ts';

export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期要写成 YYYY-MM-DD，例如 2026-09-01', abort: true })
  .refine(isDay, '日历上没有这一天')
  .describe('日期，写成 YYYY-MM-DD，例如 2026-09-01');

export const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, '编号只用小写字母、数字和短横线')
  .describe('编号：小写字母、数字、短横线');

export const codeSchema = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().regex(/^[0-9A-Za-z-]{2,32}$/, '辖区代码只用数字、字母和短横线'))
  .describe('辖区代码：有行政区划代码的用六位代码，例如 220621');

export const textSchema = z.string().trim().min(1, '不能为空').max(500, '不能超过500个字');

export const durationSchema: z.ZodType<Duration> = z
  .strictObject({
    n: z.number().int().min(1, '至少为1').max(3650, '过大').describe('数量，正整数'),
    unit: z.enum(durationUnits).describe('单位：hour小时 workday工作日 day自然日 week周 month月 year年'),
  })
  // Half of the calendar's limit for years: a term counted from today must end before its last year, 2100.
  .refine(({ n, unit }) => n <= (unit === 'year' ? LONGEST_TERMS.year / 2 : LONGEST_TERMS[unit]), {
    error: '时长过大：至多50年、600个月、520周、2500个工作日',
    path: ['n'],
  })
  .describe('时长，例如 {n: 3, unit: workday}');

function oneOrMany<T extends z.ZodType>(item: T) {
  return z.union([item.transform((one) => [one]), z.array(item).min(1)]);
}

const conditionShape = z.strictObject({
  tier: oneOrMany(z.enum(tiers)).optional().describe('单位层级：province省 city市 county县 town乡镇'),
  unitKind: oneOrMany(z.enum(unitKinds)).optional().describe('单位性质'),
  underPark: z.boolean().optional().describe('是否隶属园区'),
  contentClass: oneOrMany(z.enum(contentClasses)).optional().describe('稿件类别'),
  platform: oneOrMany(idSchema).optional().describe('平台编号'),
  matter: oneOrMany(z.enum(matters)).optional().describe('备案事项：open change close cancel'),
});

export const conditionSchema = conditionShape
  .refine((when) => Object.keys(when).length > 0, 'when 里至少写一个条件；没有条件就整个去掉')
  .describe('适用情形，各项同时成立才适用；一项写多个值表示任一即可') as z.ZodType<Condition>;

/** A named thing in a list: what it is called in the system and in Chinese. */
export const namedItem = z.strictObject({ id: idSchema, label: textSchema });

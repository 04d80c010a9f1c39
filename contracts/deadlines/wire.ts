import { z } from 'zod';
import { basisRef, id, line, lines, pageOf, pageQuery } from '../kernel/wire.ts';

/** A day, or a minute of a day in legal time. */
const moment = z.string().describe('日期 YYYY-MM-DD，或时间 YYYY-MM-DDTHH:MM+08:00');
const term = z
  .strictObject({
    n: z.int(),
    unit: z.enum(['hour', 'workday', 'day', 'week', 'month', 'year']),
  })
  .describe('期限');
const step = z.strictObject({
  date: moment,
  counted: z.boolean().describe('这一日是否计入'),
  why: z.string().describe('计入或不计入的理由'),
});
const standing = z.enum(['in-time', 'overdue', 'suspended', 'met-in-time', 'met-late', 'cancelled']);
const subject = z.strictObject({ type: z.string(), id: z.string() });

export const deadlineQuery = z.strictObject({
  ...pageQuery,
  as: z.enum(['own', 'supervised']).default('own').describe('own 本单位应办；supervised 本单位督办'),
  state: z.enum(['open', 'overdue', 'closed']).default('open'),
  jurisdiction: line(40).optional(),
});

export const deadlineParams = z.strictObject({ jurisdiction: line(40), id });

export const deadlineRow = z.strictObject({
  jurisdiction: z.string(),
  id,
  subject,
  ownerUnitId: id,
  title: z.string(),
  due: moment,
  dueText: z.string(),
  provisional: z.boolean().describe('放假通知尚未公布，届时可能重算'),
  standing,
  standingText: z.string(),
  overdue: z.boolean(),
  daysLeft: z.int().describe('距到期的自然日，负数为已逾期日数'),
  workingDaysLeft: z.int().describe('距到期的工作日，逾期为 0'),
  rule: z.string(),
  basis: z.array(basisRef),
});

export const deadlinePage = pageOf(deadlineRow);

export const deadlineDetail = z.strictObject({
  ...deadlineRow.shape,
  pack: z.string().nullable(),
  packVersion: z.string().nullable(),
  startedAt: moment,
  term,
  termText: z.string(),
  longest: z
    .strictObject({ term, basis: z.array(basisRef) })
    .nullable()
    .describe('含延长在内的最长期限'),
  steps: z.array(step).describe('逐日推算'),
  calendarVersion: z.string(),
  extensions: z.array(z.strictObject({ term, reason: z.string(), at: z.string() })),
  suspensions: z.array(z.strictObject({ from: moment, to: moment.nullable(), reason: z.string() })),
  closedAt: z.string().nullable(),
  events: z.array(z.strictObject({ kind: z.string(), at: z.string(), reason: z.string().nullable() })),
});

/** Why a clock is stopped or let run on. */
export const moveBody = z.strictObject({ reason: lines(1000).min(1) });
export const extendBody = z.strictObject({ term, reason: lines(1000).min(1) });

export const dueQuery = z.strictObject({
  from: line(35).describe('起算日 YYYY-MM-DD，或起算时间 YYYY-MM-DDTHH:MM'),
  term: line(10).describe('期限：7wd 3d 24h 2w 3mo 1y'),
});

export const dueAnswer = z.strictObject({ due: moment, provisional: z.boolean(), steps: z.array(step) });

/** A day as it was typed: the check of the whole year names those that do not exist, together with all else. */
const typedDay = line(10).describe('日期 YYYY-MM-DD');
const holidays = z
  .array(z.strictObject({ name: line(20), from: typedDay, to: typedDay }))
  .max(20)
  .describe('放假区间，首尾均含');
const makeUp = z.array(typedDay).max(20).describe('调休上班的日期');

export const yearParams = z.strictObject({ year: z.coerce.number().int().min(1900).max(2100) });

/** A year's notice as an administrator loads it; `calendarVersion` is the version that was looked at. */
export const calendarYearInput = z.strictObject({
  source: line(200).describe('放假通知的文号'),
  holidays,
  makeUp,
  calendarVersion: line(60),
});

export const calendarYearView = z.strictObject({
  year: z.int(),
  status: z.enum(['announced', 'statutory']).describe('announced 已公布；statutory 仅法定节假日'),
  source: z.string(),
  holidays,
  makeUp,
  calendarVersion: z.string(),
  mayUpdate: z.boolean(),
});
export type CalendarYearView = z.infer<typeof calendarYearView>;

export const calendarUpdated = z.strictObject({ calendarVersion: z.string() });

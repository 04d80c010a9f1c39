import { z } from 'zod';

/** A calendar day in the legal zone (Asia/Shanghai), 'YYYY-MM-DD', that exists, of the years the calendar answers for. */
export const day = z
  .string()
  .regex(/^(19|20)\d{2}-\d{2}-\d{2}$/)
  .refine((text) => new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true)
  .describe('日期 YYYY-MM-DD');

export const id = z.string().uuid().describe('UUIDv7');

/** One line of text that a person types: bounded, without control characters and halves of characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
    .regex(/^[^\u0000-\u001f\u007f\p{Surrogate}]*$/u);

/** Several lines of text that a person types. */
export const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]*$/u);

/** Where a value or a decision comes from: the article, in which pack, of which jurisdiction. */
export const basisRef = z
  .strictObject({
    pack: z.string(),
    source: z.string(),
    sourceTitle: z.string(),
    article: z.string(),
    summary: z.string(),
    jurisdiction: z.string(),
    jurisdictionName: z.string(),
    from: day.describe('该规定自何日起适用'),
    assumed: z.string().optional().describe('施行日期为推定时的说明'),
  })
  .describe('依据');
export type BasisRef = z.infer<typeof basisRef>;

/** One thing a user can put right. `code` is stable, `message` is the Chinese sentence. */
const problem = z.strictObject({
  code: z.string(),
  field: z.string().optional(),
  message: z.string(),
  basis: z.array(basisRef).optional(),
});
export type ProblemWire = z.infer<typeof problem>;

/** RFC 9457 problem details, with the list of problems a form shows by its fields. */
export const problemDetails = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  problems: z.array(problem),
});
export type ProblemDetails = z.infer<typeof problemDetails>;

/** Query of a paged list: page counts from 1. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page of a list with the total count. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), total: z.int(), page: z.int(), size: z.int() });
}

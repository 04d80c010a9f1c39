import { z } from 'zod';
import { day, id, line } from '../kernel/wire.ts';

/** States of which the public is told. */
const publicState = z.enum(['operating', 'closed', 'cancelled']);
const empty = z.literal('').transform(() => undefined);
const large = z.literal('1').optional().catch(undefined);

/** What a visitor asks of the list; an empty field of the form means nothing was asked. */
const page = z.coerce.number().int().min(1).max(10_000).default(1);

export const publicQuery = z.object({
  q: line(60).default(''),
  platform: z.union([empty, line(64)]).optional(),
  state: z.union([empty, publicState]).optional(),
  jurisdiction: z.union([empty, line(40)]).optional(),
  page,
  large,
});
export const noticesQuery = z.object({ page, large });
export const checkQuery = z.object({ q: line(2000).default(''), large });
export const verifyQuery = z.object({ statement: z.string().trim().max(6000).default(''), large });
export const plainQuery = z.object({ large });
export const openDataQuery = z.object({ jurisdiction: z.union([empty, line(40)]).optional() });
export const accountParams = z.object({ jurisdiction: line(40), number: line(100) });
export const noticeParams = z.object({ jurisdiction: line(40), id });

/** One account of the open data; the same columns in JSON and CSV. */
export const openAccount = z.strictObject({
  number: z.string(),
  name: z.string(),
  platform: z.string(),
  platformName: z.string(),
  uid: z.string().nullable(),
  url: z.string().nullable(),
  host: z.string(),
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  state: publicState,
  openedOn: day.nullable(),
  page: z.string(),
});
export type OpenAccount = z.infer<typeof openAccount>;

/** What a signed statement says; `asOf` is the day it was signed. */
export const statement = z.strictObject({
  iss: z.string(),
  sub: z.string(),
  iat: z.int(),
  asOf: day,
  account: openAccount,
});
export type Statement = z.infer<typeof statement>;

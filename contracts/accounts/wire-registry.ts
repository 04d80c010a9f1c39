import { z } from 'zod';
import { basisRef, day, id, line, pageOf, pageQuery } from '../kernel/wire.ts';

const accountState = z.enum(['approved', 'operating', 'closed', 'cancelled']);

export const unitName = z.strictObject({ id, name: z.string() });
const platform = z.strictObject({
  id: z.string(),
  name: z.string(),
  approved: z.boolean().describe('是否为核准的平台'),
  kind: z.enum(['account', 'app', 'mini-program', 'site']),
  idLabel: z.string().describe('该平台永久编号的叫法，如 微信biz'),
  basis: z.array(basisRef),
});
export const platformQuery = z.strictObject({ jurisdiction: line(40) });
export const platformList = z.strictObject({ items: z.array(platform) });

/* The registry */

export const accountQuery = z.strictObject({
  ...pageQuery,
  q: line(60).optional().describe('名称中的字'),
  unit: id.optional(),
  platform: line(64).optional(),
  state: accountState.optional(),
  jurisdiction: line(40).optional().describe('含其下级'),
  sort: z.enum(['name', '-name', 'opened', '-opened', 'number', '-number']).default('-number'),
});
export type AccountQuery = z.infer<typeof accountQuery>;

/** The columns a list may show, in the order of the file that is exported. */
const accountColumn = z.enum([
  'number',
  'name',
  'platform',
  'host',
  'jurisdiction',
  'state',
  'opened',
  'uid',
  'url',
]);
export type AccountColumn = z.infer<typeof accountColumn>;
export const accountExportQuery = accountQuery.omit({ page: true, size: true }).extend({
  columns: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(accountColumn).min(1).optional(),
  ),
});
export type AccountExportQuery = z.infer<typeof accountExportQuery>;

export const accountRow = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  name: z.string(),
  platform: z.string(),
  platformName: z.string(),
  host: unitName,
  state: accountState,
  stateName: z.string(),
  openedOn: day.nullable(),
  filingNumber: z.string(),
  url: z.string().nullable(),
  platformUid: z.string().nullable(),
});
export type AccountRow = z.infer<typeof accountRow>;
export const accountPage = pageOf(accountRow);

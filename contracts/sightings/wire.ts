import { z } from 'zod';
import { day, id, line, lines, pageOf, pageQuery } from '../kernel/wire.ts';

const driftKind = z.enum(['renamed', 'handle', 'avatar', 'certification', 'url', 'stranger', 'gone']);
const driftState = z.enum(['open', 'explained', 'filed', 'closed']);
const presence = z.enum(['there', 'gone']);

export const driftKey = z.strictObject({ jurisdiction: line(40), id });

export const sightingBody = z.strictObject({
  presence: presence.describe('there账号还在；gone账号已不在平台上'),
  seenOn: day,
  name: line(100).optional(),
  handle: line(100).optional(),
  uid: line(200).optional(),
  url: line(500).optional(),
  certification: line(200).optional(),
  avatar: line(64).optional().describe('头像摘要'),
  note: lines(500).optional(),
});

export const driftQuery = z.strictObject({
  ...pageQuery,
  q: line(60).optional(),
  unit: id.optional(),
  jurisdiction: line(40).optional(),
  platform: line(64).optional(),
  kind: driftKind.optional(),
  state: z
    .enum(['standing', ...driftState.options])
    .default('standing')
    .describe('standing：尚未了结的'),
  sort: z.enum(['seen', '-seen', 'name', '-name']).default('-seen'),
});
export type DriftQuery = z.infer<typeof driftQuery>;
export const driftExportQuery = driftQuery.omit({ page: true, size: true });
export type DriftExportQuery = z.infer<typeof driftExportQuery>;

const drift = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  account: z.strictObject({ id, name: z.string() }),
  host: z.strictObject({ id, name: z.string() }),
  platform: z.string(),
  platformName: z.string(),
  kind: driftKind,
  kindName: z.string(),
  meaning: z.string(),
  filed: z.string().nullable(),
  seen: z.string().nullable(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  times: z.int(),
  agreedAt: z.string().nullable().describe('最近一次查看已与备案一致的时间'),
  state: driftState,
  stateName: z.string(),
  explanation: z.string().nullable(),
  explainedBy: z.string().nullable(),
  filingId: id.nullable(),
  closedReason: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
  version: z.int(),
  abilities: z.strictObject({ explain: z.boolean(), file: z.boolean(), close: z.boolean() }),
});
export type Drift = z.infer<typeof drift>;
export const driftPage = pageOf(drift);

const sighting = z.strictObject({
  id,
  presence,
  source: z.enum(['person', 'upload', 'monitoring']),
  sourceName: z.string(),
  seenAt: z.string(),
  name: z.string().nullable(),
  handle: z.string().nullable(),
  uid: z.string().nullable(),
  url: z.string().nullable(),
  certification: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
});

const knownAs = z.strictObject({
  kind: z.string(),
  kindName: z.string(),
  value: z.string(),
  fromOn: day,
  toOn: day.nullable(),
});

/** What is known of one account on its platform: as filed, as seen, how the two differ. */
export const accountSightings = z.strictObject({
  account: z.strictObject({
    id,
    jurisdiction: z.string(),
    name: z.string(),
    platformName: z.string(),
    uid: z.string().nullable(),
    url: z.string().nullable(),
    certification: z.string().nullable(),
  }),
  names: z.array(knownAs),
  sightings: z.array(sighting),
  drifts: z.array(drift),
  abilities: z.strictObject({ record: z.boolean() }),
});
export type AccountSightings = z.infer<typeof accountSightings>;

export const recorded = z.strictObject({ id, drifts: z.int().describe('这次查看产生或再次发现的差异数') });

export const reasonBody = z.strictObject({ version: z.int(), reason: lines(500).min(1) });
export const fileBody = z.strictObject({ version: z.int(), filingId: id });

export const uploaded = z.strictObject({
  recorded: z.int(),
  drifts: z.int(),
  problems: z.array(z.strictObject({ row: z.int(), message: z.string() })),
});
export type Uploaded = z.infer<typeof uploaded>;

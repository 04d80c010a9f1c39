import { z } from 'zod';
import { basisRef, day, id, line } from '../kernel/wire.ts';

/** An account or a filing by the jurisdiction it stands in and its id. */
export const accountKey = z.strictObject({ jurisdiction: line(40), id });

export const accountMatter = z.enum(['change', 'close', 'cancel']);

const anchor = z.enum(['submission', 'approval', 'opening', 'effect']);

export const kept = z.strictObject({
  id,
  label: z.string().describe('材料的编号，见 attachments'),
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: z.string(),
});
export type KeptWire = z.infer<typeof kept>;

/** A running or finished clock with its derivation. */
export const clock = z.strictObject({
  id,
  rule: z.string(),
  title: z.string(),
  state: z.enum(['running', 'overdue', 'met', 'met-late', 'suspended', 'cancelled']),
  stateName: z.string(),
  from: z.string(),
  term: z.string().describe('期限的说法，如 3个工作日'),
  due: z.string(),
  provisional: z.boolean(),
  metOn: day.nullable(),
  ownerName: z.string(),
  explanation: z.string().describe('期限如何算出，一句话'),
  steps: z.array(z.strictObject({ date: z.string(), counted: z.boolean(), why: z.string() })),
  basis: z.array(basisRef),
});
export type ClockWire = z.infer<typeof clock>;

/** What has to be entered in a system outside, by whom and by when. */
export const externalEntry = z.strictObject({
  id,
  system: z.string(),
  anchor,
  anchorName: z.string().describe('从何时起算的说法'),
  term: z.string(),
  by: z.string().describe('由哪个单位登记'),
  state: z.enum(['pending', 'running', 'done']).describe('pending：起算点未到'),
  from: day.nullable(),
  due: z.string().nullable(),
  overdue: z.boolean(),
  enteredOn: day.nullable(),
  late: z.boolean().describe('登记时已超过期限'),
  number: z.string().nullable(),
  note: z.string().nullable(),
  file: kept.nullable(),
  basis: z.array(basisRef),
  abilities: z.strictObject({ done: z.boolean() }),
});
export type ExternalEntryWire = z.infer<typeof externalEntry>;

/** Something that happened, or is still to come, in the course of a filing. */
export const timelineItem = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'submitted',
    'step',
    'withdrawn',
    'approved',
    'notice',
    'opened',
    'effected',
    'entered',
    'registered',
  ]),
  title: z.string(),
  state: z.enum(['done', 'current', 'upcoming', 'skipped']),
  at: z.string().nullable(),
  day: day.nullable(),
  who: z.string().nullable().describe('谁（单位 岗位 姓名），或现由谁办理'),
  decision: z.enum(['approve', 'return', 'refuse']).nullable(),
  decisionName: z.string().nullable(),
  reason: z.string().nullable(),
  revision: z.int(),
  digest: z.string().nullable(),
  sealed: z.boolean(),
  signedBy: z.string().nullable(),
  vacantPost: z.string().nullable(),
});
export type TimelineItem = z.infer<typeof timelineItem>;

/** What the public is told, with the duration that has to run before it may take effect. */
export const publicNotice = z.strictObject({
  id,
  kind: z.enum(['change', 'host-change', 'close', 'cancel', 'merge']),
  kindName: z.string(),
  title: z.string(),
  body: z.string(),
  publishedOn: day,
  state: z.enum(['standing', 'withdrawn', 'done']),
  stateName: z.string(),
  endedOn: day.nullable(),
  run: z
    .strictObject({
      term: z.string().describe('期限的说法，如 15个工作日'),
      lastOn: day.describe('公告期的最后一天'),
      earliestEffectOn: day.describe('公告期满次日，最早的生效日'),
      provisional: z.boolean(),
      explanation: z.string(),
      steps: z.array(z.strictObject({ date: z.string(), counted: z.boolean(), why: z.string() })),
    })
    .nullable(),
  basis: z.array(basisRef),
});
export type PublicNoticeWire = z.infer<typeof publicNotice>;

/** One thing that a change alters. */
export const change = z.strictObject({
  key: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
});

/** What is asked for when the effect is recorded, and from when it may be. */
export const effect = z.strictObject({
  on: day.nullable(),
  statementAsked: z.boolean().describe('关停：平台上说明的网址或截图，必有其一'),
  historyAsked: z.boolean().describe('注销：确认连同历史信息一起删除'),
  earliestOn: day.nullable().describe('公告期满后最早的生效日；没有公告期的为空'),
  beforeApproval: z.boolean(),
  statementUrl: z.string().nullable(),
  note: z.string().nullable(),
  files: z.array(kept),
});

export const meaning = z.strictObject({ text: z.string(), basis: z.array(basisRef) });
/** How long the public has to be told before the effect. */
export const noticeAhead = z.strictObject({ term: z.string(), basis: z.array(basisRef) });

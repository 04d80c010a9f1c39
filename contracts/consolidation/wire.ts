import { z } from 'zod';
import { basisRef, day, id, line, lines, pageQuery } from '../kernel/wire.ts';

const proposalKind = z.enum([
  'same-platform',
  'several-apps',
  'similar',
  'low-use',
  'idle',
  'no-maintainer',
  'unmaintained',
]);
const proposalState = z.enum(['open', 'dismissed', 'ordered', 'done', 'gone']);
const orderAction = z.enum(['merge', 'close', 'improve']);
const itemState = z.enum(['waiting', 'filing', 'closed', 'improved', 'recalled']);

export const proposalKey = z.strictObject({ jurisdiction: line(40), id });
export const itemKey = z.strictObject({ jurisdiction: line(40), id, item: id });

const month = z.string().max(7).describe('月份 YYYY-MM');
const count = z.int().min(0).max(1_000_000_000_000).nullable();

/** How an account was used in a month; what is not known is null. */
export const figuresBody = z.strictObject({
  month,
  posts: count.describe('发文数'),
  reads: count.describe('阅读数'),
  followers: count.describe('月末关注数'),
  lastPostOn: day.nullable().describe('最近一次发文的日期'),
});

export const figureWire = z.strictObject({
  ...figuresBody.shape,
  by: z.string(),
  source: z.enum(['person', 'upload', 'monitoring']),
});

export const uploadedActivity = z.strictObject({
  kept: z.int(),
  problems: z.array(z.strictObject({ row: z.int(), message: z.string() })),
});
export type UploadedActivity = z.infer<typeof uploadedActivity>;

const thresholds = z.strictObject({
  months: z.int().min(1).max(24).nullable().describe('看最近几个整月'),
  readsPerPost: z.int().min(1).max(1_000_000_000).nullable().describe('平均每篇阅读数低于'),
  followers: z.int().min(1).max(1_000_000_000).nullable().describe('关注数低于'),
  idleMonths: z.int().min(1).max(36).nullable().describe('超过几个月未发文'),
});
export type ThresholdsWire = z.infer<typeof thresholds>;

export const analyseBody = z.strictObject({ jurisdiction: line(40).min(1), thresholds });
const runFigures = { accounts: z.int(), standing: z.int(), appeared: z.int(), gone: z.int() };
export const runWire = z.strictObject(runFigures);

/** An area that the actor analyses. */
export const areaWire = z.strictObject({
  code: z.string(),
  name: z.string(),
  kinds: z.array(z.string()).describe('该辖区的规定要清理整合的情形'),
  basis: z.array(basisRef),
  asksUse: z.boolean().describe('关注度和利用率的标准由主管单位填写'),
  asksIdle: z.boolean().describe('长期不更新的标准由主管单位填写'),
  lastRun: z.strictObject({ at: z.string(), by: z.string(), ...runFigures, thresholds }).nullable(),
});
export type AreaWire = z.infer<typeof areaWire>;

export const proposalQuery = z.strictObject({
  ...pageQuery,
  q: line(60).optional(),
  jurisdiction: line(40).optional(),
  kind: proposalKind.optional(),
  state: proposalState.optional(),
  account: id.optional().describe('只看涉及这个账号的'),
});
export type ProposalQuery = z.infer<typeof proposalQuery>;

const proposedAccount = z.strictObject({
  id,
  name: z.string(),
  platformName: z.string(),
  number: z.string(),
  hostName: z.string(),
});

const proposalRow = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  kind: proposalKind,
  kindName: z.string(),
  hostName: z.string(),
  accounts: z.array(proposedAccount),
  reasons: z.array(z.string()),
  basis: z.array(basisRef),
  state: proposalState,
  stateName: z.string(),
  action: orderAction.nullable(),
  actionName: z.string().nullable(),
  dueOn: day.nullable(),
  overdue: z.boolean(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
});
export type ProposalRow = z.infer<typeof proposalRow>;

export const proposalList = z.strictObject({
  items: z.array(proposalRow),
  total: z.int(),
  page: z.int(),
  size: z.int(),
  counts: z.array(z.strictObject({ state: proposalState, n: z.int() })),
  areas: z.array(areaWire),
});
export type ProposalList = z.infer<typeof proposalList>;

const itemWire = z.strictObject({
  id,
  account: z.strictObject({ id, name: z.string(), platformName: z.string() }),
  state: itemState,
  stateName: z.string(),
  missing: z.array(z.string()).describe('整合还没有完成的步骤'),
  servicesMovedOn: day.nullable(),
  servicesMoved: z.int().nullable(),
  followersToldOn: day.nullable(),
  followersUrl: z.string().nullable(),
  followersFile: z.boolean(),
  historyUrl: z.string().nullable(),
  filingId: id.nullable(),
  endedOn: day.nullable(),
  report: z.string().nullable(),
  version: z.int(),
  abilities: z.strictObject({
    moveServices: z.boolean(),
    tellFollowers: z.boolean(),
    pointHistory: z.boolean(),
    close: z.boolean(),
    report: z.boolean(),
  }),
});
export type ItemWire = z.infer<typeof itemWire>;

export const proposal = z.strictObject({
  ...proposalRow.shape,
  thresholds: thresholds.nullable().describe('主管单位分析时填写的标准'),
  figures: z.array(z.strictObject({ accountId: id, months: z.array(figureWire) })),
  dismissed: z.strictObject({ reason: z.string(), by: z.string() }).nullable(),
  order: z
    .strictObject({
      main: z.strictObject({ id, name: z.string(), running: z.boolean() }).nullable(),
      instruction: z.string().nullable(),
      termDays: z.int(),
      orderedAt: z.string(),
      orderedBy: z.string(),
      items: z.array(itemWire),
    })
    .nullable(),
  mainChoices: z.array(
    z.strictObject({ id, name: z.string(), platformName: z.string(), hostName: z.string() }),
  ),
  version: z.int(),
  abilities: z.strictObject({ dismiss: z.boolean(), order: z.boolean(), recall: z.boolean() }),
});
export type ProposalWire = z.infer<typeof proposal>;

export const reasonBody = z.strictObject({ version: z.int(), reason: lines(500).min(1) });
export const orderBody = z.strictObject({
  version: z.int(),
  action: orderAction,
  accountIds: z.array(id).max(100).describe('要关停或做优的账号'),
  mainAccountId: id.nullable().describe('保留的主账号；只有合并才有'),
  termDays: z.int().describe('期限，工作日'),
  instruction: lines(500).nullable(),
});
export const nameBody = z.strictObject({
  jurisdiction: line(40).min(1),
  accountId: id,
  reason: lines(500).min(1),
});
export const stepBody = z.strictObject({ version: z.int() });
export const historyBody = z.strictObject({ version: z.int(), url: line(500) });
export const reportBody = z.strictObject({ version: z.int(), report: lines(2000).min(1) });
export const followersBody = z.strictObject({
  version: z.coerce.number().int(),
  on: day,
  url: line(500).optional(),
});

/** What is known of how one account was used, and whether the actor may add to it. */
export const accountActivity = z.strictObject({
  months: z.array(figureWire),
  proposals: z.array(proposalRow),
  abilities: z.strictObject({ keep: z.boolean(), name: z.boolean() }),
});

import { z } from 'zod';
import { auditEntry } from '../audit/wire.ts';
import { basisRef, day, id, line, pageOf, pageQuery } from '../kernel/wire.ts';
import { attachmentSlot, check, duty, exceptions, formSection, formValues, route } from './wire-form.ts';
import {
  accountKey,
  accountMatter,
  change,
  clock,
  effect,
  externalEntry,
  kept,
  meaning,
  noticeAhead,
  publicNotice,
  timelineItem,
} from './wire-parts.ts';
import { accountRow, unitName } from './wire-registry.ts';

export {
  draftBody,
  effectedBody,
  entryDoneBody,
  openedBody,
  startFilingBody,
  submitBody,
  withdrawBody,
} from './wire-commands.ts';
export type { AttachmentSlot, CheckWire, FormFieldWire, FormValues, RouteWire } from './wire-form.ts';
export type {
  ClockWire,
  ExternalEntryWire,
  KeptWire,
  PublicNoticeWire,
  TimelineItem,
} from './wire-parts.ts';
export { accountKey } from './wire-parts.ts';
export type { AccountColumn, AccountExportQuery, AccountQuery, AccountRow } from './wire-registry.ts';
export {
  accountExportQuery,
  accountPage,
  accountQuery,
  platformList,
  platformQuery,
} from './wire-registry.ts';

export const filingFileKey = accountKey.extend({ fileId: id });
export const filingEntryKey = accountKey.extend({ entryId: id });

const filingKind = z.enum(['open', 'change', 'close', 'cancel']);
const filingState = z.enum([
  'draft',
  'in-approval',
  'returned',
  'approved',
  'opened',
  'effected',
  'registered',
  'refused',
  'withdrawn',
]);
/** Whether the filing comes first, or the opening or effect that is filed. */
const timing = z.enum(['before-opening', 'after-opening', 'before-effect', 'after-effect']);

/** A unit that shall have an account and has none. */
const missingHost = z.strictObject({
  unit: unitName,
  jurisdictionName: z.string(),
  basis: z.array(basisRef),
});
export type MissingHost = z.infer<typeof missingHost>;
export const missingHosts = z.strictObject({ items: z.array(missingHost) });

/* Filings */

export const filingQuery = z.strictObject({
  ...pageQuery,
  q: line(60).optional().describe('账号名称中的字'),
  unit: id.optional(),
  kind: filingKind.optional(),
  state: filingState.optional(),
  platform: line(64).optional(),
  jurisdiction: line(40).optional(),
  sort: z.enum(['updated', '-updated', 'name', '-name']).default('-updated'),
});
export type FilingQuery = z.infer<typeof filingQuery>;

/** The columns a list of filings may show, in the order of the file that is exported. */
const filingColumn = z.enum([
  'title',
  'kind',
  'host',
  'platform',
  'state',
  'submitted',
  'number',
  'jurisdiction',
  'updated',
]);
export type FilingColumn = z.infer<typeof filingColumn>;
export const filingExportQuery = filingQuery.omit({ page: true, size: true }).extend({
  columns: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(filingColumn).min(1).optional(),
  ),
});
export type FilingExportQuery = z.infer<typeof filingExportQuery>;

const filingRow = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  kind: filingKind,
  kindName: z.string(),
  title: z.string(),
  name: z.string().nullable(),
  platform: z.string().nullable(),
  platformName: z.string().nullable(),
  host: unitName,
  state: filingState,
  stateName: z.string(),
  revision: z.int(),
  updatedAt: z.string(),
  submittedAt: z.string().nullable(),
  filingNumber: z.string().nullable(),
});
export type FilingRow = z.infer<typeof filingRow>;
export const filingPage = pageOf(filingRow);

const filingAbilities = z.strictObject({
  edit: z.boolean(),
  submit: z.boolean(),
  withdraw: z.boolean(),
  decide: z.boolean().describe('现在有一步由我办理'),
  recordOpening: z.boolean(),
  recordEffect: z.boolean().describe('可以登记生效；公告期未满的仍会拒绝，见 effect.earliestOn'),
});

const pinned = z.strictObject({
  pack: z.string().nullable(),
  packTitle: z.string().nullable(),
  version: z.string().nullable(),
  on: day.describe('适用哪一天的规定'),
});

const backfile = z.strictObject({
  before: day.describe('补办备案只限这一天之前开设的账号'),
  dueOn: day.nullable().describe('没有规定期限的为空'),
  overdue: z.boolean(),
  basis: z.array(basisRef),
});

export const filing = z.strictObject({
  id,
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  kind: filingKind,
  kindName: z.string(),
  title: z.string(),
  state: filingState,
  stateName: z.string(),
  revision: z.int(),
  version: z.int().describe('每次保存后加一；下一次保存时带回'),
  host: unitName,
  supervisorName: z.string().nullable(),
  pinned,
  timing,
  form: z.strictObject({ title: z.string(), sections: z.array(formSection), basis: z.array(basisRef) }),
  values: formValues,
  exceptions,
  attachments: z.array(attachmentSlot),
  checks: z.array(check),
  blockers: z.int().describe('还有几项不满足，不能提交'),
  route,
  duties: z.array(duty),
  backfile: backfile.nullable().describe('补办备案的范围和期限；不是补办的为空'),
  entries: z.array(externalEntry),
  clocks: z.array(clock),
  timeline: z.array(timelineItem),
  returned: z
    .strictObject({ step: z.string(), who: z.string(), at: z.string(), reason: z.string() })
    .nullable()
    .describe('最近一次退回'),
  digest: z.string().describe('内容摘要码'),
  approvalId: id.nullable(),
  accountId: id.nullable(),
  filingNumber: z.string().nullable(),
  openedOn: day.nullable(),
  openedBeforeApproval: z.boolean(),
  account: z
    .strictObject({
      id,
      name: z.string(),
      platformName: z.string(),
      number: z.string(),
      stateName: z.string(),
    })
    .nullable()
    .describe('变更、关停、注销的账号'),
  changes: z.array(change).describe('变更：逐项新旧对照'),
  newHost: unitName.nullable(),
  effect: effect.nullable().describe('开设没有这一项'),
  meaning: meaning.nullable(),
  noticeAhead: noticeAhead.nullable(),
  notices: z.array(publicNotice),
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string().nullable(),
  abilities: filingAbilities,
});
export type FilingWire = z.infer<typeof filing>;

/** What a unit would meet if it began: whether it may at all, by which form and route. */
export const previewQuery = z.strictObject({
  unit: id,
  backfile: z.enum(['0', '1']).default('0').describe('1：看补办备案的要求'),
});
export const matterPreviewQuery = z.strictObject({ kind: accountMatter });
export const filingPreview = z.strictObject({
  kind: filingKind,
  kindName: z.string(),
  account: z.strictObject({ id, name: z.string(), platformName: z.string() }).nullable(),
  meaning: meaning.nullable(),
  noticeAhead: noticeAhead.nullable(),
  host: unitName,
  jurisdictionName: z.string(),
  formTitle: z.string(),
  timing,
  checks: z.array(check),
  route,
  duties: z.array(duty),
  attachments: z.array(attachmentSlot),
  warnings: z.array(z.string()),
  backfile: backfile.nullable().describe('可以补办备案的，其范围和期限'),
  abilities: z.strictObject({ start: z.boolean() }),
});
export type FilingPreview = z.infer<typeof filingPreview>;

/** What has to be typed into a system outside, field by field. */
export const entrySheet = z.strictObject({
  lines: z.array(z.strictObject({ label: z.string(), value: z.string() })),
});

/* The dossier */

const dossierFiling = z.strictObject({
  id,
  kind: filingKind,
  kindName: z.string(),
  title: z.string(),
  state: filingState,
  stateName: z.string(),
  revision: z.int(),
  submittedAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  filingNumber: z.string().nullable(),
});

export const dossier = z.strictObject({
  account: accountRow.extend({
    type: z.enum(['account', 'app', 'mini-program', 'site']),
    reason: z.string().nullable(),
    certification: z.string().nullable(),
    registeredOn: day.nullable(),
    closedOn: day.nullable(),
    cancelledOn: day.nullable(),
    exceptions: z.array(z.strictObject({ title: z.string(), reason: z.string(), basis: z.array(basisRef) })),
  }),
  /** What was filed, label by label, as the form says. */
  particulars: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  filings: z.array(dossierFiling),
  timeline: z.array(timelineItem),
  files: z.array(kept.extend({ filingId: id, title: z.string() })),
  clocks: z.array(clock),
  entries: z.array(externalEntry),
  audit: z.array(auditEntry),
  notices: z.array(publicNotice),
  abilities: z.strictObject({
    readFiling: z.boolean(),
    start: z.array(accountMatter).describe('可以新办的备案'),
    underWay: z
      .strictObject({ id, title: z.string(), stateName: z.string() })
      .nullable()
      .describe('在办的备案；办结前不能另办'),
  }),
});
export type Dossier = z.infer<typeof dossier>;

import { z } from 'zod';
import { basisRef, day, id, line, lines, pageOf, pageQuery } from '../kernel/wire.ts';
import { recordKinds } from './wire-records.ts';

export { type KeepBody, keepBody } from './wire-records.ts';

export const ledgerKey = z.strictObject({ jurisdiction: line(40), id });
export const ledgerFileKey = ledgerKey.extend({ fileId: id });
export const unitLedgerKey = z.strictObject({ id });

const recordKind = z.enum(recordKinds);
export type RecordKindWire = z.infer<typeof recordKind>;

const gapStates = ['expired', 'vacant', 'missing', 'finding', 'expiring'] as const;
const gapState = z.enum(gapStates);
export type GapState = z.infer<typeof gapState>;

/** Something that a regulation asks and that is not there, has run out, or soon will. */
const gap = z.strictObject({
  key: z.string().describe('在清单中唯一'),
  state: gapState,
  kind: recordKind,
  item: z.string().describe('事项的编号'),
  title: z.string(),
  message: z.string(),
  due: day.nullable(),
  daysLeft: z.int().nullable(),
  account: z.strictObject({ id, name: z.string(), platformName: z.string() }).nullable(),
  host: z.strictObject({ id, name: z.string() }),
  jurisdiction: z.string(),
  basis: z.array(basisRef),
  href: z.string(),
});
export type GapWire = z.infer<typeof gap>;

export const gapQuery = z.strictObject({
  ...pageQuery,
  state: gapState.optional(),
  kind: recordKind.optional(),
  unit: id.optional(),
  jurisdiction: line(40).optional(),
});
export type GapQuery = z.output<typeof gapQuery>;
export const gapExportQuery = gapQuery.omit({ page: true, size: true });

const gapCount = z.strictObject({
  kind: recordKind,
  kindName: z.string(),
  state: gapState,
  n: z.int(),
  accounts: z.int().describe('涉及多少个账号或单位'),
});
export const gapPage = pageOf(gap).extend({
  counts: z.array(gapCount).describe('按事项和情形计数，不受这两项条件限制'),
});
export type GapPage = z.infer<typeof gapPage>;

const keptFile = z.strictObject({
  id,
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: z.string(),
});

/** One thing kept, as it stands or stood. */
const record = z.strictObject({
  id,
  jurisdiction: z.string(),
  scope: z.enum(['account', 'unit']),
  kind: recordKind,
  item: z.string(),
  itemName: z.string(),
  title: z.string(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  fromDay: day,
  validTo: day.nullable(),
  toDay: day.nullable(),
  standing: z.boolean(),
  note: z.string().nullable().describe('空缺、到期等提示'),
  endReason: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  files: z.array(keptFile),
  abilities: z.strictObject({ end: z.boolean(), attach: z.boolean(), replace: z.boolean() }),
});
export type RecordWire = z.infer<typeof record>;

const choice = z.strictObject({ value: z.string(), label: z.string() });

/** What a regulation asks to be kept, with what may be entered for it. */
const asked = z.strictObject({
  kind: recordKind,
  item: z.string(),
  title: z.string(),
  scope: z.enum(['account', 'unit']),
  need: z.int(),
  basis: z.array(basisRef),
});

const ledgerOperator = z.strictObject({
  id,
  name: z.string(),
  tasks: z.string(),
  fromDay: day,
  toDay: day.nullable(),
});

/** Everything kept on an account or a unit, with what is missing and what may be entered. */
export const ledger = z.strictObject({
  account: z.strictObject({ id, name: z.string(), platformName: z.string() }).nullable(),
  unit: z.strictObject({ id, name: z.string() }),
  jurisdiction: z.string(),
  gaps: z.array(gap),
  asked: z.array(asked),
  records: z.array(record),
  operators: z.array(ledgerOperator).describe('外部承办单位'),
  choices: z.strictObject({
    roles: z.array(choice),
    tasks: z.array(choice),
    networks: z.array(choice),
    licences: z.array(choice),
    papers: z.array(choice),
    partners: z.array(choice),
    people: z.array(choice).describe('可以指定的任职'),
  }),
  abilities: z.strictObject({ keep: z.boolean(), keepForUnit: z.boolean() }),
});
export type LedgerWire = z.infer<typeof ledger>;

export const endRecordBody = z.strictObject({ toDay: day, reason: lines(500).min(2) });

import type { GapPage, GapWire, RecordWire } from '../../../contracts/stewardship/wire.ts';
import {
  bySystem,
  contentLabels,
  contentWords,
  gapSentence,
  lacksPaper,
  purchaseMethodNames,
  recordKindNames,
  recordNotes,
  rightsNames,
  serviceKindNames,
} from '../../../contracts/stewardship/words.ts';
import { systemActor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { KeptFile } from '../../kernel/files.ts';
import { daysBetween } from '../../policy/calendar/index.ts';
import { type Gap, HORIZON_DAYS, type StewardshipRecord, standsOn } from './model.ts';
import type { GapCount } from './store-gaps.ts';

/** A gap in words, with where it is mended. */
export function gapView(ctx: Context, gap: Gap): GapWire {
  const { demand, until, accountId } = gap;
  const title =
    gap.state === 'finding' && demand.flaw === 'no-file' ? lacksPaper(demand.title) : demand.title;
  const person = demand.kind === 'person' || (demand.kind === 'rights' && gap.key === 'staff');
  return {
    key: [
      gap.state,
      demand.kind,
      gap.key,
      accountId ?? gap.hostUnitId,
      gap.recordId ?? '',
      demand.flaw ?? '',
    ].join(' '),
    state: gap.state,
    kind: demand.kind,
    item: gap.key,
    title,
    message: gapSentence(gap.state, { title, record: gap.title, until, person }),
    due: until,
    daysLeft: until === null ? null : daysBetween(ctx.now.day, until),
    account:
      accountId === null
        ? null
        : { id: accountId, name: gap.accountName ?? '', platformName: gap.platformName ?? '' },
    host: { id: gap.hostUnitId, name: gap.hostName },
    jurisdiction: gap.jurisdiction,
    basis: [...demand.basis],
    href:
      accountId === null
        ? `/stewardship/units/${gap.hostUnitId}`
        : `/accounts/${gap.jurisdiction}/${accountId}`,
  };
}

export function gapCountView({ kind, state, n, accounts }: GapCount): GapPage['counts'][number] {
  return { kind, kindName: recordKindNames[kind] ?? kind, state, n, accounts };
}

/** What a ledger knows of a record besides the record. */
export interface RecordSurroundings {
  readonly files: readonly KeptFile[];
  /** The last day in office of whom it names; null where it lasts. */
  readonly leaves: string | null;
  readonly keep: boolean;
  /** What the regulations call roles, tasks, networks, papers, partners. */
  readonly names: ReadonlyMap<string, string>;
}

/** One record in words. */
export function recordView(ctx: Context, record: StewardshipRecord, around: RecordSurroundings): RecordWire {
  const { kind, key } = record;
  const standing = standsOn(record, ctx.now.day);
  const open = around.keep && record.toDay === null;
  return {
    id: record.id,
    jurisdiction: record.jurisdiction,
    scope: record.accountId === null ? 'unit' : 'account',
    kind,
    item: key,
    itemName: around.names.get(`${kind} ${key}`) ?? (kind === 'rights' ? rightsNames[key] : undefined) ?? '',
    title: record.title,
    facts: factsOf(record, around.names),
    fromDay: record.fromDay,
    validTo: record.validTo,
    toDay: record.toDay,
    standing,
    note: standing ? noteOf(ctx, record, around.leaves) : null,
    endReason: record.endReason,
    createdAt: record.createdAt,
    createdBy: record.createdBy === systemActor.name ? bySystem : record.createdBy,
    files: around.files.map(({ id, name, bytes, sha256, uploadedAt }) => ({
      id,
      name,
      bytes,
      sha256,
      uploadedAt,
    })),
    abilities: { end: open, attach: open, replace: open },
  };
}

function noteOf(ctx: Context, record: StewardshipRecord, leaves: string | null): string | null {
  const { day } = ctx.now;
  const soon = (until: string) => daysBetween(day, until) <= HORIZON_DAYS;
  if (leaves !== null && leaves < day) return recordNotes.left(leaves);
  if (record.validTo !== null && record.validTo < day) return recordNotes.expired(record.validTo);
  if (leaves !== null && soon(leaves)) return recordNotes.leaving(leaves);
  if (record.validTo !== null && soon(record.validTo)) return recordNotes.expiring(record.validTo);
  return null;
}

type Value = StewardshipRecord['content'][string];

function factsOf(record: StewardshipRecord, names: ReadonlyMap<string, string>): RecordWire['facts'] {
  // The database keeps no order of keys; the labels do.
  return Object.entries(contentLabels).flatMap(([field, label]) => {
    if (!(field in record.content)) return [];
    const value = textOf(field, record.content[field] ?? null, names);
    return value === '' ? [] : [{ label, value }];
  });
}

function textOf(field: string, value: Value, names: ReadonlyMap<string, string>): string {
  if (field === 'network')
    return value === null ? contentWords.own : (names.get(`network ${value}`) ?? String(value));
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? contentWords.yes : contentWords.no;
  if (Array.isArray(value))
    return value.map((each) => names.get(`${field} ${each}`) ?? String(each)).join('、');
  if (field === 'serviceKind') return serviceKindNames[String(value)] ?? String(value);
  if (field === 'method') return purchaseMethodNames[String(value)] ?? String(value);
  if (field === 'candidates') return contentWords.suppliers(Number(value));
  return String(value);
}

import type { Mapping } from '../../../contracts/intake/wire.ts';
import { type IntakeColumn, intakeColumns } from '../../../contracts/intake/words.ts';
import type { CheckedRow, Plan, SheetRow } from './model.ts';
import { type IntakeFacts, RowReader } from './rules-facts.ts';
import {
  checkTexts,
  type Life,
  readIdentity,
  readLife,
  readName,
  readPlatform,
  readUnit,
} from './rules-row.ts';

/** What earlier rows of the sheet already said, so that a later one that says it again is told. */
interface Seen {
  readonly uids: Map<string, number>;
  readonly numbers: Map<string, number>;
  readonly same: Map<string, number>;
  /** Names of the living accounts by 'unit platform', those of the registry first. */
  readonly living: Map<string, string[]>;
}

const DETAILS = ['responsible', 'operator', 'functions'] as const satisfies readonly IntakeColumn[];

/**
 * Every row of a sheet, checked: each with all its problems, or as the account it will become. Pure; the order of the
 * rows decides which of two that contradict each other is told.
 */
export function checkSheet(rows: readonly SheetRow[], mapping: Mapping, facts: IntakeFacts): CheckedRow[] {
  const seen: Seen = { uids: new Map(), numbers: new Map(), same: new Map(), living: new Map() };
  return rows.map((row) => checkRow(new RowReader(row, mapping), facts, seen));
}

function checkRow(reader: RowReader, facts: IntakeFacts, seen: Seen): CheckedRow {
  checkTexts(reader);
  const unit = readUnit(reader, facts);
  const platform = readPlatform(reader, facts);
  const name = readName(reader);
  const { uid, url } = readIdentity(reader, facts, platform);
  const life = readLife(reader, facts);
  if (platform && uid && life.state !== 'cancelled')
    checkHolder(reader, facts, seen, { platform: platform.id, uid });
  if (unit) checkNumber(reader, facts, seen, unit.jurisdiction);
  if (
    unit &&
    reader.text('responsible') === '' &&
    life.state === 'operating' &&
    facts.needsResponsible(unit.jurisdiction)
  )
    reader.fault('responsible', 'intake.responsible-missing');
  if (unit && platform && name !== '')
    checkCompany(reader, facts, seen, { unit: unit.id, area: unit.jurisdiction, platform, name, life });
  if (reader.problems.length > 0 || !unit || !platform)
    return { row: reader.row, problems: reader.problems, plan: null };
  const plan: Plan = {
    jurisdiction: unit.jurisdiction,
    hostUnitId: unit.id,
    hostName: unit.name,
    hostPath: unit.path,
    platform: platform.id,
    platformName: platform.name,
    channelKind: platform.kind,
    name,
    uid,
    url,
    certification: reader.text('certification') || null,
    reason: reader.text('reason') || null,
    number: reader.text('number') || null,
    ...life,
    details: DETAILS.filter((column) => reader.text(column) !== '').map((column) => ({
      key: column,
      label: intakeColumns[column].header,
      value: reader.text(column),
    })),
  };
  return { row: reader.row, problems: [], plan };
}

/** LZ-11a and its like need one identity: an identifier has one account. */
function checkHolder(
  reader: RowReader,
  facts: IntakeFacts,
  seen: Seen,
  { platform, uid }: { readonly platform: string; readonly uid: string },
): void {
  const key = `${platform} ${uid}`;
  const before = seen.uids.get(key);
  const holder = facts.holders.get(key);
  const column = reader.text('uid') === '' ? 'url' : 'uid';
  if (before !== undefined) reader.fault(column, 'intake.uid-twice', { row: before });
  else if (holder) reader.fault(column, 'intake.uid-held', { ...holder });
  else seen.uids.set(key, reader.row);
}

function checkNumber(reader: RowReader, facts: IntakeFacts, seen: Seen, jurisdiction: string): void {
  const number = reader.text('number');
  if (number === '') return;
  const key = `${jurisdiction} ${number}`;
  const before = seen.numbers.get(key);
  if (before !== undefined) reader.fault('number', 'intake.number-twice', { row: before });
  else if (facts.numbers.has(key)) reader.fault('number', 'intake.number-held');
  else seen.numbers.set(key, reader.row);
}

interface Company {
  readonly unit: string;
  readonly area: string;
  readonly platform: { readonly id: string; readonly name: string };
  readonly name: string;
  readonly life: Life;
}

/** The row beside the unit's other accounts: the same once more, or one more than the rule allows on a platform. */
function checkCompany(reader: RowReader, facts: IntakeFacts, seen: Seen, about: Company): void {
  const same = `${about.unit} ${about.platform.id} ${about.name}`;
  const before = seen.same.get(same);
  if (before === undefined) seen.same.set(same, reader.row);
  else reader.fault(null, 'intake.row-twice', { row: before });
  if (before !== undefined || about.life.state !== 'operating') return;
  const key = `${about.unit} ${about.platform.id}`;
  const names = seen.living.get(key) ?? [...(facts.living.get(key) ?? [])];
  const max = facts.limit(about.area);
  if (max !== null && names.length >= max) {
    const facts = { platform: about.platform.name, names: names.join('、'), max };
    reader.fault('platform', 'intake.second-account', facts);
  } else seen.living.set(key, [...names, about.name]);
}

import { type IntakeColumn, intakeColumns, intakeStates } from '../../../contracts/intake/words.ts';
import { isDay } from '../../policy/calendar/index.ts';
import { identifierOf, type Platform } from '../../policy/index.ts';
import type { HostUnit, IntakeFacts, RowReader } from './rules-facts.ts';

const LENGTHS: Partial<Record<IntakeColumn, number>> = {
  url: 500,
  uid: 120,
  number: 60,
  responsible: 30,
  operator: 100,
  certification: 100,
  functions: 500,
  reason: 1000,
};
const LONGEST_NAME = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const UNFIT = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** What a spreadsheet program would take for a formula; an identifier may well begin so. */
const LIKE_FORMULA = /^[=+\-@＝＋－＠]/;

/** Cells that are no plain short text. */
export function checkTexts(reader: RowReader): void {
  for (const column of Object.keys(intakeColumns) as IntakeColumn[]) {
    const text = reader.text(column);
    const max = LENGTHS[column];
    if (UNFIT.test(text) || (column !== 'uid' && LIKE_FORMULA.test(text)))
      reader.fault(column, 'intake.text-bad');
    else if (max !== undefined && text.length > max) reader.fault(column, 'intake.text-too-long', { max });
  }
}

export function readUnit(reader: RowReader, facts: IntakeFacts): HostUnit | null {
  const text = reader.text('unit');
  const found = facts.units.get(text) ?? [];
  const here = found.filter(({ jurisdiction }) => facts.inArea(jurisdiction));
  const [unit] = here;
  if (text === '') reader.fault('unit', 'intake.unit-missing');
  else if (found.length === 0) reader.fault('unit', 'intake.unit-unknown');
  else if (!unit) reader.fault('unit', 'intake.unit-outside', { area: facts.area });
  else if (here.length > 1) reader.fault('unit', 'intake.unit-ambiguous');
  else return unit;
  return null;
}

export function readPlatform(reader: RowReader, facts: IntakeFacts): Platform | null {
  const text = reader.text('platform');
  const id = facts.platformsByName.get(plainPlatform(text));
  const platform = facts.platforms.find((each) => each.id === id) ?? null;
  if (text === '') reader.fault('platform', 'intake.platform-missing');
  else if (!platform) {
    const approved = facts.platforms.filter((each) => each.approved);
    const known = approved.map(({ name }) => name).join('、');
    reader.fault('platform', 'intake.platform-unknown', { known });
  }
  return platform;
}

/** A platform's name as it is compared. */
export function plainPlatform(text: string): string {
  return text.replace(/[\s（）()·]/g, '').toLowerCase();
}

export function readName(reader: RowReader): string {
  const name = reader.text('name');
  if (name === '') reader.fault('name', 'intake.name-missing');
  else if ([...name].length > LONGEST_NAME)
    reader.fault('name', 'intake.name-too-long', { max: LONGEST_NAME });
  return name;
}

/** The lasting identifier and the address, each held against the other. */
export function readIdentity(
  reader: RowReader,
  facts: IntakeFacts,
  platform: Platform | null,
): { uid: string | null; url: string | null } {
  const typed = reader.text('uid');
  const url = reader.text('url');
  if (typed === '' && url === '') {
    reader.fault('uid', 'intake.uid-or-url-missing');
    return { uid: null, url: null };
  }
  const own = typed === '' || !platform ? null : identifierOf(platform, typed);
  if (typed !== '' && platform && !own) {
    const [first] = platform.ids ?? [];
    reader.fault('uid', 'intake.uid-bad', { label: platform.idLabel, example: first?.example ?? '' });
  }
  if (url === '') return { uid: own?.value ?? null, url: null };
  const said = readAddress(reader, facts, { url, platform, uid: own?.value ?? null });
  return { uid: own?.value ?? said, url };
}

function readAddress(
  reader: RowReader,
  facts: IntakeFacts,
  about: { readonly url: string; readonly platform: Platform | null; readonly uid: string | null },
): string | null {
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(about.url)) {
    reader.fault('url', 'intake.url-bad');
    return null;
  }
  const said = facts.readLink(about.url);
  if (!said || !about.platform) return null;
  if (said.platform !== about.platform.id) {
    reader.fault('url', 'intake.url-other-platform', { platform: said.platformName });
    return null;
  }
  // A platform may have two lasting identifiers: only one of the same kind can contradict the typed one.
  const kindOf = (uid: string) => (about.platform ? identifierOf(about.platform, uid)?.kind : undefined);
  if (about.uid && said.uid && kindOf(about.uid) === kindOf(said.uid) && about.uid !== said.uid)
    reader.fault('url', 'intake.url-other-uid', { uid: said.uid });
  return said.uid;
}

export interface Life {
  readonly state: 'operating' | 'closed' | 'cancelled';
  readonly openedOn: string | null;
  readonly endedOn: string | null;
}

/** The state and the days of the account's life. */
export function readLife(reader: RowReader, facts: IntakeFacts): Life {
  const typed = reader.text('state');
  const state = typed === '' ? 'operating' : intakeStates[typed.replace(/\s/g, '')];
  if (!state) reader.fault('state', 'intake.state-unknown');
  const openedOn = readDay(reader, 'opened');
  const endedOn = readDay(reader, 'ended');
  if (openedOn && openedOn > facts.today) reader.fault('opened', 'intake.opened-later');
  if (endedOn && endedOn > facts.today) reader.fault('ended', 'intake.ended-later');
  if (openedOn && endedOn && endedOn < openedOn) reader.fault('ended', 'intake.ended-before');
  if (state === 'operating' && reader.text('ended') !== '') reader.fault('ended', 'intake.ended-needless');
  if (state && state !== 'operating' && reader.text('ended') === '')
    reader.fault('ended', 'intake.ended-missing');
  return { state: state ?? 'operating', openedOn, endedOn };
}

/** '2026-09-29' out of the ways in which people write a day; a year alone is none. */
function readDay(reader: RowReader, column: 'opened' | 'ended'): string | null {
  const text = reader.text(column);
  if (text === '') return null;
  const [, year, month, day] =
    /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (isDay(written)) return written;
  reader.fault(column, 'intake.day-bad');
  return null;
}

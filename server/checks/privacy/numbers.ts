import { isAlphanumeric, isDigit, isLetter } from '../characters.ts';
import type { Prepared, Raw, Severity } from '../finding.ts';
import { after, before, rawAt, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';
import { isBankCard, isUnionPay } from './bank-card.ts';
import { isCreditCode } from './credit-code.ts';
import { isIdNumber, isOldIdNumber, isResidenceNumber } from './id-number.ts';
import {
  isAmountAfter,
  isAmountBefore,
  isSerialLabel,
  labelOf,
  namesCard,
  namesHomePhone,
  namesId,
  namesOffice,
} from './labels.ts';
import { eachNumberRun, type Joined, joinedFrom, type NumberRun } from './number-runs.ts';
import { isLandline, isLocalNumber, isMobile } from './phone.ts';

const LABEL = 14;
const CONTEXT = 30;
const MOST_DIGITS = 19;
const TELEPHONE_LETTERS = /(?:^|[^a-z])(?:tel|phone|mobile|mob|cell|vx|wx|v|wechat|weixin|t|m)$/;
const LOCAL_LABEL = /(?:电话|座机|宅电|电话号码|固话|tel|phone)$/;

interface Found extends Span {
  readonly kind: string;
  readonly severity: Severity;
  /** The last group of the run that it takes up. */
  readonly last: number;
}

/** Identity numbers, bank cards and telephone numbers of a text; `office` holds the unit's own numbers, digits only. */
export function findNumbers(doc: Prepared, office: ReadonlySet<string>): Raw[] {
  const found: Raw[] = [];
  eachNumberRun(doc, (run) => {
    let group = 0;
    while (group < run.groups.length) {
      const one = classify(doc.folded, run, group, office);
      if (one && one.kind !== 'none') found.push(rawAt(doc, one, one.kind, one.severity));
      group = one ? one.last + 1 : group + 1;
    }
  });
  return found;
}

/** The first of identity number, card, telephone that the groups from `first` on are; kind 'none' = known to be nobody's. */
function classify(
  folded: FoldedText,
  run: NumberRun,
  first: number,
  office: ReadonlySet<string>,
): Found | undefined {
  const choices = joinedFrom(folded, run, first, MOST_DIGITS);
  const [start] = choices;
  if (!start || isMasked(folded, start.from, choices.at(-1)?.to ?? start.to)) return undefined;
  const words = before(folded, start.from, CONTEXT);
  const label = labelOf(words.slice(-LABEL));
  if (/信用代码$/.test(label)) return skipWhole(folded, choices);
  for (const joined of choices) {
    const one =
      identity(folded, joined, words, label) ??
      card(folded, joined, words, label) ??
      telephone(folded, run, joined, words, label, office);
    if (one) return one;
  }
  return undefined;
}

/** A social credit code that consists of digits may look like an identity number; its label says what it is. */
function skipWhole({ units }: FoldedText, choices: readonly Joined[]): Found | undefined {
  const code = choices.find(({ digits, to }) => digits.length === 18 && !isAlphanumeric(units[to] ?? 0));
  return code && isCreditCode(code.digits) ? { ...code, kind: 'none', severity: 'note' } : undefined;
}

function identity(folded: FoldedText, joined: Joined, words: string, label: string): Found | undefined {
  const { digits, last, from } = joined;
  if (digits.length === 17) {
    const to = pastCheckLetter(folded.units, joined.to);
    return to > joined.to && isIdNumber(`${digits}x`)
      ? { from, to, last, kind: 'id-number', severity: 'block' }
      : undefined;
  }
  if (isAlphanumeric(folded.units[joined.to] ?? 0)) return undefined;
  if (isIdNumber(digits)) return { from, to: joined.to, last, kind: 'id-number', severity: 'block' };
  if (isResidenceNumber(digits) && !isCreditCode(digits))
    return { from, to: joined.to, last, kind: 'residence-permit', severity: 'block' };
  if (!isOldIdNumber(digits) || isSerialLabel(label) || !standsAlone(folded, joined)) return undefined;
  const shape = joined.shape.join(',');
  if (shape !== '15' && shape !== '6,6,3') return undefined;
  return { from, to: joined.to, last, kind: 'id-number-15', severity: namesId(words) ? 'block' : 'note' };
}

/** An x, with at most one joining character before it, that ends an identity number; `at` where there is none. */
function pastCheckLetter(units: Uint16Array, at: number): number {
  const x = 0x78;
  const place = units[at] === x ? at : units[at + 1] === x && !isAlphanumeric(units[at] ?? 0) ? at + 1 : -1;
  return place < 0 || isAlphanumeric(units[place + 1] ?? 0) ? at : place + 1;
}

function card(folded: FoldedText, joined: Joined, words: string, label: string): Found | undefined {
  if (!isBankCard(joined.digits, joined.shape) || !standsAlone(folded, joined)) return undefined;
  if (isSerialLabel(label)) return undefined;
  const certain = isUnionPay(joined.digits) || namesCard(words) || joined.shape.length > 3;
  return { ...joined, kind: 'bank-card', severity: certain ? 'block' : 'note' };
}

function telephone(
  folded: FoldedText,
  run: NumberRun,
  joined: Joined,
  words: string,
  label: string,
  office: ReadonlySet<string>,
): Found | undefined {
  const { digits, shape } = joined;
  const kind = isMobile(digits, shape) ? 'mobile' : isLandline(digits, shape) ? 'landline' : '';
  if (kind === '') return localNumber(folded, run, joined, words, office);
  if (!isTelephonePlace(folded, joined) || isAmount(folded, joined, words)) return undefined;
  if (isSerialLabel(label) || office.has(digits)) return { ...joined, kind: 'none', severity: 'note' };
  const from = countryCode(folded, joined.from);
  if (kind === 'mobile')
    return { ...joined, from, kind, severity: namesOffice(words.slice(-LABEL)) ? 'note' : 'warn' };
  if (!namesHomePhone(words) && namesOffice(words)) return { ...joined, kind: 'none', severity: 'note' };
  return { ...joined, from, kind, severity: namesHomePhone(words) ? 'warn' : 'note' };
}

/** Seven or eight digits are a telephone only where somebody's home telephone is named right before. */
function localNumber(
  folded: FoldedText,
  run: NumberRun,
  joined: Joined,
  words: string,
  office: ReadonlySet<string>,
): Found | undefined {
  if (joined.shape.length > 2 || !isLocalNumber(joined.digits) || office.has(joined.digits)) return undefined;
  const follows = run.groups[joined.last + 1];
  if (!standsAlone(folded, joined) || (follows && follows.from - joined.to < 2)) return undefined;
  const label = labelOf(words.slice(-LABEL));
  if (!LOCAL_LABEL.test(label) || !namesHomePhone(label)) return undefined;
  return { ...joined, kind: 'landline', severity: 'warn' };
}

/** Letters before a telephone number may only say that it is one; hyphens and points tie it into a longer number. */
function isTelephonePlace(folded: FoldedText, { from, to }: Span): boolean {
  const { units } = folded;
  if (isAlphanumeric(units[to] ?? 0) || units[to] === 0x40 || tiedAfter(units, to)) return false;
  const ahead = units[from - 1] ?? 0;
  if (isLetter(ahead)) return TELEPHONE_LETTERS.test(before(folded, from, 10));
  return !tiedBefore(units, from) || countryCode(folded, from) < from;
}

/** Neither letters nor a joined number on either side. */
function standsAlone({ units }: FoldedText, { from, to }: Span): boolean {
  if (isAlphanumeric(units[from - 1] ?? 0) || isAlphanumeric(units[to] ?? 0)) return false;
  return !tiedBefore(units, from) && !tiedAfter(units, to);
}

/** '2024-' or '3.' before a number: it is the tail of something longer. A bracket or space is not. */
function tiedBefore(units: Uint16Array, from: number): boolean {
  return isTie(units[from - 1] ?? 0) && isAlphanumeric(units[from - 2] ?? 0);
}

/** Digits after a hyphen may be an extension, of four digits at most. */
function tiedAfter(units: Uint16Array, to: number): boolean {
  if (!isTie(units[to] ?? 0) || !isAlphanumeric(units[to + 1] ?? 0)) return false;
  let end = to + 1;
  while (end < to + 7 && isDigit(units[end] ?? 0)) end += 1;
  return units[to] === 0x2e || end - to - 1 > 4 || isLetter(units[end] ?? 0);
}

function isTie(unit: number): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x2f || unit === 0x5f || unit === 0x3d;
}

/** Where +86, 0086 or (86) before a number starts; `from` where there is none. */
function countryCode(folded: FoldedText, from: number): number {
  const written = /(?:\+ ?86|0086|\(\+?86\)|\b86)[ -]?\(?$/.exec(before(folded, from, 9));
  return written ? from - written[0].length : from;
}

function isAmount(folded: FoldedText, { to }: Span, words: string): boolean {
  return isAmountBefore(words.trimEnd()) || isAmountAfter(after(folded, to, 3));
}

/** Stars or crosses right beside the digits: part of a number is hidden on purpose. */
function isMasked({ units }: FoldedText, from: number, to: number): boolean {
  return isMask(units[from - 1] ?? 0) || isMask(units[to] ?? 0);
}

function isMask(unit: number): boolean {
  return (
    unit === 0x2a || unit === 0xd7 || unit === 0x25cf || unit === 0x25a0 || unit === 0x2022 || unit === 0x23
  );
}

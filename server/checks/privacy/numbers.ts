import { isAlphanumeric } from '../characters.ts';
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
import { countryCode, isMasked, isTelephonePlace, standsAlone } from './number-borders.ts';
import { eachNumberRun, type Joined, joinedFrom, type NumberRun } from './number-runs.ts';
import { isLandline, isLocalNumber, isMobile } from './phone.ts';

const LABEL = 14;
const CONTEXT = 30;
const MOST_DIGITS = 19;
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
  if (isInternational(folded, joined))
    return { ...joined, ...fromPlus(folded, joined), kind: 'mobile', severity: 'warn' };
  const { digits, shape } = joined;
  const kind = isMobile(digits, shape) ? 'mobile' : isLandline(digits, shape) ? 'landline' : '';
  if (kind === '') return localNumber(folded, run, joined, words, office);
  if (!isTelephonePlace(folded, joined) || isAmount(folded, joined, words)) return undefined;
  if (isSerialLabel(label) || office.has(digits)) return { ...joined, kind: 'none', severity: 'note' };
  const from = countryCode(folded, joined.from);
  if (kind === 'mobile')
    return { ...joined, from, kind, severity: namesOffice(words.slice(-LABEL)) ? 'note' : 'warn' };
  if (!namesHomePhone(words) && namesOffice(words)) return { ...joined, kind: 'none', severity: 'note' };
  const bracket = folded.units[from - 1] === 0x28 ? from - 1 : from;
  return { ...joined, from: bracket, kind, severity: namesHomePhone(words) ? 'warn' : 'note' };
}

/** +8613812345678 and 008613812345678, written without a gap. */
function isInternational({ units }: FoldedText, { digits, shape, from, to }: Joined): boolean {
  if (shape.length !== 1 || isAlphanumeric(units[to] ?? 0)) return false;
  const code = digits.startsWith('0086') ? 4 : digits.startsWith('86') && units[from - 1] === 0x2b ? 2 : 0;
  return code > 0 && isMobile(digits.slice(code), [11]);
}

function fromPlus({ units }: FoldedText, { from }: Joined): { from: number } {
  return { from: units[from - 1] === 0x2b ? from - 1 : from };
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

function isAmount(folded: FoldedText, { to }: Span, words: string): boolean {
  return isAmountBefore(words.trimEnd()) || isAmountAfter(after(folded, to, 3));
}

import { isAlphanumeric } from '../characters.ts';
import type { Severity } from '../finding.ts';
import { after, before, foldedText, lineAround, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';
import {
  isAmountAfter,
  isAmountBefore,
  isSerialLabel,
  isSumAfter,
  labelOf,
  namesHomePhone,
  namesOffice,
} from './labels.ts';
import { countryCode, isTelephonePlace, standsAlone } from './number-borders.ts';
import type { Joined, NumberRun } from './number-runs.ts';
import { nameAt, namesIn } from './person-names.ts';
import { isLandline, isLocalNumber, isMobile } from './phone.ts';

const LABEL = 14;
const LOCAL_LABEL = /(?:电话|座机|宅电|电话号码|固话|tel|phone)$/;
/** Between a name and the number that is his own. */
const OWN_NUMBER = /^[\s,，、:：(（]{0,3}(?:(?:手机|电话|联系电话|联系方式)(?:号码?)?)?[\s:：]{0,2}$/;
/** Right before a name in a list of who is on duty. */
const ROLE = /(?:联系|责任|负责|经办)人$|[员长师任记警]$/;
const CONTACT = /联系(?:电话|方式|号码)$/;
const HOME_AFTER = /^ ?[(（【]?(?:家庭|住宅|家里|宅电|家)/;
/** How far back in its line a name may stand from a landline. */
const BESIDE = 40;

/** Somebody's number among the groups of a run; kind 'none' = known to be nobody's. */
export interface Found extends Span {
  readonly kind: string;
  readonly severity: Severity;
  /** The last group of the run that it takes up. */
  readonly last: number;
}

/** The mobile number or landline that some groups of a run are, with the `words` and the `label` before it. */
export function telephone(
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
  const severity =
    kind === 'mobile' ? mobileSeverity(folded, from, words) : landlineSeverity(folded, joined, words);
  if (!severity) return { ...joined, kind: 'none', severity: 'note' };
  const isBracketed = kind === 'landline' && folded.units[from - 1] === 0x28;
  return { ...joined, from: isBracketed ? from - 1 : from, kind, severity };
}

/** A number on an office's line is noted, unless somebody's name stands right before it. */
function mobileSeverity(folded: FoldedText, from: number, words: string): Severity {
  return namesOffice(words.slice(-LABEL)) && !belongsToNamed(folded, from) ? 'note' : 'warn';
}

function belongsToNamed(folded: FoldedText, from: number): boolean {
  for (let at = Math.max(0, from - LABEL); at < from; at += 1) {
    const name = nameAt(folded, at, ROLE.test(before(folded, at, 4)), from);
    if (name && OWN_NUMBER.test(foldedText(folded, name.to, from))) return true;
  }
  return false;
}

/**
 * A landline is an office's where the words say so or it is the number to call at the end of a notice, unless a person is
 * named beside it; others are worth a look, and one at somebody's home is more.
 */
function landlineSeverity(folded: FoldedText, { from, to }: Span, words: string): Severity | undefined {
  if (namesHomePhone(words) || HOME_AFTER.test(after(folded, to, 6))) return 'warn';
  if (namesOffice(words)) return undefined;
  const line = lineAround(folded, { from, to }, BESIDE);
  const isNamed = namesIn(folded, { from: line.from, to: from }).length > 0;
  return isNamed || !CONTACT.test(labelOf(words)) ? 'note' : undefined;
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

function isAmount(folded: FoldedText, { to, digits, shape }: Joined, words: string): boolean {
  const behind = after(folded, to, 3);
  const isCounted = isMobile(digits, shape) && shape.length === 1 ? isSumAfter : isAmountAfter;
  return isAmountBefore(words.trimEnd()) || isCounted(behind);
}

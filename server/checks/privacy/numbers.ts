import { isAlphanumeric } from '../characters.ts';
import type { Prepared, Raw } from '../finding.ts';
import { after, before, rawAt } from '../place.ts';
import type { FoldedText } from '../text/index.ts';
import { isBankCard, isUnionPay } from './bank-card.ts';
import { isCreditCode } from './credit-code.ts';
import { isIdNumber, isOldIdNumber, isResidenceNumber } from './id-number.ts';
import { isSerialLabel, labelOf, namesCard, namesId } from './labels.ts';
import { isMasked, standsAlone } from './number-borders.ts';
import { eachNumberRun, type Joined, joinedFrom, type NumberRun } from './number-runs.ts';
import { type Found, telephone } from './telephones.ts';

const LABEL = 14;
const CONTEXT = 30;
const MOST_DIGITS = 19;

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
  const extended = disabilityCard(folded, run, first);
  if (extended) return extended;
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

/** GB/T 33582: the number of a disability card is an identity number with kind (1 to 7) and grade (1 to 4) behind it. */
function disabilityCard(folded: FoldedText, run: NumberRun, first: number): Found | undefined {
  const group = run.groups[first];
  if (!group || group.to - group.from < 17 || isAlphanumeric(folded.units[group.from - 1] ?? 0))
    return undefined;
  const number = /^(\d{17}[\dx])[1-7][1-4](?![a-z\d])/.exec(after(folded, group.from, 21));
  if (!number?.[1] || !isIdNumber(number[1])) return undefined;
  const to = group.from + 20;
  return {
    from: group.from,
    to,
    last: to > group.to ? first + 1 : first,
    kind: 'id-number',
    severity: 'block',
  };
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

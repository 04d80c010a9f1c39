import { isAlphanumeric, isDigit, isLetter } from '../characters.ts';
import { before, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';

/** Letters that say a telephone number follows. */
const TELEPHONE_LETTERS = /(?:^|[^a-z])(?:tel|phone|mobile|mob|cell|vx|wx|v|wechat|weixin|t|m)$/;

/** A name in an app of messages often ends with the number: 微信：klh_13943921188. */
const ACCOUNT = /(?:微信|(?:^|[^a-z])(?:wx|vx|wechat))[^,，。;；\s]{0,14}[_-]$/;

/** Letters before a telephone number may only say that it is one; hyphens and points tie it into a longer number. */
export function isTelephonePlace(folded: FoldedText, { from, to }: Span): boolean {
  const { units } = folded;
  if (isAlphanumeric(units[to] ?? 0) || units[to] === 0x40 || tiedAfter(units, to)) return false;
  const ahead = units[from - 1] ?? 0;
  if (isLetter(ahead)) return TELEPHONE_LETTERS.test(before(folded, from, 10));
  return (
    !tiedBefore(units, from) || ACCOUNT.test(before(folded, from, 20)) || countryCode(folded, from) < from
  );
}

/** Neither letters nor a joined number on either side. */
export function standsAlone({ units }: FoldedText, { from, to }: Span): boolean {
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
export function countryCode(folded: FoldedText, from: number): number {
  const written = /(?:\+ ?86|0086|\(\+?86\)|\b86)[ -]?\(?$/.exec(before(folded, from, 9));
  return written ? from - written[0].length : from;
}

/** Stars or crosses right beside the digits: part of a number is hidden on purpose. */
export function isMasked({ units }: FoldedText, from: number, to: number): boolean {
  return isMask(units[from - 1] ?? 0) || isMask(units[to] ?? 0);
}

function isMask(unit: number): boolean {
  return (
    unit === 0x2a || unit === 0xd7 || unit === 0x25cf || unit === 0x25a0 || unit === 0x2022 || unit === 0x23
  );
}

import { isAlphanumeric, isLetter } from '../characters.ts';
import type { DeclaredLink } from '../context.ts';
import type { Prepared, Raw, Severity } from '../finding.ts';
import { foldedText, rawAt, rawWhole, type Span } from '../place.ts';
import { type HostBook, judgeHost, type LinkKind } from './hosts.ts';

const POINT = 0x2e;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const AT = 0x40;
const LONGEST_HOST = 253;
const LONGEST_PATH = 2_000;
const CODE_LENGTH = 11;
/** Endings that are taken for domains where no scheme stands before them. */
const ENDINGS = new Set(
  'com cn net org top xyz vip shop cc tv me info io app site online club store link ltd wang xin ink mobi asia biz hk tw mo co fun pro work live group'.split(
    ' ',
  ),
);
const SEVERITY: Readonly<Record<LinkKind, Severity>> = {
  'expired-link': 'block',
  'look-alike-link': 'block',
  'foreign-letters-link': 'warn',
  'shop-link': 'warn',
  'unlisted-link': 'warn',
  /** It hides where it leads. */
  'short-link': 'warn',
};
const PAYMENT =
  /^(?:wxp|wxpay|weixin|alipays?|alipayqr|uppaywallet|upwrp):|^https?:\/\/(?:qr\.alipay\.com|qr\.95516\.com|payapp\.weixin\.qq\.com|wx\.tenpay\.com)/;

/** Links written in the text and links declared beside it: shops, unlisted, lapsed, look-alike, mini-programs, payment codes. */
export function findLinks(doc: Prepared, book: HostBook): Raw[] {
  return [...inText(doc, book), ...purchaseCodes(doc), ...declared(doc, book)];
}

function inText(doc: Prepared, book: HostBook): Raw[] {
  const { units, length } = doc.folded;
  const found: Raw[] = [];
  let done = 0;
  for (const at of doc.landmarks.point) {
    if (at < done) continue;
    const run = runAround(doc, at, done);
    const host = hostIn(doc, run, at);
    done = Math.max(at + 1, run.to);
    if (!host || units[host.from - 1] === AT) continue;
    const kind = judgeHost(foldedText(doc.folded, host.from, host.to), book);
    if (!kind) continue;
    const span = { from: beforeHost(units, host.from), to: endOfPath(units, host.to, length) };
    done = span.to;
    found.push(rawAt(doc, span, kind, SEVERITY[kind]));
  }
  return found;
}

/** All units around a point that a host name may consist of; no second name can begin inside. */
function runAround({ folded }: Prepared, at: number, least: number): Span {
  const { units, length } = folded;
  let from = at;
  while (from > least && at - from < LONGEST_HOST && isHostUnit(units[from - 1] ?? 0)) from -= 1;
  let to = at + 1;
  while (to < length && to - from < LONGEST_HOST && isHostUnit(units[to] ?? 0)) to += 1;
  return { from, to };
}

/** The host name in such a run, or undefined where there is none. */
function hostIn({ folded }: Prepared, run: Span, at: number): Span | undefined {
  const { units } = folded;
  let { from, to } = run;
  while (from < at && !isNameUnit(units[from] ?? 0)) from += 1;
  while (to > at && !isNameUnit(units[to - 1] ?? 0)) to -= 1;
  if (from === at || to <= at + 1) return undefined;
  const host = foldedText(folded, from, to);
  const ending = host.slice(host.lastIndexOf('.') + 1);
  const hasScheme = units[from - 1] === SLASH && units[from - 2] === SLASH;
  const isDomain = hasScheme ? isLetter(ending.charCodeAt(0)) && ending.length > 1 : ENDINGS.has(ending);
  return isDomain && /[a-z\u0080-\uffff]/.test(host.slice(0, host.lastIndexOf('.')))
    ? { from, to }
    : undefined;
}

/** Latin, Greek and Cyrillic letters and digits; Chinese next to an address is the sentence around it. */
function isNameUnit(unit: number): boolean {
  return isAlphanumeric(unit) || (unit >= 0xe0 && unit <= 0x52f);
}

function isHostUnit(unit: number): boolean {
  return isNameUnit(unit) || unit === POINT || unit === HYPHEN;
}

/** Back over '//' and the scheme before it. */
function beforeHost(units: Uint16Array, host: number): number {
  if (units[host - 1] !== SLASH || units[host - 2] !== SLASH) return host;
  let from = host - 2;
  if (units[from - 1] === 0x3a) from -= 1;
  while (from > 0 && host - from < 12 && isLetter(units[from - 1] ?? 0)) from -= 1;
  return from;
}

/** On over what follows a host: port, path, query. */
function endOfPath(units: Uint16Array, host: number, length: number): number {
  let to = host;
  if (units[to] !== SLASH && units[to] !== 0x3a && units[to] !== 0x3f) return host;
  while (to < length && to - host < LONGEST_PATH && isPathUnit(units[to] ?? 0)) to += 1;
  while (to > host && !isAlphanumeric(units[to - 1] ?? 0) && units[to - 1] !== SLASH) to -= 1;
  return to;
}

function isPathUnit(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f && unit !== 0x22 && unit !== 0x3c && unit !== 0x3e;
}

/** Codes that a shop's app opens: eleven letters and digits between two currency signs. */
function purchaseCodes(doc: Prepared): Raw[] {
  const signs = new Set(doc.landmarks.currency);
  return doc.landmarks.currency.flatMap((from) => {
    const to = from + CODE_LENGTH + 2;
    if (!signs.has(to - 1)) return [];
    const code = foldedText(doc.folded, from + 1, to - 1);
    return /^(?=.*[a-z])[a-z0-9]+$/.test(code) ? [rawAt(doc, { from, to }, 'shop-link', 'warn')] : [];
  });
}

function declared({ context, text }: Prepared, book: HostBook): Raw[] {
  return (context.links ?? []).flatMap((link) => {
    const judged = judgeTarget(link, book);
    if (!judged) return [];
    const { start = 0, end = 0 } = link;
    const inside = start >= 0 && start <= end && end <= text.length;
    const place = inside ? { start, end } : rawWhole(judged.kind, judged.severity);
    return [{ ...judged, start: place.start, end: place.end, facts: { link: link.kind } }];
  });
}

function judgeTarget(
  { kind, target }: DeclaredLink,
  book: HostBook,
): { kind: string; severity: Severity } | undefined {
  if (kind === 'mini-program')
    return book.miniPrograms.has(target) ? undefined : { kind: 'mini-program', severity: 'note' };
  const address = target.trim().toLowerCase();
  if (PAYMENT.test(address)) return { kind: 'payment-code', severity: 'warn' };
  const host = /^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/(?:[^/?#@\s]{0,200}@)?([^/?#:\s]{1,253})/.exec(address)?.[1];
  const judged = host === undefined ? undefined : judgeHost(host.replace(/\.$/, ''), book);
  return judged && { kind: judged, severity: SEVERITY[judged] };
}

import { asKept, isWritten, type Platform, type UrlForm } from '../../policy/index.ts';

/** What a pasted text turned out to be. */
export type LinkReading =
  /** One account of a platform: by a lasting identifier, or by a handle that may change hands. */
  | { readonly found: 'account'; readonly platform: Platform; readonly kind: string; readonly value: string }
  /** One piece of content, which does not say whose it is. */
  | { readonly found: 'content'; readonly platform: Platform }
  /** A short link: nobody can say where it leads without opening it. */
  | { readonly found: 'short'; readonly platform: Platform; readonly host: string }
  /** A page of a platform that is no account's. */
  | { readonly found: 'page'; readonly platform: Platform }
  /** A link to a host that no platform claims. */
  | { readonly found: 'elsewhere'; readonly host: string }
  /** No link at all: a name perhaps. */
  | { readonly found: 'text'; readonly text: string };

const LONGEST = 2000;
const LINKS_AT_MOST = 5;
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
// Every run is bounded and no two neighbours match the same character, so a long text costs one pass.
const WITH_SCHEME = /https?:\/\/[^\s<>"'，。！？；、（）《》“”【】]{1,1500}/gi;
const BARE =
  /(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?::\d{1,5})?(?:[/?#][^\s<>"'，。！？；、（）《》“”【】]{0,1500})?/gi;
const HOST_PLACE = '{domain}';

/**
 * Reads an account, or what else it is, out of a pasted text: with or without http, www., m., tracking parameters,
 * upper case and other text around it. Of several links the first that names an account counts. Pure.
 */
export function readLink(platforms: readonly Platform[], pasted: string): LinkReading {
  const text = tidy(pasted);
  const readings = linksIn(text).map((link) => readWritten(platforms, link));
  const best = readings.find((reading) => reading?.found === 'account') ?? readings.find(Boolean);
  return best ?? { found: 'text', text };
}

/** To how many different places the links of a text lead: a true link beside another one vouches for neither. Pure. */
export function destinationsIn(platforms: readonly Platform[], pasted: string): number {
  const readings = linksIn(tidy(pasted)).map((link) => readWritten(platforms, link));
  return new Set(
    readings.filter(Boolean).map((reading) => JSON.stringify({ ...reading, ...placeOf(reading) })),
  ).size;
}

/** A platform stands in a key by its name. */
function placeOf(reading: LinkReading | undefined): { platform?: string } {
  return reading && 'platform' in reading ? { platform: reading.platform.id } : {};
}

function tidy(pasted: string): string {
  return pasted.slice(0, LONGEST).replace(UNSEEN, '').trim();
}

/** One link as it is written: an account where one of its spellings names one. */
function readWritten(platforms: readonly Platform[], link: string): LinkReading | undefined {
  const readings = spellings(link).map((url) => readUrl(platforms, url));
  return readings.find(({ found }) => found === 'account') ?? readings[0];
}

/** A link as it is kept for comparison: host without www., path without a last slash, the query as it is. */
export function linkKey(link: string): string | null {
  const url = parse(link.trim());
  if (!url) return null;
  const path = url.pathname.replace(/\/+$/, '');
  return `${bare(url.hostname)}${path}${url.search}`;
}

/** The host that a link leads to, without www.; null where it is no link. */
export function hostInLink(link: string): string | null {
  const url = parse(link.trim());
  return url && bare(url.hostname);
}

function linksIn(text: string): string[] {
  const bareOnes = text.replace(WITH_SCHEME, ' ').match(BARE) ?? [];
  return [...(text.match(WITH_SCHEME) ?? []), ...bareOnes].slice(0, LINKS_AT_MOST);
}

/** Chinese may be part of an address, or follow it without a blank: both are tried. */
function spellings(link: string): URL[] {
  const cut = link.replace(/[^\x21-\x7e][\s\S]*$/, '').replace(/[)\]}.,;!:]{1,9}$/, '');
  return [...new Set([link, cut])].map(parse).filter((url) => url !== null);
}

function parse(link: string): URL | null {
  try {
    const url = new URL(/^https?:\/\//i.test(link) ? link : `https://${link}`);
    return url.hostname.includes('.') ? url : null;
  } catch {
    return null;
  }
}

function bare(hostname: string): string {
  return hostname.replace(/\.$/, '').replace(/^(?:www|m|wap)\.(?=[^.]+\.)/, '');
}

function readUrl(platforms: readonly Platform[], url: URL): LinkReading {
  const host = bare(url.hostname);
  const full = url.hostname.replace(/\.$/, '');
  const short = platforms.find(({ shortHosts }) =>
    shortHosts?.some((each) => each === full || each === host),
  );
  if (short) return { found: 'short', platform: short, host };
  for (const platform of platforms) {
    const reading = readOn(platform, url, [host, full]);
    if (reading) return reading;
  }
  const owner = platforms.find(({ hosts }) =>
    hosts?.some((each) => host === each || host.endsWith(`.${each}`)),
  );
  if (owner) return { found: 'page', platform: owner };
  return readSite(platforms, host) ?? { found: 'elsewhere', host };
}

function readOn(platform: Platform, url: URL, hosts: readonly string[]): LinkReading | null {
  for (const form of platform.urls ?? []) {
    if (!form.hosts.some((each) => hosts.includes(each))) continue;
    const parts = matchPath(form.path, url.pathname);
    const asked = parts && { ...parts, ...matchQuery(form, url) };
    if (!asked || Object.keys(form.query ?? {}).length > Object.keys(asked).length) continue;
    if (form.content) return { found: 'content', platform };
    const account = firstIdentifier(platform, asked);
    if (account) return account;
  }
  return null;
}

/** The named parts of a path, null where it is another path. */
function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter((part) => part !== '');
  const given = path.split('/').filter((part) => part !== '');
  const open = wanted.at(-1) === '**';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (given.length < fixed.length || (!open && given.length > fixed.length)) return null;
  const named: Record<string, string> = {};
  for (const [at, part] of fixed.entries()) {
    const piece = decoded(given[at] ?? '');
    const place = /^([^{]*)\{([a-z0-9-]+)\}(.*)$/.exec(part);
    if (!place) {
      if (part !== '*' && part.toLowerCase() !== piece.toLowerCase()) return null;
      continue;
    }
    const [, before = '', name = '', after = ''] = place;
    if (!piece.toLowerCase().startsWith(before.toLowerCase()) || !piece.endsWith(after)) return null;
    named[name] = piece.slice(before.length, piece.length - after.length);
  }
  return named;
}

function matchQuery(form: UrlForm, url: URL): Record<string, string> {
  const given = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    Object.entries(form.query ?? {}).flatMap(([name, id]) => {
      const value = given.get(name.toLowerCase());
      return value === undefined || value === '' ? [] : [[id, value]];
    }),
  );
}

/** The first named part that is written as its identifier has to be. */
function firstIdentifier(platform: Platform, named: Readonly<Record<string, string>>): LinkReading | null {
  for (const [name, text] of Object.entries(named)) {
    if (name === 'handle' && platform.handle && isWritten(text, platform.handle.formats))
      return { found: 'account', platform, kind: 'handle', value: text };
    const id = platform.ids?.find((each) => each.id === name);
    const value = id && completed(asKept(text, id), id.formats);
    if (id && value) return { found: 'account', platform, kind: id.id, value };
  }
  return null;
}

/** The text as its format writes it; links often lose an ending that is always the same, as the == of a biz. */
function completed(text: string, formats: Parameters<typeof isWritten>[1]): string | null {
  if (isWritten(text, formats)) return text;
  const endings = formats.flatMap(({ suffix }) => suffix ?? []);
  const stem = text.replace(/=+$/, '');
  return endings.map((ending) => stem + ending).find((each) => isWritten(each, formats)) ?? null;
}

/** A host that no platform claims may be a site of its own. */
function readSite(platforms: readonly Platform[], host: string): LinkReading | null {
  const site = platforms.find(({ urls }) => urls?.some(({ hosts }) => hosts.includes(HOST_PLACE)));
  const domain = site?.ids?.find(({ id }) => id === 'domain');
  return site && domain && isWritten(host, domain.formats)
    ? { found: 'account', platform: site, kind: domain.id, value: host }
    : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

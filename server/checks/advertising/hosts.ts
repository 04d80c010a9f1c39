/** What the unit knows of domains; everything is optional. */
export interface DomainLists {
  /** Domains of the unit itself. */
  readonly own?: readonly string[];
  /** Domains that may be linked to; without the list no link is called unlisted. */
  readonly listed?: readonly string[];
  /** Domains known to have lapsed or changed hands. */
  readonly expired?: readonly string[];
  /** App ids of mini-programs that may be linked to. */
  readonly miniPrograms?: readonly string[];
}

export type LinkKind =
  | 'shop-link'
  | 'short-link'
  | 'expired-link'
  | 'look-alike-link'
  | 'foreign-letters-link'
  | 'unlisted-link';

export interface HostBook {
  readonly expired: ReadonlySet<string>;
  /** Own and listed domains: what may be linked to. */
  readonly known: ReadonlySet<string>;
  /** How the known ones are drawn. */
  readonly shapes: ReadonlySet<string>;
  readonly judgesListed: boolean;
  readonly miniPrograms: ReadonlySet<string>;
  readonly shops: ReadonlySet<string>;
  readonly shorteners: ReadonlySet<string>;
}

const GOVERNMENT = 'gov.cn';
/** Letters that are drawn alike, as one of them. */
const ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'l',
  ѕ: 's',
  ԁ: 'd',
  ɡ: 'g',
  ο: 'o',
  ν: 'v',
  α: 'a',
  ı: 'l',
  ӏ: 'l',
};

/** The lists made ready once, so that a link costs the same however long they are. */
export function hostBook(
  lists: DomainLists,
  shops: Iterable<string>,
  shorteners: Iterable<string>,
): HostBook {
  const known = new Set(
    [...(lists.own ?? []), ...(lists.listed ?? [])].map((domain) => domain.toLowerCase()),
  );
  return {
    expired: new Set(lists.expired),
    known: new Set([...known, GOVERNMENT]),
    shapes: new Set([...known, GOVERNMENT].map(skeleton)),
    judgesListed: lists.listed !== undefined,
    miniPrograms: new Set(lists.miniPrograms),
    shops: new Set(shops),
    shorteners: new Set(shorteners),
  };
}

/** What is wrong with linking to a host, the gravest first; undefined where nothing is. */
export function judgeHost(host: string, book: HostBook): LinkKind | undefined {
  const isShop = isBelow(host, book.shops);
  if (isBelow(host, book.expired)) return 'expired-link';
  if (isBelow(host, book.known)) return isShop ? 'shop-link' : undefined;
  if (DISGUISED.test(host) || isBelow(skeleton(host), book.shapes)) return 'look-alike-link';
  if (/[^\x20-\x7e]/.test(host) || /(?:^|\.)xn--/.test(host)) return 'foreign-letters-link';
  if (isShop) return 'shop-link';
  if (isBelow(host, book.shorteners)) return 'short-link';
  return book.judgesListed ? 'unlisted-link' : undefined;
}

/** Whether a host is one of the domains or below one. */
export function isWithin(host: string, domains: Iterable<string>): boolean {
  for (const domain of domains) if (host === domain || host.endsWith(`.${domain}`)) return true;
  return false;
}

/** The same of many domains: the host and all that it lies below are looked up. */
function isBelow(host: string, domains: ReadonlySet<string>): boolean {
  for (let at = 0; at >= 0; at = host.indexOf('.', at + 1))
    if (domains.has(at === 0 ? host : host.slice(at + 1))) return true;
  return false;
}

/** With gov.cn where it does not belong. */
const DISGUISED =
  /(?:^|[.-])gov[.-]?cn[.-]|[a-z0-9]-gov\.cn$|(?:^|[.-])gov\.(?:com|net|org|top|vip|cc|xyz|info|site|com\.cn|net\.cn|org\.cn)(?:$|\.)/;

function skeleton(host: string): string {
  const letters = [...host].map((letter) => ALIKE[letter] ?? letter).join('');
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}

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
  readonly lists: DomainLists;
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

/** What is wrong with linking to a host, the gravest first; undefined where nothing is. */
export function judgeHost(host: string, { lists, shops, shorteners }: HostBook): LinkKind | undefined {
  const { own = [], listed = [], expired = [] } = lists;
  if (isWithin(host, expired)) return 'expired-link';
  if (isWithin(host, [...own, ...listed, GOVERNMENT])) return isWithin(host, shops) ? 'shop-link' : undefined;
  if (looksLike(host, [...own, ...listed])) return 'look-alike-link';
  if (/[^\x20-\x7e]/.test(host) || /(?:^|\.)xn--/.test(host)) return 'foreign-letters-link';
  if (isWithin(host, shops)) return 'shop-link';
  if (isWithin(host, shorteners)) return 'short-link';
  return lists.listed ? 'unlisted-link' : undefined;
}

/** Whether a host is one of the domains or below one. */
export function isWithin(host: string, domains: Iterable<string>): boolean {
  for (const domain of domains) if (host === domain || host.endsWith(`.${domain}`)) return true;
  return false;
}

/** Drawn like a known domain without being it, or with gov.cn where it does not belong. */
function looksLike(host: string, known: readonly string[]): boolean {
  if (
    /(?:^|[.-])gov[.-]?cn[.-]|[a-z0-9]-gov\.cn$|(?:^|[.-])gov\.(?:com|net|org|top|vip|cc|xyz|info|site|com\.cn|net\.cn|org\.cn)(?:$|\.)/.test(
      host,
    )
  )
    return true;
  const drawn = skeleton(host);
  if (drawn === skeleton(GOVERNMENT) || drawn.endsWith(`.${skeleton(GOVERNMENT)}`)) return true;
  return known.some((domain) => {
    const shape = skeleton(domain);
    return drawn === shape || drawn.endsWith(`.${shape}`);
  });
}

function skeleton(host: string): string {
  const letters = [...host].map((letter) => ALIKE[letter] ?? letter).join('');
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}

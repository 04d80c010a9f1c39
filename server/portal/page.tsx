import type { ReactNode } from 'react';
import { portalWords as w } from '../../contracts/portal/words.ts';

/** What every page knows of the visit: nothing of the visitor but the size of print asked for. */
export interface Visit {
  readonly large: boolean;
  /** Path and query of the page without the size of print. */
  readonly here: string;
  readonly day: string;
  readonly style: string;
}

export const ROOT = '/public';

/** A link within the portal that keeps the size of print. */
export function to(visit: Pick<Visit, 'large'>, path: string): string {
  if (!visit.large) return path;
  return `${path}${path.includes('?') ? '&' : '?'}large=1`;
}

const PLACES = [
  ['home', ROOT],
  ['accounts', `${ROOT}/accounts`],
  ['check', `${ROOT}/check`],
  ['notices', `${ROOT}/notices`],
  ['data', `${ROOT}/data`],
] as const;
type Place = (typeof PLACES)[number][0];

/** The frame of a page: it reads and sends without script, and takes large print and narrow screens. */
export function Page(props: { visit: Visit; title: string; place: Place | null; children: ReactNode }) {
  const { visit, title, place } = props;
  return (
    <html lang="zh-CN" className={visit.large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{place === 'home' ? w.site : `${title} - ${w.site}`}</title>
        <link rel="stylesheet" href={visit.style} />
      </head>
      <body>
        <a className="skip" href="#main">
          {w.skip}
        </a>
        <header>
          <div className="bar">
            <a className="site" href={to(visit, ROOT)}>
              {w.site}
            </a>
            <a className="size" href={visit.large ? visit.here : to({ large: true }, visit.here)}>
              {visit.large ? w.normal : w.large}
            </a>
          </div>
          <nav aria-label={w.navLabel}>
            <ul>
              {PLACES.map(([id, path]) => (
                <li key={id}>
                  <a href={to(visit, path)} aria-current={id === place ? 'page' : undefined}>
                    {w.nav[id]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="main">
          <h1>{title}</h1>
          {props.children}
        </main>
        <footer>
          <p>{w.footer}</p>
          <p>
            {w.asOf(visit.day)} <a href="/">{w.office}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

/** Keeps the size of print when a form is sent. */
export function KeepSize({ visit }: { visit: Visit }) {
  return visit.large ? <input type="hidden" name="large" value="1" /> : null;
}

/** A page that says that something did not go, and what to do next. */
export function Sorry({ visit, title, text }: { visit: Visit; title: string; text: string }) {
  return (
    <Page visit={visit} title={title} place={null}>
      <p>{text}</p>
      <p>
        <a href={to(visit, ROOT)}>{w.lost.home}</a>
      </p>
    </Page>
  );
}

import { portalWords as w } from '../../contracts/portal/words.ts';
import { to, type Visit } from './page.tsx';

/** How many accounts or notices a page of the public's lists holds. */
export const PAGE_SIZE = 20;

/** The ways to the page before and the one after; nothing where there is one page. `at` gives the path of a page. */
export function Pages(props: { visit: Visit; page: number; total: number; at: (page: number) => string }) {
  const { visit, page, total, at } = props;
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label={w.pages}>
      {page > 1 ? (
        <a href={to(visit, at(page - 1))} rel="prev">
          {w.previous}
        </a>
      ) : null}
      <span>{w.page(page, pages)}</span>
      {page < pages ? (
        <a href={to(visit, at(page + 1))} rel="next">
          {w.next}
        </a>
      ) : null}
    </nav>
  );
}

import { portalWords as w } from '../../contracts/portal/words.ts';
import { CheckForm } from './check-page.tsx';
import { NoticeList, type ShownNotice } from './notice-parts.tsx';
import { KeepSize, Page, ROOT, to, type Visit } from './page.tsx';

/** The public's first page: one box to look up, one to tell true from false, and what was announced last. */
export function HomePage({ visit, notices }: { visit: Visit; notices: readonly ShownNotice[] }) {
  return (
    <Page visit={visit} title={w.site} place="home">
      <p className="lead">{w.lead}</p>
      <section className="box">
        <h2>{w.searchTitle}</h2>
        <form method="get" action={`${ROOT}/accounts`} className="search">
          <label htmlFor="q">{w.searchLabel}</label>
          <input id="q" name="q" type="search" maxLength={60} placeholder={w.searchHint} />
          <KeepSize visit={visit} />
          <button type="submit">{w.searchButton}</button>
        </form>
      </section>
      <section className="box">
        <h2>{w.check.title}</h2>
        <CheckForm visit={visit} q="" />
      </section>
      <section>
        <h2>{w.notices.title}</h2>
        {notices.length === 0 ? <p>{w.notices.none}</p> : <NoticeList visit={visit} notices={notices} />}
        <p>
          <a href={to(visit, `${ROOT}/notices`)}>{w.notices.all}</a>
        </p>
      </section>
    </Page>
  );
}

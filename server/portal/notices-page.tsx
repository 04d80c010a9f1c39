import { portalWords as w } from '../../contracts/portal/words.ts';
import { NoticeList, type ShownNotice, standing } from './notice-parts.tsx';
import { Page, ROOT, to, type Visit } from './page.tsx';
import { Pages } from './pages.tsx';

/** All that was announced and not taken back, the latest first. */
export function NoticesPage(props: {
  visit: Visit;
  notices: readonly ShownNotice[];
  page: number;
  total: number;
}) {
  const { visit, notices, page, total } = props;
  return (
    <Page visit={visit} title={w.notices.title} place="notices">
      <p>{w.notices.lead}</p>
      {total === 0 ? (
        <p>{w.notices.none}</p>
      ) : (
        <>
          <p className="count">{w.notices.found(total)}</p>
          <NoticeList visit={visit} notices={notices} />
          <Pages visit={visit} page={page} total={total} at={(to) => `${ROOT}/notices?page=${to}`} />
        </>
      )}
    </Page>
  );
}

/** One notice in full. */
export function NoticePage({ visit, notice }: { visit: Visit; notice: ShownNotice }) {
  return (
    <Page visit={visit} title={notice.title} place="notices">
      <p className="verdict ended">
        <strong>{standing(notice, visit.day)}</strong>
      </p>
      <div className="body">
        {notice.body.split('\n').map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that never changes places
          <p key={at}>{line}</p>
        ))}
      </div>
      <dl className="facts">
        <div>
          <dt>{w.notices.published}</dt>
          <dd>{notice.publishedOn}</dd>
        </div>
        {notice.lastDay ? (
          <div>
            <dt>{w.notices.until}</dt>
            <dd>{notice.lastDay}</dd>
          </div>
        ) : null}
        {notice.account ? (
          <div>
            <dt>{w.notices.account}</dt>
            <dd>
              <a href={to(visit, notice.account.path)}>{notice.account.name}</a>
            </dd>
          </div>
        ) : null}
        {notice.basis.length > 0 ? (
          <div>
            <dt>{w.notices.basis}</dt>
            <dd>{notice.basis.map(({ title, article }) => `《${title}》${article}`).join('；')}</dd>
          </div>
        ) : null}
      </dl>
      <p>
        <a href={to(visit, `${ROOT}/notices`)}>{w.notices.all}</a>
      </p>
    </Page>
  );
}

import { portalWords as w } from '../../contracts/portal/words.ts';
import { ROOT, to, type Visit } from './page.tsx';

/** A public notice as the portal shows it. */
export interface ShownNotice {
  readonly jurisdiction: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly publishedOn: string;
  /** The last day of the notice; null where no time is laid down. */
  readonly lastDay: string | null;
  /** Working days that are left, today included; 0 when the time has run out. */
  readonly daysLeft: number | null;
  readonly basis: readonly { readonly title: string; readonly article: string }[];
  readonly account: { readonly name: string; readonly path: string } | null;
}

function noticePath({ jurisdiction, id }: Pick<ShownNotice, 'jurisdiction' | 'id'>): string {
  return `${ROOT}/notices/${encodeURIComponent(jurisdiction)}/${id}`;
}

/** How long a notice still stands, in words. */
export function standing({ lastDay, daysLeft }: ShownNotice, today: string): string {
  if (lastDay === null) return w.notices.noTerm;
  if (today > lastDay) return w.notices.over;
  return today === lastDay ? w.notices.lastDay : w.notices.daysLeft(daysLeft ?? 0);
}

export function NoticeList({ visit, notices }: { visit: Visit; notices: readonly ShownNotice[] }) {
  return (
    <ul className="notices">
      {notices.map((notice) => (
        <li key={notice.id}>
          <p className="name">
            <a href={to(visit, noticePath(notice))}>{notice.title}</a>
          </p>
          <p className="about">
            {w.notices.kinds[notice.kind] ?? notice.kind}
            <span aria-hidden="true">{' · '}</span>
            {`${w.notices.published} ${notice.publishedOn}`}
            <span aria-hidden="true">{' · '}</span>
            <strong>{standing(notice, visit.day)}</strong>
          </p>
        </li>
      ))}
    </ul>
  );
}

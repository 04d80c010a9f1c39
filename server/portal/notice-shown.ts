import type { Context } from '../kernel/context.ts';
import type { PublicAccount, PublicNotice } from '../modules/accounts/index.ts';
import { workingDaysBetween } from '../policy/calendar/index.ts';
import { accountPath } from './account-parts.tsx';
import type { ShownNotice } from './notice-parts.tsx';

/** A notice as the public sees it today: days left by the server's clock and calendar, never the visitor's. */
export function noticeShown(ctx: Context, notice: PublicNotice, account: PublicAccount | null): ShownNotice {
  const lastDay = notice.run?.lastOn ?? null;
  const { day } = ctx.now;
  return {
    jurisdiction: notice.jurisdiction,
    id: notice.id,
    kind: notice.kind,
    title: notice.title,
    body: notice.body,
    publishedOn: notice.publishedOn,
    lastDay,
    daysLeft: lastDay === null || lastDay < day ? null : workingDaysBetween(ctx.calendar, day, lastDay).days,
    basis: notice.basis.map(({ sourceTitle, article }) => ({ title: sourceTitle, article })),
    account: account && { name: account.name, path: accountPath(account) },
  };
}

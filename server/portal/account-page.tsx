import type { ReactNode } from 'react';
import { portalWords as w } from '../../contracts/portal/words.ts';
import type { PublicAccount } from '../modules/accounts/index.ts';
import { accountPath, StateMark } from './account-parts.tsx';
import { NoticeList, type ShownNotice } from './notice-parts.tsx';
import { Page, ROOT, to, type Visit } from './page.tsx';
import { qrSvg } from './qr.ts';

export interface ShownAccount {
  readonly account: PublicAccount;
  readonly area: string;
  readonly formerNames: readonly string[];
  /** The account that goes on in its place, where it was merged into one. */
  readonly successor: PublicAccount | null;
  readonly notices: readonly ShownNotice[];
  /** The page's whole address, which the QR code leads to. */
  readonly address: string;
}

/** Everything the public is told of one account, and the proof that it is official. */
export function AccountPage({ visit, shown }: { visit: Visit; shown: ShownAccount }) {
  const { account, area, formerNames } = shown;
  const note = w.stateNotes[account.state];
  const facts: readonly (readonly [string, ReactNode])[] = [
    [w.account.platform, `${account.platformName}（${w.account.kinds[account.kind] ?? account.kind}）`],
    [w.account.host, account.host],
    [w.account.area, area],
    [w.account.number, account.number],
    [w.account.uid, account.uid],
    [w.account.url, account.url === null ? null : <Address key="url" url={account.url} />],
    [w.account.opened, account.openedOn],
    [w.account.ended, account.endedOn],
    [w.account.formerNames, formerNames.length > 0 ? formerNames.join('、') : null],
    [w.account.contact, w.account.contactPost(account.host)],
  ];
  return (
    <Page visit={visit} title={account.name} place="accounts">
      <p>
        <StateMark state={account.state} />
        {account.state === 'operating' ? <strong className="official">{w.account.official}</strong> : null}
      </p>
      {note ? <p className="verdict ended">{note}</p> : null}
      {shown.successor ? (
        <p className="verdict ended">
          {w.account.mergedInto}{' '}
          <a href={to(visit, accountPath(shown.successor))}>“{shown.successor.name}”</a>
        </p>
      ) : null}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {shown.notices.length > 0 ? (
        <section>
          <h2>{w.account.noticesTitle}</h2>
          <NoticeList visit={visit} notices={shown.notices} />
        </section>
      ) : null}
      <Proof visit={visit} shown={shown} />
    </Page>
  );
}

/** Only what is an address of the web is made a link. */
function Address({ url }: { url: string }) {
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="nofollow noopener">
      {url}
    </a>
  ) : (
    url
  );
}

function Proof({ visit, shown: { account, address } }: { visit: Visit; shown: ShownAccount }) {
  const path = accountPath(account);
  const drawing = qrSvg(address, w.account.qrLabel(account.name));
  return (
    <section>
      <h2>{w.account.proofTitle}</h2>
      <p>{w.account.proof}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a drawing made here; its one text is escaped */}
      <div className="qr" dangerouslySetInnerHTML={{ __html: drawing }} />
      <ul className="links">
        <li>
          <a href={`${path}/qr.svg`} download={`${account.number}.svg`}>
            {w.account.qrSave}
          </a>
        </li>
        <li>
          <a href={`${path}/statement`}>{w.account.statement}</a>
        </li>
        <li>
          <a href={to(visit, `${ROOT}/verify`)}>{w.account.verify}</a>
        </li>
      </ul>
    </section>
  );
}

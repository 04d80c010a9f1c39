import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Dossier } from '../../../contracts/accounts/wire.ts';
import { channelKindNames } from '../../../contracts/accounts/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { matterScreenWords } from '../../../contracts/ui/words-matters.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { DriftNotice } from '../sightings/drift-notice.tsx';
import { accountTones } from './account-tones.ts';
import { dossierQuery } from './calls.ts';
import { ClockList } from './clock-list.tsx';
import { DossierActions } from './dossier-actions.tsx';
import { DossierAudit, DossierEntries, DossierFiles, DossierFilings } from './dossier-parts.tsx';
import { FilingTimeline } from './filing-timeline.tsx';
import { NoticeList } from './matter-parts.tsx';
import './accounts.css';

const words = accountScreenWords.dossier;
const list = accountScreenWords.accounts;
const route = getRouteApi('/shell/accounts/$jurisdiction/$id');

function AccountFacts({ account }: { account: Dossier['account'] }) {
  return (
    <section className="jz-card">
      <h2>{words.facts}</h2>
      <FactList
        facts={[
          [list.platform, account.platformName],
          [words.type, channelKindNames[account.type]],
          [list.host, account.host.name],
          [list.jurisdiction, account.jurisdictionName],
          [list.number, account.filingNumber],
          [list.opened, account.openedOn ? fullDay(account.openedOn) : ''],
          [matterScreenWords.closedOn, account.closedOn ? fullDay(account.closedOn) : ''],
          [matterScreenWords.cancelledOn, account.cancelledOn ? fullDay(account.cancelledOn) : ''],
          [words.registeredOn, account.registeredOn ? fullDay(account.registeredOn) : ''],
          [list.uid, account.platformUid],
          [
            list.url,
            account.url ? (
              <a key="url" href={account.url} target="_blank" rel="noreferrer">
                {account.url}
              </a>
            ) : (
              ''
            ),
          ],
          [words.certification, account.certification],
          [words.reason, account.reason],
        ]}
      />
    </section>
  );
}

function Exceptions({ exceptions }: { exceptions: Dossier['account']['exceptions'] }) {
  if (exceptions.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.exceptions}</h2>
      <ul className="jz-bullets">
        {exceptions.map((each) => (
          <li key={each.title}>
            <strong>{each.title}</strong>：{each.reason} <BasisTag basis={each.basis} about={each.title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AddedParts {
  /** What may be done with the whole dossier. */
  tools?: ReactNode;
  /** What other modules keep on the account. */
  children?: ReactNode;
}

function Body({ dossier, tools, children }: AddedParts & { dossier: Dossier }) {
  const { account } = dossier;
  return (
    <>
      <PageHeader
        title={account.name}
        above={
          <span className="jz-row">
            <Link to="/accounts">← {words.back}</Link>
            <StateTag tone={accountTones[account.state]}>{account.stateName}</StateTag>
          </span>
        }
        lead={`${account.platformName} · ${account.host.name}`}
        actions={
          <>
            <DossierActions dossier={dossier} />
            {tools}
          </>
        }
      />
      <div className="jz-filing">
        <div className="jz-filing-form">
          <AccountFacts account={account} />
          <Exceptions exceptions={account.exceptions} />
          <section className="jz-card">
            <h2>{words.particulars}</h2>
            <FactList facts={dossier.particulars.map(({ label, value }) => [label, value])} />
          </section>
          {children}
          <DossierFilings dossier={dossier} />
          <DossierFiles dossier={dossier} />
          <DossierAudit dossier={dossier} />
        </div>
        <div className="jz-filing-side">
          <NoticeList notices={dossier.notices} />
          <DriftNotice jurisdiction={account.jurisdiction} id={account.id} />
          <ClockList clocks={dossier.clocks} />
          <DossierEntries dossier={dossier} />
          <FilingTimeline items={dossier.timeline} />
        </div>
      </div>
    </>
  );
}

/** Everything kept on one account, in one place; the parts of other modules are put in by the page. */
export function AccountDossier(added: AddedParts) {
  const { jurisdiction, id } = route.useParams();
  const found = useQuery(dossierQuery(jurisdiction, id));
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  return <Body dossier={found.data} {...added} />;
}

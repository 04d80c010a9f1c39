import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { fullDay, fullInstant } from '../../lib/day.ts';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { filingTones } from './account-tones.ts';
import { BackfileNote } from './backfile-note.tsx';
import { filingQuery } from './calls.ts';
import { FilingEditor } from './filing-editor.tsx';
import { FilingReader } from './filing-reader.tsx';
import { PrintLinks } from './print-links.tsx';
import { WithdrawFiling } from './withdraw-filing.tsx';
import './accounts.css';

const words = accountScreenWords.filing;
const route = getRouteApi('/shell/filings/$jurisdiction/$id');

function Actions({ filing }: { filing: FilingWire }) {
  return (
    <>
      {filing.abilities.decide && filing.approvalId ? (
        <Link
          to="/approvals/$jurisdiction/$id"
          params={{ jurisdiction: filing.jurisdiction, id: filing.approvalId }}
          className="jz-button jz-button-primary"
        >
          {words.decide}
        </Link>
      ) : null}
      {filing.accountId ? (
        <Link
          to="/accounts/$jurisdiction/$id"
          params={{ jurisdiction: filing.jurisdiction, id: filing.accountId }}
          className="jz-button"
        >
          {words.dossier}
        </Link>
      ) : null}
      <PrintLinks filing={filing} />
      <WithdrawFiling filing={filing} />
    </>
  );
}

function Head({ filing }: { filing: FilingWire }) {
  const { pinned, supervisorName } = filing;
  const facts = [
    `${words.host}：${filing.host.name}`,
    supervisorName ? `${words.supervisor}：${supervisorName}` : '',
    words.revision(filing.revision),
    filing.filingNumber ? `${words.number}：${filing.filingNumber}` : '',
    pinned.packTitle ? words.pinned(pinned.packTitle, fullDay(pinned.on)) : '',
  ];
  return (
    <PageHeader
      title={filing.title}
      above={
        <span className="jz-row">
          <Link to="/filings">← {words.back}</Link>
          <StateTag tone={filingTones[filing.state]}>{filing.stateName}</StateTag>
        </span>
      }
      lead={facts.filter(Boolean).join(' · ')}
      actions={<Actions filing={filing} />}
    />
  );
}

function Returned({ returned }: { returned: NonNullable<FilingWire['returned']> }) {
  return (
    <Warnings title={words.returnedTitle(returned.step)}>
      <p className="jz-returned-reason">{returned.reason}</p>
      <p>{words.returnedBy(returned.who, fullInstant(returned.at))}</p>
    </Warnings>
  );
}

/** One filing: to be filled in while it is the host's turn, to be read and followed afterwards. */
export function FilingPage() {
  const { jurisdiction, id } = route.useParams();
  const found = useQuery(filingQuery(jurisdiction, id));
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const filing = found.data;
  return (
    <>
      <Head filing={filing} />
      {filing.backfile && filing.abilities.edit ? <BackfileNote backfile={filing.backfile} /> : null}
      {filing.returned && filing.state === 'returned' ? <Returned returned={filing.returned} /> : null}
      {filing.abilities.edit ? (
        <FilingEditor key={filing.id} filing={filing} />
      ) : (
        <FilingReader filing={filing} />
      )}
    </>
  );
}

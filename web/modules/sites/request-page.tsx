import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { fullDay, fullInstant } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Warnings } from '../../ui/warnings.tsx';
import { ClockList } from '../accounts/clock-list.tsx';
import { FilingTimeline } from '../accounts/filing-timeline.tsx';
import { RouteSteps } from '../accounts/route-steps.tsx';
import { requestQuery } from './calls.ts';
import { RecordBuilt } from './record-built.tsx';
import { RequestEditor } from './request-editor.tsx';
import { RequestFacts, RequestPrints } from './request-facts.tsx';
import { requestTones } from './request-tones.ts';
import { WithdrawRequest } from './withdraw-request.tsx';
import '../accounts/accounts.css';
import './sites.css';

const words = siteScreenWords.request;
const route = getRouteApi('/shell/column-requests/$jurisdiction/$id');

function Actions({ request }: { request: ColumnRequestWire }) {
  const { jurisdiction, approvalId, abilities, site } = request;
  return (
    <>
      {abilities.decide && approvalId ? (
        <Link
          to="/approvals/$jurisdiction/$id"
          params={{ jurisdiction, id: approvalId }}
          className="jz-button jz-button-primary"
        >
          {words.decide}
        </Link>
      ) : null}
      <Link to="/sites/$jurisdiction/$id" params={{ jurisdiction, id: site.id }} className="jz-button">
        {words.openSite}
      </Link>
      <RequestPrints request={request} />
      <WithdrawRequest request={request} />
    </>
  );
}

function Head({ request }: { request: ColumnRequestWire }) {
  const { pinned } = request;
  const facts = [
    request.unit.name,
    words.revision(request.revision),
    pinned.packTitle ? words.pinned(pinned.packTitle, fullDay(pinned.on)) : '',
  ];
  return (
    <PageHeader
      title={request.title}
      above={
        <span className="jz-row">
          <Link to="/column-requests">← {words.back}</Link>
          <StateTag tone={requestTones[request.state]}>{request.stateName}</StateTag>
        </span>
      }
      lead={facts.filter(Boolean).join(' · ')}
      actions={<Actions request={request} />}
    />
  );
}

function Returned({ returned }: { returned: NonNullable<ColumnRequestWire['returned']> }) {
  return (
    <Warnings title={words.returnedTitle(returned.step)}>
      <p className="jz-returned-reason">{returned.reason}</p>
      <p>
        {returned.who}，{fullInstant(returned.at)}
      </p>
    </Warnings>
  );
}

function Way({ request }: { request: ColumnRequestWire }) {
  return (
    <section className="jz-card">
      <h2>
        {words.route} <BasisTag basis={request.route.basis} about={words.route} />
      </h2>
      <RouteSteps route={request.route} />
    </section>
  );
}

/** One request: to be filled in while it is the unit's turn, to be read, followed and built afterwards. */
export function RequestPage() {
  const { jurisdiction, id } = route.useParams();
  const found = useQuery(requestQuery(jurisdiction, id));
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const request = found.data;
  const { edit, build } = request.abilities;
  return (
    <>
      <Head request={request} />
      {request.returned ? <Returned returned={request.returned} /> : null}
      <div className="jz-filing">
        <div className="jz-filing-form">
          {build ? <RecordBuilt request={request} /> : null}
          {edit ? <RequestEditor key={request.id} request={request} /> : null}
          <RequestFacts request={request} whole={!edit} />
        </div>
        <div className="jz-filing-side">
          {edit ? <Way request={request} /> : null}
          <FilingTimeline items={request.timeline} />
          <ClockList clocks={request.clocks} />
          <p className="jz-filing-digest">
            {words.digest} <code>{request.digest.slice(0, 16)}</code>
          </p>
        </div>
      </div>
    </>
  );
}

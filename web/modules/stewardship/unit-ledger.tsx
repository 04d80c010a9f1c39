import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { stewardshipScreenWords } from '../../../contracts/ui/words-stewardship.ts';
import { PageFailed } from '../../ui/page-failed.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ledgerQuery } from './calls.ts';
import { LedgerView } from './ledger-view.tsx';

const words = stewardshipScreenWords.unit;
const route = getRouteApi('/shell/stewardship/units/$id');

/** What a unit keeps for all its accounts, and what is missing on any of them. */
export function UnitLedger() {
  const { id } = route.useParams();
  const place = { unitId: id };
  const found = useQuery(ledgerQuery(place));
  if (found.error) return <PageFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  return (
    <>
      <PageHeader
        title={words.title(found.data.unit.name)}
        lead={words.lead}
        above={<Link to="/stewardship">← {words.back}</Link>}
      />
      <section className="jz-card">
        <h2>{stewardshipScreenWords.gaps}</h2>
        <LedgerView ledger={found.data} place={place} />
      </section>
    </>
  );
}

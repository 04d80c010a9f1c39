import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { stewardshipScreenWords as words } from '../../../contracts/ui/words-stewardship.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { ledgerQuery } from './calls.ts';
import { LedgerView } from './ledger-view.tsx';

/** The ledger of one account, as a section of its dossier. */
export function AccountLedger({ jurisdiction, accountId }: { jurisdiction: string; accountId: string }) {
  const place = { jurisdiction, accountId };
  const found = useQuery(ledgerQuery(place));
  return (
    <section className="jz-card" id="ledger">
      <div className="jz-ledger-head">
        <h2>{words.title}</h2>
        {found.data ? (
          <Link to="/stewardship/units/$id" params={{ id: found.data.unit.id }}>
            {words.unitLedger(found.data.unit.name)}
          </Link>
        ) : null}
      </div>
      <LoadProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton active /> : null}
      {found.data ? <LedgerView ledger={found.data} place={place} /> : null}
    </section>
  );
}

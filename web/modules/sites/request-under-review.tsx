import { useQuery } from '@tanstack/react-query';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { requestQuery } from './calls.ts';
import { RequestFacts, RequestPrints } from './request-facts.tsx';

/** What a decision on a request needs to see: what is asked for, its address by rule, the form as it will print. */
export function RequestUnderReview({ jurisdiction, id }: { jurisdiction: string; id: string }) {
  const found = useQuery(requestQuery(jurisdiction, id));
  if (found.error) return <LoadProblem error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  return (
    <>
      <section className="jz-card">
        <h2>{siteScreenWords.request.print}</h2>
        <p className="jz-row">
          <RequestPrints request={found.data} />
        </p>
      </section>
      <RequestFacts request={found.data} whole={false} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { Regulation } from '../../../contracts/policy/wire.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { fullDay } from '../../lib/day.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { regulationsQuery } from './calls.ts';
import { PolicyNav } from './policy-nav.tsx';
import { sourceTones } from './policy-tones.ts';

const words = policyScreenWords.regulations;

function RegulationItem({ regulation }: { regulation: Regulation }) {
  const main = regulation.sources[0];
  return (
    <li className="jz-regulation">
      <h2>
        <Link to="/policy/regulations/$pack" params={{ pack: regulation.pack }}>
          {regulation.title}
        </Link>{' '}
        {main ? (
          <StateTag tone={sourceTones[main.state]}>{policyScreenWords.states[main.state]}</StateTag>
        ) : null}
      </h2>
      <p className="jz-regulation-facts">
        <span>{regulation.jurisdiction.name}</span>
        {main?.number ? <span>{main.number}</span> : null}
        {main ? <span>{words.since(fullDay(main.from))}</span> : null}
        {main?.until ? <span>{words.untilDay(fullDay(main.until))}</span> : null}
        <span>
          {words.records} {words.recordsCount(regulation.records)}
        </span>
        {regulation.clauses > 0 ? (
          <span>
            {words.clauses} {words.clausesCount(regulation.clauses)}
          </span>
        ) : null}
      </p>
    </li>
  );
}

/** Every regulation that the system works by, with its place, dates and state. */
export function RegulationList() {
  const list = useQuery(regulationsQuery);
  return (
    <>
      <PageHeader title={policyScreenWords.title} lead={words.lead} />
      <PolicyNav />
      <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Skeleton active /> : null}
      {list.data ? (
        <ul className="jz-regulations" aria-label={words.list}>
          {list.data.items.map((regulation) => (
            <RegulationItem key={regulation.pack} regulation={regulation} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

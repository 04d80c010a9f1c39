import { useQuery } from '@tanstack/react-query';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { AttachmentSlots } from './attachment-slots.tsx';
import { filingQuery } from './calls.ts';
import { CheckList } from './check-list.tsx';
import { ChangesCard, MatterNote } from './matter-parts.tsx';
import { PrintLinks } from './print-links.tsx';
import './accounts.css';

const words = accountScreenWords.filing;

function Findings({ filing }: { filing: FilingWire }) {
  const open = filing.checks.filter((check) => check.outcome !== 'met');
  const met = filing.checks.filter((check) => check.outcome === 'met');
  return (
    <section className="jz-card">
      <h2>{words.checks}</h2>
      {open.length ? <CheckList checks={open} /> : null}
      {met.length ? (
        <details className="jz-checks-met">
          <summary>{words.metCount(met.length)}</summary>
          <CheckList checks={met} />
        </details>
      ) : null}
    </section>
  );
}

/** What a decision on a filing needs to see: the form as it will print, what is met and what is excused, the papers. */
export function FilingUnderReview({ jurisdiction, id }: { jurisdiction: string; id: string }) {
  const found = useQuery(filingQuery(jurisdiction, id));
  if (found.error) return <LoadProblem error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  return (
    <>
      {found.data.kind === 'change' ? <ChangesCard changes={found.data.changes} /> : null}
      <MatterNote meaning={found.data.meaning} ahead={found.data.noticeAhead} />
      <section className="jz-card">
        <h2>{words.print}</h2>
        <p className="jz-row">
          <PrintLinks filing={found.data} />
        </p>
      </section>
      <Findings filing={found.data} />
      <AttachmentSlots filing={found.data} editable={false} />
    </>
  );
}

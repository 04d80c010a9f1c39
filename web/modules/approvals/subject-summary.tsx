import type { ApprovalWire } from '../../../contracts/approvals/wire.ts';
import { approvalScreenWords as words } from '../../../contracts/ui/words-approvals.ts';
import { fullDay } from '../../lib/day.ts';
import { FactList } from '../../ui/fact-list.tsx';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is being decided, line by line, and the digest that the decision is bound to. */
export function SubjectSummary({ approval }: { approval: ApprovalWire }) {
  return (
    <section className="jz-card">
      <h2>{words.summary}</h2>
      <FactList
        facts={approval.summary.map((line) => [
          line.label,
          DAY.test(line.value) ? fullDay(line.value) : line.value,
        ])}
      />
      <p className="jz-approval-digest">
        {words.digest} <code>{approval.digest.slice(0, 16)}</code>
        <br />
        {words.digestHint}
      </p>
    </section>
  );
}

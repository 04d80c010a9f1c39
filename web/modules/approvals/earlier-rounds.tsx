import type { ApprovalWire } from '../../../contracts/approvals/wire.ts';
import { approvalStateNames } from '../../../contracts/approvals/words.ts';
import { approvalScreenWords as words } from '../../../contracts/ui/words-approvals.ts';
import { ApprovalTimeline } from './approval-timeline.tsx';

/** The rounds before this one, folded: each with its own decisions and why it ended. */
export function EarlierRounds({ rounds }: { rounds: ApprovalWire['rounds'] }) {
  if (rounds.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.rounds}</h2>
      {rounds.map((round) => (
        <details key={round.id} className="jz-round">
          <summary>{words.round(round.revision, approvalStateNames[round.state])}</summary>
          {round.endReason ? (
            <p className="jz-approval-end">
              {words.endReason}：{round.endReason}
            </p>
          ) : null}
          <ApprovalTimeline steps={round.steps} revision={round.revision} />
        </details>
      ))}
    </section>
  );
}

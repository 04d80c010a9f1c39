import type { ApprovalWire } from '../../../contracts/approvals/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { approvalScreenWords as words } from '../../../contracts/ui/words-approvals.ts';

/** What this revision changed: before struck out, after in bold; said in words for those who hear it. */
export function ChangesTable({ changes }: { changes: ApprovalWire['changes'] }) {
  return (
    <section className="jz-card">
      <h2>{words.changes}</h2>
      {changes.length === 0 ? <p className="jz-soft">{words.noChanges}</p> : null}
      <dl className="jz-changes">
        {changes.map((each) => (
          <div key={each.label}>
            <dt>{each.label}</dt>
            <dd>
              <span className="jz-changes-before">
                {words.changeBefore}：<del>{each.before || uiWords.unknown}</del>
              </span>
              <span className="jz-changes-after">
                {words.changeAfter}：<ins>{each.after || uiWords.unknown}</ins>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { CheckWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';

const words = accountScreenWords.filing;

const icons: Record<CheckWire['outcome'], ReactNode> = {
  met: <CheckCircleFilled />,
  unmet: <CloseCircleFilled />,
  excusable: <ExclamationCircleFilled />,
  excused: <CheckCircleFilled />,
};

/** Many fields may be missing at once: there the sentence itself is what tells them apart. */
const said = (check: CheckWire) =>
  check.group === 'form' && check.outcome !== 'met' ? check.message : check.title;

interface CheckListProps {
  checks: readonly CheckWire[];
  /** Takes the person to the field in question. */
  onGo?: (field: string) => void;
  /** What stands below a check that an exception can settle. */
  exception?: (check: CheckWire) => ReactNode;
}

/** What the regulation asks, each point met or not, with its basis and the way to the field. */
export function CheckList({ checks, onGo, exception }: CheckListProps) {
  return (
    <ul className="jz-checks">
      {checks.map((check) => (
        <li key={`${check.id} ${check.field ?? ''}`} className={`jz-check jz-check-${check.outcome}`}>
          <span className="jz-check-icon" aria-hidden="true">
            {icons[check.outcome]}
          </span>
          <div>
            <p>
              <strong>{said(check)}</strong>
              <span className="jz-hidden">（{words.checkOutcomes[check.outcome]}）</span>{' '}
              <BasisTag basis={check.basis} about={check.title} />
            </p>
            {check.outcome === 'met' ? null : (
              <p>
                {said(check) === check.message ? '' : check.message}{' '}
                {check.field && onGo ? (
                  <button type="button" className="jz-due-toggle" onClick={() => onGo(check.field ?? '')}>
                    {words.goTo}
                  </button>
                ) : null}
              </p>
            )}
            {exception?.(check)}
          </div>
        </li>
      ))}
    </ul>
  );
}

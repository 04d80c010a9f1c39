import type { RouteWire } from '../../../contracts/accounts/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { approvalScreenWords } from '../../../contracts/ui/words-approvals.ts';
import { StateTag } from '../../ui/state-tag.tsx';

const words = accountScreenWords.filing;

/** The steps a filing will take, each with the unit, the post and who holds it today; what stands in the way in red. */
export function RouteSteps({ route }: { route: RouteWire }) {
  return (
    <>
      {route.state === 'ready' ? null : (
        <p className="jz-route-problem" role="note">
          <strong>{words.routeProblem}：</strong>
          {route.message}
        </p>
      )}
      <ol className="jz-route">
        {route.steps.map((step, index) => (
          <li key={step.stepId} className="jz-route-step">
            <span className="jz-route-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <p>
                <strong>{step.title}</strong>{' '}
                {step.unitName === null ? <StateTag tone="danger">{words.noUnit}</StateTag> : null}
                {step.vacant && step.unitName !== null ? (
                  <StateTag tone="danger">{words.vacant}</StateTag>
                ) : null}
              </p>
              <p className="jz-soft">
                {[step.unitName, step.postTitle, step.holders.join('、')].filter(Boolean).join(' ')}
              </p>
              {step.seal || step.signature ? (
                <p className="jz-soft">
                  {[
                    step.signature ? approvalScreenWords.step.needsSignature : '',
                    step.seal ? approvalScreenWords.step.needsSeal : '',
                  ]
                    .filter(Boolean)
                    .join('、')}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {route.steps.length === 0 && route.state === 'ready' ? <p className="jz-soft">{uiWords.none}</p> : null}
    </>
  );
}

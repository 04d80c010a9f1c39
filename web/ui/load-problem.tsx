import { uiWords } from '../../contracts/ui/words.ts';
import { asProblem } from '../lib/problem.ts';
import { BasisTag } from './basis-tag.tsx';
import './plain-form.css';
import './problem-summary.css';

/** Why something could not be read or done, in a sentence with its basis, and a way to try again. */
export function LoadProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!error) return null;
  const problem = asProblem(error);
  const known = problem.problems.filter((each) => each.message !== problem.detail);
  return (
    <div className="jz-problems" role="alert">
      <p className="jz-problems-title">{problem.detail}</p>
      {known.length ? (
        <ul>
          {known.map((each) => (
            <li key={`${each.code} ${each.message}`}>
              {each.message} {each.basis?.length ? <BasisTag basis={each.basis} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {onRetry ? (
        <button type="button" className="jz-button" onClick={onRetry}>
          {uiWords.retry}
        </button>
      ) : null}
    </div>
  );
}

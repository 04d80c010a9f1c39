import { asProblem } from '../lib/problem.ts';
import { ProblemSummary } from './problem-summary.tsx';

/** What the server would not do, above the form: each problem linking to its field, or the one sentence there is. */
export function Refusal({ error, fieldId }: { error: unknown; fieldId?: (field: string) => string }) {
  if (!error) return null;
  const { detail, problems } = asProblem(error);
  return (
    <ProblemSummary
      {...(problems.length ? {} : { title: detail })}
      problems={problems}
      {...(fieldId ? { fieldId } : {})}
    />
  );
}

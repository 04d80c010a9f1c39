import { uiWords } from '../../contracts/ui/words.ts';
import { LoadProblem } from './load-problem.tsx';
import { PageHeader } from './page-header.tsx';

/** A whole page that could not be read: why, and the way to try again. */
export function PageFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <>
      <PageHeader title={uiWords.failure.pageTitle} />
      <LoadProblem error={error} onRetry={onRetry} />
    </>
  );
}

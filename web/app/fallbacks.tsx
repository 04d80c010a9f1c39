import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { uiWords } from '../../contracts/ui/words.ts';
import { usePageTitle } from '../lib/page-title.ts';
import { ApiProblem } from '../lib/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import '../ui/plain-form.css';

/** While a screen is on its way. */
export function Waiting() {
  return (
    <p className="jz-empty jz-soft" role="status">
      {uiWords.loading}…
    </p>
  );
}

/** When a screen could not be shown: the reason in words, and a way on. */
export function Failed({ error }: ErrorComponentProps) {
  const router = useRouter();
  usePageTitle(uiWords.failure.pageTitle);
  const sentence = error instanceof ApiProblem ? error.detail : uiWords.failure.unexpected;
  return (
    <div role="alert">
      <EmptyState
        title={uiWords.failure.pageTitle}
        hint={sentence}
        action={
          <button type="button" className="jz-button" onClick={() => router.invalidate()}>
            {uiWords.retry}
          </button>
        }
      />
    </div>
  );
}

/** An address that leads nowhere. */
export function Missing() {
  usePageTitle(uiWords.failure.notFoundTitle);
  return (
    <EmptyState
      title={uiWords.failure.notFoundTitle}
      hint={uiWords.failure.notFoundHint}
      action={
        <a className="jz-button" href="/">
          {uiWords.backToWorkbench}
        </a>
      }
    />
  );
}

import { uiWords } from '../../contracts/ui/words.ts';
import { clockTime } from '../lib/day.ts';
import './save-state.css';

const words = uiWords.saveState;

interface SaveStateProps {
  status: 'saved' | 'saving' | 'dirty' | 'failed' | 'refused';
  savedAt?: Date | null;
  onRetry?: () => void;
}

/** Whether what was typed is safe on the server; said aloud politely when it changes. */
export function SaveState({ status, savedAt, onRetry }: SaveStateProps) {
  const text = status === 'saved' && savedAt ? words.savedAt(clockTime(savedAt)) : words[status];
  return (
    <span className={`jz-save jz-save-${status}`} role="status">
      <span className="jz-save-dot" aria-hidden="true" />
      {text}
      {status === 'failed' && onRetry ? (
        <button type="button" className="jz-due-toggle" onClick={onRetry}>
          {words.retryNow}
        </button>
      ) : null}
    </span>
  );
}

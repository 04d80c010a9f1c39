import type { ReactNode } from 'react';
import './empty-state.css';

/** Says that there is nothing here, why, and what to do next. */
export function EmptyState({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="jz-empty">
      <p className="jz-empty-title">{title}</p>
      {hint ? <p className="jz-soft">{hint}</p> : null}
      {action ? <div className="jz-empty-action">{action}</div> : null}
    </div>
  );
}

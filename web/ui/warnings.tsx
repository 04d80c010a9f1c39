import type { ReactNode } from 'react';
import './warnings.css';

/** Something to heed before going on: a rule that lapses soon, a paper sent back. */
export function Warnings({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="jz-warnings" role="note">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import './state-tag.css';

/** How a state should be read at a glance; the text always says it too. */
export type Tone = 'plain' | 'active' | 'done' | 'warn' | 'danger';

/** A state in words, with a quiet ground by its tone. */
export function StateTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`jz-state jz-state-${tone}`}>{children}</span>;
}

import type { ReactNode } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import './fact-list.css';

/** A fact under its name. */
export type Fact = readonly [name: string, value: ReactNode];

/** Names and values in two columns (one above the other on a phone); what is missing is said to be missing. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="jz-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="jz-facts-line">
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? uiWords.none : value}</dd>
        </div>
      ))}
    </dl>
  );
}

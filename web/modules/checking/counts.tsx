import type { Counts as CountsWire } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { severityTones } from './finding-card.tsx';

const words = checkingScreenWords;

/** How many findings of each severity, in words; none at all is said too. */
export function Counts({ counts }: { counts: CountsWire }) {
  const some = (['block', 'warn', 'note'] as const).filter((severity) => counts[severity] > 0);
  if (some.length === 0) return <StateTag tone="done">{words.record.clean}</StateTag>;
  return (
    <span className="jz-counts">
      {some.map((severity) => (
        <StateTag key={severity} tone={severityTones[severity]}>
          {words.review.counts[severity]} {counts[severity]}
        </StateTag>
      ))}
    </span>
  );
}

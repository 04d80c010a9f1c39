import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';

const words = accountScreenWords.start;

/** What will have to be done once the approval is there, by whom and within which term. */
export function DutyList({ duties }: { duties: FilingWire['duties'] }) {
  if (duties.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.duties}</h2>
      <ul className="jz-bullets">
        {duties.map((duty) => (
          <li key={`${duty.system} ${duty.anchorName}`}>
            {words.duty(duty.system, duty.anchorName, duty.term, duty.by)}{' '}
            <BasisTag basis={duty.basis} about={duty.system} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { FilingPreview } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { fullDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';

const words = accountScreenWords.start;

/** Which accounts are filed afterwards, until when, and whether that time is over. */
export function BackfileNote({ backfile }: { backfile: NonNullable<FilingPreview['backfile']> }) {
  const { before, dueOn, overdue, basis } = backfile;
  const due = dueOn === null ? null : fullDay(dueOn);
  return (
    <section className={overdue ? 'jz-card jz-backfile jz-backfile-late' : 'jz-card jz-backfile'}>
      <h2>
        {words.backfileTitle} <BasisTag basis={basis} about={words.backfileTitle} />
      </h2>
      <p>
        {words.backfileScope(fullDay(before))}
        {due === null
          ? words.backfileOpenEnded
          : overdue
            ? words.backfileOverdue(due)
            : words.backfileDue(due)}
      </p>
    </section>
  );
}

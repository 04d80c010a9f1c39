import { Button } from 'antd';
import type { GapWire } from '../../../contracts/stewardship/wire.ts';
import { gapStateNames } from '../../../contracts/stewardship/words.ts';
import { stewardshipScreenWords as words } from '../../../contracts/ui/words-stewardship.ts';
import { ScreenLink } from '../../app/screen-link.tsx';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { gapTones } from './gap-tones.ts';

interface GapListProps {
  gaps: readonly GapWire[];
  /** Opens the form that mends a gap; null where it is mended elsewhere or not by this person. */
  onMend: (gap: GapWire) => (() => void) | null;
  /** Where a gap is mended that is not mended here. */
  elsewhere: (gap: GapWire) => string | null;
  /** Whether gaps of several accounts stand in the list. */
  nameAccounts: boolean;
}

/** What is missing or due, the most urgent first, each with its basis and the way to mend it. */
export function GapList({ gaps, onMend, elsewhere, nameAccounts }: GapListProps) {
  if (gaps.length === 0) return <p className="jz-soft">{words.complete}</p>;
  return (
    <ul className="jz-lines jz-gaps">
      {gaps.map((gap) => {
        const mend = onMend(gap);
        const href = mend ? null : elsewhere(gap);
        return (
          <li key={gap.key} className="jz-gap">
            <p>
              <StateTag tone={gapTones[gap.state]}>{gapStateNames[gap.state]}</StateTag>{' '}
              {nameAccounts && gap.account ? <strong>{gap.account.name} </strong> : null}
              {gap.message} {gap.basis.length > 0 ? <BasisTag basis={gap.basis} about={gap.title} /> : null}
            </p>
            {mend ? (
              <Button size="small" onClick={mend} aria-label={words.mendFor(gap.title)}>
                {words.mend}
              </Button>
            ) : href ? (
              <ScreenLink href={href} className="jz-gap-link">
                {gap.account ? words.goToAccount : words.goToUnit}
                <span className="jz-hidden">：{gap.title}</span>
              </ScreenLink>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

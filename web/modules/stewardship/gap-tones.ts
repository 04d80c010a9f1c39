import type { GapState } from '../../../contracts/stewardship/wire.ts';
import type { Tone } from '../../ui/state-tag.tsx';

/** How urgent a gap looks. */
export const gapTones: Record<GapState, Tone> = {
  expired: 'danger',
  vacant: 'danger',
  missing: 'warn',
  finding: 'warn',
  expiring: 'active',
};

import type { AccountRow, ClockWire, FilingWire } from '../../../contracts/accounts/wire.ts';
import type { Tone } from '../../ui/state-tag.tsx';

/** How the state of an account looks. */
export const accountTones: Record<AccountRow['state'], Tone> = {
  approved: 'active',
  operating: 'done',
  closed: 'plain',
  cancelled: 'plain',
};

/** How the state of a filing looks. */
export const filingTones: Record<FilingWire['state'], Tone> = {
  draft: 'plain',
  'in-approval': 'active',
  returned: 'warn',
  approved: 'active',
  opened: 'active',
  effected: 'active',
  registered: 'done',
  refused: 'danger',
  withdrawn: 'plain',
};

/** How the state of a clock looks. */
export const clockTones: Record<ClockWire['state'], Tone> = {
  running: 'active',
  overdue: 'danger',
  met: 'done',
  'met-late': 'warn',
  suspended: 'plain',
  cancelled: 'plain',
};

import type { RequestRow } from '../../../contracts/sites/wire-requests.ts';
import type { Tone } from '../../ui/state-tag.tsx';

/** How the state of a request looks. */
export const requestTones: Record<RequestRow['state'], Tone> = {
  draft: 'plain',
  'in-approval': 'active',
  returned: 'warn',
  approved: 'active',
  built: 'done',
  refused: 'danger',
  withdrawn: 'plain',
};

import type { ApprovalWire } from '../../../contracts/approvals/wire.ts';
import type { Tone } from '../../ui/state-tag.tsx';

/** How the state of an approval looks. */
export const approvalTones: Record<ApprovalWire['state'], Tone> = {
  running: 'active',
  approved: 'done',
  returned: 'warn',
  refused: 'danger',
  withdrawn: 'plain',
  voided: 'warn',
};

import type { ItemWire, ProposalRow } from '../../../contracts/consolidation/wire.ts';
import type { Tone } from '../../ui/state-tag.tsx';

export const proposalTones: Readonly<Record<ProposalRow['state'], Tone>> = {
  open: 'warn',
  dismissed: 'plain',
  ordered: 'active',
  done: 'done',
  gone: 'plain',
};

export const itemTones: Readonly<Record<ItemWire['state'], Tone>> = {
  waiting: 'warn',
  filing: 'active',
  closed: 'done',
  improved: 'done',
  recalled: 'plain',
};

import type { Drift } from '../../../contracts/sightings/wire.ts';
import type { Tone } from '../../ui/state-tag.tsx';

export const driftTones: Readonly<Record<Drift['state'], Tone>> = {
  open: 'danger',
  explained: 'warn',
  filed: 'active',
  closed: 'done',
};

import type { Holding, Regulation } from '../../../contracts/policy/wire.ts';
import type { Tone } from '../../ui/state-tag.tsx';

/** How the state of a source looks. */
export const sourceTones: Record<Regulation['sources'][number]['state'], Tone> = {
  'in-force': 'done',
  'not-yet': 'plain',
  lapsed: 'warn',
  repealed: 'warn',
};

/** How the state of what holds looks. */
export const holdingTones: Record<Holding['state'], Tone> = { ...sourceTones, absent: 'plain' };

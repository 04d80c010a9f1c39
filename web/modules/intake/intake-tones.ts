import type { IntakeWire } from '../../../contracts/intake/wire.ts';
import type { Tone } from '../../ui/state-tag.tsx';

/** How the state of an import looks. */
export const intakeTones: Readonly<Record<IntakeWire['state'], Tone>> = {
  checked: 'active',
  running: 'active',
  done: 'done',
  undone: 'plain',
};

import type { Policy } from '../../policy/index.ts';

/** How the packs switch the detectors of a jurisdiction. */
export function detectorSettings(_policy: Policy) {
  return {};
}

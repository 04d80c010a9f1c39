import type { Task } from '../../../contracts/overview/wire.ts';
import { taskWords } from '../../../contracts/overview/words.ts';
import { driftKindNames } from '../../../contracts/sightings/words.ts';
import type { Drift } from '../sightings/index.ts';

/** An account of the actor's unit that is not on its platform as it is filed. */
export function taskOfDrift(drift: Drift): Task {
  return {
    id: `drift-${drift.id}`,
    kind: 'drift',
    title: `${drift.accountName} ${driftKindNames[drift.kind]}`,
    detail: taskWords.drift(drift.platformName, taskWords.driftSeen(drift.seen)),
    unitName: drift.hostName,
    due: null,
    overdue: false,
    daysLeft: null,
    provisional: false,
    basis: [],
    action: taskWords.driftAction,
    href: `/sightings/${drift.jurisdiction}/${drift.accountId}`,
  };
}

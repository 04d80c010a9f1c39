import type { Task } from '../../../contracts/overview/wire.ts';
import { taskWords } from '../../../contracts/overview/words.ts';
import type { OpenRequest } from '../sites/index.ts';

const TASKS: Record<OpenRequest['state'], readonly [Task['kind'], string, string]> = {
  draft: ['draft', taskWords.draft, taskWords.draftAction],
  returned: ['returned', taskWords.returned, taskWords.returnedAction],
  approved: ['build', taskWords.build, taskWords.buildAction],
};

/** A request for a section or column with which the actor's unit has to go on. */
export function taskOfRequest(request: OpenRequest): Task {
  const [kind, detail, action] = TASKS[request.state];
  return {
    id: `column-request-${request.id}`,
    kind,
    title: request.title,
    detail,
    unitName: request.unitName,
    due: null,
    overdue: false,
    daysLeft: null,
    provisional: false,
    basis: [],
    action,
    href: `/column-requests/${request.jurisdiction}/${request.id}`,
  };
}

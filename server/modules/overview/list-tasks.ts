import type { z } from 'zod';
import type { ProblemWords } from '../../../contracts/kernel/problem-words.ts';
import type { workbench } from '../../../contracts/overview/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { myNotices } from '../../kernel/notify.ts';
import { listOpenFilings } from '../accounts/index.ts';
import { waitingFor } from '../approvals/index.ts';
import { listDeadlines } from '../deadlines/index.ts';
import { listOpenDrifts } from '../sightings/index.ts';
import { listOpenRequests } from '../sites/index.ts';
import { countSupervisedGaps, listLedgerDuties } from '../stewardship/index.ts';
import { taskOfDrift } from './view-drifts.ts';
import { taskOfRequest } from './view-requests.ts';
import {
  byDue,
  supervisionTask,
  taskOfDeadline,
  taskOfDuty,
  taskOfFiling,
  taskOfWaiting,
  viewNotice,
} from './view-tasks.ts';

const DEADLINES = 200;
const NOTICES = 20;

/**
 * Everything that waits for the actor, ordered by due day, those without one last: decisions, filings to go on with,
 * the running clocks of the actor's units, and what their ledgers lack. Each has one next action.
 */
export async function listTasks(ctx: Context, notices: ProblemWords): Promise<z.input<typeof workbench>> {
  const waiting = await waitingFor(ctx);
  const filings = await listOpenFilings(ctx);
  const requests = await listOpenRequests(ctx);
  const drifts = await listOpenDrifts(ctx);
  const own = await listDeadlines(ctx, { as: 'own', state: 'open', page: 1, size: DEADLINES });
  const overdue = await listDeadlines(ctx, { as: 'supervised', state: 'overdue', page: 1, size: DEADLINES });
  const duties = await listLedgerDuties(ctx);
  const supervised = await countSupervisedGaps(ctx);
  const clocks = new Map([...own.items, ...overdue.items].map((d) => [d.id, d]));
  const tasks = [
    ...waiting.map((item) => taskOfWaiting(ctx, item)),
    ...filings.map(taskOfFiling),
    ...requests.map(taskOfRequest),
    ...drifts.map(taskOfDrift),
    ...[...clocks.values()].map((deadline) => taskOfDeadline(ctx, deadline)),
    ...duties.map((duty) => taskOfDuty(ctx, duty)),
    ...(supervised && supervised.gaps > 0 ? [supervisionTask(supervised)] : []),
  ];
  const told = await myNotices(ctx, NOTICES);
  return { today: ctx.now.day, tasks: tasks.sort(byDue), notices: told.map((n) => viewNotice(n, notices)) };
}

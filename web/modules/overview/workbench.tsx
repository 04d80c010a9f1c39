import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type Task, workbench as workbenchSchema } from '../../../contracts/overview/wire.ts';
import { overviewScreenWords as words } from '../../../contracts/ui/words-overview.ts';
import { useSession } from '../../app/session.ts';
import { get } from '../../lib/api.ts';
import { fullDay, weekdayName } from '../../lib/day.ts';
import { useBackgroundRefresh } from '../../lib/use-background-refresh.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Notices } from './notices.tsx';
import { TaskRow } from './task-row.tsx';
import './workbench.css';

const SOON_DAYS = 3;

type Group = keyof typeof words.groups;

function groupOf(task: Task): Group {
  if (task.overdue) return 'overdue';
  if (task.due === null) return 'open';
  return (task.daysLeft ?? 0) <= SOON_DAYS ? 'soon' : 'later';
}

function TaskGroups({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const groups = (Object.keys(words.groups) as Group[])
    .map((group) => ({ group, members: tasks.filter((task) => groupOf(task) === group) }))
    .filter(({ members }) => members.length > 0);
  return groups.map(({ group, members }) => (
    <section key={group} className={`jz-tasks jz-tasks-${group}`}>
      <h2>
        {words.groups[group]} <span className="jz-tasks-count">{words.count(members.length)}</span>
      </h2>
      <ul aria-label={words.list(words.groups[group])}>
        {members.map((task) => (
          <TaskRow key={task.id} task={task} today={today} />
        ))}
      </ul>
    </section>
  ));
}

function StartFiling() {
  return (
    <Link to="/filings/new" className="jz-button jz-button-primary">
      {words.start}
    </Link>
  );
}

const WORKBENCH = ['workbench'];
const EVERY_MS = 60_000;

function readWorkbench({ signal, background = false }: { signal: AbortSignal; background?: boolean }) {
  return get('/workbench', { schema: workbenchSchema, signal, background });
}

/** The to-do list of the person: everything that waits for one of their posts, the most urgent first. */
export function Workbench() {
  const { abilities, today } = useSession();
  const board = useQuery({
    queryKey: WORKBENCH,
    queryFn: ({ signal }) => readWorkbench({ signal }),
  });
  useBackgroundRefresh(WORKBENCH, readWorkbench, EVERY_MS);
  const tasks = board.data?.tasks ?? [];
  const day = board.data?.today ?? today;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead(`${fullDay(day)} ${weekdayName(day)}`)}
        actions={abilities.file ? <StartFiling /> : null}
      />
      <LoadProblem error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending ? <Skeleton active /> : null}
      {board.data ? (
        <div className="jz-workbench">
          <div>
            {tasks.length === 0 ? (
              <div className="jz-card">
                <EmptyState title={words.emptyTitle} hint={words.emptyHint} />
              </div>
            ) : (
              <TaskGroups tasks={tasks} today={day} />
            )}
          </div>
          <Notices notices={board.data.notices} />
        </div>
      ) : null}
    </>
  );
}

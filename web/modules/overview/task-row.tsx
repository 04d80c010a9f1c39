import type { Task } from '../../../contracts/overview/wire.ts';
import { overviewScreenWords as words } from '../../../contracts/ui/words-overview.ts';
import { ScreenLink } from '../../app/screen-link.tsx';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { DueStanding } from '../../ui/due-explanation.tsx';

/** One thing to do: what, for whom, until when and why, and the one next action. */
export function TaskRow({ task, today }: { task: Task; today: string }) {
  return (
    <li className="jz-task">
      <div className="jz-task-what">
        <p className="jz-task-title">{task.title}</p>
        <p className="jz-soft">
          {task.detail}
          {task.unitName ? <span className="jz-task-unit">{task.unitName}</span> : null}
        </p>
        {task.due ? (
          <p className="jz-task-due">
            <DueStanding due={task.due} today={today} provisional={task.provisional} />{' '}
            <BasisTag basis={task.basis} about={task.title} />
          </p>
        ) : null}
      </div>
      <ScreenLink
        href={task.href}
        className="jz-button jz-task-action"
        aria-label={words.act(task.action, task.title)}
      >
        {task.action}
      </ScreenLink>
    </li>
  );
}

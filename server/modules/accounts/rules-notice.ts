import { addDays, type Calendar, computeDue } from '../../policy/calendar/index.ts';
import type { Day, Duration } from '../../policy/index.ts';
import type { NoticeRun } from './notice-model.ts';

/**
 * LZ-13c: how long a public notice runs. The day of publication is not counted (民法典 第二百零一条); what is announced
 * may take effect only when the last day has passed, so from the day after it.
 */
export function countNotice(calendar: Calendar, publishedOn: Day, term: Duration): NoticeRun {
  const { due, provisional, steps } = computeDue(calendar, publishedOn, term);
  const lastOn = due.slice(0, 10);
  return { term, lastOn, earliestEffectOn: addDays(lastOn, 1), provisional, steps };
}

/**
 * The first day of effect as it may be relied on: the one told when the notice was published, and where that year's
 * calendar was not announced then, the later of that day and the one counted with the calendar of today.
 */
export function earliestEffect(calendar: Calendar, publishedOn: Day, run: NoticeRun): Day {
  if (!run.provisional) return run.earliestEffectOn;
  const now = countNotice(calendar, publishedOn, run.term).earliestEffectOn;
  return now > run.earliestEffectOn ? now : run.earliestEffectOn;
}

import type { ProblemWords } from '../kernel/problem-words.ts';

/** What the calendar cannot answer. */
export type CalendarProblemCode =
  | 'bad-day'
  | 'bad-moment'
  | 'bad-term'
  | 'term-out-of-range'
  | 'out-of-years'
  | 'bad-suspension'
  | 'bad-calendar';

const UNIT_WORDS: Readonly<Record<string, string>> = {
  hour: '小时',
  workday: '个工作日',
  day: '日',
  week: '周',
  month: '个月',
  year: '年',
};

/** The sentence for a calendar problem; facts as the code gives them. */
export function calendarProblemText(
  code: CalendarProblemCode,
  facts: Record<string, string | number>,
): string {
  switch (code) {
    case 'bad-day':
      return `“${facts.text}”不是有效日期，请写成“2026-09-29”的样式（1900年至2100年）。`;
    case 'bad-moment':
      return `“${facts.text}”不是有效的日期或时间，请写成“2026-09-29”或“2026-09-29T10:00”的样式（1900年至2100年）。`;
    case 'bad-term':
      return `“${facts.text}”不是有效期限，请写成 7wd（工作日）、3d（日）、24h（小时）、2w（周）、3mo（月）、1y（年）的样式。`;
    case 'term-out-of-range':
      return `期限须是1至${facts.longest}${UNIT_WORDS[facts.unit ?? ''] ?? ''}之间的整数，收到的是${facts.n}。`;
    case 'out-of-years':
      return `日历只覆盖1900年至2100年，算到了${facts.year}年。`;
    case 'bad-suspension':
      return `中止区间${facts.from}至${facts.to}的起止颠倒。`;
    case 'bad-calendar':
      return `${facts.year}年的放假安排有误，不能使用。`;
  }
}

/** '7个工作日' for {n: 7, unit: 'workday'}. */
export function termText(term: { readonly n: number; readonly unit: string }): string {
  return `${term.n}${UNIT_WORDS[term.unit] ?? ''}`;
}

/** The seven holidays fixed by law, as notices call them. */
export const HOLIDAY_WORDS = {
  newYear: '元旦',
  springFestival: '春节',
  qingming: '清明节',
  labourDay: '劳动节',
  dragonBoat: '端午节',
  midAutumn: '中秋节',
  nationalDay: '国庆节',
} as const;

/** Where the days of a year come from whose notice is not known. */
export const STATUTORY_SOURCE = '全国年节及纪念日放假办法（2024年修订，国务院令第795号）';

/** Sunday first. */
export const WEEKDAY_WORDS: readonly string[] = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

export const PLAIN_WORKDAY_REASON = '工作日';
export const MAKE_UP_REASON = '调休上班';
export const HOLIDAY_REASON = (name: string): string => `${name}放假`;
export const STATUTORY_REASON = (name: string): string => `${name}（法定节假日，当年放假通知尚未收录）`;

/** Why a day counts or does not, as the steps of a computation say it: '调休上班，计入'. */
export function stepText(why: string, counted: boolean): string {
  return `${why}，${counted ? '计入' : '不计入'}`;
}

export const STEP_WORDS = {
  start: '起算日',
  calendarDay: '自然日',
  suspended: '中止期间',
  extended: (term: string) => `原期限届满，延长${term}`,
  weekDone: (n: number) => `满${n}周`,
  termDone: (term: string) => `满${term}`,
  clamped: (term: string) => `满${term}，当月没有对应日，止于当月最后一日`,
  suspendedDays: (n: number) => `（扣除中止的${n}日）`,
  suspendedMinutes: (n: number) => `（扣除中止的${n}分钟）`,
} as const;

/** '2026年10月14日' for '2026-10-14', with the time where there is one. */
export function momentText(moment: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(moment);
  if (!match) return moment;
  const day = `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
  return match[4] === undefined ? day : `${day}${match[4]}`;
}

export const standingText = {
  'in-time': '办理中',
  overdue: '已逾期',
  suspended: '中止',
  'met-in-time': '按期办结',
  'met-late': '逾期办结',
  cancelled: '已取消',
} as const;

export const routeWords = {
  tag: '期限',
  list: '我的期限，按到期先后',
  show: '一项期限的推算过程与经过',
  suspend: '中止计算，写明理由',
  resume: '恢复计算',
  extend: '延长期限，写明理由；不超过规定的最长期限',
  due: '推算到期日',
  year: '一年的放假安排',
  updateYear: '录入一年的放假安排，并重算进行中的期限',
} as const;

const dueOf = (facts: Record<string, unknown>, key = 'due') => momentText(String(facts[key] ?? ''));
const about = (text: (facts: Record<string, unknown>) => string) => text;

/** Problems of deadlines and of the calendar. */
export const deadlinesWords: ProblemWords = {
  'deadlines.wrong-state': '该期限的状态已变化，不能进行此操作。请刷新后核对。',
  'deadlines.already-running': about(({ title }) => `“${String(title)}”的期限已在计算中，不能重复起算。`),
  'deadlines.already-overdue': about(
    (facts) => `该期限已于${dueOf(facts)}届满，不能再中止或延长。请尽快办结并说明逾期原因。`,
  ),
  'deadlines.not-yours-to-move': '中止、恢复或延长期限，由承办单位或其主管单位的主要领导决定。',
  'deadlines.reason-missing': '请写明理由。',
  'deadlines.no-extension': '所依据的规定没有允许延长这一期限。请在到期前办结。',
  'deadlines.beyond-limit': about(
    (facts) =>
      `延长后将到${dueOf(facts, 'asked')}，超过规定的最长期限${dueOf(facts, 'last')}。请缩短延长的时间。`,
  ),
  'deadlines.reminded-already': '该提醒已经发出。',
  'deadlines.calendar-above': ({ unit }) =>
    `工作日历由全系统共用，请由上级主管单位（${String(unit)}）的管理员录入。`,
  'deadlines.none-outdated': '没有需要重算的期限。',
  'deadlines.year-too-far': about(
    ({ year, next }) => `${String(year)}年的放假通知尚未公布，最远可录入${String(next)}年。`,
  ),
  'calendar.bad-moment': about((facts) => calendarProblemText('bad-moment', { text: String(facts.text) })),
  'calendar.bad-term': about((facts) => calendarProblemText('bad-term', { text: String(facts.text) })),
  'calendar.term-out-of-range': about(({ n, unit, longest }) =>
    calendarProblemText('term-out-of-range', { n: Number(n), unit: String(unit), longest: Number(longest) }),
  ),
  'calendar.out-of-years': about((facts) =>
    calendarProblemText('out-of-years', { year: Number(facts.year) }),
  ),
  'calendar.bad-day': about((facts) =>
    calendarProblemText('bad-day', { text: String(facts.text ?? facts.day) }),
  ),
  'calendar.source-missing': '请写明放假通知的文号，例如“国办发明电〔2025〕7号”。',
  'calendar.name-missing': '请写明节日名称。',
  'calendar.from-after-to': about((facts) => `“${String(facts.name)}”的放假区间首尾颠倒。`),
  'calendar.day-outside-year': about(
    (facts) => `${dueOf(facts, 'day')}不属于${String(facts.year)}年的放假安排。`,
  ),
  'calendar.span-too-long': about(
    (facts) => `“${String(facts.name)}”的放假区间超过${String(facts.longest)}日，请核对日期。`,
  ),
  'calendar.holidays-overlap': about(
    (facts) => `“${String(facts.name)}”与“${String(facts.other)}”的放假区间重叠。`,
  ),
  'calendar.make-up-on-weekday': about((facts) => `${dueOf(facts, 'day')}不是周末，不必列为调休上班日。`),
  'calendar.make-up-on-holiday': about(
    (facts) => `${dueOf(facts, 'day')}已列为“${String(facts.name)}”放假，不能同时列为上班日。`,
  ),
  'calendar.make-up-twice': about((facts) => `${dueOf(facts, 'day')}重复列为调休上班日。`),
  'calendar.statutory-day-missing': about(
    (facts) =>
      `缺少法定节假日“${String(facts.name)}”（${dueOf(facts, 'from')}至${dueOf(facts, 'to')}须全部在放假区间内）。`,
  ),
};

/** Reminders, escalations and moved due days, as they reach people. */
export const deadlinesNotices: ProblemWords = {
  'deadlines.due-soon': about((facts) => `“${String(facts.title)}”将于${dueOf(facts)}到期，请及时办理。`),
  'deadlines.overdue': about(
    (facts) => `“${String(facts.title)}”已于${dueOf(facts)}到期，尚未办结，请立即办理。`,
  ),
  'deadlines.escalated': about(
    (facts) => `“${String(facts.title)}”已于${dueOf(facts)}到期，承办单位尚未办结，请督办。`,
  ),
  'deadlines.moved': about(
    (facts) =>
      `放假安排已更新，“${String(facts.title)}”的到期日由${dueOf(facts, 'dueBefore')}变为${dueOf(facts)}。`,
  ),
};

/** Names of what the trail records of deadlines and the calendar. */
export const deadlinesActions: Readonly<Record<string, string>> = {
  'deadline.start': '期限起算',
  'deadline.meet': '期限内事项办结',
  'deadline.cancel': '期限取消',
  'deadline.suspend': '期限中止',
  'deadline.resume': '期限恢复计算',
  'deadline.extend': '期限延长',
  'deadline.recompute': '期限重算',
  'deadline.recompute-all': '放假安排更新后重算期限',
  'deadline.remind': '到期提醒',
  'deadline.escalate': '逾期督办',
  'calendar.update': '录入放假安排',
};

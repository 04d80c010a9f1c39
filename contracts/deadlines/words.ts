/** What the calendar cannot answer. */
export type CalendarProblemCode =
  | 'bad-day'
  | 'bad-moment'
  | 'bad-term'
  | 'term-out-of-range'
  | 'out-of-years'
  | 'bad-suspension'
  | 'bad-calendar';

export const UNIT_WORDS: Readonly<Record<string, string>> = {
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

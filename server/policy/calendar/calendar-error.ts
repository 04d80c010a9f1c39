import type { CalendarProblemCode } from '../../../contracts/deadlines/words.ts';
import { calendarProblemText } from '../../../contracts/deadlines/words.ts';

/** An input the calendar cannot answer: a code with facts for programs, a Chinese sentence as message. */
export class CalendarError extends Error {
  readonly code: CalendarProblemCode;
  readonly facts: Record<string, string | number>;

  constructor(code: CalendarProblemCode, facts: Record<string, string | number>) {
    super(calendarProblemText(code, facts));
    this.name = 'CalendarError';
    this.code = code;
    this.facts = facts;
  }
}

import type { Raw } from '../../finding.ts';
import type { Signs } from './signs.ts';

const HOUR = /(?:^|[^\d.:：])(\d{1,3})$/;
const MINUTE = /^(\d{1,2})分/;
const AFTER_DATE = /\d[日号]\s?(?:[（(][^（）()]{1,8}[）)])?\s?\d{1,3}$/;
/** 25:30 may be a score or a scale; after these words it is a time. */
const WITH_COLON =
  /(?:时间(?:为|是|：|:)?|定于|上午|下午|中午|晚上?|凌晨|\d[日号](?:[（(][^（）()]{1,8}[）)])?)\s?(\d{1,2})[:：](\d{2})(?![\d:：])/g;
/** The forenoon ends at twelve. */
const FORENOON = /(?:上午|凌晨|早上|早晨)\s?((?:1[3-9]|2\d)\s?[时:：点])/g;

/** 25时30分, 9时75分, 会议时间为25:30, 上午14时: times that no clock shows. */
export function findTimes(plain: string, { hours }: Signs): Raw[] {
  const clock = hours.flatMap((at) => {
    const before = plain.slice(Math.max(0, at - 18), at);
    const hour = HOUR.exec(before)?.[1];
    const minute = MINUTE.exec(plain.slice(at + 1, at + 4));
    if (hour === undefined || (!minute && !AFTER_DATE.test(before))) return [];
    if (Number(hour) <= 24 && Number(minute?.[1] ?? 0) < 60) return [];
    return [wrong(at - hour.length, at + 1 + (minute?.[0].length ?? 0))];
  });
  const colon = [...plain.matchAll(WITH_COLON)].flatMap(
    ({ 0: whole, 1: hour = '', 2: minute = '', index }) => {
      if (Number(hour) <= 24 && Number(minute) < 60) return [];
      const end = index + whole.length;
      return [wrong(end - hour.length - minute.length - 1, end)];
    },
  );
  const known = new Set([...clock, ...colon].map(({ start }) => start));
  const forenoon = Array.from(plain.matchAll(FORENOON), ({ 0: whole, 1: hour = '', index }) =>
    wrong(index + whole.length - hour.length, index + whole.length),
  );
  return [...clock, ...colon, ...forenoon.filter(({ start }) => !known.has(start))];
}

function wrong(start: number, end: number): Raw {
  return { kind: 'no-such-time', start, end, severity: 'warn' };
}

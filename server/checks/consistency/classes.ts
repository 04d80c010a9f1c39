import type { Difference } from '../compare/differences.ts';

const FIGURE = /[\d０-９%％.．,，]/;
const DATE = /\d{1,4}\s*[年月日]|[年月日]\s*\d|^[年月日时]+$/;
const AROUND = 6;
const TITLES =
  /(?:书记|主席|总理|省长|市长|区长|县长|镇长|乡长|部长|局长|厅长|处长|科长|主任|院长|校长|秘书长|委员|代表|同志|先生|女士)$/;

/** A difference widened to the whole figure or date that it lies in, on both sides alike. */
export function widen(text: string, difference: Difference): Difference {
  let { start, end } = difference;
  const touchesFigure = /\d/.test(difference.here) || /\d/.test(difference.there);
  if (!touchesFigure) return difference;
  while (start > 0 && difference.start - start < AROUND && FIGURE.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && end - difference.end < AROUND && FIGURE.test(text[end] ?? '')) end += 1;
  const unit = /^(?:年|月|日|时|分|万|亿|元|人|个)/.exec(text.slice(end, end + 1))?.[0] ?? '';
  const head = text.slice(start, difference.start);
  const tail = text.slice(difference.end, end) + unit;
  return {
    start,
    end: end + unit.length,
    here: `${head}${difference.here}${tail}`,
    there: `${head}${difference.there}${tail}`,
  };
}

/** What a difference is about: a date, a figure, a name, or the wording. */
export function classOf({ here, there }: Difference): 'date' | 'figure' | 'name' | 'wording' {
  if (/\d/.test(here) || /\d/.test(there)) return DATE.test(here) || DATE.test(there) ? 'date' : 'figure';
  if (/[《》]/.test(here) || /[《》]/.test(there) || TITLES.test(here) || TITLES.test(there)) return 'name';
  const isShort = here.length > 0 && here.length <= 4 && there.length > 0 && there.length <= 4;
  return isShort && SURNAMES.test(here) && SURNAMES.test(there) ? 'name' : 'wording';
}

const SURNAMES =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚]/;

import type { Raw } from '../../finding.ts';
import { numberOf } from './numerals.ts';

const CAPITALS = '零壹贰叁肆伍陆柒捌玖拾佰仟圆';
const PLAIN = '零一二三四五六七八九十百千元';
/** A numeral, not just a unit as in 2万亿元. */
const WORDS =
  '(?<![\\d.])((?:拾|[零壹贰叁肆伍陆柒捌玖])[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,23})[元圆](?:([零壹贰叁肆伍陆柒捌玖])角)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?整?正?';
const FIGURES = '(\\d[\\d,，]{0,17}(?:\\.\\d{1,6})?)\\s?([万亿]?)';
const BETWEEN = '\\s?[（(，,；;、]?\\s?';
/** Figures behind the words are the same amount where a bracket opens or they are said to be money. */
const SAME = '\\s?(?:[（(]\\s?|(?=[，,；;、]?\\s?(?:小写|人民币|[¥￥])))[，,；;、]?\\s?';
/** Not what is counted or a year. */
const NO_COUNT = '(?![\\d.,，]|\\s?[年月日个张户份人件次台套名%％])';
/** 叁拾万元整（¥300,000.00）; a form gives either first, with 大写 or 小写 before it. */
const WORDS_FIRST = new RegExp(
  `${WORDS}${SAME}(?:小写)?(?:金额)?[:：]?\\s?(?:人民币)?[¥￥]?\\s?${FIGURES}${NO_COUNT}`,
  'g',
);
const FIGURES_FIRST = new RegExp(
  `${FIGURES}元${BETWEEN}(?:人民币)?大写(?:金额)?[:：]?\\s?(?:人民币)?${WORDS}`,
  'g',
);
const CENT = 0.005;

/** Amounts in capital numerals that are not the amount in figures beside them. */
export function findAmounts(plain: string): Raw[] {
  return [
    ...compare(plain, WORDS_FIRST, (groups) => [groups.slice(0, 3), groups.slice(3)]),
    ...compare(plain, FIGURES_FIRST, (groups) => [groups.slice(2), groups.slice(0, 2)]),
  ];
}

type Groups = (string | undefined)[];

function compare(plain: string, pattern: RegExp, parted: (groups: Groups) => [Groups, Groups]): Raw[] {
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const [words, figures] = parted(match.slice(1));
    const [said, shown] = [inWords(words), inFigures(figures)];
    if (Number.isNaN(said) || Number.isNaN(shown) || Math.abs(said - shown) < CENT) return [];
    const facts = { words: said.toFixed(2), figures: shown.toFixed(2) };
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ kind: 'amount-mismatch', start, end, severity: 'warn', facts }];
  });
}

function inWords([whole = '', tenths, hundredths]: Groups): number {
  const value = (written: string | undefined) => (written ? numberOf(ordinary(written)) : 0);
  return value(whole) + value(tenths) / 10 + value(hundredths) / 100;
}

function inFigures([figures = '', scale = '']: Groups): number {
  const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  return Number(figures.replace(/[,，]/g, '')) * factor;
}

function ordinary(capitals: string): string {
  return Array.from(capitals, (one) => PLAIN.charAt(CAPITALS.indexOf(one)) || one).join('');
}

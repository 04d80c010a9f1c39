const DIGITS = '零一二三四五六七八九';
const OTHERS: Readonly<Record<string, string>> = { 〇: '零', '○': '零', 两: '二' };
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const FULL_WIDTH = /[０-９．％]/g;
const FULL_ZERO = 0xff10;

/** Full-width digits, points and percent signs as half-width ones, unit for unit: places stay what they are. */
export function plainDigits(text: string): string {
  return text.replace(FULL_WIDTH, (one) =>
    one === '．' ? '.' : one === '％' ? '%' : String.fromCharCode(one.charCodeAt(0) - FULL_ZERO + 48),
  );
}

/** The value of a number in digits or in Chinese characters (十二, 一百零五, 二〇二六); NaN for what is none. */
export function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const values = Array.from(written, (one) => DIGITS.indexOf(OTHERS[one] ?? one));
  if (values.every((value) => value >= 0)) return Number(values.join(''));
  return scaled(written);
}

/** 三千二百万: each scale takes what stands before it; the great ones take all that came since the one before. */
function scaled(written: string): number {
  let [total, part, digit] = [0, 0, -1];
  for (const one of written) {
    const scale = SCALES[one];
    const value = DIGITS.indexOf(OTHERS[one] ?? one);
    if (scale === undefined) {
      if (value < 0) return Number.NaN;
      digit = value;
    } else if (scale >= 10_000) {
      total += (part + Math.max(0, digit)) * scale;
      [part, digit] = [0, -1];
    } else {
      part += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
    }
  }
  return total + part + Math.max(0, digit);
}

/** A number written as `like` is: in digits, or in Chinese characters up to 99. */
export function writtenLike(number: number, like: string): string {
  if (/^\d/.test(like)) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return head + (ones === 0 ? '' : DIGITS.charAt(ones));
}

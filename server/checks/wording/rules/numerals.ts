const DIGITS = '零一二三四五六七八九';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...Array.from(DIGITS, (one, value): [string, number] => [one, value]),
  ...([
    ['〇', 0],
    ['○', 0],
    ['两', 2],
  ] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ...([
    ['十', 10],
    ['百', 100],
    ['千', 1000],
    ['万', 10_000],
    ['亿', 100_000_000],
  ] as const),
]);
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
  return /[十百千万亿]/.test(written) ? scaled(written) : digitByDigit(written);
}

function digitByDigit(written: string): number {
  let total = 0;
  for (const one of written) total = total * 10 + (VALUES.get(one) ?? Number.NaN);
  return total;
}

/** 三千二百万: each scale takes what stands before it; the great ones take all that came since the one before. */
function scaled(written: string): number {
  let total = 0;
  let part = 0;
  let digit = -1;
  for (const one of written) {
    const scale = SCALES.get(one);
    if (scale === undefined) digit = VALUES.get(one) ?? Number.NaN;
    else if (scale >= 10_000) {
      total += (part + Math.max(0, digit)) * scale;
      part = 0;
      digit = -1;
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

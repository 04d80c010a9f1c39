/** Prefixes of issuers (bank identification numbers) with the lengths their cards have. */
const ISSUERS: readonly (readonly [prefix: string, lengths: readonly number[]])[] = [
  ['62', [16, 17, 18, 19]],
  ['81', [16, 17, 18, 19]],
  ['95', [16, 19]],
  ['103', [19]],
  ['60', [16, 17, 18, 19]],
  ['4', [16, 19]],
  ['51', [16]],
  ['52', [16]],
  ['53', [16]],
  ['54', [16]],
  ['55', [16]],
  ['35', [16]],
];
const GROUPED = [/^(4,){3}4$/, /^(4,){4}[123]$/, /^(4,){3}[567]$/, /^6,1[0123]$/, /^1[6789]$/];

/** Whether digits are a bank card's: length, issuer and Luhn check hold, and they are grouped as cards are. */
export function isBankCard(digits: string, shape: readonly number[]): boolean {
  if (digits.length < 16 || digits.length > 19) return false;
  const isIssued = ISSUERS.some(
    ([prefix, lengths]) => digits.startsWith(prefix) && lengths.includes(digits.length),
  );
  const written = shape.join(',');
  return isIssued && GROUPED.some((pattern) => pattern.test(written)) && passesLuhn(digits);
}

/** Cards of UnionPay need no word beside them; other prefixes are common among serial numbers. */
export function isUnionPay(digits: string): boolean {
  return digits.startsWith('62');
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}

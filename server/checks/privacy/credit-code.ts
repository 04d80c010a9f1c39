const PLACES = '0123456789abcdefghjklmnpqrtuwxy';

/** GB 32100: the check digit of an 18-place social credit code, base 31 with the weights 3^i mod 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (let place = 0; place < 17; place += 1) {
    const value = PLACES.indexOf(code[place] ?? '');
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return PLACES[(31 - (sum % 31)) % 31] === code[17];
}

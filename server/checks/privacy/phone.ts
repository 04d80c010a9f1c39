/** Ways in which people group the eleven digits of a mobile number. */
const MOBILE_SHAPES = new Set(['11', '3,4,4', '3,8', '7,4', '4,4,3', '3,3,5', '5,6', '4,7', '3,2,3,3']);
const ONE_BY_ONE = Array(11).fill(1).join(',');
const MOBILE = /^1[3-9]\d{9}$/;
/** Area codes: three places for the largest cities, else four; 7 or 8 places of number follow. */
const LANDLINE = /^0(?:10|2[0-57-9])[2-8]\d{7}$|^0[3-9]\d{2}[2-8]\d{6,7}$/;
const SHORT_AREA = /^0(?:10|2[0-57-9])/;

/** Whether digits are a mobile number of the mainland, grouped as people write it. */
export function isMobile(digits: string, shape: readonly number[]): boolean {
  if (!MOBILE.test(digits) || /^1(\d)\1{9}$/.test(digits)) return false;
  const written = shape.join(',');
  return MOBILE_SHAPES.has(written) || written === ONE_BY_ONE;
}

/** Whether digits are a landline with its area code, grouped after the area code. */
export function isLandline(digits: string, shape: readonly number[]): boolean {
  if (!LANDLINE.test(digits)) return false;
  const [first] = shape;
  const area = SHORT_AREA.test(digits) ? 3 : 4;
  if (shape.length === 1) return true;
  return first === area && shape.length <= 3 && shape.slice(1).every((many) => many >= 3);
}

/** Whether seven or eight digits can be a local number, written without its area code. */
export function isLocalNumber(digits: string): boolean {
  return /^[2-8]\d{6,7}$/.test(digits) && !/^(\d)\1+$/.test(digits);
}

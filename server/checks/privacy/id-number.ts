import { existsInCalendar } from './birth-date.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10x98765432';
/** Province codes of GB/T 2260, with Taiwan, Hong Kong and Macao. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
/** Municipalities have districts (01), counties (02) and, formerly, cities (03). */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
const REGIONS_WITHOUT_CITIES = new Set(['71', '81', '82', '83']);

/** GB 11643: region, day of birth and check digit of an 18-place identity number all hold; `x` is small. */
export function isIdNumber(number: string): boolean {
  if (number.length !== 18 || !isRegion(number.slice(0, 6))) return false;
  return existsInCalendar(number.slice(6, 14)) && hasCheck(number);
}

/** The 15-place form in use until 1999: region, two-place year, month and day; it has no check digit. */
export function isOldIdNumber(number: string): boolean {
  if (number.length !== 15 || !isRegion(number.slice(0, 6))) return false;
  return existsInCalendar(`19${number.slice(6, 12)}`);
}

/** Permanent residence of foreigners, 2023 form: 9, province, country (three digits), birth, check digit. */
export function isResidenceNumber(number: string): boolean {
  if (number.length !== 18 || !number.startsWith('9') || !PROVINCES.has(number.slice(1, 3))) return false;
  return existsInCalendar(number.slice(6, 14)) && hasCheck(number);
}

/** GB/T 2260: places three and four are 01 to 70, or 90 for what the province governs itself. */
function isRegion(code: string): boolean {
  const province = code.slice(0, 2);
  if (!PROVINCES.has(province)) return false;
  const city = Number(code.slice(2, 4));
  if (REGIONS_WITHOUT_CITIES.has(province)) return city === 0;
  if (MUNICIPALITIES.has(province)) return city >= 1 && city <= 3;
  return (city >= 1 && city <= 70) || city === 90;
}

function hasCheck(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += (number.charCodeAt(place) - 48) * (WEIGHTS[place] ?? 0);
  return number[17] === CHECKS[sum % 11];
}

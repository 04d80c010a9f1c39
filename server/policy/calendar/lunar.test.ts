import { describe, expect, test } from 'vitest';
import { dayNumberOf, dayOfNumber } from './day.ts';
import { lunarDay, qingming } from './lunar.ts';

const YEARS = Array.from({ length: 201 }, (_, i) => 1900 + i);
const RADIAN = Math.PI / 180;
const sin = (degrees: number) => Math.sin(degrees * RADIAN);

/** TT − UT in days: Espenak & Meeus' polynomials, enough for the minute. */
function deltaT(year: number): number {
  const t = year - 2000;
  if (year < 1941) return 24 / 86_400;
  if (year < 2005) return (62.9 + 0.35 * t * (t < 0 ? 0.7 : 1)) / 86_400;
  return (62.92 + 0.32217 * t + 0.005589 * t * t) / 86_400;
}

/** True new moon number k (k = 0: 6 January 2000) as Julian Ephemeris Day; Meeus ch. 49, main terms (< 20 s off). */
function newMoon(k: number): number {
  const T = k / 1236.85;
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * T ** 2 - 1.5e-7 * T ** 3;
  const E = 1 - 0.002516 * T - 7.4e-6 * T * T;
  const M = 2.5534 + 29.1053567 * k - 1.4e-6 * T * T;
  const m = 201.5643 + 385.81693528 * k + 0.0107582 * T * T + 1.238e-5 * T ** 3;
  const F = 160.7108 + 390.67050284 * k - 0.0016118 * T * T - 2.27e-6 * T ** 3;
  const O = 124.7746 - 1.56375588 * k + 0.0020672 * T * T + 2.15e-6 * T ** 3;
  const periodic =
    -0.4072 * sin(m) +
    0.17241 * E * sin(M) +
    0.01608 * sin(2 * m) +
    0.01039 * sin(2 * F) +
    0.00739 * E * sin(m - M) -
    0.00514 * E * sin(m + M) +
    0.00208 * E * E * sin(2 * M) -
    0.00111 * sin(m - 2 * F) -
    0.00057 * sin(m + 2 * F) +
    0.00056 * E * sin(2 * m + M) -
    0.00042 * sin(3 * m) +
    0.00042 * E * sin(M + 2 * F) +
    0.00038 * E * sin(M - 2 * F) -
    0.00024 * E * sin(2 * m - M) -
    0.00017 * sin(O) -
    0.00007 * sin(m + 2 * M) +
    0.00004 * sin(2 * m - 2 * F) +
    0.00004 * sin(3 * M) +
    0.00003 * sin(m + M - 2 * F) +
    0.00003 * sin(2 * m + 2 * F) -
    0.00003 * sin(m + M + 2 * F) +
    0.00003 * sin(m - M + 2 * F) -
    0.00002 * sin(m - M - 2 * F) -
    0.00002 * sin(3 * m + M) +
    0.00002 * sin(4 * m);
  const planets =
    0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * T * T) +
    0.000165 * sin(251.88 + 0.016321 * k) +
    0.000164 * sin(251.83 + 26.651886 * k) +
    0.000126 * sin(349.42 + 36.412478 * k) +
    0.00011 * sin(84.66 + 18.206239 * k) +
    0.000062 * sin(141.74 + 53.303771 * k) +
    0.00006 * sin(207.14 + 2.453732 * k) +
    0.000056 * sin(154.84 + 7.30686 * k) +
    0.000047 * sin(34.52 + 27.261239 * k) +
    0.000042 * sin(207.19 + 0.121824 * k) +
    0.00004 * sin(291.34 + 1.844379 * k) +
    0.000037 * sin(161.72 + 24.198154 * k) +
    0.000035 * sin(239.56 + 25.513099 * k) +
    0.000023 * sin(331.55 + 3.592518 * k);
  return mean + periodic + planets;
}

/** Apparent longitude of the sun in degrees; Meeus ch. 25 (0.01°, a quarter of an hour). */
function sunLongitude(jde: number): number {
  const T = (jde - 2451545) / 36525;
  const M = 357.52911 + 35999.05029 * T - 0.0001537 * T * T;
  const centre =
    (1.914602 - 0.004817 * T) * sin(M) + (0.019993 - 0.000101 * T) * sin(2 * M) + 0.000289 * sin(3 * M);
  const longitude = 280.46646 + 36000.76983 * T + 0.0003032 * T * T + centre;
  return (((longitude - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * T)) % 360) + 360) % 360;
}

/** Civil time in days since 1970-01-01T00:00: +08:00 since 1929, Beijing's own mean time before. */
const legalDays = (jde: number, year: number) =>
  jde - deltaT(year) - 2440587.5 + (year < 1929 ? 116.3914 / 360 : 8 / 24);

function newMoonNear(dayNumber: number, year: number): number {
  const k = Math.round((dayNumber + 0.5 + 2440587.5 - 2451550.1) / 29.530588861);
  return legalDays(newMoon(k), year);
}

describe('lunar days', () => {
  test.each([
    [2019, '2019-02-05', '2019-06-07', '2019-09-13'],
    [2023, '2023-01-22', '2023-06-22', '2023-09-29'],
    [2026, '2026-02-17', '2026-06-19', '2026-09-25'],
    [2027, '2027-02-06', '2027-06-09', '2027-09-15'],
    [2030, '2030-02-03', '2030-06-05', '2030-09-12'],
    [2033, '2033-01-31', '2033-06-01', '2033-09-08'],
    [2034, '2034-02-19', '2034-06-20', '2034-09-27'],
  ])('published days of %i', (year, spring, dragonBoat, midAutumn) => {
    const days = [lunarDay(year, 1, 1), lunarDay(year, 5, 5), lunarDay(year, 8, 15)].map(dayOfNumber);
    expect(days).toEqual([spring, dragonBoat, midAutumn]);
  });

  test('the months of 春节, 端午节 and 中秋节 begin on the day of the new moon, 1900–2100', () => {
    const wrong = YEARS.flatMap((year) =>
      [lunarDay(year, 1, 1), lunarDay(year, 5, 1), lunarDay(year, 8, 1)]
        .filter((day) => {
          const offset = newMoonNear(day, year) - day;
          return offset < -0.0015 || offset > 1.0015;
        })
        .map(dayOfNumber),
    );
    expect(wrong).toEqual([]);
  });

  test('the calendar inside the engine agrees to the day or the next (it misses some new moons near midnight)', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    const labelOf = (day: number) => chinese.format(day * 86_400_000);
    const differing = YEARS.flatMap((year) =>
      [
        [1, 1],
        [5, 5],
        [8, 15],
      ]
        .map(([month, day]) => ({ day: lunarDay(year, month!, day!), label: `${month}/${day}` }))
        .filter(({ day, label }) => ![labelOf(day), labelOf(day - 1), labelOf(day + 1)].includes(label))
        .map(({ day, label }) => `${dayOfNumber(day)} ${label}`),
    );
    expect(differing).toEqual([]);
  });

  test('清明 is the day the sun reaches 15°, 1900–2100', () => {
    const quarter = 0.0125;
    const wrong = YEARS.filter((year) => {
      const startOfDay = qingming(year) + 2440587.5 + deltaT(year) - (year < 1929 ? 116.3914 / 360 : 8 / 24);
      return sunLongitude(startOfDay) > 15 + quarter || sunLongitude(startOfDay + 1) < 15 - quarter;
    });
    expect(wrong).toEqual([]);
    expect(dayOfNumber(qingming(2026))).toBe('2026-04-05');
    expect(dayOfNumber(qingming(2028))).toBe('2028-04-04');
    expect(qingming(2100)).toBe(dayNumberOf(2100, 4, 5));
  });

  test('outside 1900–2100 there is no answer', () => {
    expect(() => lunarDay(2101, 1, 1)).toThrow('1900');
  });
});

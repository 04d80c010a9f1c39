/** Classes of folded UTF-16 units: half width, small letters. */

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

export function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isLetter(unit);
}

export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}

/** Space or tab; no line break. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

export function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Full stop, exclamation or question mark, semicolon, or a line break: where a sentence ends. */
export function endsSentence(unit: number): boolean {
  return isLineBreak(unit) || unit === 0x3002 || unit === 33 || unit === 63 || unit === 59 || unit === 0xff1b;
}

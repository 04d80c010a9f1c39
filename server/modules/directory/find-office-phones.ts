import type { Context } from '../../kernel/context.ts';
import { readPhones } from './store-phones.ts';

/** A landline, with or without its area code; an extension may follow. */
const LANDLINE = /^(?:0\d{2,3})?[2-8]\d{6,7}$/;
const EXTENSION = /(?:转|ext\.?|-)\s*\d{1,5}$/i;

/**
 * Landlines that the directory of a jurisdiction keeps of its people and contacts: telephones of offices. Mobile numbers
 * are a person's own and are never among them.
 */
export async function officePhonesOf(ctx: Context, jurisdiction: string): Promise<string[]> {
  const phones = await readPhones(ctx.tx, jurisdiction);
  const landlines = phones.map(landlineOf).filter((phone) => phone !== null);
  return [...new Set(landlines)].sort();
}

function landlineOf(phone: string): string | null {
  const written = phone.trim();
  for (const number of [written, written.replace(EXTENSION, '')]) {
    const digits = number.replace(/[\s()（）-]/g, '');
    if (LANDLINE.test(digits)) return digits;
  }
  return null;
}

import type { Detector, Raw } from '../finding.ts';
import { findAddresses } from './addresses.ts';
import { findDocuments } from './documents.ts';
import { findHealth, HEALTH_CUES } from './health.ts';
import { findMail } from './mail.ts';
import { findNumbers } from './numbers.ts';
import { findPlates } from './plates.ts';
import { findTables, TABLE_CUES } from './tables.ts';

export interface PrivacyOptions {
  /** The unit's own telephones in any writing; they are public. */
  readonly officePhones?: readonly string[];
  /** Domains whose mail addresses are the office's. */
  readonly domains?: readonly string[];
}

/**
 * Personal data that has no place in a publication: numbers of persons, cards, telephones, documents, plates, mail,
 * addresses, illness beside a name, tables of households (LZ-17b, QJ-17, FS-23). Masked numbers are none.
 */
export function createPrivacy({ officePhones = [], domains = [] }: PrivacyOptions): Detector {
  const office = new Set(officePhones.flatMap(digitsOf));
  return {
    id: 'privacy',
    cues: [...HEALTH_CUES, ...TABLE_CUES],
    find: (doc) => {
      const found: Raw[] = [
        ...findNumbers(doc, office),
        ...findDocuments(doc),
        ...findPlates(doc),
        ...findMail(doc, domains),
        ...findAddresses(doc),
        ...findHealth(doc),
        ...findTables(doc),
      ];
      return found;
    },
  };
}

/** A telephone's digits, with and without the area code in front. */
function digitsOf(phone: string): string[] {
  const digits = phone.replace(/\D/g, '');
  const local = /^0(?:10|2[0-57-9])/.test(digits) ? digits.slice(3) : digits.slice(4);
  return digits.startsWith('0') ? [digits, local] : [digits];
}

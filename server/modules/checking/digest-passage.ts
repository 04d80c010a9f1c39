import { createHash } from 'node:crypto';

/** The digest by which a sentence or a whole text is known again; the words themselves are not kept. */
export function digestText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

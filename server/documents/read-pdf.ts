import type { Passage, ReadInput, Unobserved } from '../checks/inputs/passage.ts';
import { inThread } from './reader-thread.ts';
import { RefusedFile } from './refused-file.ts';

const LIMITS = { mostPages: 5_000, mostText: 50_000_000 };

interface PdfPages {
  /** One text per page; null where a page could not be read. */
  readonly pages: readonly (string | null)[];
  readonly count: number;
}

/** The text of a PDF page by page; what is only drawn or scanned is said to be unseen. Throws RefusedFile. */
export async function readPdfText(bytes: Uint8Array): Promise<ReadInput> {
  const answer = await inThread<PdfPages>('pdf', bytes, LIMITS);
  if (!answer.ok) {
    if (answer.why !== 'failed')
      throw new RefusedFile(answer.why === 'too-slow' ? 'too-slow' : 'file-too-large');
    throw new RefusedFile(/^Password/.test(answer.message) ? 'legacy-or-encrypted' : 'pdf-broken');
  }
  const { pages, count } = answer.value;
  if (count > pages.length) throw new RefusedFile('too-many-pages', { count, limit: pages.length });
  const unobserved: Unobserved[] = [];
  const passages = pages.flatMap((text, index): Passage[] => {
    const page = index + 1;
    if (text === null || text.trim() === '') {
      unobserved.push({ code: text === null ? 'page-unreadable' : 'page-without-text', facts: { page } });
      return [];
    }
    return [{ text, place: { at: 'page', page } }];
  });
  return { passages, links: [], unobserved };
}

import { CsvReader } from '../checks/inputs/csv.ts';
import { createByteDecoder, looksBinary } from '../checks/inputs/decode.ts';
import type { ReadInput, Unobserved } from '../checks/inputs/passage.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readPdfText } from './read-pdf.ts';
import { pictureType, readPicture } from './read-picture.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { RefusedFile } from './refused-file.ts';
import { openArchive } from './zip-archive.ts';

/** How a file is read for the content check. */
export type InputKind = 'text' | 'html' | 'csv' | 'docx' | 'xlsx' | 'pdf' | 'picture';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const OTHER_PICTURES = [Buffer.from('GIF8'), Buffer.from('BM'), Buffer.from('RIFF')];
/** Files that are only what they are called with the first bytes of their kind. */
const OFFICE_NAME = /\.(?:docx|docm|xlsx|xlsm)$/i;
const PDF_NAME = /\.pdf$/i;
const DATA_PICTURE = /^data:image\/(?:png|jpe?g);base64,/i;
/** Codes are looked for in so many pictures that a page carries within itself. */
const MOST_PICTURES = 50;

function textKind(name: string, head: string): InputKind {
  if (/\.x?html?$/i.test(name) || /^\ufeff?\s*(?:<!doctype html|<html[\s>])/i.test(head)) return 'html';
  return /\.[ct]sv$/i.test(name) ? 'csv' : 'text';
}

/**
 * Says how a file is to be read: by its first bytes, and by its name where they are text. Throws RefusedFile where it
 * is nothing that can be read: old or encrypted office files, damaged ones, other archives, binary data.
 */
export function inputKind(name: string, head: Buffer): InputKind {
  if (head.subarray(0, 4).equals(COMPOUND)) throw new RefusedFile('legacy-or-encrypted');
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 4).equals(ZIP)) return /\.xls[xm]$/i.test(name) ? 'xlsx' : 'docx';
  if (OFFICE_NAME.test(name)) throw new RefusedFile('archive-malformed');
  if (PDF_NAME.test(name)) throw new RefusedFile('pdf-broken');
  const picture = pictureType(head) !== null || /\.(?:gif|bmp|webp|png|jpe?g)$/i.test(name);
  if (
    picture &&
    (pictureType(head) || OTHER_PICTURES.some((mark) => head.subarray(0, mark.length).equals(mark)))
  )
    return 'picture';
  if (looksBinary(head)) throw new RefusedFile('not-text');
  return textKind(name, head.toString('latin1', 0, 1024));
}

/** What the bytes of a text file say beyond their characters. */
export function encodingNotes(encoding: string, text: string): Unobserved[] {
  return [
    ...(encoding === 'utf-8'
      ? []
      : [{ code: 'encoding', facts: { encoding: encoding.toUpperCase() } } as const]),
    ...(text.includes('\ufffd') ? [{ code: 'bytes-lost' } as const] : []),
  ];
}

function decoded(bytes: Buffer): { text: string; unobserved: Unobserved[] } {
  const decoder = createByteDecoder();
  const text = decoder.push(bytes) + decoder.end();
  return { text, unobserved: encodingNotes(decoder.encoding, text) };
}

/** A page says itself how it is encoded, if at all within its first kilobyte. */
function decodedPage(bytes: Buffer): { text: string; unobserved: Unobserved[] } {
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 1024))?.[1];
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return decoded(bytes);
  try {
    const text = new TextDecoder(label).decode(bytes);
    return { text, unobserved: encodingNotes('utf-8', text) };
  } catch {
    return decoded(bytes);
  }
}

async function readPage(bytes: Buffer): Promise<ReadInput> {
  const { text, unobserved } = decodedPage(bytes);
  const page = await readHtml(text);
  const links = [...page.links];
  const within = page.pictures.filter((address) => DATA_PICTURE.test(address)).slice(0, MOST_PICTURES);
  for (const address of within) {
    const picture = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
    links.push(...(await readPicture('', picture)).links);
  }
  return { passages: page.passages, links, unobserved: [...unobserved, ...page.unobserved] };
}

function readTable(bytes: Buffer, name: string): ReadInput {
  const { text, unobserved } = decoded(bytes);
  const reader = new CsvReader(/\.tsv$/i.test(name) ? '\t' : ',');
  return { passages: [...reader.push(text.replace(/^\ufeff/, '')), ...reader.end()], links: [], unobserved };
}

/** An office file is what its inside says, whatever it is called. */
function readOffice(bytes: Buffer): Promise<ReadInput> {
  const archive = openArchive(bytes);
  if (archive.has('word/document.xml')) return readDocx(bytes);
  if (archive.names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return readSpreadsheet(bytes);
  throw new RefusedFile('type-not-allowed');
}

/** Reads a whole file for the content check; throws RefusedFile with what is wrong with it. */
export async function readInput(name: string, bytes: Buffer): Promise<ReadInput> {
  if (bytes.length === 0) return { passages: [], links: [], unobserved: [] };
  switch (inputKind(name, bytes)) {
    case 'html':
      return readPage(bytes);
    case 'csv':
      return readTable(bytes, name);
    case 'docx':
    case 'xlsx':
      return readOffice(bytes);
    case 'pdf':
      return readPdfText(bytes);
    case 'picture': {
      const { links, unobserved } = await readPicture(name, bytes);
      return { passages: [], links, unobserved };
    }
    case 'text': {
      const { text, unobserved } = decoded(bytes);
      return { passages: [{ text, place: { at: 'text' } }], links: [], unobserved };
    }
  }
}

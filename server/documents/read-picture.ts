import type { DeclaredLink } from '../checks/context.ts';
import type { Unobserved } from '../checks/inputs/passage.ts';
import { inThread } from './reader-thread.ts';

/** What a picture yields: the payloads of its codes; everything else in it stays unseen. */
export interface PictureRead {
  readonly links: readonly DeclaredLink[];
  readonly unobserved: readonly Unobserved[];
}

/** Largest picture that is decoded, in pixels: memory is asked for before the file is believed. */
const MOST_PIXELS = 25_000_000;
const MOST_BYTES = 20 * 1024 * 1024;
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function pngPixels(bytes: Buffer): number | null {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
}

/** Walks the segments up to the one that says how large the picture is. */
function jpegPixels(bytes: Buffer): number | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** What a picture is by its first bytes; null for kinds that are not decoded. */
export function pictureType(bytes: Buffer): 'png' | 'jpeg' | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'jpeg' : null;
}

/** Reads the QR codes of a picture and says that the rest was not observed; never throws. */
export async function readPicture(name: string, bytes: Buffer): Promise<PictureRead> {
  const unread: PictureRead = { links: [], unobserved: [{ code: 'picture-unreadable', facts: { name } }] };
  const type = pictureType(bytes);
  if (type === null) return { links: [], unobserved: [{ code: 'picture', facts: { name, count: 1 } }] };
  const size = type === 'png' ? pngPixels(bytes) : jpegPixels(bytes);
  if (size === null || size === 0 || size > MOST_PIXELS || bytes.length > MOST_BYTES) return unread;
  const answer = await inThread<string[]>('qr', bytes, { type, mostPixels: MOST_PIXELS });
  if (!answer.ok) return unread;
  const links = answer.value.filter((code) => code !== '').map((target) => ({ kind: 'qr', target }) as const);
  return { links, unobserved: [{ code: 'picture', facts: { name, count: 1 } }] };
}

import { RefusedFile } from './refused-file.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const UNKNOWN_32 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

const malformed = (part: string) => new RefusedFile('archive-malformed', { part });

/** The end record must close the file exactly, so that no two readers see two different archives. */
function endOfDirectory(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_LENGTH - 0xffff);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw malformed('end-record');
}

/** Sizes and offset that did not fit 32 bits stand in the zip64 extra field, in this order. */
function wideNumbers(extra: Buffer, wanted: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      return wanted.map((value) => {
        if (value !== UNKNOWN_32) return value;
        if (from + 8 > at + 4 + length || from + 8 > extra.length) throw malformed('zip64');
        const wide = Number(extra.readBigUInt64LE(from));
        from += 8;
        return wide;
      });
    }
    at += 4 + length;
  }
  return [...wanted];
}

function unsafeName(name: string): boolean {
  return (
    name === '' ||
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    /^[A-Za-z]:/.test(name) ||
    name.split('/').includes('..')
  );
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE)
    throw malformed('entry');
  const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw malformed('entry');
  const name = bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd);
  if (unsafeName(name)) throw malformed('entry-name');
  if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new RefusedFile('archive-encrypted', { part: name });
  const method = bytes.readUInt16LE(at + 10);
  if (method !== STORED && method !== DEFLATED) throw malformed(name);
  const [size = 0, compressedSize = 0, headerAt = 0] = wideNumbers(bytes.subarray(nameEnd, extraEnd), [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ]);
  const crc = bytes.readUInt32LE(at + 16);
  return { entry: { name, method, crc, compressedSize, size, headerAt }, next };
}

/**
 * Lists a zip file's entries from its central directory without unpacking anything.
 * Throws RefusedFile: archive-malformed, archive-encrypted, too-many-entries.
 */
export function listEntries(bytes: Buffer, maxEntries: number): ZipEntry[] {
  if (bytes.length < END_LENGTH) throw malformed('end-record');
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > maxEntries) throw new RefusedFile('too-many-entries', { count, limit: maxEntries });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(bytes, at);
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw malformed(entry.name);
    names.add(key);
    entries.push(entry);
    at = next;
  }
  if (at > end) throw malformed('directory');
  return entries;
}

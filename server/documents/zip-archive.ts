import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { RefusedFile } from './refused-file.ts';
import { listEntries, type ZipEntry } from './zip-directory.ts';

const inflate = promisify(inflateRaw);

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;

export interface ArchiveLimits {
  readonly entries: number;
  readonly totalBytes: number;
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

/** Limits of what an archive may unpack to: bytes in all, number of entries, and how far one entry may swell. */
const LIMITS: ArchiveLimits = {
  entries: 2_000,
  totalBytes: 100 * 1024 * 1024,
  ratio: 200,
  /** Small entries may swell freely: blank pictures do, and cannot harm. */
  ratioFromBytes: 2 * 1024 * 1024,
};

export interface ZipArchive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacks one entry; throws RefusedFile where the content is not what the directory promised. */
  read(name: string): Promise<Buffer>;
}

function dataOf(bytes: Buffer, entry: ZipEntry): { from: number; to: number } {
  const at = entry.headerAt;
  if (at + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) {
    throw new RefusedFile('archive-malformed', { part: entry.name });
  }
  const from = at + LOCAL_LENGTH + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const to = from + entry.compressedSize;
  if (to > bytes.length) throw new RefusedFile('archive-malformed', { part: entry.name });
  return { from, to };
}

function checkSizes(entries: readonly ZipEntry[], limits: ArchiveLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    const swells = entry.size > limits.ratioFromBytes && entry.size > entry.compressedSize * limits.ratio;
    if (swells || total > limits.totalBytes) throw new RefusedFile('archive-bomb', { part: entry.name });
  }
}

/** Entries sharing bytes are how a small file is made to unpack without end. */
function checkOverlap(bytes: Buffer, entries: readonly ZipEntry[]): void {
  const spans = entries.map((entry) => ({
    name: entry.name,
    at: entry.headerAt,
    to: dataOf(bytes, entry).to,
  }));
  spans.sort((a, b) => a.at - b.at);
  let reached = 0;
  for (const span of spans) {
    if (span.at < reached) throw new RefusedFile('archive-bomb', { part: span.name });
    reached = span.to;
  }
}

async function unpack(bytes: Buffer, entry: ZipEntry): Promise<Buffer> {
  const { from, to } = dataOf(bytes, entry);
  const packed = bytes.subarray(from, to);
  let content = packed;
  if (entry.method !== 0) {
    try {
      content = await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
    } catch (error) {
      const beyond =
        error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      throw new RefusedFile(beyond ? 'archive-bomb' : 'archive-malformed', { part: entry.name });
    }
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new RefusedFile('archive-malformed', { part: entry.name });
  }
  return content;
}

/** Opens a zip file held in memory after checking its promised sizes; throws RefusedFile. */
export function openArchive(bytes: Buffer, limits: ArchiveLimits = LIMITS): ZipArchive {
  const entries = listEntries(bytes, limits.entries);
  checkSizes(entries, limits);
  checkOverlap(bytes, entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    read: async (name) => {
      const entry = byName.get(name);
      if (entry === undefined) throw new RefusedFile('archive-malformed', { part: name });
      return unpack(bytes, entry);
    },
  };
}

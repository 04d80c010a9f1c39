import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

export interface ZipPart {
  readonly name: string;
  /** Whole content, or pieces that come one after the other without ever standing in memory together. */
  readonly content: string | Buffer | AsyncIterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly flags: number;
}

const UTF8_NAME = 0x0800;
const SIZES_FOLLOW = 0x0008;
/** 1 January 1980: the same content gives the same bytes on any day. */
const DATE = 0x0021;

/** Otherwise some readers take Chinese names for those of an old code page; with it goes who may read the file. */
const MADE_ON_UNIX = (3 << 8) | 20;
const READABLE_FILE = 0o100644 * 0x10000;

function localHeader(entry: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.packed, 18);
  header.writeUInt32LE(entry.size, 22);
  header.writeUInt16LE(entry.name.length, 26);
  return Buffer.concat([header, entry.name]);
}

function directoryEntry(entry: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_ON_UNIX, 4);
  localHeader(entry).copy(header, 6, 4, 28);
  header.writeUInt32LE(READABLE_FILE, 38);
  header.writeUInt32LE(entry.at, 42);
  return Buffer.concat([header, entry.name]);
}

function sizesAfter({ crc, packed, size }: Written): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(packed, 8);
  record.writeUInt32LE(size, 12);
  return record;
}

function endRecord(entries: readonly Written[], at: number, length: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries.length, 8);
  record.writeUInt16LE(entries.length, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(at, 16);
  return record;
}

/** Packs pieces as they come; the sizes are known only afterwards and are written behind the data. */
async function* packPieces(start: Written, pieces: AsyncIterable<string>): AsyncGenerator<Buffer, Written> {
  let [crc, size, packed] = [0, 0, 0];
  const stream = createDeflateRaw();
  const feeding = (async () => {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!stream.write(bytes)) await new Promise((resolve) => stream.once('drain', resolve));
    }
    stream.end();
  })();
  feeding.catch((error) => stream.destroy(error));
  for await (const chunk of stream) {
    packed += chunk.length;
    yield chunk;
  }
  await feeding;
  return { ...start, crc, size, packed };
}

/** Writes a zip archive piece by piece, for archives below 4 GB; a part is asked for when those before it are written. */
export async function* writeZip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const entries: Written[] = [];
  let at = 0;
  for await (const { name, content } of parts) {
    const start: Written = { name: Buffer.from(name), at, crc: 0, packed: 0, size: 0, flags: UTF8_NAME };
    let entry: Written;
    if (typeof content === 'string' || Buffer.isBuffer(content)) {
      const bytes = Buffer.from(content);
      const data = await deflate(bytes);
      entry = { ...start, crc: crc32(bytes), packed: data.length, size: bytes.length };
      yield localHeader(entry);
      yield data;
    } else {
      const open = { ...start, flags: UTF8_NAME | SIZES_FOLLOW };
      yield localHeader(open);
      entry = yield* packPieces(open, content);
      yield sizesAfter(entry);
      at += 16;
    }
    entries.push(entry);
    at += 30 + entry.name.length + entry.packed;
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endRecord(entries, at, directory.length);
}

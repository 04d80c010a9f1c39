import { checkOfficePackage } from './office-package.ts';
import { type FileRefusal, MAX_FILE_BYTES, RefusedFile, returningRefusal } from './refused-file.ts';
import { openArchive } from './zip-archive.ts';

export type FileType = 'pdf' | 'png' | 'jpeg' | 'docx' | 'xlsx' | 'ofd';

interface AllowedType {
  readonly extensions: readonly string[];
  readonly mime: string;
  /** Bytes the file begins with. */
  readonly magic: Buffer;
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** What may be handed in; the only list of it. */
export const allowedFiles: Readonly<Record<FileType, AllowedType>> = {
  pdf: { extensions: ['pdf'], mime: 'application/pdf', magic: Buffer.from('%PDF-') },
  png: { extensions: ['png'], mime: 'image/png', magic: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
  jpeg: { extensions: ['jpg', 'jpeg'], mime: 'image/jpeg', magic: Buffer.from([0xff, 0xd8, 0xff]) },
  docx: {
    extensions: ['docx'],
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    magic: ZIP,
  },
  xlsx: {
    extensions: ['xlsx'],
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    magic: ZIP,
  },
  ofd: { extensions: ['ofd'], mime: 'application/ofd', magic: ZIP },
};

export type SniffedFile = { readonly ok: true; readonly type: FileType; readonly mime: string } | FileRefusal;

/** Longest file name taken, in characters. */
const MAX_NAME = 200;
/** Names that could leave a folder, hide their ending or turn the direction of writing. */
const UNSAFE_NAME = /[\p{Cc}\p{Cs}/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[. ]$/u;

function typeByName(name: string): FileType {
  if (name.length > MAX_NAME || UNSAFE_NAME.test(name))
    throw new RefusedFile('name-unsafe', { limit: MAX_NAME });
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
  for (const type of Object.keys(allowedFiles) as FileType[]) {
    if (allowedFiles[type].extensions.includes(extension)) return type;
  }
  throw new RefusedFile('type-not-allowed', { extension: extension.slice(0, 20) });
}

async function checkInside(bytes: Buffer, type: FileType): Promise<void> {
  if (type === 'pdf') {
    // A cut-off transfer has no end mark; readers look for it in the last kilobyte.
    if (!bytes.subarray(-1024).includes('%%EOF')) throw new RefusedFile('content-mismatch', { type });
  } else if (type === 'png') {
    if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new RefusedFile('content-mismatch', { type });
  } else if (type === 'docx' || type === 'xlsx') {
    await checkOfficePackage(openArchive(bytes), type);
  } else if (type === 'ofd') {
    const archive = openArchive(bytes);
    if (!archive.has('OFD.xml')) throw new RefusedFile('content-mismatch', { type });
    for (const name of archive.names) await archive.read(name);
  }
}

/**
 * Says what an uploaded file really is, or why it is refused: its first bytes, its inside and the ending of
 * its name must agree, it may not be larger than 20 MB, hold macros, programs or links, or unpack to too much.
 */
export function sniffFile(name: string, bytes: Buffer): Promise<SniffedFile> {
  return returningRefusal<SniffedFile>(async () => {
    const type = typeByName(name);
    if (bytes.length === 0) throw new RefusedFile('file-empty');
    if (bytes.length > MAX_FILE_BYTES) throw new RefusedFile('file-too-large', { limitMb: 20 });
    const { magic, mime } = allowedFiles[type];
    if (magic === ZIP && bytes.subarray(0, 4).equals(COMPOUND))
      throw new RefusedFile('legacy-or-encrypted', { type });
    if (!bytes.subarray(0, magic.length).equals(magic)) throw new RefusedFile('content-mismatch', { type });
    await checkInside(bytes, type);
    return { ok: true, type, mime };
  });
}

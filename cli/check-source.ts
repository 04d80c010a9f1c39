import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { DeclaredLink } from '../server/checks/context.ts';
import { CsvReader } from '../server/checks/inputs/csv.ts';
import { createByteDecoder } from '../server/checks/inputs/decode.ts';
import {
  type JoinedText,
  joinPassages,
  type Passage,
  type Unobserved,
} from '../server/checks/inputs/passage.ts';
import { createWindows, type Window } from '../server/checks/inputs/windows.ts';
import { encodingNotes, type InputKind, inputKind, readInput } from '../server/documents/read-input.ts';
import { RefusedFile } from '../server/documents/refused-file.ts';

/** A stretch of a file that is checked at once. */
export interface Batch {
  readonly joined: JoinedText;
  /** Where the stretch begins in the text of the whole file, in UTF-16 units. */
  readonly offset: number;
  /** Findings that begin in [from, to) are this batch's. */
  readonly from: number;
  readonly to: number;
  readonly links: readonly DeclaredLink[];
  /** Where the next batch begins, counted in this one. */
  readonly next: number;
  /** Plain text is told by line and column; other files by their own places. */
  readonly lines: boolean;
}

/** A file or standard input, opened. */
export interface Source {
  readonly name: string;
  /** Size in bytes; null where it is not known beforehand. */
  readonly size: number | null;
  bytes(): AsyncIterable<Uint8Array>;
}

/** What became known of a file beside its findings. */
export interface SourceNotes {
  readonly unobserved: Unobserved[];
}

/** Files that are read as a whole may be so large; plain text and CSV have no limit. */
const WHOLE_BYTES = 200 * 1024 * 1024;
const HEAD_BYTES = 65_536;
const PIECE_BYTES = 262_144;
const BATCH_UNITS = 262_144;

/** Opens a file by its path; null where there is none or it is no file. */
export async function openSource(path: string): Promise<Source | null> {
  const about = await stat(path).catch(() => null);
  if (about === null || about.isDirectory()) return null;
  const handle = await open(path).catch(() => null);
  if (handle === null) return null;
  await handle.close();
  return {
    name: path,
    size: about.isFile() ? about.size : null,
    bytes: () => createReadStream(path, { highWaterMark: PIECE_BYTES }),
  };
}

/** Reads on until there is enough to tell what the file is; what was read stays in the pieces. */
async function readHead(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array[]> {
  const head: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const { value, done } = await pieces.next();
    if (done) break;
    head.push(value);
    length += value.length;
  }
  return head;
}

async function* following(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/**
 * Reads a file batch by batch. Plain text and CSV take the same memory however long they are; other files are read as a
 * whole. Throws RefusedFile with what is wrong with the file.
 */
export async function* readBatches(source: Source, notes: SourceNotes): AsyncGenerator<Batch> {
  const pieces = source.bytes()[Symbol.asyncIterator]();
  try {
    const head = await readHead(pieces);
    const start = Buffer.concat(head);
    if (start.length === 0) return;
    const kind: InputKind = inputKind(source.name, start);
    const all = following(head, pieces);
    if (kind === 'text') yield* textBatches(all, notes);
    else if (kind === 'csv') yield* tableBatches(all, source.name, notes);
    else yield* wholeBatch(all, source.name, notes);
  } finally {
    // A file that is refused by its first bytes would stay open, and so many may be open at once.
    await pieces.return?.();
  }
}

async function* decodedPieces(pieces: AsyncIterable<Uint8Array>, notes: SourceNotes): AsyncGenerator<string> {
  const decoder = createByteDecoder();
  let lost = false;
  for await (const piece of pieces) {
    const text = decoder.push(piece);
    lost ||= text.includes('\ufffd');
    yield text;
  }
  const last = decoder.end();
  notes.unobserved.push(...encodingNotes(decoder.encoding, lost ? '\ufffd' : last));
  yield last;
}

async function* textBatches(pieces: AsyncIterable<Uint8Array>, notes: SourceNotes): AsyncGenerator<Batch> {
  const cutter = createWindows();
  for await (const text of decodedPieces(pieces, notes))
    for (const window of cutter.push(text)) yield plain(window);
  for (const window of cutter.end()) yield plain(window);
}

function plain({ text, ...window }: Window): Batch {
  return { joined: joinPassages([{ text, place: { at: 'text' } }]), ...window, links: [], lines: true };
}

async function* tableBatches(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  notes: SourceNotes,
): AsyncGenerator<Batch> {
  const reader = new CsvReader(/\.tsv$/i.test(name) ? '\t' : ',');
  let held: Passage[] = [];
  let length = 0;
  let offset = 0;
  const release = (): Batch => {
    const joined = joinPassages(held);
    const batch = { joined, offset, from: 0, to: joined.text.length, next: 0, links: [], lines: false };
    offset += joined.text.length + (held.at(-1)?.after?.length ?? 1);
    held = [];
    length = 0;
    return batch;
  };
  for await (const text of decodedPieces(pieces, notes)) {
    for (const passage of reader.push(text)) {
      held.push(passage);
      length += passage.text.length + 1;
      if (length >= BATCH_UNITS && passage.after?.startsWith('\n')) yield release();
    }
    if (length >= BATCH_UNITS * 2) yield release();
  }
  held.push(...reader.end());
  if (held.length > 0) yield release();
}

async function* wholeBatch(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  notes: SourceNotes,
): AsyncGenerator<Batch> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length > WHOLE_BYTES) throw new RefusedFile('file-too-large');
  }
  const { passages, links, unobserved } = await readInput(name, Buffer.concat(held));
  notes.unobserved.push(...unobserved);
  const joined = joinPassages(passages);
  yield { joined, offset: 0, from: 0, to: joined.text.length + 1, next: 0, links, lines: false };
}

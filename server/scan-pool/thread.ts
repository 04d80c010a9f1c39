import { closeSync, openSync, readSync } from 'node:fs';
import { buildMatcher, openMatcher, type PartHits, PartScanner } from '../checks/match/index.ts';
import { bytesToBorder } from '../checks/text/index.ts';
import { answerTasks } from '../threads/answer-tasks.ts';
import type { Answer, BuildTask, ScanTask, Task } from './task.ts';

const CHUNK = 1 << 18;
const FEW = 1 << 12;
const chunk = new Uint8Array(CHUNK);

/** Reads from a file on from `at`, as many bytes as there are up to `most`. */
function readAt(file: number, at: number, most: number): Uint8Array {
  return chunk.subarray(0, readSync(file, chunk, 0, Math.min(most, CHUNK), at));
}

function scanPart({ tables, path, from, to }: ScanTask): PartHits {
  const file = openSync(path, 'r');
  try {
    const part = new PartScanner(openMatcher(tables), from === 0);
    let at = from === 0 ? 0 : from + bytesToBorder(readAt(file, from, 4));
    const end = to + bytesToBorder(readAt(file, to, 4));
    while (at < end) {
      const bytes = readAt(file, at, end - at);
      if (bytes.length === 0) break;
      part.feed(bytes);
      at += bytes.length;
    }
    part.border();
    while (!part.isSatisfied) {
      const bytes = readAt(file, at, FEW);
      if (bytes.length === 0) break;
      part.feed(bytes);
      at += bytes.length;
    }
    return part.end();
  } finally {
    closeSync(file);
  }
}

function buildTables({ text, borders, options }: BuildTask): ArrayBufferLike {
  const terms = Array.from(borders, (to, i) => text.slice(i === 0 ? 0 : borders[i - 1], to));
  return buildMatcher(terms, options).buffer;
}

answerTasks(
  (task: Task): Answer => (task.kind === 'scan' ? { part: scanPart(task) } : { tables: buildTables(task) }),
);

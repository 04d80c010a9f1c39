import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The text that all engines read: official text as UTF-8 bytes, as a string, and as UTF-16 units. */
export interface BenchText {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly units: Uint16Array;
}

/** Reads the text; an Error with a Chinese sentence where the data is not there. */
export function readText(): BenchText {
  const bytes = new Uint8Array(gunzipSync(readFileSync(dataFile('laws.txt.gz'))));
  const text = new TextDecoder().decode(bytes);
  return { bytes, text, units: unitsOf(text) };
}

/** One term a line: `sparse-20k`, `dense-20k` or `sparse-200k`. */
export function readTerms(name: string): readonly string[] {
  return readFileSync(dataFile(`terms-${name}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean);
}

/** The first part of a text, about `share` of it, ending with a line. */
export function firstPart({ text }: BenchText, share: number): BenchText {
  const part = text.slice(0, text.indexOf('\n', Math.floor(text.length * share)) + 1);
  return { bytes: new TextEncoder().encode(part), text: part, units: unitsOf(part) };
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** The folder of the data to measure with. */
export function dataFolder(): string {
  return resolve(process.env.JUZHEN_BENCH_DATA ?? join(ROOT, '..', 'shared', 'data'));
}

function dataFile(name: string): string {
  const path = join(dataFolder(), 'bench', name);
  if (!existsSync(path))
    throw new Error(`找不到测量用的数据 ${path}：请用环境变量 JUZHEN_BENCH_DATA 指明数据所在的文件夹。`);
  return path;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ByteScanner, buildMatcher, type Matcher } from '../server/checks/match/index.ts';
import { ScanPool } from '../server/scan-pool/index.ts';
import { type Figure, median } from './bench.ts';
import { type BenchText, readTerms } from './checks-data.ts';

const ROUNDS = 7;
const LISTS = [
  ['sparse-20k', '2 万词'],
  ['sparse-200k', '20 万词'],
] as const;

/** From the bytes of a file to matches: against a loop that only decodes, and two threads against one. */
export async function byteFigures(text: BenchText): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
  const path = join(folder, 'text.txt');
  writeFileSync(path, text.bytes);
  const [one, two] = [new ScanPool(1), new ScanPool(2)];
  try {
    const figures: Figure[] = [];
    for (const [list, title] of LISTS)
      figures.push(...(await listFigures(title, buildMatcher(readTerms(list)), text, path, [one, two])));
    return figures;
  } finally {
    await Promise.all([one.close(), two.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listFigures(
  title: string,
  matcher: Matcher,
  { bytes, units }: BenchText,
  path: string,
  pools: readonly ScanPool[],
): Promise<Figure[]> {
  const target = new Uint16Array(units.length + 4);
  const runs: (() => unknown)[] = [
    () => decodeLoop(bytes, target),
    () => new TextDecoder().decode(bytes),
    () => scanBytes(matcher, bytes),
    ...pools.map((pool) => () => pool.scanFile(path, matcher, () => undefined)),
  ];
  const rounds: number[][] = [];
  for (let i = -1; i < ROUNDS; i++) {
    const round: number[] = [];
    for (const run of runs) {
      const start = performance.now();
      await run();
      round.push(performance.now() - start);
    }
    if (i >= 0) rounds.push(round);
  }
  const at = (place: number) => rounds.map((round) => round[place] ?? Number.NaN);
  const speed = (place: number) => bytes.length / 1000 / median(at(place));
  const ratio = (than: number, place: number) =>
    median(rounds.map((round) => (round[than] ?? Number.NaN) / (round[place] ?? Number.NaN)));
  return [
    { name: `${title}：只解码的循环`, value: speed(0), unit: 'MB/s' },
    { name: `${title}：TextDecoder 只解码`, value: speed(1), unit: 'MB/s' },
    { name: `${title}：从 UTF-8 到命中`, value: speed(2), unit: 'MB/s' },
    {
      name: `${title}：从 UTF-8 到命中`,
      value: ratio(0, 2),
      unit: '倍',
      against: '同一次运行中只解码的循环',
    },
    { name: `${title}：从文件到命中，一个线程`, value: speed(3), unit: 'MB/s' },
    { name: `${title}：从文件到命中，两个线程`, value: speed(4), unit: 'MB/s' },
    { name: `${title}：两个线程`, value: ratio(3, 4), unit: '倍', against: '同一次运行中的一个线程' },
  ];
}

/** The plain way to decode, which trusts its bytes. */
function decodeLoop(bytes: Uint8Array, units: Uint16Array): number {
  let written = 0;
  for (let read = 0; read < bytes.length; ) {
    const byte = bytes[read++] as number;
    if (byte < 0x80) units[written++] = byte;
    else if (byte < 0xe0) units[written++] = ((byte & 0x1f) << 6) | ((bytes[read++] as number) & 0x3f);
    else {
      const second = (bytes[read++] as number) & 0x3f;
      units[written++] = ((byte & 0xf) << 12) | (second << 6) | ((bytes[read++] as number) & 0x3f);
    }
  }
  return written;
}

function scanBytes(matcher: Matcher, bytes: Uint8Array): number {
  let found = 0;
  const scanner = new ByteScanner(matcher, () => found++);
  scanner.feed(bytes);
  scanner.end();
  return found;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import FastScanner from 'fastscan';
import { ByteScanner, buildMatcher, Hits, type Matcher } from '../server/checks/match/index.ts';
import { type Figure, median } from './bench.ts';
import { type BenchText, firstPart, readTerms } from './checks-data.ts';
import { compile, type Native, type Round, startNative } from './checks-native.ts';

/** One engine on one text; engines on the same text must find the same. */
interface Engine {
  readonly name: string;
  readonly text: BenchText;
  run(): Round | Promise<Round>;
}

const ROUNDS = 7;
/** The slow engines get a part of the text, and ours is measured on the same part in the same rounds. */
const PART = 0.2;
const OURS = '本引擎';
const OURS_PART = '本引擎（部分文本）';
const OURS_BYTES = '本引擎，从 UTF-8';
const PEER = '@monyone/aho-corasick';
const FASTSCAN = 'fastscan';
const HYPERSCAN = 'Hyperscan';
const IN_C = '同一算法的 C 程序';

/** All engines on one list of terms, in turns; the figures are medians, the ratios medians of the ratios of each turn. */
export async function scanFigures(list: string, title: string, whole: BenchText): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
  const terms = readTerms(list);
  const matcher = buildMatcher(terms);
  const natives = await startNatives(folder, terms, matcher, whole);
  try {
    const part = firstPart(whole, PART);
    const engines = [
      ...ownEngines(matcher, whole, part),
      ...peers(terms, part),
      ...nativeEngines(natives, whole),
    ];
    const rounds = await inTurns(engines);
    return figuresOf(title, engines, rounds);
  } finally {
    for (const native of natives.values()) native.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startNatives(
  folder: string,
  terms: readonly string[],
  matcher: Matcher,
  { bytes, units }: BenchText,
): Promise<Map<string, Native>> {
  const [tables, text16, text8, list] = ['tables', 'text16', 'text8', 'terms'].map((name) =>
    join(folder, name),
  );
  if (!tables || !text16 || !text8 || !list) throw new Error('no folder');
  writeFileSync(tables, new Uint8Array(matcher.buffer));
  writeFileSync(text16, units);
  writeFileSync(text8, bytes);
  writeFileSync(list, terms.map((term) => `${term}\n`).join(''));
  const natives = new Map<string, Native>();
  const tg = compile('tg', folder);
  if (tg) natives.set(IN_C, await startNative(tg, [tables, text16]));
  const hyperscan = compile('hyperscan', folder);
  if (hyperscan) natives.set(HYPERSCAN, await startNative(hyperscan, [list, text8]));
  return natives;
}

function nativeEngines(natives: ReadonlyMap<string, Native>, text: BenchText): Engine[] {
  return [...natives].map(([name, native]) => ({
    name,
    text,
    run: () => native.run(name === HYPERSCAN ? text.bytes.length : text.units.length),
  }));
}

function ownEngines(matcher: Matcher, whole: BenchText, part: BenchText): Engine[] {
  const hits = new Hits(1 << 20);
  const scan = ({ units }: BenchText) =>
    timed(() => {
      matcher.scanInto(units, units.length, hits);
      return hits.size / 2;
    });
  return [
    { name: OURS, text: whole, run: () => scan(whole) },
    { name: OURS_PART, text: part, run: () => scan(part) },
    { name: OURS_BYTES, text: whole, run: () => timed(() => scanBytes(matcher, whole.bytes)) },
  ];
}

function scanBytes(matcher: Matcher, bytes: Uint8Array): number {
  let found = 0;
  let last = 0;
  const scanner = new ByteScanner(matcher, (term, start, end) => {
    found++;
    last = term + start + end;
  });
  scanner.feed(bytes);
  scanner.end();
  return last < 0 ? 0 : found;
}

function peers(terms: readonly string[], text: BenchText): Engine[] {
  const monyone = new AhoCorasick([...terms]);
  const fastscan = new FastScanner(terms);
  return [
    { name: PEER, text, run: () => timed(() => monyone.matchInText(text.text).length) },
    { name: FASTSCAN, text, run: () => timed(() => fastscan.search(text.text).length) },
  ];
}

function timed(work: () => number): Round {
  const start = performance.now();
  const hits = work();
  return { hits, ms: performance.now() - start };
}

/** One round of each that is not counted but compared, then the rounds, each engine once in each. */
async function inTurns(engines: readonly Engine[]): Promise<Map<string, number>[]> {
  const found = new Map<BenchText, number>();
  for (const { name, text, run } of engines) {
    const { hits } = await run();
    const others = found.get(text) ?? hits;
    if (hits !== others) throw new Error(`${name} 找到 ${hits} 处，其他引擎找到 ${others} 处`);
    found.set(text, hits);
  }
  const rounds: Map<string, number>[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const round = new Map<string, number>();
    for (const { name, run } of engines) round.set(name, (await run()).ms);
    rounds.push(round);
  }
  return rounds;
}

function figuresOf(
  title: string,
  engines: readonly Engine[],
  rounds: readonly Map<string, number>[],
): Figure[] {
  const ms = (round: Map<string, number>, name: string) => round.get(name) ?? Number.NaN;
  const speeds = engines.map(({ name, text }) => ({
    name: `${title}：${name}`,
    value: text.bytes.length / 1000 / median(rounds.map((round) => ms(round, name))),
    unit: 'MB/s',
  }));
  const ratio = (ours: string, theirs: string): Figure => ({
    name: `${title}：${ours} 与 ${theirs} 之比`,
    value: median(rounds.map((round) => ms(round, theirs) / ms(round, ours))),
    unit: '倍',
    against: `同一次运行、同一文本和词表上的 ${theirs}`,
  });
  const names = new Set(engines.map(({ name }) => name));
  const pairs: [string, string][] = [
    [OURS_PART, PEER],
    [OURS_PART, FASTSCAN],
    [OURS, HYPERSCAN],
    [OURS_BYTES, HYPERSCAN],
    [OURS, IN_C],
  ];
  return [...speeds, ...pairs.filter(([, theirs]) => names.has(theirs)).map((pair) => ratio(...pair))];
}

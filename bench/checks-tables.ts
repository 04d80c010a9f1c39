import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMatcher, type Matcher, openMatcher } from '../server/checks/match/index.ts';
import { MatcherSlot, ScanPool } from '../server/scan-pool/index.ts';
import { type Figure, longestPauseMs, median, medianMs } from './bench.ts';
import { type BenchText, readTerms } from './checks-data.ts';

const ROUNDS = 7;
const POST = 5000;
const POSTS = 2000;

/** What 200,000 terms cost to build, load, hold and exchange, and how long one post takes. */
export async function tableFigures(text: BenchText): Promise<readonly Figure[]> {
  const terms = readTerms('sparse-200k');
  const buildMs = await medianMs(ROUNDS, () => buildMatcher(terms));
  const matcher = buildMatcher(terms);
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
  const path = join(folder, 'tables');
  writeFileSync(path, new Uint8Array(matcher.buffer));
  const loadMs = await medianMs(ROUNDS, () => load(path));
  const loaded = load(path);
  rmSync(folder, { recursive: true, force: true });
  const posts = postTimes(loaded, text);
  return [
    { name: '20 万词：建表', value: buildMs, unit: '毫秒' },
    { name: '20 万词：从文件载入', value: loadMs, unit: '毫秒' },
    { name: '20 万词：占用内存', value: matcher.buffer.byteLength / 1_000_000, unit: 'MB' },
    { name: '20 万词：换词表时主线程最长停顿', value: await longestPause(matcher, terms), unit: '毫秒' },
    { name: `20 万词：${POST} 字的帖文`, value: median(posts), unit: '毫秒' },
    {
      name: `20 万词：${POST} 字的帖文，百分之九十九以内`,
      value: posts[Math.floor(posts.length * 0.99)] ?? Number.NaN,
      unit: '毫秒',
    },
  ];
}

/** Into memory that threads can share. */
function load(path: string): Matcher {
  const bytes = readFileSync(path);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return openMatcher(shared);
}

/** Strings of other places of the text each time, folded and scanned; in rising order. */
function postTimes(matcher: Matcher, { text }: BenchText): number[] {
  const step = Math.floor((text.length - POST) / POSTS);
  let hits = 0;
  const times = Array.from({ length: POSTS }, (_, i) => {
    const post = text.slice(i * step, i * step + POST);
    const start = performance.now();
    const { units, length } = matcher.fold(post);
    matcher.scan(units, length, () => hits++);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b);
}

/** How long the event loop stood still at most while a new list was built in a thread and taken over. */
async function longestPause(matcher: Matcher, terms: readonly string[]): Promise<number> {
  const pool = new ScanPool(1);
  const slot = new MatcherSlot(matcher, pool);
  await pool.build(['先']);
  const longest = await longestPauseMs(() => slot.reload(terms));
  await pool.close();
  return longest;
}

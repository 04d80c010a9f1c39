import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ByteScanner, buildMatcher, type Matcher } from '../checks/match/index.ts';
import { MatcherSlot, ScanPool } from './index.ts';

type Hit = [term: number, start: number, end: number];

const folder = mkdtempSync(join(tmpdir(), 'juzhen-scan-'));
const pool = new ScanPool(2);
const path = join(folder, 'text.txt');
const terms = ['微信', '加微信号', '共和国', '😀', '国中', '国\n加'];
/** Eleven megabytes, so several parts; pieces of uneven length, so that borders fall everywhere. */
const bytes = new TextEncoder().encode(
  '中华人民共和国\n加微信号a😀é'.repeat(250_000) + '中'.repeat(100_000) + '国中'.repeat(10),
);

beforeAll(() => writeFileSync(path, bytes));
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

function here(matcher: Matcher): { hits: Hit[]; units: number } {
  const hits: Hit[] = [];
  const scanner = new ByteScanner(matcher, (term, start, end) => hits.push([term, start, end]));
  scanner.feed(bytes);
  return { hits, units: scanner.end() };
}

test.each([
  ['exact' as const, []],
  ['loose' as const, ['加微信号', '国加']],
])('two threads find in a file what one scan finds: %s', async (folding, right) => {
  const matcher = buildMatcher(terms, { folding, right });
  const hits: Hit[] = [];
  const units = await pool.scanFile(path, matcher, (term, start, end) => hits.push([term, start, end]));
  const expected = here(matcher);
  expect(units).toBe(expected.units);
  expect(hits.length).toBe(expected.hits.length);
  expect(hits.findIndex((hit, i) => hit.join() !== expected.hits[i]?.join())).toBe(-1);
});

test('an empty file has no hits; a missing one is an error, and the pool goes on', async () => {
  const matcher = buildMatcher(terms);
  const empty = join(folder, 'empty.txt');
  writeFileSync(empty, '');
  expect(await pool.scanFile(empty, matcher, () => undefined)).toBe(0);
  await expect(pool.scanFile(join(folder, 'none.txt'), matcher, () => undefined)).rejects.toThrow('ENOENT');
  expect(await pool.scanFile(empty, matcher, () => undefined)).toBe(0);
});

test('a slot serves the old terms until the new ones stand', async () => {
  const count = (matcher: Matcher, text: string) => {
    let hits = 0;
    const { units, length } = matcher.fold(text);
    matcher.scan(units, length, () => hits++);
    return hits;
  };
  const slot = new MatcherSlot(buildMatcher(['旧词']), pool);
  const reloaded = slot.reload(['新词', '旧\n', ''], { folding: 'plain' });
  expect(count(slot.current, '旧词新词')).toBe(1);
  expect(await reloaded).toBe(true);
  expect(count(slot.current, '旧词新词旧\n')).toBe(2);
  expect(await Promise.all([slot.reload(['早']), slot.reload(['晚'])])).toEqual([false, true]);
  expect(count(slot.current, '早晚')).toBe(1);
  await expect(slot.reload(['长'.repeat(300)])).rejects.toThrow(RangeError);
  expect(count(slot.current, '早晚')).toBe(1);
});

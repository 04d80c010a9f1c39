import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPacks } from './load.ts';
import type { PackSet } from './pack-set.ts';
import { type TraceRow, traceOf } from './trace.ts';

const root = new URL('../../', import.meta.url);
const inRoot = (path: string) => fileURLToPath(new URL(path, root));

let packs: PackSet;
let rows: TraceRow[];

beforeAll(async () => {
  const loaded = await loadPacks([inRoot('policy-packs')]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 5), null, 1));
  packs = loaded.packs;
  rows = traceOf(packs);
});

describe('the trace of the five regulations', () => {
  test.each([
    ['LZ', 50],
    ['WJ', 26],
    ['GD', 28],
    ['FS', 31],
    ['QJ', 32],
  ])('%s has %i clauses', (prefix, count) => {
    expect(rows.filter(({ id }) => id.startsWith(`${prefix}-`))).toHaveLength(count);
  });

  test('167 clauses, each once', () => {
    expect(rows).toHaveLength(167);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(167);
  });

  test('an enforced clause names a file of code that exists, and a test that stands in its file', () => {
    for (const { id, where, test: proof } of rows.filter(({ status }) => status === 'enforced')) {
      for (const file of (where ?? '').split(/[、；,;]\s*/))
        expect(existsSync(inRoot(file)), `${id}: ${file}`).toBe(true);
      const [path = '', ...title] = (proof ?? '').split(' › ');
      expect(path, id).toMatch(/\.(test|spec|story)\.tsx?$/);
      expect(existsSync(inRoot(path)), `${id}: ${path}`).toBe(true);
      const wanted = title.at(-1) ?? '';
      expect(wanted, id).not.toBe('');
      expect(readFileSync(inRoot(path), 'utf8'), `${id}: ${proof}`).toMatch(titled(wanted));
    }
  });

  test('a recorded clause names the records that hold it', () => {
    for (const { id, where } of rows.filter(({ status }) => status === 'recorded')) {
      for (const place of (where ?? '').split('；')) {
        const [file = '', anchor] = place.split('#');
        expect(existsSync(file), `${id}: ${place}`).toBe(true);
        expect(anchor, id).toBeTruthy();
      }
    }
  });

  test('a clause that is not enforced claims neither place nor test', () => {
    for (const row of rows.filter(({ status }) => status === 'not-enforced'))
      expect(row).toMatchObject({ test: null });
  });
});

test('every record of every pack cites an article and says it in its own words', () => {
  for (const { records } of packs.packs) {
    for (const { rule, basis } of records) {
      expect(basis.article, rule).not.toBe('');
      expect(basis.summary.length, rule).toBeGreaterThan(3);
    }
  }
});

test('each regulation has worked cases, and all of them hold', () => {
  for (const pack of packs.packs) expect(pack.cases.length, pack.id).toBeGreaterThanOrEqual(10);
});

/** A test title as it stands in source, in any kind of quotes. */
function titled(title: string): RegExp {
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(['"\`])${escaped}\\1`);
}

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

  test('an enforced clause names code that exists', () => {
    for (const { id, where } of withStatus('enforced')) {
      for (const file of (where ?? '').split('；')) {
        expect(file, id).toMatch(/^(server|web|contracts)\/.*(?<!\.test)\.tsx?$/);
        expect(existsSync(inRoot(file)), `${id}: ${file}`).toBe(true);
      }
    }
  });

  test('an enforced clause names tests that stand in their files and bear its id', () => {
    for (const { id, test: proofs } of withStatus('enforced')) {
      for (const proof of (proofs ?? '').split('；')) {
        const [path = '', title = '', ...more] = proof.split(' › ');
        expect(more, proof).toEqual([]);
        expect(path, id).toMatch(/\.(test|spec|story)\.tsx?$/);
        expect(existsSync(inRoot(path)), `${id}: ${path}`).toBe(true);
        expect(title.split(/[\s;,]+/), `${id}: ${proof}`).toContain(id);
        expect(readFileSync(inRoot(path), 'utf8'), `${id}: ${proof}`).toMatch(titled(title));
      }
    }
  });

  test('every other clause names the records that hold its figures, and no test', () => {
    for (const { id, where, test: proof } of [...withStatus('recorded'), ...withStatus('not-enforced')]) {
      expect(proof, id).toBeNull();
      for (const place of (where ?? '').split('；')) {
        const [file = '', anchor] = place.split('#');
        expect(existsSync(file), `${id}: ${place}`).toBe(true);
        expect(anchor, id).toBeTruthy();
      }
    }
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

function withStatus(status: TraceRow['status']): TraceRow[] {
  const some = rows.filter((row) => row.status === status);
  expect(some.length, status).toBeGreaterThan(0);
  return some;
}

/** A test title as it stands in source, in any kind of quotes. */
function titled(title: string): RegExp {
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(['"\`])${escaped}\\1`);
}

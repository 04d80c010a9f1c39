import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import type { RawFile, RawPack } from './parse-pack.ts';

const folder = fileURLToPath(new URL('../../policy-packs/', import.meta.url));
const read = (name: string): RawFile => ({
  name: name.split('/').slice(1).join('/') || name,
  file: name,
  text: readFileSync(`${folder}${name}`, 'utf8'),
});
const filesOf = (id: string): RawFile[] =>
  readdirSync(`${folder}${id}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(`${id}/${name}`));

const geography = [read('jurisdictions.yaml')];
const national: RawPack = { file: 'national', files: filesOf('national') };
const county: RawPack = { file: 'fusong-county', files: filesOf('fusong-county') };

/** A slip of the hand in one file: text cut out, doubled, or overwritten by something that means much in YAML. */
const slip = fc.record({
  file: fc.nat(county.files.length - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  with: fc.constantFrom(
    '',
    '\n',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    '#',
    '&a ',
    '*a ',
    '!!str ',
    'null',
    '-1',
    '2026-02-30',
    '  ',
    '__proto__: 1',
    '长',
  ),
});

function slipped({
  file,
  at,
  length,
  with: put,
}: {
  file: number;
  at: number;
  length: number;
  with: string;
}): RawPack {
  const files = county.files.map((one, i) => {
    if (i !== file) return one;
    const start = Math.floor(at * one.text.length);
    return { ...one, text: one.text.slice(0, start) + put + one.text.slice(start + length) };
  });
  return { ...county, files };
}

test('whatever a slip of the hand makes of a pack, the loader answers, with places and Chinese reasons', () => {
  let refused = 0;
  fc.assert(
    fc.property(slip, (one) => {
      const result = assemble({ packs: [national, slipped(one)], geography });
      if (result.ok) return;
      refused += 1;
      for (const problem of result.problems) {
        expect(problem.file).not.toBe('');
        expect(problem.reason).toMatch(/[\u4e00-\u9fff]/);
      }
    }),
    { numRuns: 40 },
  );
  expect(refused).toBeGreaterThan(5);
});

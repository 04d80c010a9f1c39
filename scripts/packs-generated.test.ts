import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalogue } from '../server/policy/catalogue.ts';
import { exampleOf } from './packs-examples.ts';
import { schemaFiles } from './packs-schema.ts';
import { withTable } from './packs-write.ts';

const folder = new URL('../policy-packs/_schema/', import.meta.url);
const handbook = new URL('../docs/handbook/policy-packs.md', import.meta.url);
const again = 'run: node --import tsx scripts/packs-write.ts';

describe('what is generated from the catalogue is fresh', () => {
  test.each([...schemaFiles()])('%s', async (name, text) => {
    expect(await readFile(new URL(name, folder), 'utf8'), again).toBe(text);
  });

  test('no other schema lies about', async () => {
    expect((await readdir(folder)).sort()).toEqual([...schemaFiles().keys()].sort());
  });

  test('the table of rules in the handbook', async () => {
    const text = await readFile(handbook, 'utf8');
    expect(text, again).toBe(withTable(text));
    for (const id of Object.keys(catalogue)) expect(text).toContain(`\`${id}`);
  });
});

test('every rule has an example, and the loader would take it', () => {
  for (const [id, rule] of Object.entries(catalogue)) {
    if (rule.kind === 'chain' || rule.kind === 'form') continue;
    const examples = [...exampleOf(id).matchAll(/`([^`]+)`/g)].map(
      (match) => parse(match[1] ?? '') as unknown,
    );
    expect(examples.length, id).toBeGreaterThan(0);
    for (const example of examples) expect(rule.schema.safeParse(example).error, id).toBeUndefined();
  }
});

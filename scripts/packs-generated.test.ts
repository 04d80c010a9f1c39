import { readdir, readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
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

const app = Fastify({
  ajv: { customOptions: { coerceTypes: false, removeAdditional: false, strict: false } },
});
for (const [name, text] of schemaFiles()) {
  app.post(`/${name}`, { schema: { body: JSON.parse(text) as object } }, async () => 'fine');
}
afterAll(() => app.close());

/** What an editor would say of a file: the schema's own verdict, by the validator that the server uses for requests. */
async function judge(kind: string, data: unknown): Promise<boolean> {
  const { statusCode } = await app.inject({
    method: 'POST',
    url: `/${kind}.schema.json`,
    payload: data as object,
  });
  return statusCode === 200;
}

describe('an editor with the schemas agrees with the loader', () => {
  const packs = new URL('../policy-packs/', import.meta.url);
  const kindOf = (name: string) => /^(rules|cases)\//.exec(name)?.[1] ?? name.replace('.yaml', '');

  test.each([
    'fusong-county',
    'guangdong',
    'lanzhou-new-area',
    'national',
    'qijiang-district',
    'wujiang-hrss',
  ])('on every file of %s', async (id) => {
    const names = (await readdir(new URL(`${id}/`, packs), { recursive: true })).filter((name) =>
      name.endsWith('.yaml'),
    );
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const data: unknown = parse(await readFile(new URL(`${id}/${name}`, packs), 'utf8'));
      expect(await judge(kindOf(name), data), `${id}/${name}`).toBe(true);
    }
  });

  const record = (more: object) => [
    {
      id: 'update.interval',
      from: '2025-01-01',
      value: { n: 1, unit: 'week' },
      basis: { source: 'a', article: 'b', summary: 'c' },
      ...more,
    },
  ];

  test.each([
    ['a right record', record({}), true],
    ['a repealed one', record({ value: null }), true],
    ['several ids', record({ id: ['update.interval', 'update.zombie-threshold'] }), true],
    ['an id of an open family', record({ id: 'other.own.thing', title: '其他', value: '文字' }), true],
    ['an unknown id', record({ id: 'update.intervall' }), false],
    ['an unknown id among several', record({ id: ['update.interval', 'nonsense'] }), false],
    ['a value of another rule', record({ value: true }), false],
    ['a unit there is not', record({ value: { n: 1, unit: 'fortnight' } }), false],
    ['an unknown key', record({ clause: 'A-1' }), false],
  ])('%s: %#', async (_name, data, fine) => {
    expect(await judge('rules', data)).toBe(fine);
  });
});

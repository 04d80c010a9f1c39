import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { subjectNames } from './audit/words.ts';
import { actionNames } from './words.ts';

const SERVER = fileURLToPath(new URL('../server', import.meta.url));

/** What the server's own texts write into the trail, by a pattern with one group. */
function written(pattern: RegExp): string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|testing|node_modules/.test(name),
  );
  const found = files.flatMap((name) =>
    [...readFileSync(`${SERVER}/${name}`, 'utf8').matchAll(pattern)].map(([, text]) => text ?? ''),
  );
  return [...new Set(found)].sort();
}

test('every action and every kind of thing in the trail has a Chinese name', () => {
  const actions = written(/\baction: '([a-z-]+\.[a-z-]+)'/g);
  const subjects = written(/\{ type: '([a-z-]+)', id/g);
  expect(actions.length).toBeGreaterThan(60);
  expect(subjects.length).toBeGreaterThan(15);
  expect(actions.filter((action) => !actionNames[action])).toEqual([]);
  expect(subjects.filter((subject) => !subjectNames[subject])).toEqual([]);
});

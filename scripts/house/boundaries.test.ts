import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundaryBreaches } from './boundaries.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** From, to, and the rule that has to catch it; null where it is lawful. */
const PLANTED: [string, string, string | null][] = [
  ['contracts/a/wire.ts', 'server/kernel/outcome.ts', 'contracts-are-leaves'],
  ['contracts/a/words.ts', 'kysely', 'contracts-are-leaves'],
  ['contracts/a/fine.ts', 'zod', null],
  ['web/modules/a/page.tsx', 'server/kernel/outcome.ts', 'web-meets-server-in-contracts'],
  ['web/modules/a/fine.tsx', 'contracts/a/fine.ts', null],
  ['server/main.ts', 'web/modules/a/fine.tsx', 'server-knows-no-pages'],
  ['server/modules/deadlines/open-clock.ts', 'server/modules/directory/store.ts', 'modules-meet-at-the-door'],
  ['server/modules/deadlines/close-clock.ts', 'server/modules/directory/index.ts', null],
  ['server/modules/directory/open-unit.ts', 'server/modules/deadlines/index.ts', 'directory-looks-down-only'],
  ['server/modules/accounts/open-account.ts', 'server/modules/overview/index.ts', 'accounts-looks-down-only'],
  ['server/portal/page.ts', 'server/modules/directory/store.ts', 'faces-use-the-door'],
  ['server/system.ts', 'server/modules/directory/store.ts', 'faces-use-the-door'],
  ['server/modules/deadlines/sweep.test.ts', 'server/modules/accounts/testing.ts', null],
  ['cli/units.ts', 'server/modules/directory/store.ts', 'faces-use-the-door'],
  ['server/kernel/runner.ts', 'server/modules/directory/index.ts', 'below-knows-no-above'],
  ['server/kernel/wires.ts', 'server/system.ts', 'below-knows-no-above'],
  ['server/kernel/reads.ts', 'server/config.ts', 'below-knows-no-above'],
  ['server/scan-pool/jobs.ts', 'server/modules/directory/index.ts', 'below-knows-no-above'],
  ['server/check-pool/jobs.ts', 'server/modules/directory/index.ts', 'below-knows-no-above'],
  ['server/modules/accounts/rules.ts', 'server/modules/accounts/store.ts', 'rules-are-pure'],
  ['server/modules/accounts/rules-names.ts', 'server/policy/load.ts', 'rules-are-pure'],
  ['server/modules/accounts/rules-days.ts', 'node:fs', 'rules-are-pure'],
  ['server/modules/accounts/rules-fine.ts', 'server/policy/index.ts', null],
  ['server/modules/accounts/model.ts', 'server/modules/accounts/store.ts', 'models-are-nouns'],
  ['server/policy/answer.ts', 'node:fs', 'policy-is-pure'],
  ['server/policy/resolve.ts', 'server/policy/load.ts', 'policy-is-pure'],
  ['server/checks/scan.ts', 'server/kernel/outcome.ts', 'checks-are-pure'],
  ['server/checks/walks.ts', 'server/policy/index.ts', 'checks-are-pure'],
  ['server/checks/lexicon/read.ts', 'server/policy/load.ts', 'lexicons-are-read-as-packs-are'],
  ['server/modules/accounts/close-account.ts', 'kysely', 'sql-in-stores-only'],
  ['server/modules/accounts/list-accounts.ts', 'pg', 'sql-in-stores-only'],
  ['server/modules/accounts/store.ts', 'kysely', null],
  ['server/modules/accounts/view.ts', 'fastify', 'http-in-routes-only'],
  ['server/modules/accounts/routes.ts', 'fastify', null],
  ['server/modules/accounts/jobs.ts', 'pg-boss', 'queue-in-kernel-only'],
  ['server/modules/accounts/export-accounts.ts', 'exceljs', 'formats-in-documents-only'],
  ['migrations/2026-01-01T01-a.ts', 'contracts/a/fine.ts', 'migrations-stand-alone'],
  ['migrations/2026-01-01T02-b.ts', 'kysely', null],
  ['web/ui/table.tsx', 'web/modules/a/fine.tsx', 'ui-knows-no-business'],
  ['server/modules/accounts/move-account.ts', 'server/modules/accounts/testing.ts', 'tests-are-not-imported'],
  ['server/modules/accounts/gone.ts', 'server/modules/accounts/nowhere.ts', 'resolvable'],
  ['server/kernel/draws.ts', 'fast-check', 'no-dev-packages-at-run-time'],
  ['server/kernel/one.ts', 'server/kernel/two.ts', 'no-cycles'],
];
const EMPTY = [
  'server/kernel/outcome.ts',
  'server/config.ts',
  'server/policy/load.ts',
  'server/policy/index.ts',
];
const DOORS = [
  'directory/index.ts',
  'directory/store.ts',
  'deadlines/index.ts',
  'overview/index.ts',
  'accounts/testing.ts',
];

let root: string;
let breaches: string[];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'juzhen-boundaries-'));
  for (const name of ['.dependency-cruiser.cjs', 'package.json']) cpSync(join(ROOT, name), join(root, name));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const path of EMPTY) plant(path, 'export const x = 1;\n');
  for (const door of DOORS) plant(`server/modules/${door}`, 'export const x = 1;\n');
  plant('server/kernel/two.ts', "export { x } from './one.ts';\n");
  for (const [from, to] of PLANTED) {
    const target = to.includes('/') ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to;
    plant(
      from,
      `import * as other from '${target}';\nexport const x = other;\n${from.endsWith('x') ? 'export const y = <p class="a" />;\n' : ''}`,
    );
  }
  breaches = await boundaryBreaches(root, ['server', 'contracts', 'cli', 'web', 'migrations']);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test.each(PLANTED)('%s → %s: %s', (from, _to, rule) => {
  const caught = breaches
    .filter((line) => line.startsWith(`${from} → `))
    .map((line) => /\[(.*)\]$/.exec(line)?.[1]);
  if (rule === null) expect(caught).toEqual([]);
  else expect(caught).toContain(rule);
});

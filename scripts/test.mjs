// npm test: unit and use-case tests, then the browser stories. The last line is the sum of both.
// npm test -- --unit or --browser runs one of them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest } from './test-counts.mjs';
import { buildWeb } from './web-build.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RESULTS = join(ROOT, 'test-results');
const only = process.argv.slice(2);

async function unitTests() {
  const report = fresh('vitest.json');
  const code = await run(join(ROOT, 'node_modules/vitest/vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return countVitest(read(report), code);
}

async function browserTests() {
  if (!built) return { passed: 0, failed: 1 };
  const report = fresh('playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await run(join(ROOT, 'node_modules/@playwright/test/cli.js'), ['test'], env);
  return countPlaywright(read(report), code);
}

/** Ctrl-C reaches the children by itself; we wait for them, so that they can stop what they started. */
function run(program, args, env = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

function fresh(name) {
  const file = join(RESULTS, name);
  mkdirSync(RESULTS, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    interrupted = true;
  });

const total = { passed: 0, failed: 0 };
const built = await buildWeb().then(
  () => true,
  (error) => {
    console.error(error.message, error.output ?? '');
    return false;
  },
);
for (const [flag, tests] of [
  ['--unit', unitTests],
  ['--browser', browserTests],
]) {
  if (interrupted || (only.length > 0 && !only.includes(flag))) continue;
  const { passed, failed } = await tests();
  total.passed += passed;
  total.failed += failed;
}
if (interrupted) total.failed += 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

// npm run check: format, types, lint, boundaries, house rules, packs, unused code. All at error, none at warn.
// npm run check -- NAME… runs some of them.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const AT_ONCE = 2;
const node = (program, ...args) => [process.execPath, program, ...args];
const packaged = (program, ...args) => node(join(ROOT, 'node_modules', program), ...args);

/** The longest first, so that the short ones fill the gaps. */
const CHECKS = {
  types: packaged('typescript/bin/tsc', '--noEmit', '-p', '.'),
  unused: packaged('knip/bin/knip.js', '--no-progress'),
  boundaries: node('scripts/house/boundaries-main.mjs'),
  lint: packaged('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=100', '.'),
  house: node('--import', 'tsx', 'scripts/house/main.ts'),
  packs: node('cli/juzhen.mjs', 'packs', 'check'),
};

function run(name) {
  const [program, ...args] = CHECKS[name];
  const began = Date.now();
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (part) => {
      output += part;
    });
  }
  return new Promise((resolve) =>
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, output, seconds: (Date.now() - began) / 1000 }),
    ),
  );
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`no check named ${unknown.join(', ')}; there are: ${Object.keys(CHECKS).join(', ')}`);
  process.exit(2);
}
const waiting = Object.keys(CHECKS).filter((name) => asked.length === 0 || asked.includes(name));
const results = [];
const lanes = Array.from({ length: AT_ONCE }, async () => {
  for (let name = waiting.shift(); name; name = waiting.shift()) results.push(await run(name));
});
await Promise.all(lanes);
for (const { name, output } of results.filter((one) => !one.ok))
  console.log(`── ${name} ──\n${output.trim()}\n`);
for (const { name, ok, seconds } of results)
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1)} s`);
process.exitCode = results.every((one) => one.ok) ? 0 : 1;

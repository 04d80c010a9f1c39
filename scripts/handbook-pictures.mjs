// Takes the pictures of docs/handbook anew: node scripts/handbook-pictures.mjs
// The printed form becomes a picture by pdftoppm, and colours are counted down by ImageMagick, where they are installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './web-build.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const IMAGES = join(ROOT, 'docs/handbook/images');
const PRINTED = join(ROOT, 'test-results/handbook/printed-form.pdf');
const MOST_BYTES = 250_000;

/** False where the program is not installed: the picture then stays as it was. */
function run(program, args) {
  const { error, status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' });
  if (error?.code === 'ENOENT') return false;
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return true;
}

rmSync(PRINTED, { force: true });
await buildWeb();
run(process.execPath, [
  join(ROOT, 'node_modules/@playwright/test/cli.js'),
  'test',
  '--config',
  'e2e/pictures/playwright.config.ts',
]);
if (existsSync(PRINTED))
  run('pdftoppm', ['-r', '80', '-png', '-singlefile', PRINTED, join(IMAGES, 'printed-form')]);
for (const name of readdirSync(IMAGES).filter((each) => each.endsWith('.png'))) {
  const file = join(IMAGES, name);
  run('convert', [
    file,
    '-strip',
    '-dither',
    'None',
    '-colors',
    '128',
    '-define',
    'png:compression-level=9',
    `PNG8:${file}`,
  ]);
  const bytes = statSync(file).size;
  if (bytes > MOST_BYTES) throw new Error(`${name}: ${bytes} bytes`);
  console.log(`${name} ${Math.round(bytes / 1000)} kB`);
}

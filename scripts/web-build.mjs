import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'web/dist');
const STAMP = join(DIST, '.source-hash');

/** Builds the web pages where there are none or where their sources have changed. Returns whether it built. */
export async function buildWeb() {
  const hash = sourceHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false;
  const { code, output } = await viteBuild();
  if (code !== 0)
    throw Object.assign(new Error('网页没有构建成功：请重新运行 npm ci 后再试。'), {
      name: 'StartProblem',
      output,
    });
  writeFileSync(STAMP, hash);
  return true;
}

/** By content and not by time: a clone or an unpacked archive carries no useful times. */
function sourceHash() {
  const hash = createHash('sha256');
  const files = [
    ...list(join(ROOT, 'web')),
    ...list(join(ROOT, 'contracts')),
    join(ROOT, 'package-lock.json'),
  ];
  for (const file of files)
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function list(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['dist', 'node_modules'].includes(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? list(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function viteBuild() {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      output += part;
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

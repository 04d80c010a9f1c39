// The Chromium and the fonts of the npm packages, made ready for headless tests: nothing comes from the system.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CACHE = join(ROOT, 'node_modules/.cache/juzhen');
const FONT_FOLDERS = [
  'noto-sans-sc/400Regular',
  'noto-sans-sc/500Medium',
  'noto-sans-sc/700Bold',
  'noto-serif-sc/400Regular',
  'noto-serif-sc/700Bold',
];

/** Returns where the browser lies and what its environment needs. CHROMIUM_PATH names another one. */
export function prepareBrowser() {
  const fonts = writeFontConfig();
  const own = process.env.CHROMIUM_PATH;
  if (own) return { executablePath: own, env: { FONTCONFIG_FILE: fonts } };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      '本机不是 Linux x64，没有随包的 Chromium：请安装 Chromium 并用环境变量 CHROMIUM_PATH 指明它的路径。',
    );
  const folder = unpack();
  const executablePath = join(folder, 'chromium');
  const libraries = join(folder, 'al2023/lib');
  const env = { FONTCONFIG_FILE: fonts };
  if (lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = libraries;
  return { executablePath, env };
}

/** Below a folder of the package's version, and whole or not at all: several runs may start together. */
function unpack() {
  const manifest = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../../package.json',
  );
  const folder = join(CACHE, `chromium-${JSON.parse(readFileSync(manifest, 'utf8')).version}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const script = "import('@sparticuz/chromium').then((one) => one.default.executablePath())";
  const run = spawnSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
    // The package unpacks into TMPDIR, and its own copies of NSS only where it believes to be in that environment.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  if (run.status !== 0 || !existsSync(join(draft, 'chromium'))) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`Chromium 没有解开：请检查磁盘空间后重新运行。\n${run.stderr}`);
  }
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function lacksLibraries(program) {
  const { stdout, error } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return error !== undefined || stdout.includes('not found');
}

/** Without a list of fonts this browser paints no text; the system's own list may lack Chinese. */
function writeFontConfig() {
  const folders = FONT_FOLDERS.map(
    (one) => `  <dir>${join(ROOT, 'node_modules/@expo-google-fonts', one)}</dir>`,
  );
  const aliases = [
    ['sans-serif', 'Noto Sans SC'],
    ['serif', 'Noto Serif SC'],
    ['monospace', 'Noto Sans SC'],
  ].map(
    ([from, to]) =>
      `  <alias binding="same"><family>${from}</family><prefer><family>${to}</family></prefer></alias>`,
  );
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders,
    `  <cachedir>${join(CACHE, 'fontconfig')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n');
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, 'fonts.conf');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return file;
}

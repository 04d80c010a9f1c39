import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as plain } from '@playwright/test';

/** A running system of its own: fresh database, demonstration jurisdictions, a clock that can be set. */
type Site = { url: string; dataFolder: string };

type Running = { site: Site; stop: () => Promise<void> };

/**
 * The site of a story file. Whichever worker takes a file, and after whichever other, its stories meet the
 * demonstration untouched: what they see must not hang on how the files were dealt out.
 */
type SiteOf = (file: string) => Promise<Site>;

/** Keeps a numbered picture of the page under test-results/screenshots/<story>/. */
type Keep = (name: string) => Promise<void>;

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL('../../test-results/screenshots', import.meta.url));

/** The `test` of all stories: `page` is opened on a server that only the stories of the same file have used. */
export const test = plain.extend<{ keep: Keep; site: Site }, { siteOf: SiteOf }>({
  siteOf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      let current: (Running & { file: string }) | null = null;
      await use(async (file) => {
        if (current?.file === file) return current.site;
        await current?.stop();
        current = { file, ...(await startSite()) };
        return current.site;
      });
      await (current as Running | null)?.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // The first story of a file waits for the server; that is not time of the story's own.
  site: [async ({ siteOf }, use, info) => use(await siteOf(info.file)), { timeout: 120_000 }],
  baseURL: ({ site }, use) => use(site.url),
  keep: async ({ page }, use, info) => {
    const story = join(basename(info.file, '.story.ts'), info.title.replace(/[\s/\\:]+/g, '-'));
    let count = 0;
    await use(async (name) => {
      count += 1;
      const file = `${String(count).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: join(SCREENSHOTS, story, file), fullPage: true });
    });
  },
});

export { expect } from '@playwright/test';

async function startSite(): Promise<Running> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'juzhen-e2e-'));
  const port = await freePort();
  const server = spawn(process.execPath, [SERVE], {
    env: { ...process.env, PORT: String(port), JUZHEN_DATA: dataFolder, DEMO: 'on', DATABASE_URL: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await stopped(server);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await started(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { site: { url: `http://127.0.0.1:${port}`, dataFolder }, stop };
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function started(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (part) => {
        said += part;
        if (said.includes('已启动')) resolve();
      });
    server.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
  });
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

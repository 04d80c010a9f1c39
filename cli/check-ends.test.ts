import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('juzhen.mjs', import.meta.url));
/** A run takes a few seconds; one that is held open would take for ever. */
const LONGEST_MS = 45_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-ends-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>';
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj${page}endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF`;

/** Pictures and PDF are read in a thread, which must not hold the command open once it has answered. */
test.each([
  ['图.png', PNG.sync.write(new PNG({ width: 8, height: 8 })), '只识读其中的二维码'],
  ['文.pdf', Buffer.from(PDF), '第 1 页没有可读的文字'],
])('the command ends after %s', (name, content, said) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const run = spawnSync(process.execPath, [PROGRAM, 'check', path], {
    timeout: LONGEST_MS,
    encoding: 'utf8',
  });
  expect({ signal: run.signal, status: run.status }).toEqual({ signal: null, status: 0 });
  expect(run.stderr).toContain(said);
});

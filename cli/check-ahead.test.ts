import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CheckPool, type TextChecker } from '../server/check-pool/index.ts';
import { createChecker } from '../server/checks/index.ts';
import { loadLexicons, type ShippedLexicons } from '../server/lexicons.ts';
import { hereThenInThreads } from './check-ahead.ts';
import { checkFiles } from './check-files.ts';
import { jsonReport, textReport } from './check-report.ts';
import { openSource, type Source } from './check-source.ts';
import { collecting } from './terminal.test-data.ts';

let folder = '';
let shipped: ShippedLexicons;
let pool: CheckPool;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-ahead-'));
  shipped = await loadLexicons();
  pool = new CheckPool(2);
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

const ID = '11010519491231002X';
/** Lines and one line, each a few windows long, with something to find about every thousand characters. */
const FAULTS = [`号码${ID}`, '会议于2026年2月30日召开，，', '（见附件', '再接再励', '三、其他', '机密★五年'];
const piece = (n: number) => `${'政务公开工作有序推进'.repeat(90 + (n % 17))}${FAULTS[n % FAULTS.length]}`;
const pieces = Array.from({ length: 900 }, (_, n) => piece(n));

function given(name: string, ...content: (string | Uint8Array)[]): Source {
  return {
    name,
    size: null,
    async *bytes() {
      for (const each of content) yield Buffer.from(each);
    },
  };
}

const table = pieces.map((text, n) => `${n},"${text}"`).join('\n');
const SOURCES: readonly Source[] = [
  given('行.txt', pieces.join('。\n')),
  given('空.txt'),
  given('旧.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100)),
  given('长.txt', ...pieces),
  given('表.csv', '序号,内容\n', table),
  ...Array.from({ length: 60 }, (_, n) => given(`${n}.txt`, piece(n), '\n', piece(n + 1))),
  given('网页.html', `<html><a href="https://item.taobao.com/item.htm">购买</a><p>${piece(0)}</p></html>`),
  given('坏.docx', Buffer.from('PK\x03\x04'), Buffer.alloc(100)),
  given('国标.txt', Buffer.from('d5fecef1b9abbfaabaccc2eb', 'hex'), Buffer.from(ID)),
];

async function reported(sources: readonly Source[], checker: TextChecker, report = jsonReport) {
  const terminal = collecting();
  const totals = await checkFiles(sources, checker, report(terminal), terminal).catch(
    (error: unknown) => error,
  );
  return { totals, out: terminal.output(), err: terminal.errors() };
}

describe('in threads as in one', () => {
  test.each([
    ['JSON', jsonReport],
    ['lines', textReport],
  ])(
    'every byte of the report is the same: %s',
    async (_, report) => {
      const alone = await reported(SOURCES, createChecker(shipped), report);
      expect(alone.totals).toMatchObject({ refused: 2 });
      expect(alone.out.length).toBeGreaterThan(100_000);
      // All in threads, and some here and the rest in threads, wherever the change comes.
      for (const here of [0, 1, 40]) {
        const spread = await reported(SOURCES, hereThenInThreads(pool, here)(shipped), report);
        expect(spread.totals).toEqual(alone.totals);
        expect(spread.err).toBe(alone.err);
        expect(spread.out === alone.out).toBe(true);
      }
    },
    120_000,
  );

  test('what was read before a fault of the disk is reported, then the fault', async () => {
    const faulty: Source = {
      ...given('坏盘.txt'),
      async *bytes() {
        yield Buffer.from(pieces.join('\n'));
        throw new Error('EIO');
      },
    };
    const sources = [given('好.txt', piece(0)), faulty, given('后.txt', piece(0))];
    const alone = await reported(sources, createChecker(shipped));
    const spread = await reported(sources, pool.open(shipped));
    expect(spread).toEqual(alone);
    expect(spread.totals).toMatchObject({ message: 'EIO' });
    expect(spread.out).toContain(ID);
  });

  test('a check that fails ends the run behind what was found before it', async () => {
    const { check } = createChecker(shipped);
    const failing: TextChecker = {
      check: async (text) => {
        if (text.includes('机密')) throw new Error('a thread ended');
        return check(text);
      },
    };
    const { totals, out } = await reported(SOURCES.slice(-63), failing);
    expect(totals).toMatchObject({ message: 'a thread ended' });
    expect(out).toContain('"3.txt"');
    expect(out).not.toContain('"5.txt"');
  });
});

test('no more than a few stretches are held, however fast a file is read and however slowly it is checked', async () => {
  let underWay = 0;
  let most = 0;
  let asked = 0;
  const slow: TextChecker = {
    async check() {
      asked += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < 20; turn += 1) await nextTurn();
      underWay -= 1;
      if (asked > 100) throw new Error('enough');
      return [];
    },
  };
  let closed = false;
  const endless: Source = {
    ...given('无尽.txt'),
    async *bytes() {
      try {
        for (;;) yield Buffer.from(piece(0).repeat(300));
      } finally {
        closed = true;
      }
    },
  };
  expect((await reported([endless], slow)).totals).toMatchObject({ message: 'enough' });
  expect(closed).toBe(true);
  expect(most).toBeGreaterThan(4);
  expect(most).toBeLessThan(10);
});

test('files that are refused by their first bytes are closed', async () => {
  const path = join(folder, '旧.doc');
  writeFileSync(path, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100_000)]));
  const source = await openSource(path);
  if (!source) throw new Error('no file');
  let closed = 0;
  const watched: Source = {
    ...source,
    async *bytes() {
      try {
        yield* source.bytes();
      } finally {
        closed += 1;
      }
    },
  };
  expect((await reported([watched, watched], createChecker())).totals).toMatchObject({ refused: 2 });
  expect(closed).toBe(2);
});

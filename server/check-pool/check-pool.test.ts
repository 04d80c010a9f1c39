import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { anyContext, anyText, OPTIONS } from '../checks/checker.test-data.ts';
import { createChecker, type Lexicon } from '../checks/index.ts';
import { shippedLexicons } from '../checks/testing.ts';
import { CheckPool, type SharedOptions } from './index.ts';

/** The threads that were started, so that a test can end one; `onHire` sees each as it comes. */
const threads = vi.hoisted(() => ({ onHire: (_: Worker): void => undefined }));
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  class Watched extends real.Worker {
    constructor(...given: ConstructorParameters<typeof real.Worker>) {
      super(...given);
      threads.onHire(this);
    }
  }
  return { ...real, Worker: Watched };
});

let pool: CheckPool;
beforeAll(() => {
  pool = new CheckPool(2);
});
afterEach(() => {
  threads.onHire = () => undefined;
});
afterAll(() => pool.close());

const ID = '11010519491231002X';
const LONG = `会议于2026年2月30日召开。领取人张三，身份证号码${ID}。各部门要再接再励。\n`.repeat(4_000);

function lexiconOf(...terms: string[]): Lexicon {
  const entries = terms.map((term) => ({
    term,
    kind: 'body-name',
    detector: 'names' as const,
    severity: 'warn' as const,
    source: '文件',
  }));
  return { id: 'own', title: '本地', version: '1', detector: 'names', entries };
}

function shippedModel(): Uint8Array<SharedArrayBuffer> {
  const bytes = readFileSync(new URL('../../lexicons/wording.bin', import.meta.url));
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

describe('threads find what a checker finds', () => {
  test('in any text, with any context', async () => {
    const checker = createChecker(OPTIONS);
    const inThreads = pool.open(OPTIONS);
    await fc.assert(
      fc.asyncProperty(anyText, anyContext, async (text, context) => {
        expect(await inThreads.check(text, context)).toEqual(checker.check(text, context));
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  test.each<[string, SharedOptions]>([
    ['no options', {}],
    ['the counted model', { lexicons: shippedLexicons, wordingModel: shippedModel() }],
    [
      'detectors switched',
      { detectors: { privacy: { on: false }, wording: { on: true, severity: 'note' } } },
    ],
    ['kinds switched', { detectors: { privacy: { on: true, kinds: { 'id-number': 'note' } } } }],
    ['a day', { lexicons: shippedLexicons, on: '2026-11-23' }],
    ['telephones', { officePhones: ['0439-6212345'], domains: { own: ['a.gov.cn'], listed: [] } }],
  ])('by any options: %s', async (_, options) => {
    const texts = [LONG, '', '和谐社回的建设任务十分艰巨', '联系0439-6212345，详见www.a.com', '\ud83d\0'];
    const checker = createChecker(options);
    const found = await Promise.all(texts.map((text) => pool.open(options).check(text)));
    expect(found).toEqual(texts.map((text) => checker.check(text)));
  });

  test('for each of many that ask at once, by more checkers than a thread keeps', async () => {
    const terms = Array.from({ length: 12 }, (_, n) => `机构${'甲乙丙丁戊己庚辛壬癸子丑'[n]}`);
    const checkers = terms.map((term) => pool.open({ lexicons: [lexiconOf(term)] }));
    const text = terms.join('，');
    const asked = Array.from({ length: 240 }, (_, n) => checkers[(n * 7) % 12]?.check(`${n}${text}`));
    const found = (await Promise.all(asked)).map((findings) => findings?.map((one) => one.text));
    expect(found).toEqual(asked.map((_, n) => [terms[(n * 7) % 12]]));
  });
});

test('checks under way end with the checker they began with, while later ones have the new', async () => {
  const old = pool.open({ lexicons: [lexiconOf('旧机构')] });
  const text = `${LONG}旧机构、新机构`;
  const names = (findings: readonly { text: string; detector: string }[]) =>
    findings.filter(({ detector }) => detector === 'names').map((one) => one.text);
  const before = [1, 2, 3].map(() => old.check(text));
  const renewed = pool.open({ lexicons: [lexiconOf('新机构')] });
  const after = [1, 2, 3].map(() => renewed.check(text));
  const late = old.check(text);
  expect((await Promise.all([...before, ...after, late])).map(names)).toEqual([
    ...before.map(() => ['旧机构']),
    ...after.map(() => ['新机构']),
    ['旧机构'],
  ]);
});

test('a checker that cannot be built says so each time, and keeps nobody from checking', async () => {
  const broken = pool.open({ lexicons: [lexiconOf('长'.repeat(300))] });
  const whole = pool.open({});
  const asked = await Promise.allSettled(['甲', '乙', '丙'].map((text) => broken.check(text)));
  for (const one of asked) expect(one).toMatchObject({ status: 'rejected', reason: expect.any(RangeError) });
  expect(await whole.check(`号码${ID}`)).toHaveLength(1);
});

describe('a thread that is killed', () => {
  test('has its text checked by another', async () => {
    const own = new CheckPool(2);
    const hired: Worker[] = [];
    threads.onHire = (thread) => void hired.push(thread);
    const checker = own.open({ lexicons: shippedLexicons });
    const found = [LONG, `${LONG}乙`].map((text) => checker.check(text));
    await hired[0]?.terminate();
    const direct = createChecker({ lexicons: shippedLexicons });
    expect(await Promise.all(found)).toEqual([LONG, `${LONG}乙`].map((text) => direct.check(text)));
    expect(hired).toHaveLength(3);
    // It was idle: nobody waits for it, and the next text comes to a thread that lives.
    await hired[2]?.terminate();
    await hired[1]?.terminate();
    expect(await checker.check(ID)).toEqual(direct.check(ID));
    await own.close();
  });

  test('again is an error of this text, and the pool goes on', async () => {
    const own = new CheckPool(1);
    threads.onHire = (thread) => void thread.terminate();
    const checker = own.open({});
    await expect(checker.check(LONG)).rejects.toThrow('a thread ended at its task, and so did another');
    threads.onHire = () => undefined;
    expect(await checker.check(`号码${ID}`)).toHaveLength(1);
    await own.close();
  });
});

test('closing ends checks that wait and that are under way, and no later one begins', async () => {
  const own = new CheckPool(1);
  const checker = own.open({});
  const settled = Promise.allSettled([LONG, LONG, ID].map((text) => checker.check(text)));
  await own.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(checker.check(ID)).rejects.toThrow('closed');
  await own.close();
});

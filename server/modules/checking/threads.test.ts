import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CheckPool, type OpenChecker } from '../../check-pool/index.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { addFile } from './add-file.ts';
import { createCheckers } from './build-checker.ts';
import { processBatch } from './jobs.ts';
import { openBatch } from './open-batch.ts';
import { getCheck } from './read-check.ts';
import { startBatch } from './start-batch.ts';
import { type CheckingWorld, createCheckingWorld, plantEntry } from './testing.ts';

/** The tests' own thread cannot check: what is found here was found in another. */
vi.mock('../../checks/index.ts', async (original) => ({
  ...(await original<object>()),
  createChecker: () => {
    throw new Error('built where requests wait');
  },
}));

let world: CheckingWorld;
let pool: CheckPool;
beforeAll(async () => {
  pool = new CheckPool(2);
  const made = await createCheckingWorld();
  world = { ...made, checkers: createCheckers({ lexicons: [] }, (options) => pool.open(options)) };
});
afterAll(async () => {
  await pool.close();
  await world.kernel.drop();
});

const LEAK = '关于领取补助的通知。张三，身份证号11010519491231002X，请来领取。';

const check = async (text: string, checkers = world.checkers) =>
  must(await world.check('小编', text, { checkers }));

async function waitingBatch(...texts: string[]) {
  const head = { unit: world.at.unit('bureau'), title: '历史文稿' };
  const batch = must(await world.change('小编', (ctx) => openBatch(ctx, head)));
  for (const [n, text] of texts.entries())
    must(
      await world.change('小编', (ctx) =>
        addFile(ctx, batch, { name: `${n}.txt`, content: Buffer.from(text) }),
      ),
    );
  must(await world.change('小编', (ctx) => startBatch(ctx, batch)));
  return batch;
}

const shown = (batch: { jurisdiction: string; id: string }) =>
  world.ask('小编', (ctx) => getCheck(ctx, batch));

test('texts of any length, checked at once, have each their own findings', async () => {
  const filler = '春耕工作有序推进。\n';
  const texts = [0, 1, 20_000, 3, 100_000].map((lines) => `${filler.repeat(lines)}${LEAK}`);
  const checked = await Promise.all(texts.map((text) => check(text)));
  expect(checked.map(({ findings }) => findings.map(({ start, kind }) => [start, kind]))).toEqual(
    texts.map((text) => [[text.indexOf('1101'), 'id-number']]),
  );
});

test('a check under way ends by the lexicon it began with, the next goes by the new one', async () => {
  let begun: () => void = () => undefined;
  const began = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const watched: OpenChecker = (options) => {
    const { check: inThread } = pool.open(options);
    return {
      check: (...given) => {
        const findings = inThread(...given);
        begun();
        return findings;
      },
    };
  };
  const text = `${LEAK.repeat(10_000)}县人社厅发布消息。`;
  const before = check(text, createCheckers({ lexicons: [] }, watched));
  await began;
  await plantEntry(world, {
    term: '县人社厅',
    detector: 'names',
    kind: 'body-name',
    severity: 'warn',
    right: '县人力资源和社会保障局',
    except: [],
    source: '机构编制文件',
  });
  const { check: old } = await before;
  expect(old.counts).toMatchObject({ block: 10_000, warn: 0 });
  const { findings } = await check('县人社厅发布消息。');
  expect(findings).toMatchObject([{ detector: 'names', excerpt: '县人社厅' }]);
});

test('many files are worked through, also where threads end with their process in the middle', async () => {
  const batch = await waitingBatch(LEAK, '没有问题', LEAK.repeat(5_000), LEAK);
  const lost = new CheckPool(1);
  const dying = createCheckers({ lexicons: [] }, (options) => ({
    check: (text, context) => {
      const findings = lost.open(options).check(text, context);
      if (text.length > 100_000) void lost.close();
      return findings;
    },
  }));
  await expect(processBatch(world.kernel.runner, dying, batch)).rejects.toThrow('closed');
  expect(await shown(batch)).toMatchObject({ state: 'running', checked: 2 });
  expect(await processBatch(world.kernel.runner, world.checkers, batch)).toBe(2);
  expect(await shown(batch)).toMatchObject({ state: 'done', checked: 4, counts: { block: 5_002 } });
});

import { CheckPool, type TextChecker } from '../server/check-pool/index.ts';
import { createChecker } from '../server/checks/index.ts';
import { loadLexicons } from '../server/lexicons.ts';
import { type Bench, type Figure, longestPauseMs, median } from './bench.ts';
import { readText } from './checks-data.ts';

const ROUNDS = 5;
/** About what one document of a back catalogue has. */
const DOCUMENT = 100_000;
/** The longest text that the server takes. */
const LONGEST = 2_000_000;
const SMALL = 1_500;
const SMALL_RUNS = 2_000;

/** The whole check in threads: one against two, and what a check does to whoever waits for the event loop. */
async function measureThreads(): Promise<Figure[]> {
  const { text, bytes } = readText();
  const shipped = await loadLexicons();
  const [one, two] = [new CheckPool(1), new CheckPool(2)];
  const here = createChecker(shipped);
  const there = one.open(shipped);
  try {
    return [
      ...(await speedFigures(text, bytes.length, here, [there, two.open(shipped)])),
      ...(await pauseFigures(text.slice(0, LONGEST), here, there)),
      ...(await handOverFigures(text.slice(LONGEST, LONGEST + SMALL), here, there)),
    ];
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
}

export const checksThreadsBench: Bench = {
  name: 'checks-threads',
  describe:
    '全部内容检查放在线程里做：1700万字法规文本，一个线程与两个线程轮流运行五次取中位数；检查200万字时主线程最长停顿；1500字稿件交给线程多用的时间',
  run: measureThreads,
};

async function speedFigures(
  text: string,
  size: number,
  here: TextChecker,
  pools: readonly TextChecker[],
): Promise<Figure[]> {
  const documents = Array.from({ length: Math.ceil(text.length / DOCUMENT) }, (_, n) =>
    text.slice(n * DOCUMENT, (n + 1) * DOCUMENT),
  );
  const rounds: number[][] = [];
  // The round before the first lets the threads start and build.
  for (let round = -1; round < ROUNDS; round += 1) {
    const taken: number[] = [];
    for (const checker of [here, ...pools])
      taken.push(await waited(() => Promise.all(documents.map((each) => checker.check(each)))));
    if (round >= 0) rounds.push(taken);
  }
  const at = (place: number) => rounds.map((round) => round[place] ?? Number.NaN);
  const speed = (place: number) => size / 1000 / median(at(place));
  return [
    { name: '全部检查，在主线程', value: speed(0), unit: 'MB/s' },
    { name: '全部检查，一个线程', value: speed(1), unit: 'MB/s' },
    { name: '全部检查，两个线程', value: speed(2), unit: 'MB/s' },
    {
      name: '全部检查，两个线程',
      value: median(rounds.map(([, one = Number.NaN, two = Number.NaN]) => one / two)),
      unit: '倍',
      against: '同一次运行中的一个线程',
    },
  ];
}

async function pauseFigures(text: string, here: TextChecker, there: TextChecker): Promise<Figure[]> {
  const [direct, inThread]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    direct.push(await longestPauseMs(async () => here.check(text)));
    inThread.push(await longestPauseMs(async () => there.check(text)));
  }
  const name = `检查 ${LONGEST / 10_000} 万字时主线程最长停顿`;
  return [
    { name: `${name}，在主线程检查`, value: median(direct), unit: '毫秒' },
    { name: `${name}，在线程里检查`, value: median(inThread), unit: '毫秒' },
  ];
}

async function handOverFigures(post: string, here: TextChecker, there: TextChecker): Promise<Figure[]> {
  const [direct, inThread]: [number[], number[]] = [[], []];
  for (let run = 0; run < SMALL_RUNS; run += 1) {
    direct.push(await waited(async () => here.check(post)));
    inThread.push(await waited(async () => there.check(post)));
  }
  return [
    { name: `${SMALL} 字稿件，在主线程检查`, value: median(direct), unit: '毫秒' },
    { name: `${SMALL} 字稿件，在线程里检查`, value: median(inThread), unit: '毫秒' },
  ];
}

async function waited(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

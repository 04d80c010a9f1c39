import { readLaws, readPairs } from '../scripts/wording/corpus.ts';
import { createChecker, type Finding } from '../server/checks/index.ts';
import { loadLexicons } from '../server/lexicons.ts';
import { type Bench, type Figure, median } from './bench.ts';
import { dataFolder, readText } from './checks-data.ts';

const RUNS = 7;
/** About what one document of a back catalogue has. */
const DOCUMENT = 100_000;
const POST = 1_500;
const POSTS = 2_000;

/** The whole check over official text: all detectors, with and without the counted model, and what they assert in it. */
async function measureWholeCheck(): Promise<Figure[]> {
  const { text, bytes } = readText();
  const documents = slices(text, DOCUMENT);
  const posts = slices(text, POST).slice(0, POSTS);
  const shipped = await loadLexicons();
  const whole = createChecker(shipped);
  const without = createChecker({ lexicons: shipped.lexicons, detectors: { wording: { on: false } } });
  const timings = { whole: [] as number[], without: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    timings.whole.push(timed(() => countAll(whole, documents)));
    timings.without.push(timed(() => countAll(without, documents)));
  }
  const speed = (taken: readonly number[]) => bytes.length / 1e6 / (median(taken) / 1000);
  return [
    { name: '全部检查', value: speed(timings.whole), unit: 'MB/s 每核' },
    { name: '除文字差错外的检查', value: speed(timings.without), unit: 'MB/s 每核' },
    ...postFigures(whole, posts, `${POST}字稿件`),
    ...unseenFigures(whole),
    ...falseAlarms(whole, documents, text.length),
  ];
}

export const checksWholeBench: Bench = {
  name: 'checks-whole',
  describe:
    '对1700万字法律法规做全部内容检查：单核速度、1500字稿件用时的中位数和第99百分位、正确文字上的误报；未计数的法规是留出的二十分之一，模型没有数过其中的字词',
  run: measureWholeCheck,
};

/** The text in stretches of whole lines of about `size` characters. */
function slices(text: string, size: number): string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const line = text.indexOf('\n', from + size);
    const to = line < 0 ? text.length : line + 1;
    found.push(text.slice(from, to));
    from = to;
  }
  return found;
}

type Check = { check(text: string): Finding[] };

function countAll(checker: Check, texts: readonly string[]): number {
  let count = 0;
  for (const text of texts) count += checker.check(text).length;
  return count;
}

function timed(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function waited(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** The same over law that the model never counted, where more places are doubtful, and over sentences of offices. */
function unseenFigures(checker: Check): Figure[] {
  const folder = dataFolder();
  const law = readLaws(folder).held.join('\n');
  const documents = slices(law, DOCUMENT);
  const rights = readPairs(folder).filter(({ set }) => set === 'odw');
  const sentences = [...new Set(rights.map(({ right }) => right))].join('\n');
  const size = Buffer.byteLength(law) / 1e6;
  const taken = Array.from({ length: RUNS }, () => timed(() => countAll(checker, documents)));
  return [
    { name: '全部检查，未计数的法规', value: size / (median(taken) / 1000), unit: 'MB/s 每核' },
    ...postFigures(checker, slices(law, POST), `未计数的法规，${POST}字稿件`),
    ...postFigures(checker, slices(sentences, POST), `公文句拼成的${POST}字稿件`),
  ];
}

function postFigures(checker: Check, posts: readonly string[], what: string): Figure[] {
  countAll(checker, posts);
  const rounds = Array.from({ length: 3 }, () => posts.map((post) => waited(() => checker.check(post))));
  // The same post three times: what the machine does beside is not the check's.
  const taken = posts.map((_, i) => median(rounds.map((round) => round[i] ?? 0))).sort((a, b) => a - b);
  const at = (share: number) => taken[Math.floor(taken.length * share)] ?? Number.NaN;
  return [
    { name: `${what}，中位数`, value: at(0.5), unit: 'ms' },
    { name: `${what}，第99百分位`, value: at(0.99), unit: 'ms' },
  ];
}

function falseAlarms(checker: Check, documents: readonly string[], characters: number): Figure[] {
  const findings = documents.flatMap((text) => checker.check(text));
  const many = (holds: (one: Finding) => boolean) => findings.filter(holds).length;
  const per = (count: number) => count / (characters / 10_000);
  const isNote = (one: Finding) => one.severity === 'note';
  return [
    {
      name: '个人信息和涉密标志的误报',
      value: many(({ detector }) => detector === 'privacy' || detector === 'secrecy'),
      unit: '处',
    },
    {
      name: '断定有误的（除文字差错外）',
      value: many((one) => !isNote(one) && one.detector !== 'wording'),
      unit: '处',
    },
    { name: '断定有误的（全部）', value: per(many((one) => !isNote(one))), unit: '处每万字' },
    { name: '供参考的（全部）', value: per(many(isNote)), unit: '处每万字' },
  ];
}

import type { Bench, Figure } from './bench.ts';
import { byteFigures } from './checks-bytes.ts';
import { readText } from './checks-data.ts';
import { scanFigures } from './checks-scan.ts';
import { tableFigures } from './checks-tables.ts';

const LISTS = [
  ['sparse-20k', '2 万词，命中少'],
  ['dense-20k', '2 万词，命中多'],
  ['sparse-200k', '20 万词，命中少'],
] as const;

/** The matcher against the engines that others use, on the same text and terms, and what it costs to keep. */
export const checksBench: Bench = {
  name: 'checks',
  describe:
    '在 50 MB 法规文本中找出全部词条的全部位置（含重叠），各引擎轮流运行七次取中位数，命中数须相等；较慢的引擎只跑五分之一文本，本引擎在同样的部分上与之相比',
  async run() {
    const text = readText();
    const figures: Figure[] = [];
    for (const [list, title] of LISTS) figures.push(...(await scanFigures(list, title, text)));
    if (!figures.some(({ name }) => name.endsWith('Hyperscan')))
      console.error('没有 libhyperscan-dev 或 gcc，略去与 Hyperscan 的比较。');
    return [...figures, ...(await byteFigures(text)), ...(await tableFigures(text))];
  },
};

import type { Command } from 'commander';
import { severityNames } from '../contracts/checks/words.ts';
import { CheckPool } from '../server/check-pool/index.ts';
import { hereThenInThreads } from './check-ahead.ts';
import { checkFiles, type RunTotals } from './check-files.ts';
import { jsonReport, textReport } from './check-report.ts';
import { openSource, type Source } from './check-source.ts';
import { openChecker } from './open-checker.ts';
import { CommandRefused, type Terminal, WrongUsage } from './terminal.ts';

type Options = { unit?: string; json?: true };

const STDIN = '-';

/** `check [FILE…|-]`: what a careful editor would mark; exit 1 where something may not be published. */
export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .usage('[FILE…|-] [选项]')
    .description('检查文稿：个人信息、涉密标志、错别字、固定称谓、广告、强制转发、转载来源等')
    .argument(
      '[files...]',
      '文件：纯文本、网页、docx、xlsx、csv、pdf、图片（识读二维码）；不写或写 - 就读标准输入',
    )
    .option('--unit <UNIT>', '按这个单位的辖区和词库检查（要有数据库）；不写就按全国规定')
    .option('--json', '输出 JSON，每个文件一行')
    .action((files: string[], options: Options) => check(files, options, terminal));
}

async function check(files: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const sources = await openAll(files, terminal);
  const totals = await checkAll(sources, options, terminal);
  if (options.json !== true) terminal.err(summary(sources.length, totals));
  if (totals.blocks > 0 || totals.refused > 0) throw new CommandRefused('');
}

async function checkAll(
  sources: readonly Source[],
  options: Options,
  terminal: Terminal,
): Promise<RunTotals> {
  const pool = new CheckPool();
  try {
    const checker = await openChecker(options.unit, hereThenInThreads(pool), terminal);
    const report = options.json === true ? jsonReport(terminal) : textReport(terminal);
    return await checkFiles(sources, checker, report, terminal);
  } finally {
    await pool.close();
  }
}

/** Looks that every file is there before the first is checked. */
async function openAll(files: readonly string[], terminal: Terminal): Promise<Source[]> {
  const asked = files.length === 0 ? [STDIN] : files;
  if (asked.filter((file) => file === STDIN).length > 1) throw new WrongUsage('标准输入（-）只能写一次。');
  const sources: Source[] = [];
  for (const file of asked) {
    const source =
      file === STDIN ? { name: STDIN, size: null, bytes: () => terminal.input } : await openSource(file);
    if (source === null)
      throw new WrongUsage(`读不了文件 ${file}：没有这个文件，或它是文件夹，或没有读取权限。`);
    sources.push(source);
  }
  return sources;
}

function summary(files: number, { findings, blocks, refused }: RunTotals): string {
  const parts = [
    `共检查 ${files} 个文件，标出 ${findings} 处，其中“${severityNames.block}”${blocks} 处`,
    ...(refused > 0 ? [`${refused} 个文件无法检查`] : []),
  ];
  return `${parts.join('；')}。`;
}

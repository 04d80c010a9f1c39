import type { Command } from 'commander';
import {
  CalendarError,
  computeDue,
  type Due,
  parseTerm,
  SHIPPED_CALENDAR,
} from '../server/policy/calendar/index.ts';
import { printJson, type Terminal, WrongUsage } from './terminal.ts';

/** `due --from DATE --term 7wd`: the due day and how it was counted. */
export function addDue(program: Command, terminal: Terminal): void {
  program
    .command('due')
    .usage('--from DATE --term TERM [选项]')
    .description('计算到期日：起始日不计，工作日按国务院放假通知，调休上班日计入')
    .requiredOption('--from <DATE>', '起始日，例如 2026-09-29')
    .requiredOption('--term <TERM>', '期限：7wd 工作日、3d 天、24h 小时、2w 周、3mo 月、1y 年')
    .option('--json', '输出 JSON')
    .action((options: { from: string; term: string; json?: true }) => printDue(options, terminal));
}

function printDue(options: { from: string; term: string; json?: true }, terminal: Terminal): void {
  const due = compute(options.from, options.term);
  if (options.json === true) {
    printJson(terminal, due);
    return;
  }
  terminal.out(
    `到期：${due.due}${due.provisional ? '（暂定：所涉日期的放假通知尚未公布，公布后重算）' : ''}`,
  );
  for (const { date, counted, why } of due.steps) terminal.out(`${date}  ${counted ? '计' : '　'}  ${why}`);
}

function compute(from: string, term: string): Due {
  try {
    return computeDue(SHIPPED_CALENDAR, from, parseTerm(term));
  } catch (error) {
    if (error instanceof CalendarError) throw new WrongUsage(error.message);
    throw error;
  }
}

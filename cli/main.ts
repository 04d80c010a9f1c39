import { Command, CommanderError } from 'commander';
import { StartProblem } from '../server/kernel/start-problem.ts';
import { addAudit } from './audit.ts';
import { addBackup } from './backup.ts';
import { addCheck } from './check.ts';
import { addDue } from './due.ts';
import { addPacksCheck } from './packs-check.ts';
import { addPacksExplain } from './packs-explain.ts';
import { addPacksPrint } from './packs-print.ts';
import { addPacksTrace } from './packs-trace.ts';
import { CommandRefused, processTerminal, type Terminal, WrongUsage } from './terminal.ts';
import { inChinese, usageSentence } from './usage-error.ts';

const FINE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** Runs one command line and answers its exit code: 0 fine, 1 refused or failed, 2 wrong usage. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const program = buildProgram(terminal);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return FINE;
  } catch (error) {
    return exitCodeFor(error, terminal);
  }
}

function buildProgram(terminal: Terminal): Command {
  const program = inChinese(new Command('juzhen'))
    .usage('<命令> [选项]')
    .description('政务新媒体监管与备案：法规包的检查、查询和期限计算，文稿检查')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: () => undefined,
      outputError: () => undefined,
    });
  const packs = program
    .command('packs')
    .usage('<命令> [选项]')
    .helpCommand(false)
    .description('法规包：check 检查、explain 查询适用的规定、print 印表单样张、trace 条款对照');
  addPacksCheck(packs, terminal);
  addPacksExplain(packs, terminal);
  addPacksPrint(packs, terminal);
  addPacksTrace(packs, terminal);
  addDue(program, terminal);
  addCheck(program, terminal);
  addAudit(program, terminal);
  addBackup(program, terminal);
  return program;
}

function exitCodeFor(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return FINE;
    terminal.err(`${usageSentence(error)}。加 --help 看用法。`);
    return WRONG_USAGE;
  }
  if (error instanceof WrongUsage) {
    terminal.err(error.message);
    return WRONG_USAGE;
  }
  // What keeps the server from starting is written for people already.
  if (error instanceof CommandRefused || error instanceof StartProblem) {
    if (error.message !== '') terminal.err(error.message);
    return REFUSED;
  }
  terminal.err(`执行失败：${error instanceof Error ? error.message : String(error)}`);
  return REFUSED;
}

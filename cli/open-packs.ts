import { fileURLToPath } from 'node:url';
import { isDay } from '../server/policy/calendar/index.ts';
import type { Day, PackProblem, PackSet } from '../server/policy/index.ts';
import { loadPacks } from '../server/policy/load.ts';
import { CommandRefused, printJson, type Terminal, WrongUsage } from './terminal.ts';

const SHIPPED_PACKS = fileURLToPath(new URL('../policy-packs', import.meta.url));

/** Loads the shipped packs and outside folders; on problems prints all of them and ends the command (exit 1). */
export async function openPacks(
  extra: readonly string[],
  terminal: Terminal,
  json: boolean,
): Promise<PackSet> {
  const result = await loadPacks([SHIPPED_PACKS, ...extra]);
  if (result.ok) return result.packs;
  if (json) printJson(terminal, { ok: false, problems: result.problems });
  else for (const problem of result.problems) terminal.err(problemLine(problem));
  throw new CommandRefused(json ? '' : `法规包有 ${result.problems.length} 处问题，请先改正。`);
}

/** 'file:line path 原因（提示）' */
function problemLine({ file, path, line, reason, hint }: PackProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return [place, path, hint === undefined ? reason : `${reason}（${hint}）`]
    .filter((part) => part !== '')
    .join('  ');
}

/** Today in the legal zone, +08:00 all year. */
export function today(): Day {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The day asked with an option, today when it is not given; anything else is wrong usage. */
export function dayOption(text: string | undefined): Day {
  if (text === undefined) return today();
  if (isDay(text)) return text;
  throw new WrongUsage(`“${text}”不是日期，日期写成 2026-09-29 的样式。`);
}

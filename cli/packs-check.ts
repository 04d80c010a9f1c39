import { isAbsolute, relative } from 'node:path';
import type { Command } from 'commander';
import { type Pack, remindersOf, warningsOfPacks } from '../server/policy/index.ts';
import { openPacks, today } from './open-packs.ts';
import { printJson, type Terminal } from './terminal.ts';

/** `packs check [DIR]`: validates the shipped packs, and those of an outside folder together with them. */
export function addPacksCheck(packs: Command, terminal: Terminal): void {
  packs
    .command('check')
    .usage('[DIR] [选项]')
    .description('检查法规包：格式、引用、日期、版式，并运行全部情形；列出每一处问题')
    .argument('[DIR]', '自己的法规包文件夹（或放法规包的文件夹），与系统自带的一起检查')
    .option('--json', '输出 JSON')
    .action((dir: string | undefined, options: { json?: true }) =>
      checkPacks(dir, options.json === true, terminal),
    );
}

async function checkPacks(dir: string | undefined, json: boolean, terminal: Terminal): Promise<void> {
  const set = await openPacks(dir === undefined ? [] : [dir], terminal, json);
  const packs = set.packs.map(({ id, title, version, jurisdiction, records, clauses, cases }) => ({
    id,
    title,
    version,
    jurisdiction,
    jurisdictionName: set.jurisdictions.get(jurisdiction)?.name ?? jurisdiction,
    records: records.length,
    clauses: clauses.length,
    cases: cases.length,
  }));
  const warnings = warningsOfPacks(set, today());
  const mine = set.packs.filter((pack) => dir === undefined || isBelow(dir, pack));
  const reminders = dir === undefined ? [] : mine.flatMap((pack) => remindersOf(set, pack, today()));
  if (json) return printJson(terminal, { ok: true, problems: [], packs, warnings, reminders });
  const shown = new Set(mine.map(({ id }) => id));
  for (const { text } of warnings.filter(({ pack }) => shown.has(pack))) terminal.out(`提醒：${text}`);
  for (const text of reminders) terminal.out(`提醒：${text}`);
  for (const pack of packs.filter(({ id }) => shown.has(id))) {
    const counts = `规则 ${pack.records} 条，条款 ${pack.clauses} 条，情形 ${pack.cases} 个全部成立`;
    terminal.out(`通过：${pack.id} ${pack.version}　${pack.title}（${pack.jurisdictionName}）　${counts}`);
  }
  const others = packs.length - mine.length;
  const together = others === 0 ? '' : `（与系统自带的 ${others} 个一起检查）`;
  terminal.out(`共 ${mine.length} 个法规包，没有问题${together}。`);
}

function isBelow(dir: string, pack: Pack): boolean {
  const path = relative(dir, pack.file);
  return !path.startsWith('..') && !isAbsolute(path);
}

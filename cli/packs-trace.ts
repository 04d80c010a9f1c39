import type { Command } from 'commander';
import { traceOf } from '../server/policy/index.ts';
import { openPacks } from './open-packs.ts';
import { printJson, type Terminal } from './terminal.ts';

const statusWords = { enforced: '已执行', recorded: '已录入', 'not-enforced': '未执行' } as const;

/** `packs trace`: one row for each clause of each regulation. */
export function addPacksTrace(packs: Command, terminal: Terminal): void {
  packs
    .command('trace')
    .usage('[选项]')
    .description('条款对照：每一条款在哪里、由什么执行、由哪个测试证明')
    .option('--packs <DIR>', '另加自己的法规包文件夹')
    .option('--json', '输出 JSON')
    .action((options: { packs?: string; json?: true }) => traceClauses(options, terminal));
}

async function traceClauses(options: { packs?: string; json?: true }, terminal: Terminal): Promise<void> {
  const json = options.json === true;
  const set = await openPacks(options.packs === undefined ? [] : [options.packs], terminal, json);
  const rows = traceOf(set).map(({ id, article, status, where, test, note }) => ({
    id,
    article,
    status,
    where,
    test,
    note,
  }));
  if (json) return printJson(terminal, rows);
  for (const { id, article, status, where, test, note } of rows) {
    terminal.out(
      [id, article, statusWords[status], where ?? '—', test ?? '', note === null ? '' : `（${note}）`]
        .filter(Boolean)
        .join('\t'),
    );
  }
  const count = (status: keyof typeof statusWords) => rows.filter((row) => row.status === status).length;
  terminal.out(
    `共 ${rows.length} 条：已执行 ${count('enforced')}，已录入 ${count('recorded')}，未执行 ${count('not-enforced')}。`,
  );
}

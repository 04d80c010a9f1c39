import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formToDocx } from '../server/documents/docx.ts';
import { formToPdf } from '../server/documents/pdf.ts';
import { printFiling } from '../server/documents/print-filing.ts';
import {
  type Answer,
  type Form,
  hintFor,
  policyFor,
  type RuleId,
  ruleIds,
  ruleSpec,
} from '../server/policy/index.ts';
import { dayOption, openPacks } from './open-packs.ts';
import { CommandRefused, type Terminal, WrongUsage } from './terminal.ts';

interface Options {
  jurisdiction: string;
  packs?: string[];
  on?: string;
}

/** `packs print RULE FILE --jurisdiction CODE`: a form as it comes out on paper, empty, to hold beside the original. */
export function addPacksPrint(packs: Command, terminal: Terminal): void {
  packs
    .command('print')
    .usage('RULE FILE --jurisdiction CODE [选项]')
    .description('把一张表印成空白的样张，用来和纸表对照版式')
    .argument('<RULE>', '表单规则，例如 filing.form.open')
    .argument('<FILE>', '存成哪个文件，扩展名 .pdf 或 .docx')
    .requiredOption('--jurisdiction <CODE>', '辖区代码，例如 220621')
    .option('--packs <DIR>', '另加自己的法规包文件夹，可写多次', (dir: string, all: string[] = []) => [
      ...all,
      dir,
    ])
    .option('--on <DATE>', '哪一天，例如 2026-09-29；不写就是今天')
    .action((rule: string, file: string, options: Options) => printBlank(rule, file, options, terminal));
}

async function printBlank(rule: string, file: string, options: Options, terminal: Terminal): Promise<void> {
  const on = dayOption(options.on);
  const type = /\.(pdf|docx)$/i.exec(file)?.[1]?.toLowerCase();
  if (type === undefined) throw new WrongUsage(`“${file}”的扩展名要是 .pdf 或 .docx。`);
  const forms = ruleIds().filter((id) => ruleSpec(id)?.kind === 'form');
  if (!forms.includes(rule))
    throw new WrongUsage(
      `${rule} 不是表单规则。${hintFor(rule, forms) ?? `表单规则有：${forms.join('、')}。`}`,
    );
  const set = await openPacks(options.packs ?? [], terminal, false);
  if (!set.jurisdictions.has(options.jurisdiction))
    throw new CommandRefused(
      `没有辖区 ${options.jurisdiction}。${hintFor(options.jurisdiction, set.jurisdictions.keys()) ?? '自己的辖区用 --packs 加上声明它的法规包。'}`,
    );
  const policy = policyFor(set, options.jurisdiction, on);
  const { value, basis } = policy.get(rule as RuleId) as Answer<Form>;
  if (value === null) throw new CommandRefused(`${policy.jurisdiction.name}在 ${on} 没有这张表。`);
  const printed = printFiling(value, { values: {}, reasons: [], opinions: [], attachments: [] });
  await writeFile(resolve(file), type === 'pdf' ? await formToPdf(printed) : await formToDocx(printed));
  terminal.out(`《${value.title}》（${basis[0]?.jurisdictionName ?? ''}）的空白样张已存到 ${resolve(file)}`);
}

import type { Command } from 'commander';
import {
  type CaseFacts,
  hintFor,
  type PackSet,
  type Policy,
  policyFor,
  ruleIds,
  ruleSpec,
  rulesNamed,
} from '../server/policy/index.ts';
import { findUnit } from './explain-unit.ts';
import { explanationJson, explanationText } from './explanation.ts';
import { type FactOptions, factsOf } from './fact-options.ts';
import { dayOption, openPacks } from './open-packs.ts';
import { CommandRefused, printJson, type Terminal, WrongUsage } from './terminal.ts';

type Options = FactOptions & { jurisdiction?: string; packs?: string[]; on?: string; json?: true };

/** `packs explain (UNIT | --jurisdiction CODE) [RULE…]`: what holds on a day, with basis and what it overrode. */
export function addPacksExplain(packs: Command, terminal: Terminal): void {
  packs
    .command('explain')
    .usage('(UNIT | --jurisdiction CODE) [RULE…] [选项]')
    .description('查询一个单位或辖区在某一天适用的规定：值、依据、压过了什么和为什么')
    .argument(
      '[names...]',
      '单位（写了 --jurisdiction 就不写），后面可接规则编号，可只写开头，例如 filing.chain',
    )
    .option('--jurisdiction <CODE>', '辖区代码，例如 220621；不需要数据库')
    .option('--packs <DIR>', '另加自己的法规包文件夹，可写多次', (dir: string, all: string[] = []) => [
      ...all,
      dir,
    ])
    .option('--on <DATE>', '哪一天，例如 2026-09-29；不写就是今天')
    .option('--tier <TIER>', '单位层级：province city county town')
    .option(
      '--unit-kind <KIND>',
      '单位性质：government office department town park institution section enterprise stationed party',
    )
    .option('--under-park', '隶属园区')
    .option('--content-class <CLASS>', '稿件类别：general important sensitive')
    .option('--platform <ID>', '平台编号')
    .option('--json', '输出 JSON')
    .action((names: string[], options: Options) => explain(names, options, terminal));
}

async function explain(names: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const on = dayOption(options.on);
  const given = factsOf(options);
  const [first, ...others] = names;
  if (options.jurisdiction === undefined && first === undefined)
    throw new WrongUsage('要写单位，或写 --jurisdiction 辖区代码。加 --help 看用法。');
  const asked = options.jurisdiction === undefined ? others : names;
  checkRuleNames(asked);
  const unit = options.jurisdiction === undefined && first !== undefined ? await findUnit(first) : undefined;
  const set = await openPacks(
    [...(unit?.packFolders ?? []), ...(options.packs ?? [])],
    terminal,
    options.json === true,
  );
  const facts: CaseFacts = { ...unit?.facts, ...given };
  const policy = policyOf(set, options.jurisdiction ?? unit?.jurisdiction ?? '', on);
  const rules = rulesAsked(policy, asked, facts);
  const subject = { unit: unit?.name, facts: Object.keys(facts).length > 0 ? facts : undefined };
  if (options.json === true) printJson(terminal, explanationJson(policy, rules, subject));
  else terminal.out(explanationText(policy, rules, subject));
}

function policyOf(set: PackSet, code: string, on: string): Policy {
  if (set.jurisdictions.has(code)) return policyFor(set, code, on);
  const hint = hintFor(code, set.jurisdictions.keys());
  throw new CommandRefused(`没有辖区 ${code}。${hint ?? '自己的辖区用 --packs 加上声明它的法规包。'}`);
}

/** A name must be a rule, or begin some rule; a slip of the pen is wrong usage, not an empty answer. */
function checkRuleNames(asked: readonly string[]): void {
  for (const name of asked) {
    if (ruleSpec(name) !== undefined || ruleIds().some((id) => id.startsWith(name)) || name.includes('.own'))
      continue;
    throw new WrongUsage(`没有规则 ${name}。${hintFor(name, ruleIds()) ?? '规则编号见《法规包手册》附表。'}`);
  }
}

/** A name stands for its rule and for all that begin with it; of manuscript chains only the class asked about. */
function rulesAsked(policy: Policy, asked: readonly string[], { contentClass }: CaseFacts): string[] {
  const names = asked.length === 0 ? [undefined] : asked;
  const rules = names.flatMap((name) =>
    rulesNamed(policy, name).filter(
      (id) => id === name || contentClass === undefined || !isOtherClass(id, contentClass),
    ),
  );
  return [...new Set(rules)];
}

function isOtherClass(id: string, contentClass: string): boolean {
  return id.startsWith('publish.chain.') && id !== `publish.chain.${contentClass}`;
}

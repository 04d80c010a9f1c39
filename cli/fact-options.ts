import { type CaseFacts, contentClasses, tiers, unitKinds } from '../server/policy/index.ts';
import { WrongUsage } from './terminal.ts';

/** Facts of a case as they come from the command line. */
export interface FactOptions {
  tier?: string;
  unitKind?: string;
  underPark?: true;
  contentClass?: string;
  platform?: string;
}

/** The facts given; a word outside the closed lists is wrong usage. */
export function factsOf(options: FactOptions): CaseFacts {
  const facts: CaseFacts = {};
  if (options.tier !== undefined) facts.tier = among('--tier', options.tier, tiers);
  if (options.unitKind !== undefined) facts.unitKind = among('--unit-kind', options.unitKind, unitKinds);
  if (options.contentClass !== undefined)
    facts.contentClass = among('--content-class', options.contentClass, contentClasses);
  if (options.underPark) facts.underPark = true;
  if (options.platform !== undefined) facts.platform = options.platform;
  return facts;
}

function among<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === given);
  if (found === undefined) throw new WrongUsage(`${option} 只能写：${allowed.join('、')}。`);
  return found;
}

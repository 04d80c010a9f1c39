import type { Problem } from '../../kernel/outcome.ts';
import { coreKeys } from './form-model.ts';
import type { Check } from './model.ts';
import { checkName, checkNumber } from './rules-account.ts';
import type { AccountFacts, FilingFacts } from './rules-facts.ts';
import { checkIdentifiers } from './rules-identifiers.ts';
import { checkMatter, strictCheck } from './rules-matter.ts';
import { checkUnit, isGone } from './rules-unit.ts';

/** A change: something is altered, and what it becomes is what an account may be (GD-4.2d, FS-A2c, WJ-11a). */
export function checkChange(facts: FilingFacts, account: AccountFacts): Check[] {
  return [
    ...checkChanges(account),
    ...checkNewHost(facts, account),
    ...checkNewName(facts, account),
    ...checkIdentifiers(facts),
    ...checkMatter(facts, account),
  ];
}

/** A filing that alters nothing is none. */
function checkChanges({ changes, pins }: AccountFacts): Check[] {
  const problems = changes.length === 0 ? [{ code: 'accounts.nothing-changed' }] : [];
  return [strictCheck('changes', 'account', problems, pins.meaning.basis)];
}

/**
 * WJ-3b, FS-12: a new host is a unit of the same jurisdiction that may have such an account and has room for it on the
 * platform. That it agrees is a step of the route.
 */
function checkNewHost(facts: FilingFacts, { newHost, pins, standing }: AccountFacts): Check[] {
  if (!newHost) return [];
  const field = coreKeys.newHost;
  const { unit } = newHost;
  const named = { unit: unit.name };
  const problems: Problem[] = [
    ...(newHost.sameJurisdiction ? [] : [{ code: 'accounts.new-host-elsewhere', field, facts: named }]),
    ...(isGone(unit, facts.today)
      ? [{ code: 'accounts.new-host-closed', field, facts: { ...named, on: unit.closedOn } }]
      : []),
    ...(newHost.seated ? [] : [{ code: 'accounts.new-host-ambiguous', field, facts: named }]),
  ];
  const asNewHost = { ...facts, host: unit, facts: newHost.facts, others: newHost.others };
  const platform = { ...asNewHost, values: { ...facts.values, [coreKeys.platform]: standing.platform } };
  return [
    strictCheck('new-host', 'account', problems, pins.hostNotice.basis),
    ...[...checkUnit(asNewHost), ...checkNumber(platform)].map((check) => ({
      ...check,
      problems: check.problems.map((problem) => ({ ...problem, field })),
    })),
  ];
}

/** LZ-12, FS-9, QJ-12: a new name, certification or host has to fit together as in an opening. */
function checkNewName(facts: FilingFacts, { changes, newHost }: AccountFacts): Check[] {
  const touched = changes.some(({ key }) => NAMING.includes(key));
  if (!touched) return [];
  const renamed = changes.some(({ key }) => key === coreKeys.name);
  const asked = newHost ? { ...facts, host: newHost.unit, others: newHost.others } : facts;
  // The name itself is looked at anew only where it is new; the certification names the host that will be.
  const values = renamed
    ? facts.values
    : { ...facts.values, [coreKeys.tiedToDuty]: true, [coreKeys.name]: '' };
  return checkName({ ...asked, values }).filter(({ id }) => renamed || id === 'name-rules');
}

const NAMING: readonly string[] = [coreKeys.name, coreKeys.certification, coreKeys.newHost];

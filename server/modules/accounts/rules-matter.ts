import type { Problem } from '../../kernel/outcome.ts';
import type { BasisRef } from '../../policy/index.ts';
import { coreKeys, reasonKey, reasonTextKey, STATEMENT_SHOT } from './form-model.ts';
import { type Check, filingsFor } from './model.ts';
import { effectProblems } from './rules-effect.ts';
import { type AccountFacts, type FilingFacts, isTicked, textOf } from './rules-facts.ts';
import { checkAttachments, checkFields } from './rules-form.ts';
import { checkRoute } from './rules-route.ts';
import { checkHostStands } from './rules-unit.ts';

/** What every filing on an account has to meet, whatever it is about. */
export function checkMatter(facts: FilingFacts, account: AccountFacts): Check[] {
  return [
    ...checkHostStands(facts),
    ...checkAccountState(account),
    ...checkReasons(facts, account),
    ...checkEffect(facts, account),
    ...checkFields(facts),
    ...checkAttachments(facts),
    ...checkRoute(facts),
  ];
}

/** A check that allows no exception. */
export function strictCheck(
  id: string,
  group: Check['group'],
  problems: readonly Problem[],
  basis: readonly BasisRef[] = [],
): Check {
  return { id, group, problems, strength: 'refuse', basis, reason: null };
}

/** GD-4.2d: what may be filed on an account as it stands, by its host; nothing on one that was cancelled. */
function checkAccountState({ matter, standing, pins, takesOver, hostGone }: AccountFacts): Check[] {
  const { state, name, hostName } = standing;
  const problems: Problem[] = [
    ...(filingsFor[state].includes(matter)
      ? []
      : [{ code: 'accounts.state-bars', facts: { name, state, matter } }]),
    ...(takesOver && !hostGone
      ? [{ code: 'accounts.not-host-any-more', facts: { name, host: hostName } }]
      : []),
    ...(takesOver && hostGone && matter !== 'change'
      ? [{ code: 'accounts.take-over-first', facts: { name, host: hostName } }]
      : []),
  ];
  return [strictCheck('account-state', 'account', problems, pins.meaning.basis)];
}

/** FS-A2c: the reason is chosen from the list of the form; one that is to be written out is. */
function checkReasons(facts: FilingFacts, { reasons = [] }: AccountFacts): Check[] {
  if (reasons.length === 0) return [];
  const chosen = reasons.filter(({ id }) => isTicked(facts, reasonKey(id)));
  const [first] = reasons;
  const only = reasons.length === 1 && first?.freeText;
  if (only) return [];
  const basis = facts.form.sections
    .flatMap(({ fields }) => fields)
    .find(({ key }) => key === reasonKey(first?.id ?? ''))?.basis;
  const problems: Problem[] =
    chosen.length === 0
      ? [{ code: 'accounts.reason-unchosen', field: reasonKey(first?.id ?? '') }]
      : chosen
          .filter(({ id, freeText }) => freeText && textOf(facts, reasonTextKey(id)) === '')
          .map(({ id, label }) => ({
            code: 'accounts.reason-unwritten',
            field: reasonTextKey(id),
            facts: { label },
          }));
  return [strictCheck('reasons', 'form', problems, basis ?? [])];
}

const FIELDS = {
  effectOn: coreKeys.effectOn,
  statementUrl: coreKeys.statementUrl,
  historyDeleted: coreKeys.historyDeleted,
};

/** Where the filing comes after the effect, it says when that was and what shows it (WJ-3a, GD-4.2c, GD-4.2d). */
function checkEffect(facts: FilingFacts, { matter, standing, pins }: AccountFacts): Check[] {
  const effectOn = textOf(facts, coreKeys.effectOn);
  // A day not given is told by the form.
  if (facts.timing !== 'after-effect' || effectOn === '') return [];
  const problems = effectProblems(
    {
      matter,
      effectOn,
      today: facts.today,
      openedOn: standing.openedOn,
      pins,
      evidence: {
        statementUrl: textOf(facts, coreKeys.statementUrl) || null,
        historyDeleted: isTicked(facts, coreKeys.historyDeleted),
        note: null,
      },
      shots: facts.files[STATEMENT_SHOT] ?? 0,
      leadOn: null,
      notice: null,
    },
    FIELDS,
  );
  return [
    strictCheck(
      'effect',
      'account',
      problems,
      matter === 'close' ? pins.statement.basis : pins.meaning.basis,
    ),
  ];
}

import type { Context } from '../../kernel/context.ts';
import type { Problem } from '../../kernel/outcome.ts';
import { computeDue, daysBetween } from '../../policy/calendar/index.ts';
import type { CaseFacts, Day, Duration, Policy, RuleValue } from '../../policy/index.ts';
import type { Backfile } from './model.ts';

/**
 * LZ-36, GD-3.2c, FS-33: what a regulation says of accounts that were open before it, as it stands today; null where it
 * says nothing. The due day counts from the day the document was issued or came into force, as the rule says.
 */
export function planBackfile(ctx: Context, policy: Policy, facts: CaseFacts): Backfile | null {
  const answer = policy.get('filing.backfile', facts);
  if (answer.state !== 'in-force' || answer.value === null) return null;
  const { issued, from } = sourceDays(policy, answer.basis[0]);
  const { value } = answer;
  const start = value.mode === 'term' && value.anchor === 'in-force' ? from : issued;
  const term = termOf(value, start);
  return {
    before: issued,
    from: start,
    term,
    dueOn: term && computeDue(ctx.calendar, start, term).due.slice(0, 10),
    rule: answer.rule,
    basis: answer.basis,
    pack: answer.pack,
    packVersion: answer.version,
  };
}

/** A fixed day is a term in days from the day of issue; "afterwards" has none. */
function termOf(value: RuleValue<'filing.backfile'>, start: Day): Duration | null {
  if (value.mode === 'term') return value.term;
  return value.mode === 'by-day' ? { n: daysBetween(start, value.day), unit: 'day' } : null;
}

/** When the document was issued and from when it holds. */
function sourceDays(
  policy: Policy,
  basis: { readonly pack: string; readonly source: string; readonly from: Day } | undefined,
): { issued: Day; from: Day } {
  const pack = policy.packs.find(({ id }) => id === basis?.pack);
  const source = basis && pack?.sources.get(basis.source);
  const from = source?.from ?? basis?.from ?? policy.on;
  return { issued: source?.issued ?? from, from };
}

/** Why nothing can be filed afterwards here: no regulation in force speaks of accounts opened before it. */
export function backfileProblem(policy: Policy): Problem {
  return { code: 'accounts.backfile-absent', facts: { jurisdiction: policy.jurisdiction.name } };
}

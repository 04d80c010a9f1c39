import { termText } from '../../../contracts/deadlines/words.ts';
import { computeDue } from '../../policy/calendar/index.ts';
import type { BasisRef, Calendar, Day, Duration, Policy } from '../../policy/index.ts';
import type { Problem } from '../outcome.ts';
import { isCommonPassword } from './common-passwords.ts';

/** What holds for passwords where no regulation says more. */
const BASELINE = { minLength: 8, classes: 2 } as const;
/** How often "regularly" is where a regulation gives no figure. */
const REGULARLY: Duration = { n: 6, unit: 'month' };

const CLASSES = [/\p{Nd}/u, /\p{L}/u, /[^\p{Nd}\p{L}]/u] as const;

/** What a password has to be, and on what basis. */
export interface PasswordRules {
  readonly minLength: number;
  readonly classes: number;
  readonly changeEvery: Duration | null;
  readonly basis: {
    readonly length: readonly BasisRef[];
    readonly classes: readonly BasisRef[];
    readonly change: readonly BasisRef[];
  };
}

/** The rules that a policy sets for the passwords of this system, never weaker than the baseline. */
export function passwordRulesOf(policy: Policy): PasswordRules {
  const length = policy.get('credential.min-length');
  const classes = policy.get('credential.classes');
  const interval = policy.get('credential.change-interval');
  const regularly = policy.get('credential.change-regularly');
  const byInterval = interval.value !== null;
  return {
    minLength: Math.max(BASELINE.minLength, length.value ?? 0),
    classes: Math.max(BASELINE.classes, classes.value ?? 0),
    changeEvery: interval.value ?? (regularly.value ? REGULARLY : null),
    basis: {
      length: length.basis,
      classes: classes.basis,
      change: byInterval ? interval.basis : regularly.basis,
    },
  };
}

/** The rules as the browser shows them. */
export function viewOfRules(rules: PasswordRules) {
  return {
    minLength: rules.minLength,
    classes: rules.classes,
    changeEvery: rules.changeEvery ? termText(rules.changeEvery) : null,
    basis: [...rules.basis.length, ...rules.basis.classes, ...rules.basis.change],
  };
}

/** What is wrong with a new password, all of it; reuse is asked elsewhere, since hashes have to be compared. */
export function checkNewPassword(
  rules: PasswordRules,
  password: string,
  names: readonly string[],
): Problem[] {
  const field = 'next';
  const problems: Problem[] = [];
  if ([...password].length < rules.minLength)
    problems.push({
      code: 'identity.password-too-short',
      field,
      facts: { min: rules.minLength },
      basis: rules.basis.length,
    });
  if (CLASSES.filter((each) => each.test(password)).length < rules.classes)
    problems.push({
      code: 'identity.password-too-plain',
      field,
      facts: { classes: rules.classes },
      basis: rules.basis.classes,
    });
  const lower = password.toLowerCase();
  if (names.some((name) => name.length >= 2 && lower.includes(name.toLowerCase())))
    problems.push({ code: 'identity.password-is-name', field });
  if (isCommonPassword(password)) problems.push({ code: 'identity.password-common', field });
  return problems;
}

/** The last day on which a password may still be used, or null where it need not be changed. */
export function passwordDueDay(rules: PasswordRules, calendar: Calendar, changedOn: Day): Day | null {
  return rules.changeEvery
    ? computeDue(calendar, changedOn, rules.changeEvery).due.slice(0, 'YYYY-MM-DD'.length)
    : null;
}

import type { Day } from '../../policy/index.ts';
import { dayOf } from '../clock.ts';
import type { Now } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { type PasswordRules, passwordDueDay, passwordRulesOf } from './password-rules.ts';
import type { IdentityParts } from './settings.ts';
import type { LiveSession, User } from './store.ts';

/** What the rules say about a user's password today. */
export interface PasswordState {
  readonly rules: PasswordRules;
  readonly dueDay: Day | null;
  /** Nothing else may be done before the password is changed: an initial one, or one past its interval. */
  readonly mustChange: boolean;
}

/** By the policy of the user's jurisdiction today (WJ-12a, QJ-24). Who signs in elsewhere owes no change here. */
export async function passwordStateOf(
  parts: IdentityParts,
  tx: Tx,
  now: Now,
  session: { user: User; way: LiveSession['way'] },
): Promise<PasswordState> {
  const { user, way } = session;
  const rules = passwordRulesOf(parts.policyFor(user.jurisdiction, now.day));
  if (way === 'open-id') return { rules, dueDay: null, mustChange: false };
  if (user.mustChangePassword || user.passwordChangedAt === null)
    return { rules, dueDay: null, mustChange: true };
  const dueDay = passwordDueDay(rules, await parts.loadCalendar(tx), dayOf(user.passwordChangedAt));
  return { rules, dueDay, mustChange: dueDay !== null && now.day > dueDay };
}

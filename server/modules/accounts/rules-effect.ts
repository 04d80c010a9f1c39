import type { Problem } from '../../kernel/outcome.ts';
import { type BasisRef, type Day, durationText } from '../../policy/index.ts';
import type { Evidence, Pins } from './model.ts';
import type { PublicNotice } from './notice-model.ts';
import { isRealDay } from './rules-form.ts';

/** What is said of an effect, and what it is measured by. */
export interface EffectFacts {
  readonly matter: 'change' | 'close' | 'cancel';
  readonly effectOn: Day;
  readonly today: Day;
  /** Since when the account is open. */
  readonly openedOn: Day | null;
  readonly pins: Pick<Pins, 'statement' | 'meaning'>;
  readonly evidence: Evidence;
  /** Pictures of the statement on the platform. */
  readonly shots: number;
  /** The first day that leaves the time by which the effect has to be filed beforehand; null where none is asked for. */
  readonly leadOn: Day | null;
  /** The notice that has to run first, and the first day on which the effect may come. */
  readonly notice: { readonly notice: PublicNotice; readonly earliestOn: Day } | null;
}

/** The names of the places in which the effect is written down. */
export type EffectFields = Readonly<Record<'effectOn' | 'statementUrl' | 'historyDeleted', string>>;

const WEB_ADDRESS = /^https?:\/\/[^\s]+$/i;

/** Why an effect cannot be recorded: its day (LZ-13c), the statement on the platform, the deleted history (GD-4.2d). */
export function effectProblems(facts: EffectFacts, fields: EffectFields): Problem[] {
  return [...dayProblems(facts, fields), ...shownProblems(facts, fields)];
}

function dayProblems(facts: EffectFacts, { effectOn: field }: EffectFields): Problem[] {
  const { effectOn, today, openedOn, leadOn } = facts;
  if (!isRealDay(effectOn)) return [{ code: 'accounts.day-bad', field }];
  if (facts.notice && effectOn < facts.notice.earliestOn) return [stillRunning(facts.notice, today, field)];
  if (leadOn !== null && effectOn < leadOn)
    return [{ code: 'accounts.effect-too-soon', field, facts: { earliest: leadOn } }];
  if (effectOn > today) return [{ code: 'accounts.effect-in-future', field, facts: { today } }];
  if (openedOn !== null && effectOn < openedOn) {
    return [{ code: 'accounts.effect-before-opening', field, facts: { opened: openedOn } }];
  }
  return [];
}

function stillRunning(
  { notice, earliestOn }: NonNullable<EffectFacts['notice']>,
  today: Day,
  field: string,
): Problem {
  const { publishedOn, run, basis } = notice;
  const term = run ? durationText(run.term) : '';
  return {
    code: 'accounts.notice-running',
    field,
    facts: { published: publishedOn, term, last: run?.lastOn, earliest: earliestOn, today },
    basis,
  };
}

function shownProblems({ matter, pins, evidence, shots }: EffectFacts, fields: EffectFields): Problem[] {
  const { statementUrl, historyDeleted } = evidence;
  const about = (code: string, field: string, basis: readonly BasisRef[]): Problem[] => [
    { code, field, ...(basis.length > 0 ? { basis } : {}) },
  ];
  if (statementUrl && !WEB_ADDRESS.test(statementUrl))
    return about('accounts.url-bad', fields.statementUrl, []);
  if (matter === 'close' && pins.statement.value && !statementUrl && shots === 0) {
    return about('accounts.statement-missing', fields.statementUrl, pins.statement.basis);
  }
  if (matter === 'cancel' && !historyDeleted) {
    return about('accounts.history-not-deleted', fields.historyDeleted, pins.meaning.basis);
  }
  return [];
}

import { accountsText } from '../../../contracts/accounts/words.ts';
import type { Answer, BasisRef, CaseFacts, Duration, Matter, Policy } from '../../policy/index.ts';
import type { Anchor, Timing } from './model.ts';

/** Something to be entered in a system outside, as the rules ask for it. */
export interface PlannedEntry {
  readonly key: string;
  readonly system: string;
  readonly anchor: Anchor;
  readonly term: Duration;
  readonly duty: 'host' | 'supervisor';
  readonly rule: string;
  readonly basis: readonly BasisRef[];
  readonly pack: string | null;
  readonly packVersion: string | null;
}

/** A term that runs on the filing itself. */
export interface PlannedTerm {
  readonly term: Duration;
  readonly rule: string;
  readonly basis: readonly BasisRef[];
  readonly pack: string | null;
  readonly packVersion: string | null;
}

const OWN_KEY = 'filing';
/** Both mean the day on which what is filed is there on the platform: the opening of an opening, the effect of all else. */
const OF_THE_DAY: readonly Anchor[] = ['opening', 'effect'];

function origin(answer: Answer<unknown>): Pick<PlannedTerm, 'rule' | 'basis' | 'pack' | 'packVersion'> {
  return { rule: answer.rule, basis: answer.basis, pack: answer.pack, packVersion: answer.version };
}

/**
 * What has to be entered where after an opening, a change or an end (FS-11, WJ-3a, GD-4.2c). A filing term that no listed system covers is
 * an entry of its own, unless submitting is itself the filing.
 */
export function plannedEntries(policy: Policy, facts: CaseFacts, timing: Timing): PlannedEntry[] {
  const matter = facts.matter ?? 'open';
  const entries = policy.get(`filing.entry.${matter}`, facts);
  const listed = (entries.value ?? []).map(({ id, system, term, anchor, by }) => ({
    key: id,
    system,
    anchor: dayAnchor(matter, anchor),
    term,
    duty: by,
    ...origin(entries),
  }));
  const own = policy.get(`filing.term.${matter}`, facts);
  if (
    own.value === null ||
    coveredBy(matter, listed, own.value.anchor) ||
    submittingFiles(own.value.anchor, timing)
  )
    return listed;
  const { term, anchor } = own.value;
  return [
    ...listed,
    {
      key: OWN_KEY,
      system: accountsText.filingSystem,
      anchor: dayAnchor(matter, anchor),
      term,
      duty: 'host',
      ...origin(own),
    },
  ];
}

/** The term within which the filing itself has to be submitted after the opening or the effect; null where none runs or an entry covers it. */
export function submissionTerm(policy: Policy, facts: CaseFacts, timing: Timing): PlannedTerm | null {
  const matter = facts.matter ?? 'open';
  const own = policy.get(`filing.term.${matter}`, facts);
  if (own.value === null || !submittingFiles(own.value.anchor, timing)) return null;
  if (coveredBy(matter, plannedEntries(policy, facts, timing), own.value.anchor)) return null;
  return { term: own.value.term, ...origin(own) };
}

function dayAnchor(matter: Matter, anchor: Anchor): Anchor {
  if (!OF_THE_DAY.includes(anchor)) return anchor;
  return matter === 'open' ? 'opening' : 'effect';
}

function coveredBy(matter: Matter, listed: readonly PlannedEntry[], anchor: Anchor): boolean {
  return listed.some((entry) => entry.anchor === dayAnchor(matter, anchor));
}

/** Where the account is open, altered or ended before it is filed, submitting is the filing that the term speaks of. */
function submittingFiles(anchor: Anchor, timing: Timing): boolean {
  return (timing === 'after-opening' || timing === 'after-effect') && OF_THE_DAY.includes(anchor);
}

/** The supervisor's term for an answer, or the host's for mending what was sent back; null where none is in force. */
export function plainTerm(
  policy: Policy,
  facts: CaseFacts,
  rule: 'filing.decision.term' | 'filing.supplement.term',
): PlannedTerm | null {
  const answer = policy.get(rule, facts);
  return answer.value === null ? null : { term: answer.value, ...origin(answer) };
}

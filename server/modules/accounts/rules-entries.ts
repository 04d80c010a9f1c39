import { accountsText } from '../../../contracts/accounts/words.ts';
import type { Answer, BasisRef, CaseFacts, Duration, Policy } from '../../policy/index.ts';
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
/** For an opening both mean the day the account is open on its platform. */
const OPENING_ANCHORS: readonly Anchor[] = ['opening', 'effect'];

function origin(answer: Answer<unknown>): Pick<PlannedTerm, 'rule' | 'basis' | 'pack' | 'packVersion'> {
  return { rule: answer.rule, basis: answer.basis, pack: answer.pack, packVersion: answer.version };
}

/**
 * What has to be entered where after an opening (FS-11, WJ-3a, GD-4.2c). A filing term that no listed system covers is
 * an entry of its own, unless submitting is itself the filing.
 */
export function plannedEntries(policy: Policy, facts: CaseFacts, timing: Timing): PlannedEntry[] {
  const entries = policy.get('filing.entry.open', facts);
  const listed = (entries.value ?? []).map(({ id, system, term, anchor, by }) => ({
    key: id,
    system,
    anchor: openingAnchor(anchor),
    term,
    duty: by,
    ...origin(entries),
  }));
  const own = policy.get('filing.term.open', facts);
  if (own.value === null || coveredBy(listed, own.value.anchor) || submittingFiles(own.value.anchor, timing))
    return listed;
  const { term, anchor } = own.value;
  return [
    ...listed,
    {
      key: OWN_KEY,
      system: accountsText.filingSystem,
      anchor: openingAnchor(anchor),
      term,
      duty: 'host',
      ...origin(own),
    },
  ];
}

/** The term within which the filing itself has to be submitted after the opening; null where none runs or an entry covers it. */
export function submissionTerm(policy: Policy, facts: CaseFacts, timing: Timing): PlannedTerm | null {
  const own = policy.get('filing.term.open', facts);
  if (own.value === null || !submittingFiles(own.value.anchor, timing)) return null;
  if (coveredBy(plannedEntries(policy, facts, timing), own.value.anchor)) return null;
  return { term: own.value.term, ...origin(own) };
}

function openingAnchor(anchor: Anchor): Anchor {
  return OPENING_ANCHORS.includes(anchor) ? 'opening' : anchor;
}

function coveredBy(listed: readonly PlannedEntry[], anchor: Anchor): boolean {
  return listed.some((entry) => entry.anchor === openingAnchor(anchor));
}

/** Where the account is open before it is filed, submitting is the filing that the term speaks of. */
function submittingFiles(anchor: Anchor, timing: Timing): boolean {
  return timing === 'after-opening' && OPENING_ANCHORS.includes(anchor);
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

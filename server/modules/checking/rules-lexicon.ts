import { type EntryBody, lexiconKinds } from '../../../contracts/checking/wire.ts';
import { type Severity, severities } from '../../../contracts/checks/wire.ts';
import { severityNames } from '../../../contracts/checks/words.ts';
import type { Problem } from '../../kernel/outcome.ts';

const SHORTEST = 2;
/** Nothing of them is seen, and the check reads over them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** Detectors that say what it should be, not only what it is. */
const MUST_BE_RIGHT: readonly string[] = ['names', 'wording'];

const about = (field: string, reason: string, facts: Record<string, string> = {}): Problem => ({
  code: `checking.${reason}`,
  field,
  facts,
});

/**
 * All that is wrong with an entry somebody wants to add; as strict as the lexicons that ship. `gravest` is what the
 * packs let the detector say at most: an entry that promises more would promise in vain.
 */
export function entryProblems(entry: EntryBody, gravest: Severity = 'block'): Problem[] {
  const { term, detector, kind, right, except, source, from, to } = entry;
  const problems: Problem[] = [];
  const kinds: readonly string[] = lexiconKinds[detector];
  if (term === '') problems.push(about('term', 'term-untidy'));
  else if ([...term.replace(UNSEEN, '')].length < SHORTEST) problems.push(about('term', 'term-too-short'));
  if (!kinds.includes(kind)) problems.push(about('kind', 'kind-unknown'));
  if (MUST_BE_RIGHT.includes(detector) && (right === undefined || right === ''))
    problems.push(about('right', 'right-missing'));
  if (right === term && term !== '') problems.push(about('right', 'right-is-term'));
  for (const word of except) {
    if (!word.includes(term) || word === term)
      problems.push(about('except', 'except-without-term', { word }));
  }
  if (severities.indexOf(entry.severity) < severities.indexOf(gravest))
    problems.push(about('severity', 'severity-beyond', { gravest: severityNames[gravest] }));
  if (source.length < SHORTEST) problems.push(about('source', 'source-missing'));
  if (from !== undefined && to !== undefined && to < from) problems.push(about('to', 'days-reversed'));
  return problems;
}

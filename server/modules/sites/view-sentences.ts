import { approvalsWords } from '../../../contracts/approvals/words.ts';
import { sitesWords } from '../../../contracts/sites/words.ts';
import type { Problem } from '../../kernel/outcome.ts';

/** The sentence of a problem or finding that a view carries. */
export function sentenceOf({ code, facts }: Pick<Problem, 'code' | 'facts'>): string {
  const word = sitesWords[code] ?? approvalsWords[code] ?? code;
  return typeof word === 'string' ? word : word({ ...facts });
}

import type { CheckWire } from '../../../contracts/accounts/wire.ts';
import { accountsWords, checkTitles } from '../../../contracts/accounts/words.ts';
import { approvalsWords } from '../../../contracts/approvals/words.ts';
import type { Problem } from '../../kernel/outcome.ts';
import { type Check, outcomeOf } from './model.ts';

/** The Chinese sentence of a problem of this module or of the route. */
export function sentenceOf(problem: Pick<Problem, 'code' | 'facts'>): string {
  const word = accountsWords[problem.code] ?? approvalsWords[problem.code] ?? problem.code;
  return typeof word === 'string' ? word : word({ ...problem.facts });
}

/** What a check is called; single questions and papers share a title. */
export function checkTitle(id: string): string {
  const family = id.startsWith('form.') ? 'form' : id.startsWith('attachment.') ? 'attachments' : id;
  return checkTitles[family] ?? id;
}

/** A check as the screen shows it. */
export function checkView(check: Check): CheckWire {
  const outcome = outcomeOf(check);
  return {
    id: check.id,
    group: check.group,
    title: checkTitle(check.id),
    outcome,
    message: messageOf(check),
    field: check.problems[0]?.field ?? null,
    reason: check.reason,
    basis: [...check.basis],
  };
}

function messageOf(check: Check): string {
  const problems = check.problems.map(sentenceOf).join('');
  switch (outcomeOf(check)) {
    case 'met':
      return sentenceOf({ code: 'accounts.check-met', facts: { title: checkTitle(check.id) } });
    case 'unmet':
      return problems;
    case 'excusable':
      return sentenceOf({ code: 'accounts.exception-needed', facts: { problem: problems } });
    case 'excused':
      return sentenceOf({ code: 'accounts.check-excused', facts: { reason: check.reason } });
  }
}

/** The problems by which an unmet check refuses a submission; one that a reason could excuse asks for the reason. */
export function submissionProblem(check: Check): Problem[] {
  if (outcomeOf(check) === 'unmet') return check.problems.map((problem) => withBasis(problem, check));
  const problem = check.problems.map(sentenceOf).join('');
  return [
    {
      code: 'accounts.exception-needed',
      field: `exceptions.${check.id}`,
      facts: { problem },
      basis: check.basis,
    },
  ];
}

function withBasis(problem: Problem, check: Check): Problem {
  return problem.basis || check.basis.length === 0 ? problem : { ...problem, basis: check.basis };
}

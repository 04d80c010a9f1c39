import type { Problem } from '../../kernel/outcome.ts';
import type { Policy } from '../../policy/index.ts';
import type { Operator, Unit } from './model.ts';

/**
 * What keeps an operator from being named. A section must be the host's own; an outside agency owes what the packs
 * ask of outsourcing: a contract, a confidentiality agreement (WJ-2). Whether there may be one at all is theirs too
 * (LZ-7, GD-2b, FS-5).
 */
export function checkOperator(
  operator: Pick<Operator, 'kind' | 'name' | 'contractNo' | 'confidentialitySignedOn' | 'fromDay' | 'toDay'>,
  facts: { policy: Policy; host: Unit; section: Unit | null },
): Problem[] {
  const { policy } = facts;
  const problems: Problem[] = [];
  const allowed = policy.get('operator.allowed');
  if (allowed.state === 'in-force' && allowed.value === false)
    problems.push({ code: 'directory.operator-not-allowed', basis: allowed.basis });
  if (operator.toDay !== null && operator.toDay < operator.fromDay)
    problems.push({ code: 'directory.impossible-days', field: 'toDay' });
  if (operator.kind === 'section') {
    const own =
      facts.section !== null &&
      facts.section.id !== facts.host.id &&
      facts.section.path.includes(facts.host.id);
    return own ? problems : [...problems, { code: 'directory.operator-unit', field: 'unitId' }];
  }
  if (operator.name === '') problems.push({ code: 'directory.operator-name', field: 'name' });
  const contract = policy.get('operator.contract-required');
  if (contract.value && operator.contractNo === null)
    problems.push({ code: 'directory.operator-contract', field: 'contractNo', basis: contract.basis });
  const secrecy = policy.get('operator.confidentiality-agreement');
  if (secrecy.value && operator.confidentialitySignedOn === null)
    problems.push({
      code: 'directory.operator-confidentiality',
      field: 'confidentialitySignedOn',
      basis: secrecy.basis,
    });
  return problems;
}

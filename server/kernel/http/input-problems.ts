import { inputReasons } from '../../../contracts/kernel/words.ts';
import type { Problem } from '../outcome.ts';

interface ValidationIssue {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Record<string, unknown>;
}

/** The problems of a body, query or path that zod refused: one for each field, in Chinese reasons. */
export function inputProblems(issues: readonly ValidationIssue[]): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const field = issue.instancePath.replace(/^\//, '').replaceAll('/', '.');
    const zod = zodIssue(issue.params);
    if (issue.keyword === 'unrecognized_keys') {
      const keys = Array.isArray(zod.keys) ? zod.keys.slice(0, 10) : [];
      return keys.map((key) => ({
        code: 'unknown-field',
        field: [field, String(key)].filter(Boolean).join('.'),
        facts: { field: key },
      }));
    }
    return [{ code: 'bad-field', field, facts: { reason: reasonOf(issue.keyword, zod) } }];
  });
}

function zodIssue(params: Record<string, unknown>): Record<string, unknown> {
  const inner = params.issue;
  return typeof inner === 'object' && inner !== null ? { ...params, ...inner } : params;
}

function reasonOf(keyword: string, issue: Record<string, unknown>): string {
  const text = issue.origin === 'string' || issue.origin === 'array';
  switch (keyword) {
    case 'invalid_type':
      return issue.input === undefined && String(issue.message ?? '').includes('undefined')
        ? inputReasons.required
        : inputReasons.type;
    case 'too_big':
      return text ? inputReasons.tooLong(Number(issue.maximum)) : inputReasons.tooBig(Number(issue.maximum));
    case 'too_small':
      return text
        ? inputReasons.tooShort(Number(issue.minimum))
        : inputReasons.tooSmall(Number(issue.minimum));
    case 'invalid_value':
      return inputReasons.option;
    default:
      return inputReasons.format;
  }
}

import type { CheckRow } from '../../../contracts/checking/wire.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { apiUrl } from '../../lib/api.ts';
import { checkPath } from './calls.ts';

const types = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
] as const;

/** The report of a check in each form it can be had. */
export function ReportLinks({ check }: { check: Pick<CheckRow, 'jurisdiction' | 'id'> }) {
  return (
    <span className="jz-report-links">
      {checkingScreenWords.review.report}：
      {types.map(([type, name]) => (
        <a key={type} href={apiUrl(`${checkPath(check.jurisdiction, check.id)}/report.${type}`)}>
          {name}
        </a>
      ))}
    </span>
  );
}

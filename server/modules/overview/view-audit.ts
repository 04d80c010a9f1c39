import type { z } from 'zod';
import type { auditVerdict } from '../../../contracts/audit/wire.ts';
import { faultWords } from '../../../contracts/audit/words.ts';
import type { AuditReport } from '../../kernel/audit/verify.ts';
import type { Geography } from '../../kernel/context.ts';

/** The outcome of a walk along the chains, in sentences. */
export function viewVerdict(report: AuditReport, geography: Geography): z.infer<typeof auditVerdict> {
  return {
    chains: report.chains,
    entries: report.entries,
    whole: report.broken.length === 0,
    broken: report.broken.map((b) => ({
      jurisdiction: b.jurisdiction,
      jurisdictionName: geography.get(b.jurisdiction)?.name ?? b.jurisdiction,
      seq: b.seq,
      fault: b.fault,
      message: faultWords[b.fault],
    })),
  };
}

import type { z } from 'zod';
import type { AuditEntryWire, auditVerdict } from '../../../contracts/audit/wire.ts';
import { faultWords, subjectNames } from '../../../contracts/audit/words.ts';
import { actionNames } from '../../../contracts/words.ts';
import type { AuditEntry } from '../../kernel/audit/entry.ts';
import type { AuditReport } from '../../kernel/audit/verify.ts';
import type { Geography } from '../../kernel/context.ts';

/** An entry of the trail for reading: names instead of codes, the chain's hash beside. */
export function viewEntry(entry: AuditEntry): AuditEntryWire {
  return {
    jurisdiction: entry.jurisdiction_id,
    seq: entry.seq,
    at: entry.at,
    who: entry.person_name,
    post: entry.post_title,
    action: entry.action,
    actionName: actionNames[entry.action] ?? entry.action,
    subjectType: entry.subject_type,
    subjectName: subjectNames[entry.subject_type] ?? entry.subject_type,
    subjectId: entry.subject_id,
    facts: { ...entry.facts },
    beforeDigest: entry.before_digest,
    afterDigest: entry.after_digest,
    hash: entry.hash,
  };
}

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

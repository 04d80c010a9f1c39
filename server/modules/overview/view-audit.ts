import type { z } from 'zod';
import type { AuditEntryWire, auditVerdict } from '../../../contracts/audit/wire.ts';
import { faultWords, kernelActions, subjectNames } from '../../../contracts/audit/words.ts';
import { accountsActions } from '../../../contracts/accounts/words.ts';
import { approvalsActions } from '../../../contracts/approvals/words.ts';
import { deadlinesActions } from '../../../contracts/deadlines/words.ts';
import { directoryActions } from '../../../contracts/directory/words.ts';
import { identityActions } from '../../../contracts/identity/words.ts';
import type { AuditEntry } from '../../kernel/audit/entry.ts';
import type { AuditReport } from '../../kernel/audit/verify.ts';
import type { Geography } from '../../kernel/context.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  ...kernelActions,
  ...identityActions,
  ...directoryActions,
  ...approvalsActions,
  ...deadlinesActions,
  ...accountsActions,
};

/** An entry of the trail for reading: names instead of codes, the chain's hash beside. */
export function viewEntry(entry: AuditEntry): AuditEntryWire {
  return {
    jurisdiction: entry.jurisdiction_id,
    seq: entry.seq,
    at: entry.at,
    who: entry.person_name,
    post: entry.post_title,
    action: entry.action,
    actionName: ACTIONS[entry.action] ?? entry.action,
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

import type { AuditEntryWire } from '../../../contracts/audit/wire.ts';
import { SYSTEM_ACTOR, subjectNames } from '../../../contracts/audit/words.ts';
import { actionNames } from '../../../contracts/words.ts';
import type { AuditEntry } from './entry.ts';

/** An entry of the trail for reading: names instead of codes, the chain's hash beside. */
export function viewEntry(entry: AuditEntry): AuditEntryWire {
  return {
    jurisdiction: entry.jurisdiction_id,
    seq: entry.seq,
    at: entry.at,
    who: entry.actor_kind === 'system' ? SYSTEM_ACTOR : entry.person_name,
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

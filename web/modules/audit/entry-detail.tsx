import type { AuditEntryWire } from '../../../contracts/audit/wire.ts';
import { auditScreenWords as words } from '../../../contracts/ui/words-audit.ts';
import { fullInstant } from '../../lib/day.ts';
import { FactList } from '../../ui/fact-list.tsx';

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Everything one entry of the trail records. */
export function EntryDetail({ entry }: { entry: AuditEntryWire }) {
  return (
    <div className="jz-stack">
      <FactList
        facts={[
          [words.at, fullInstant(entry.at)],
          [words.who, entry.who],
          [words.post, entry.post],
          [words.action, entry.actionName],
          [words.subject, entry.subjectName],
        ]}
      />
      <h3>{words.facts}</h3>
      <FactList facts={Object.entries(entry.facts).map(([key, value]) => [key, plain(value)])} />
      <h3>{words.digest}</h3>
      <FactList
        facts={[
          [words.before, entry.beforeDigest],
          [words.after, entry.afterDigest],
          [words.hash, entry.hash],
        ]}
      />
    </div>
  );
}

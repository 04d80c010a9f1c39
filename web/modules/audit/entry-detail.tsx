import { z } from 'zod';
import type { AuditEntryWire } from '../../../contracts/audit/wire.ts';
import { subjectNames } from '../../../contracts/audit/words.ts';
import { termText } from '../../../contracts/deadlines/words.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { auditScreenWords as words } from '../../../contracts/ui/words-audit.ts';
import { fullInstant, fullMoment } from '../../lib/day.ts';
import { FactList } from '../../ui/fact-list.tsx';

const subjectShape = z.strictObject({ type: z.string(), id: z.string() });
const termShape = z.strictObject({ n: z.number(), unit: z.string() });

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? uiWords.yes : uiWords.no;
  if (typeof value === 'string') return words.values[value] ?? fullMoment(value);
  if (Array.isArray(value)) return value.map(plain).join('、');
  const term = termShape.safeParse(value);
  if (term.success) return termText(term.data);
  const subject = subjectShape.safeParse(value);
  return subject.success ? (subjectNames[subject.data.type] ?? subject.data.type) : JSON.stringify(value);
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
      <FactList
        facts={Object.entries(entry.facts).map(([key, value]) => [
          words.factNames[key] ?? `${words.other}（${key}）`,
          plain(value),
        ])}
      />
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

import { Button } from 'antd';
import type { RecordKindWire, RecordWire } from '../../../contracts/stewardship/wire.ts';
import { recordKindNames } from '../../../contracts/stewardship/words.ts';
import { stewardshipScreenWords as words } from '../../../contracts/ui/words-stewardship.ts';
import type { Entering } from './keep-record.tsx';
import { RecordItem } from './record-item.tsx';

interface RecordGroupProps {
  kind: RecordKindWire;
  records: readonly RecordWire[];
  /** Whether what a unit keeps for all its accounts is changed elsewhere. */
  sharedElsewhere: boolean;
  onEnter: ((entering: Entering) => void) | null;
  onEnd: (record: RecordWire) => void;
}

/** All records of one kind: those that stand, the history folded. */
export function RecordGroup({ kind, records, sharedElsewhere, onEnter, onEnd }: RecordGroupProps) {
  const name = recordKindNames[kind] ?? kind;
  const standing = records.filter((record) => record.standing);
  const past = records.filter((record) => !record.standing);
  const shared = (record: RecordWire) => sharedElsewhere && record.scope === 'unit';
  return (
    <section className="jz-record-group">
      <div className="jz-ledger-head">
        <h3>
          {name} {standing.length === 0 ? <span className="jz-soft">{words.nothing}</span> : null}
        </h3>
        {onEnter ? (
          <Button size="small" onClick={() => onEnter({ kind })} aria-label={words.addKind(name)}>
            {words.add}
          </Button>
        ) : null}
      </div>
      <ul className="jz-lines">
        {standing.map((record) => (
          <RecordItem
            key={record.id}
            record={record}
            shared={shared(record)}
            onReplace={
              onEnter && record.abilities.replace && !shared(record)
                ? () => onEnter({ kind, replaces: record, initial: knownOf(record) })
                : null
            }
            onEnd={record.abilities.end && !shared(record) ? () => onEnd(record) : null}
          />
        ))}
      </ul>
      {past.length > 0 ? (
        <details className="jz-audit-more">
          <summary>{words.history(past.length)}</summary>
          <ul className="jz-lines">
            {past.map((record) => (
              <RecordItem key={record.id} record={record} shared onReplace={null} onEnd={null} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

const OPERATOR_KINDS: readonly RecordKindWire[] = ['purchase', 'contract', 'agreement', 'supervision'];

/** What stays the same when a record is replaced: which role, licence, paper or operator it is. */
function knownOf({ kind, item, title }: RecordWire) {
  if (OPERATOR_KINDS.includes(kind)) return { operatorId: item };
  if (kind === 'paper') return { key: item, title };
  if (kind === 'service') return { name: title };
  if (kind === 'funding') return { source: title };
  return { key: item };
}

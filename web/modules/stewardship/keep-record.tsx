import type { LedgerWire, RecordKindWire, RecordWire } from '../../../contracts/stewardship/wire.ts';
import { recordKindNames } from '../../../contracts/stewardship/words.ts';
import { stewardshipScreenWords as words } from '../../../contracts/ui/words-stewardship.ts';
import { useSession } from '../../app/session.ts';
import { FormPanel, type Typed } from '../../ui/form-panel.tsx';
import { type LedgerPlace, useLedgerCommands } from './calls.ts';
import { bodyFor, fieldsFor } from './record-fields.ts';

/** What is being entered: a kind, with what is known of it already. */
export interface Entering {
  readonly kind: RecordKindWire;
  readonly initial?: Typed;
  readonly replaces?: RecordWire;
}

/** The form for one record, new or in the place of another. */
export function KeepRecord(props: {
  ledger: LedgerWire;
  place: LedgerPlace;
  entering: Entering;
  onClose: () => void;
}) {
  const { ledger, entering, onClose } = props;
  const { today } = useSession();
  const { keep } = useLedgerCommands();
  const { kind, replaces } = entering;
  const name = recordKindNames[kind] ?? kind;
  const fields = fieldsFor(kind, ledger);
  return (
    <FormPanel
      title={replaces ? words.replaceOf(replaces.title) : words.addKind(name)}
      open
      fields={fields}
      initial={{ fromDay: today, ...entering.initial }}
      action={replaces ? words.replace : words.add}
      onClose={onClose}
      onSubmit={async (typed) => {
        await keep(props.place, bodyFor(kind, typed, { fields, replaces: replaces?.id ?? null }));
        onClose();
      }}
    />
  );
}

/** Gives a record its last day. */
export function EndRecord({ record, onClose }: { record: RecordWire; onClose: () => void }) {
  const { today } = useSession();
  const { end } = useLedgerCommands();
  return (
    <FormPanel
      title={words.endOf(record.title)}
      open
      fields={[
        { key: 'toDay', label: words.lastDay, type: 'date', required: true },
        { key: 'reason', label: words.reason, type: 'longtext', required: true, maxLength: 500 },
      ]}
      initial={{ toDay: today }}
      action={words.end}
      onClose={onClose}
      onSubmit={async (typed) => {
        await end(record, { toDay: String(typed.toDay ?? ''), reason: String(typed.reason ?? '') });
        onClose();
      }}
    />
  );
}

import { useState } from 'react';
import type { GapWire, LedgerWire, RecordKindWire, RecordWire } from '../../../contracts/stewardship/wire.ts';
import { stewardshipScreenWords as words } from '../../../contracts/ui/words-stewardship.ts';
import type { LedgerPlace } from './calls.ts';
import { GapList } from './gap-list.tsx';
import { EndRecord, type Entering, KeepRecord } from './keep-record.tsx';
import { RecordGroup } from './record-group.tsx';
import './stewardship.css';

const OPERATOR_KINDS: readonly RecordKindWire[] = ['purchase', 'contract', 'agreement', 'supervision'];

/** Kinds that are kept in this place: what is there, what is asked, and what may be entered anyway. */
function kindsOf(ledger: LedgerWire): RecordKindWire[] {
  const { choices, account } = ledger;
  const offered: readonly (readonly [RecordKindWire, boolean])[] = account
    ? [
        ['person', true],
        ['rights', true],
        ['tasks', choices.tasks.length > 0],
        ['service', true],
        ['activity', choices.licences.length > 0],
        ['licence', choices.licences.length > 0],
        ['funding', true],
        ['paper', false],
      ]
    : [
        ['person', true],
        ['paper', true],
        ...OPERATOR_KINDS.map((kind) => [kind, ledger.operators.length > 0] as const),
        ['consultation', true],
      ];
  const kept = new Set(ledger.records.map(({ kind }) => kind));
  const known = offered.filter(([kind, shown]) => shown || kept.has(kind)).map(([kind]) => kind);
  return [...known, ...[...kept].filter((kind) => !known.includes(kind))];
}

interface LedgerViewProps {
  ledger: LedgerWire;
  place: LedgerPlace;
}

/** What is missing, and everything kept, kind by kind; forms open in place. */
export function LedgerView({ ledger, place }: LedgerViewProps) {
  const [entering, setEntering] = useState<Entering | null>(null);
  const [ending, setEnding] = useState<RecordWire | null>(null);
  const ofAccount = ledger.account !== null;
  const here = (gap: GapWire) => (gap.account !== null) === ofAccount;
  const mend = (gap: GapWire) =>
    ledger.abilities.keep && here(gap) && gap.state !== 'finding' && !gap.item.startsWith('contact.')
      ? () => setEntering(enteringFor(gap, ledger))
      : null;
  return (
    <>
      <GapList
        gaps={ledger.gaps}
        onMend={mend}
        elsewhere={(gap) => (here(gap) && !gap.item.startsWith('contact.') ? null : gap.href)}
        nameAccounts={!ofAccount}
      />
      {kindsOf(ledger).map((kind) => (
        <RecordGroup
          key={kind}
          kind={kind}
          records={ledger.records.filter((record) => record.kind === kind)}
          sharedElsewhere={ofAccount}
          onEnter={ledger.abilities.keep && enterable(kind, ofAccount) ? setEntering : null}
          onEnd={setEnding}
        />
      ))}
      {entering ? (
        <KeepRecord ledger={ledger} place={place} entering={entering} onClose={() => setEntering(null)} />
      ) : null}
      {ending ? <EndRecord record={ending} onClose={() => setEnding(null)} /> : null}
      {ledger.operators.length === 0 && !ofAccount ? (
        <p className="jz-soft">
          {words.noOperators} <a href={`/directory?unit=${ledger.unit.id}`}>{words.toUnit}</a>
        </p>
      ) : null}
    </>
  );
}

/** What a unit keeps for all its accounts is entered with the unit. */
function enterable(kind: RecordKindWire, ofAccount: boolean): boolean {
  return !ofAccount || !([...OPERATOR_KINDS, 'paper', 'consultation'] as RecordKindWire[]).includes(kind);
}

/** The form that mends a gap: what ran out is replaced, what is missing is entered. */
function enteringFor(gap: GapWire, { records }: LedgerWire): Entering {
  const replaces = records.find(
    ({ kind, item, standing }) =>
      standing && gap.state !== 'missing' && kind === gap.kind && item === gap.item,
  );
  const known = OPERATOR_KINDS.includes(gap.kind) ? { operatorId: gap.item } : { key: gap.item };
  return { kind: gap.kind, initial: known, ...(replaces ? { replaces } : {}) };
}

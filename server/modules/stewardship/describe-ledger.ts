import type { DossierContent, DossierFile, DossierSection } from '../../../contracts/dossiers/wire.ts';
import { archiveWords } from '../../../contracts/dossiers/words.ts';
import type { LedgerWire, RecordWire } from '../../../contracts/stewardship/wire.ts';
import { gapStateNames, ledgerSections, recordKindNames } from '../../../contracts/stewardship/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { Account } from '../accounts/index.ts';
import { accountLedger } from './read-ledger.ts';

/** What the ledger adds to an account's dossier: what is missing, and every record with its history and papers. */
export async function describeLedger(ctx: Context, account: Account): Promise<DossierContent> {
  const ledger = await accountLedger(ctx, account.jurisdiction, account.id);
  const kinds = [...new Set(ledger.records.map(({ kind }) => kind))];
  return {
    sections: [
      gapsSection(ledger),
      ...kinds.map((kind) =>
        recordsSection(
          kind,
          ledger.records.filter((record) => record.kind === kind),
        ),
      ),
    ],
    files: ledger.records.flatMap(filesOf),
    subjects: [{ type: 'unit', id: ledger.unit.id }],
  };
}

function gapsSection({ gaps }: LedgerWire): DossierSection {
  return {
    key: 'ledger-gaps',
    title: ledgerSections.gaps,
    note: gaps.length === 0 ? ledgerSections.complete : null,
    facts: [],
    columns: [...ledgerSections.gapColumns],
    rows: gaps.map(({ state, message, due, basis }) => [
      gapStateNames[state] ?? state,
      message,
      due ?? '',
      basis.map(({ sourceTitle, article }) => `${sourceTitle} ${article}`).join('；'),
    ]),
  };
}

function recordsSection(kind: string, records: readonly RecordWire[]): DossierSection {
  return {
    key: `ledger-${kind}`,
    title: recordKindNames[kind] ?? kind,
    note: null,
    facts: [],
    columns: [...ledgerSections.recordColumns],
    rows: records.map((record) => [
      record.itemName,
      record.title,
      [...record.facts.map(({ label, value }) => `${label}：${value}`), record.note ?? '']
        .filter(Boolean)
        .join('；'),
      record.fromDay,
      record.toDay ?? '',
      record.validTo ?? '',
      record.createdBy,
    ]),
  };
}

function filesOf(record: RecordWire): DossierFile[] {
  const kind = recordKindNames[record.kind] ?? record.kind;
  return record.files.map(({ id, name, bytes, sha256 }) => ({
    folder: `${archiveWords.ledger}/${kind}`,
    name,
    title: [record.itemName, record.title].filter(Boolean).join(' '),
    jurisdiction: record.jurisdiction,
    fileId: id,
    bytes,
    sha256,
  }));
}

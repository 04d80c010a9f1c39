import type { Dossier } from '../../../contracts/accounts/wire.ts';
import { channelKindNames } from '../../../contracts/accounts/words.ts';
import { momentText } from '../../../contracts/deadlines/words.ts';
import type { DossierContent, DossierSection } from '../../../contracts/dossiers/wire.ts';
import {
  accountFacts,
  archiveWords,
  identityKinds,
  indexColumns,
  indexWords,
} from '../../../contracts/dossiers/words.ts';
import type { Context } from '../../kernel/context.ts';
import { dayOfMoment, legalMoment } from '../../policy/calendar/index.ts';
import { type Account, getDossier, identityOf } from '../accounts/index.ts';
import { approvalsOf } from '../approvals/index.ts';
import { deadlinesOfSubject } from '../deadlines/index.ts';

const EMPTY = { note: null, facts: [], columns: [], rows: [] };
const dayText = (at: string | null) => (at === null ? '' : dayOfMoment(at));

/** What the registry keeps on an account: identity with its history, filings, decisions, notices, entries, clocks, papers. */
export async function describeAccount(ctx: Context, account: Account): Promise<DossierContent> {
  const dossier = await getDossier(ctx, account.jurisdiction, account.id);
  return {
    sections: [
      factsSection(dossier),
      await identitySection(ctx, account),
      { ...EMPTY, key: 'particulars', title: indexWords.particulars, facts: dossier.particulars },
      ...filingTables(dossier),
      ...dutyTables(dossier),
      ...exceptionsSection(dossier),
    ],
    files: dossier.files.map((file) => ({
      folder: archiveWords.papers,
      name: file.name,
      title: file.title,
      jurisdiction: account.jurisdiction,
      fileId: file.id,
      bytes: file.bytes,
      sha256: file.sha256,
    })),
    subjects: await subjectsOf(ctx, account, dossier),
  };
}

/** The account, its filings, and the clocks and approvals of these. */
async function subjectsOf(ctx: Context, account: Account, dossier: Dossier) {
  const { jurisdiction } = account;
  const subjects = [{ type: 'account', id: account.id }];
  for (const { id } of dossier.filings) {
    const filing = { type: 'filing', id };
    const rounds = await approvalsOf(ctx, jurisdiction, filing);
    const clocks = await deadlinesOfSubject(ctx.tx, jurisdiction, filing);
    subjects.push(
      filing,
      ...rounds.map((round) => ({ type: 'approval', id: round.id })),
      ...clocks.map((clock) => ({ type: 'deadline', id: clock.id })),
    );
  }
  return subjects;
}

function factsSection({ account }: Dossier): DossierSection {
  const values: Record<keyof typeof accountFacts, string | null> = {
    name: account.name,
    platform: account.platformName,
    type: channelKindNames[account.type],
    host: account.host.name,
    jurisdiction: account.jurisdictionName,
    state: account.stateName,
    number: account.filingNumber,
    opened: account.openedOn,
    registered: account.registeredOn,
    uid: account.platformUid,
    url: account.url,
    certification: account.certification,
    reason: account.reason,
  };
  const facts = (Object.keys(accountFacts) as (keyof typeof accountFacts)[]).flatMap((key) => {
    const value = values[key];
    return value ? [{ label: accountFacts[key], value }] : [];
  });
  return { ...EMPTY, key: 'account', title: indexWords.account, facts };
}

async function identitySection(ctx: Context, account: Account): Promise<DossierSection> {
  const { names } = await identityOf(ctx, account);
  return table(
    'identity',
    indexWords.identity,
    indexColumns.identity,
    names.map(({ kind, value, fromOn, toOn }) => [identityKinds[kind] ?? kind, value, fromOn, toOn ?? '']),
  );
}

function table(
  key: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): DossierSection {
  return {
    ...EMPTY,
    key,
    title,
    columns: [...columns],
    rows: rows.map((row) => row.map((cell) => cell ?? '')),
    note: rows.length === 0 ? indexWords.none : null,
  };
}

function filingTables(dossier: Dossier): DossierSection[] {
  return [
    table(
      'filings',
      indexWords.filings,
      indexColumns.filings,
      dossier.filings.map((filing) => [
        filing.title,
        filing.stateName,
        String(filing.revision),
        dayText(filing.submittedAt),
        dayText(filing.approvedAt),
        filing.filingNumber,
      ]),
    ),
    table(
      'decisions',
      indexWords.decisions,
      indexColumns.decisions,
      dossier.timeline
        .filter(({ state }) => state === 'done')
        .map((item) => [
          item.title,
          item.who,
          item.decisionName,
          item.reason,
          item.at === null ? item.day : momentText(legalMoment(item.at)),
        ]),
    ),
  ];
}

function dutyTables(dossier: Dossier): DossierSection[] {
  return [
    table(
      'notices',
      indexWords.notices,
      indexColumns.notices,
      dossier.notices.map((notice) => [
        notice.title,
        notice.publishedOn,
        notice.run?.earliestEffectOn ?? '',
        notice.stateName,
      ]),
    ),
    table(
      'entries',
      indexWords.entries,
      indexColumns.entries,
      dossier.entries.map((entry) => [entry.system, entry.by, entry.term, entry.enteredOn, entry.number]),
    ),
    table(
      'clocks',
      indexWords.clocks,
      indexColumns.clocks,
      dossier.clocks.map((clock) => [
        clock.title,
        clock.ownerName,
        clock.term,
        dayText(clock.due),
        clock.metOn,
        clock.stateName,
      ]),
    ),
  ];
}

function exceptionsSection({ account }: Dossier): DossierSection[] {
  if (account.exceptions.length === 0) return [];
  const facts = account.exceptions.map(({ title, reason }) => ({ label: title, value: reason }));
  return [{ ...EMPTY, key: 'exceptions', title: indexWords.exceptions, facts }];
}

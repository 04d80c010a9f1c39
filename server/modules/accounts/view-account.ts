import type { AccountRow, Dossier } from '../../../contracts/accounts/wire.ts';
import { accountStateNames, filingKindNames, filingStateName } from '../../../contracts/accounts/words.ts';
import type { AuditEntry } from '../../kernel/audit/entry.ts';
import { viewEntry } from '../../kernel/audit/view.ts';
import type { Context } from '../../kernel/context.ts';
import { fieldsOf } from './form-model.ts';
import type { Account } from './model.ts';
import { answerText, titleOf } from './summarise-filing.ts';
import type { FilingCase } from './view.ts';
import { clocksView } from './view.ts';
import { checkTitle } from './view-checks.ts';
import { entryView, keptView } from './view-clocks.ts';
import { timelineOf } from './view-timeline.ts';

/** An account as the registry lists it. */
export function accountRowView(ctx: Context, account: Account): AccountRow {
  return {
    id: account.id,
    jurisdiction: account.jurisdiction,
    jurisdictionName: ctx.geography.get(account.jurisdiction)?.name ?? account.jurisdiction,
    name: account.name,
    platform: account.platform,
    platformName: account.platformName,
    host: { id: account.hostUnitId, name: account.hostName },
    state: account.state,
    stateName: accountStateNames[account.state],
    openedOn: account.openedOn,
    filingNumber: account.filingNumber,
    url: account.url,
    platformUid: account.platformUid,
  };
}

/** One account with everything kept on it (LZ-13a): what was filed and decided, papers, clocks, entries, trail. */
export function dossierView(
  ctx: Context,
  account: Account,
  cases: readonly FilingCase[],
  audit: readonly AuditEntry[],
): Dossier {
  return {
    account: {
      ...accountRowView(ctx, account),
      type: account.channelKind,
      reason: account.reason,
      certification: account.certification,
      registeredOn: account.registeredOn,
      exceptions: account.exceptions.map(({ check, reason, basis }) => ({
        title: checkTitle(check),
        reason,
        basis: [...basis],
      })),
    },
    particulars: cases[0] ? particulars(cases[0]) : [],
    filings: cases.map(filingLine),
    timeline: cases.flatMap(({ assembled: { filing }, rounds, holders, entries }) =>
      timelineOf({ filing, rounds, holders, entries: entries.map(({ entry }) => entry) }),
    ),
    files: cases.flatMap(fileLines),
    clocks: cases.flatMap((each) => clocksView(ctx, each)),
    entries: cases.flatMap(({ entries, assembled }) =>
      entries.map(({ entry, deadline }) =>
        entryView(ctx.actor, entry, { deadline, now: ctx.now.iso, files: assembled.files }),
      ),
    ),
    audit: audit.map(viewEntry),
    abilities: { readFiling: true },
  };
}

function particulars({ assembled: { form, filled } }: FilingCase): Dossier['particulars'] {
  return fieldsOf(form)
    .map((field) => ({ label: field.label, value: answerText(field, filled.values[field.key]) }))
    .filter(({ value }) => value !== '');
}

function filingLine({ assembled: { filing, policy } }: FilingCase): Dossier['filings'][number] {
  return {
    id: filing.id,
    kind: filing.kind,
    kindName: filingKindNames[filing.kind],
    title: titleOf(filing, policy),
    state: filing.state,
    stateName: filingStateName(filing.kind, filing.state),
    revision: filing.revision,
    submittedAt: filing.submitted?.at ?? null,
    approvedAt: filing.approvedAt,
    filingNumber: filing.filingNumber,
  };
}

function fileLines({ assembled: { filing, files, form }, entries }: FilingCase): Dossier['files'] {
  const titles = new Map([
    ...form.slots.map(({ label, title }): [string, string] => [label, title]),
    ...entries.map(({ entry }): [string, string] => [`entry.${entry.id}`, entry.system]),
  ]);
  return files.map((file) => ({
    ...keptView(file),
    filingId: filing.id,
    title: titles.get(file.label) ?? file.label,
  }));
}

import type { AccountRow, Dossier } from '../../../contracts/accounts/wire.ts';
import {
  accountStateNames,
  accountsText,
  filingKindNames,
  filingStateName,
} from '../../../contracts/accounts/words.ts';
import type { AuditEntry } from '../../kernel/audit/entry.ts';
import { viewEntry } from '../../kernel/audit/view.ts';
import type { Context } from '../../kernel/context.ts';
import { filingPost } from './abilities.ts';
import { fieldsOf } from './form-model.ts';
import { type Account, type FormValue, filingsFor, underWay } from './model.ts';
import { answerText, titleOf } from './summarise-filing.ts';
import { clocksView, courseOf } from './view.ts';
import type { FilingCase } from './view-case.ts';
import { checkTitle } from './view-checks.ts';
import { entryView, keptView } from './view-clocks.ts';
import { noticeView } from './view-notice.ts';
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
  takeOver: boolean,
): Dossier {
  return {
    account: {
      ...accountRowView(ctx, account),
      type: account.channelKind,
      reason: account.reason,
      certification: account.certification,
      registeredOn: account.registeredOn,
      closedOn: account.closedOn,
      cancelledOn: account.cancelledOn,
      exceptions: account.exceptions.map(({ check, reason, basis }) => ({
        title: checkTitle(check),
        reason,
        basis: [...basis],
      })),
    },
    particulars: particulars(account, cases),
    filings: cases.map(filingLine),
    timeline: cases.flatMap((each) => timelineOf(courseOf(each))),
    files: cases.flatMap(fileLines),
    clocks: cases.flatMap((each) => clocksView(ctx, each)),
    entries: cases.flatMap(({ entries, assembled }) =>
      entries.map(({ entry, deadline }) =>
        entryView(ctx.actor, entry, { deadline, now: ctx.now.iso, files: assembled.files }),
      ),
    ),
    audit: audit.map(viewEntry),
    notices: cases.flatMap(({ notices }) => notices).map(noticeView),
    abilities: { readFiling: true, ...startable(ctx, account, cases, takeOver) },
  };
}

/** What was filed of the account and holds now; of one registered before that was kept, what its opening said. */
function particulars(account: Account, cases: readonly FilingCase[]): Dossier['particulars'] {
  const opening = cases.find(({ assembled }) => assembled.filing.kind === 'open')?.assembled;
  const lines =
    account.details.length > 0 || !opening
      ? account.details.map(({ label, value }) => ({ label, value: detailText(value) }))
      : fieldsOf(opening.form).map((field) => ({
          label: field.label,
          value: answerText(field, opening.filled.values[field.key]),
        }));
  return lines.filter(({ value }) => value !== '');
}

function detailText(value: FormValue): string {
  return typeof value === 'boolean' ? (value ? accountsText.yes : accountsText.no) : (value ?? '');
}

/**
 * What the reader may begin on the account: nothing while something is under way. Where the host is no more, whoever
 * may take the account over does that.
 */
function startable(
  ctx: Context,
  account: Account,
  cases: readonly FilingCase[],
  takeOver: boolean,
): Pick<Dossier['abilities'], 'start' | 'underWay'> {
  if (takeOver) return { start: ['change'], underWay: null };
  const current = cases.find(
    ({ assembled: { filing } }) => filing.kind !== 'open' && underWay.includes(filing.state),
  );
  const mine = filingPost(ctx.actor, account.hostUnitId) !== null;
  if (!current) return { start: mine ? [...filingsFor[account.state]] : [], underWay: null };
  const { filing, policy } = current.assembled;
  return {
    start: [],
    underWay: {
      id: filing.id,
      title: titleOf(filing, policy),
      stateName: filingStateName(filing.kind, filing.state),
    },
  };
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

import { accountsText } from '../../../contracts/accounts/words.ts';
import { momentText } from '../../../contracts/deadlines/words.ts';
import { formToDocx } from '../../documents/docx.ts';
import type { FilingData } from '../../documents/form-cells.ts';
import { formToPdf } from '../../documents/pdf.ts';
import { printFiling } from '../../documents/print-filing.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { found } from '../../kernel/outcome.ts';
import { formOf } from './assemble-filing.ts';
import { coreKeys, fieldsOf, reasonKey, reasonTextKey } from './form-model.ts';
import type { Account, Filing } from './model.ts';
import { openCase } from './read-filing.ts';
import { NEW_HOST_STEP } from './route-filing.ts';
import { readFiling, readFilingsOf } from './store.ts';
import { readAccount } from './store-accounts.ts';
import { changeLines, platformName, titleOf } from './summarise-filing.ts';
import type { FilingCase } from './view-case.ts';

const MIME = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** The approval form of a filing on paper (FS-A2a, FS-A2b): filled from the record, open where seals and signatures are still to come. */
export async function printForm(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string },
  type: keyof typeof MIME,
): Promise<FileAnswer> {
  const filed = await openCase(ctx, found(await readFiling(ctx.tx, key.jurisdiction, key.id)));
  const { filing, policy } = filed.assembled;
  const form = formOf(filing);
  const data = formData(filed, await asOpened(ctx, filing));
  const plain = printFiling(form, data);
  const printed = { ...plain, notes: [...plain.notes, ...newHostNotes(data.opinions)] };
  const content = type === 'docx' ? await formToDocx(printed) : await formToPdf(printed);
  const name = `${form.title}-${titleOf(filing, policy)}.${type}`.replace(/[\\/:*?"<>|“”\s]+/g, '');
  return { name, mime: MIME[type], content, inline: type === 'pdf' };
}

/** Number and address of an account as its opening was recorded: what later filings altered is not the opening's. */
async function asOpened(ctx: Context, filing: Filing): Promise<Opened | null> {
  if (filing.kind !== 'open' || filing.accountId === null) return null;
  const later = await readFilingsOf(ctx.tx, filing.jurisdiction, filing.accountId);
  const first = later.findLast(({ standing, effectOn }) => standing !== null && effectOn !== null)?.standing;
  return first ?? (await readAccount(ctx.tx, filing.jurisdiction, filing.accountId)) ?? null;
}

type Opened = Pick<Account, 'platformUid' | 'url'>;

/** What is printed in each place of the form, by the pack's own ids. */
export async function printedValues(
  ctx: Context,
  filed: FilingCase,
): Promise<ReadonlyMap<string, { readonly label: string; readonly value: FilingData['values'][string] }>> {
  const values = valuesOf(filed, await asOpened(ctx, filed.assembled.filing));
  return new Map(
    fieldsOf(filed.assembled.form).flatMap(({ printed, label }) =>
      printed === null ? [] : [[printed, { label, value: values[printed] ?? null }] as const],
    ),
  );
}

function valuesOf({ assembled, notices }: FilingCase, opened: Opened | null): FilingData['values'] {
  const { filing, form, filled, policy } = assembled;
  // What only an open account has is printed from the registry; the answers that were decided on stay as they were.
  const known: Record<string, string | null> = {
    [coreKeys.platform]: platformName(policy, filing.platform),
    ...(opened?.platformUid ? { [coreKeys.uid]: opened.platformUid } : {}),
    ...(opened?.url ? { [coreKeys.url]: opened.url } : {}),
    [coreKeys.noticeFrom]: notices.find(({ state }) => state !== 'withdrawn')?.publishedOn ?? null,
    ...changedTexts(assembled),
  };
  const values = fieldsOf(form).flatMap(({ printed, key, options, type }) => {
    if (printed === null) return [];
    const value = known[key] ?? filled.values[key] ?? null;
    const label = type === 'select' ? options?.find((option) => option.value === value)?.label : undefined;
    return [[printed, label ?? value] as const];
  });
  return Object.fromEntries(values);
}

function formData(filed: FilingCase, opened: Opened | null): FilingData {
  const { assembled, rounds } = filed;
  const { filing, form, files } = assembled;
  return {
    kind: filing.kind,
    values: valuesOf(filed, opened),
    reasons: reasonsOf(assembled),
    opinions: opinionsOf(rounds),
    attachments: form.slots
      .map(({ label }) => label)
      .filter((label) => files.some((file) => file.label === label)),
    ...(filing.filingNumber ? { docNumber: filing.filingNumber } : {}),
  };
}

/** The consent of a new host, for which no form of a pack has a place. */
function newHostNotes(opinions: FilingData['opinions']): string[] {
  return opinions
    .filter(({ step, decision }) => step === NEW_HOST_STEP && decision === 'approve')
    .map(({ unitName, decider, day }) => accountsText.newHostNote(unitName, decider, momentText(day)));
}

/** What a change alters, in the places of the form: the new beside the old. */
function changedTexts({ form, changes }: FilingCase['assembled']): Record<string, string> {
  const hostField = fieldsOf(form).find(
    ({ auto, key }) => auto === 'host.name' && key !== coreKeys.certification,
  );
  return Object.fromEntries(
    changeLines(form, changes).map(({ key, before, after }) =>
      key === coreKeys.newHost
        ? [hostField?.key ?? key, accountsText.newHostPrinted(before, after)]
        : [key, accountsText.changedPrinted(before, after)],
    ),
  );
}

/** The reasons ticked; a form whose only reason is written takes the reason of the filing. */
function reasonsOf({ filing, filled }: FilingCase['assembled']): FilingData['reasons'] {
  const listed = formOf(filing).reasons?.[filing.kind] ?? [];
  const [only] = listed;
  const text = (key: string) => {
    const value = filled.values[key];
    return typeof value === 'string' ? value : '';
  };
  const reason = text(filing.kind === 'open' ? coreKeys.reason : coreKeys.matterReason);
  if (listed.length === 1 && only?.freeText && reason) return [{ id: only.id, text: reason }];
  return listed
    .filter(({ id }) => filled.values[reasonKey(id)] === true)
    .map(({ id, freeText }) => (freeText ? { id, text: text(reasonTextKey(id)) } : { id }));
}

/** The opinions given in the latest round; a signature is printed under the name of who signed. */
function opinionsOf(rounds: FilingCase['rounds']): FilingData['opinions'] {
  const [latest] = rounds;
  if (!latest || latest.state === 'withdrawn' || latest.state === 'voided') return [];
  return latest.steps.flatMap(({ stepId, unitName, postTitle, decision }) =>
    decision
      ? [
          {
            step: stepId,
            unitName,
            text: decision.reason ?? '',
            decider: decision.signedBy ?? decision.personName,
            post: postTitle,
            day: dayOf(decision.at),
            decision: decision.kind,
            seal: decision.sealed,
            signature: decision.signedBy !== null,
          },
        ]
      : [],
  );
}

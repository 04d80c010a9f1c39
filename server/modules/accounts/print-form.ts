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
import type { Account } from './model.ts';
import { openCase } from './read-filing.ts';
import { readFiling } from './store.ts';
import { readAccount } from './store-accounts.ts';
import { platformName, titleOf } from './summarise-filing.ts';
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
  const account = filing.accountId
    ? await readAccount(ctx.tx, key.jurisdiction, filing.accountId)
    : undefined;
  const form = formOf(filing);
  const printed = printFiling(form, formData(filed, account ?? null));
  const content = type === 'docx' ? await formToDocx(printed) : await formToPdf(printed);
  const name = `${form.title}-${titleOf(filing, policy)}.${type}`.replace(/[\\/:*?"<>|“”\s]+/g, '');
  return { name, mime: MIME[type], content, inline: type === 'pdf' };
}

function formData({ assembled, rounds }: FilingCase, account: Account | null): FilingData {
  const { filing, form, filled, files, policy } = assembled;
  // What only an open account has is printed from the registry; the answers that were decided on stay as they were.
  const known: Record<string, string | null> = {
    [coreKeys.platform]: platformName(policy, filing.platform),
    ...(account?.platformUid ? { [coreKeys.uid]: account.platformUid } : {}),
    ...(account?.url ? { [coreKeys.url]: account.url } : {}),
  };
  const values = fieldsOf(form).flatMap(({ printed, key, options, type }) => {
    if (printed === null) return [];
    const value = known[key] ?? filled.values[key] ?? null;
    const label = type === 'select' ? options?.find((option) => option.value === value)?.label : undefined;
    return [[printed, label ?? value] as const];
  });
  return {
    kind: filing.kind,
    values: Object.fromEntries(values),
    reasons: reasonsOf(assembled),
    opinions: opinionsOf(rounds),
    attachments: form.slots
      .map(({ label }) => label)
      .filter((label) => files.some((file) => file.label === label)),
    ...(filing.filingNumber ? { docNumber: filing.filingNumber } : {}),
  };
}

/** The reasons ticked; a form whose only reason is written takes the reason of the filing. */
function reasonsOf({ filing, filled }: FilingCase['assembled']): FilingData['reasons'] {
  const listed = formOf(filing).reasons?.[filing.kind] ?? [];
  const [only] = listed;
  const text = (key: string) => {
    const value = filled.values[key];
    return typeof value === 'string' ? value : '';
  };
  if (listed.length === 1 && only?.freeText && text(coreKeys.reason))
    return [{ id: only.id, text: text(coreKeys.reason) }];
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

import type { Context } from '../../kernel/context.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { assembleFiling } from './assemble-filing.ts';
import { coreKeys, fieldsOf, reasonKey } from './form-model.ts';
import type { Filing, FormValues } from './model.ts';
import { saveDraft } from './save-draft.ts';
import { startFiling } from './start-filing.ts';

/** What forms call the reason that accounts are brought together, and the place for reasons in words. */
const MERGED = 'merged';
const REASON_FIELDS = ['reason-text', coreKeys.matterReason];

/**
 * Begins the closing filing of an account with its reason filled in wherever the form asks for one; the rest is the
 * host's to fill in. Refused as startFiling refuses.
 */
export async function draftClosing(
  ctx: Context,
  account: { readonly jurisdiction: string; readonly id: string },
  reason: string,
): Promise<Outcome<Filing>> {
  const begun = await startFiling(ctx, { kind: 'close', account });
  if (!begun.ok) return begun;
  const filing = begun.value;
  const { form } = await assembleFiling(ctx, filing);
  const filled: FormValues = Object.fromEntries(
    fieldsOf(form).flatMap(({ key, maxLength }): [string, string | boolean][] => {
      if (REASON_FIELDS.includes(key)) return [[key, reason.slice(0, maxLength)]];
      return key === reasonKey(MERGED) ? [[key, true]] : [];
    }),
  );
  if (Object.keys(filled).length === 0) return done(filing);
  return saveDraft(ctx, {
    jurisdiction: filing.jurisdiction,
    id: filing.id,
    version: filing.version,
    values: { ...filing.values, ...filled },
  });
}

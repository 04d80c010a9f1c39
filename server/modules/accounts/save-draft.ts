import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import type { Form } from '../../policy/index.ts';
import { assembleFiling, formOf } from './assemble-filing.ts';
import { typedValues } from './fill-form.ts';
import { coreKeys, type FormModel, fieldsOf } from './form-model.ts';
import { actingPost, type FilingKey, holdForHost, refuseStale } from './lock-filing.ts';
import { editableStates, type Filing, type FormValues } from './model.ts';
import { draftProblems } from './rules-form.ts';
import { updateFiling } from './store.ts';

export interface DraftInput extends FilingKey {
  readonly version: number;
  readonly values: FormValues;
  readonly exceptions?: Readonly<Record<string, string>> | undefined;
}

/**
 * Keeps what has been typed so far, complete or not. Refused are only questions nobody asked, wrong types, texts that
 * are too long. Throws Refused('stale') when somebody saved in between, Refused('conflict') once it is submitted.
 */
export async function saveDraft(ctx: Context, input: DraftInput): Promise<Outcome<Filing>> {
  const { filing, post } = await holdForHost(ctx, input);
  if (!editableStates.includes(filing.state)) {
    throw new Refused('conflict', { code: 'accounts.not-draft', facts: { state: filing.state } });
  }
  refuseStale(filing, input.version);
  const chosen = input.values[coreKeys.platform];
  const { form, filled } = await assembleFiling(ctx, {
    ...filing,
    platform: typeof chosen === 'string' ? chosen : null,
  });
  const typed = askedValues(formOf(filing), form, typedValues(input.values, filled.system));
  const problems = draftProblems(form, typed);
  if (problems.length > 0) return refuse(...problems);
  const text = (key: string) => (typeof typed[key] === 'string' ? typed[key].trim() : null) || null;
  const saved: Filing = {
    ...filing,
    values: typed,
    name: text(coreKeys.name),
    platform: text(coreKeys.platform),
    version: filing.version + 1,
    updatedAt: ctx.now.iso,
  };
  const excused = await withExceptions(ctx, saved, input.exceptions);
  if (!excused.ok) return excused;
  await updateFiling(ctx.tx, excused.value);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.save',
    subject: { type: 'filing', id: filing.id },
    post: actingPost(post),
    facts: { version: excused.value.version },
    before: { values: filing.values, exceptions: filing.exceptions },
    after: { values: excused.value.values, exceptions: excused.value.exceptions },
  });
  return done(excused.value);
}

/** Leaves out answers to questions of this form that are not asked any more, as after choosing another platform. */
function askedValues(packForm: Form, form: FormModel, typed: FormValues): FormValues {
  const asked = new Set(fieldsOf(form).map(({ key }) => key));
  const known = new Set<string>([
    ...packForm.sections.flatMap(({ fields }) => fields.map(({ id }) => id)),
    ...Object.values(coreKeys),
  ]);
  return Object.fromEntries(Object.entries(typed).filter(([key]) => asked.has(key) || !known.has(key)));
}

/** Takes reasons only for checks that a reason can excuse. */
async function withExceptions(
  ctx: Context,
  saved: Filing,
  given: DraftInput['exceptions'],
): Promise<Outcome<Filing>> {
  if (given === undefined) return done(saved);
  const stated = Object.entries(given).filter(([, reason]) => reason.trim() !== '');
  if (stated.length === 0) return done({ ...saved, exceptions: {} });
  const { checks } = await assembleFiling(ctx, saved);
  const open = new Set(checks.filter(({ strength }) => strength === 'allow-with-reason').map(({ id }) => id));
  const problems = stated
    .filter(([id]) => !open.has(id))
    .map(
      ([id]): Problem => ({
        code: 'accounts.exception-unknown',
        field: `exceptions.${id}`,
        facts: { key: id },
      }),
    );
  return problems.length > 0
    ? refuse(...problems)
    : done({ ...saved, exceptions: Object.fromEntries(stated) });
}

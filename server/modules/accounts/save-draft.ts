import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import type { Form } from '../../policy/index.ts';
import { getUnit, type Unit } from '../directory/index.ts';
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
  const chosen = await choices(ctx, filing, input.values);
  if (!chosen.ok) return chosen;
  const { form, filled } = await assembleFiling(ctx, { ...filing, ...chosen.value, values: input.values });
  const typed = askedValues(formOf(filing), form, typedValues(input.values, filled.system));
  const problems = draftProblems(form, typed);
  if (problems.length > 0) return refuse(...problems);
  const text = (key: string) => (typeof typed[key] === 'string' ? typed[key].trim() : null) || null;
  const saved: Filing = {
    ...filing,
    values: typed,
    ...(filing.kind === 'open'
      ? { name: text(coreKeys.name), platform: text(coreKeys.platform) }
      : chosen.value),
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

/** What is chosen first, because other questions follow from it: the platform of an opening, the new host of a change. */
async function choices(
  ctx: Context,
  filing: Filing,
  values: FormValues,
): Promise<Outcome<Pick<Filing, 'platform' | 'newHost'>>> {
  const text = (key: string) => (typeof values[key] === 'string' ? values[key].trim() : '') || null;
  if (filing.kind === 'open') return done({ platform: text(coreKeys.platform), newHost: null });
  const { platform, jurisdiction } = filing;
  const id = filing.kind === 'change' ? text(coreKeys.newHost) : null;
  // Where a host is no more, the account comes to the unit that files: there is nobody else to send it on.
  if (filing.newHost?.id === filing.hostUnitId) return done({ platform, newHost: filing.newHost });
  if (id === null || id === filing.standing?.hostUnitId) return done({ platform, newHost: null });
  const unit = UUID.test(id) ? await findUnit(ctx, id) : null;
  if (unit?.jurisdiction !== jurisdiction)
    return refuse({ code: 'accounts.new-host-unknown', field: coreKeys.newHost });
  return done({ platform, newHost: { id: unit.id, name: unit.name } });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function findUnit(ctx: Context, id: string): Promise<Unit | null> {
  try {
    return await getUnit(ctx, id);
  } catch (error) {
    if (error instanceof Refused && error.kind === 'not-found') return null;
    throw error;
  }
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

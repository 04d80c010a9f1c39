import type { Context } from '../../kernel/context.ts';
import { holdersOf, resolveSeat, type Unit } from '../directory/index.ts';
import { type Field, type FormModel, fieldsOf } from './form-model.ts';
import type { FormValue, FormValues } from './model.ts';

/** The values of a form with what the system knows filled in. */
export interface FilledForm {
  readonly values: FormValues;
  /** Keys that the system fills in and nobody is asked for. */
  readonly system: ReadonlySet<string>;
  /** What the system knows and a person may take over or change. */
  readonly suggestions: ReadonlyMap<string, string>;
}

/** Never asked: what the system knows better than whoever fills in the form. */
const FIXED = ['host.name', 'supervisor.name', 'today', 'host.code'];

/** Fills in unit, supervisor, code and day, and suggests contact and leader (screens: never ask what the system knows). */
export async function fillForm(
  ctx: Context,
  host: Unit,
  form: FormModel,
  typed: FormValues,
): Promise<FilledForm> {
  const known = await knownValues(ctx, host, fieldsOf(form));
  const values: Record<string, FormValue> = {};
  const system = new Set<string>();
  const suggestions = new Map<string, string>();
  for (const field of fieldsOf(form)) {
    const value = known.get(field.auto ?? '') ?? null;
    const fixed = value !== null && FIXED.includes(field.auto ?? '');
    if (fixed) system.add(field.key);
    else if (value !== null) suggestions.set(field.key, value);
    const given = typed[field.key];
    values[field.key] = fixed ? value : given === undefined || given === '' ? null : given;
  }
  return { values, system, suggestions };
}

async function knownValues(ctx: Context, host: Unit, fields: readonly Field[]): Promise<Map<string, string>> {
  const asked = new Set(fields.map(({ auto }) => auto));
  const known = new Map<string, string>([
    ['host.name', host.name],
    ['today', ctx.now.day],
  ]);
  if (host.code !== null) known.set('host.code', host.code);
  if (ctx.actor.kind === 'person') known.set('contact', ctx.actor.name);
  if (asked.has('supervisor.name')) {
    const supervisor = await resolveSeat(ctx, host, { unit: 'supervisor' });
    if (supervisor) known.set('supervisor.name', supervisor.name);
  }
  if (asked.has('principal.name')) {
    const [leader] = await holdersOf(ctx, host.id, 'principal-leader');
    if (leader) known.set('principal.name', leader.name);
  }
  return known;
}

/** The typed part of the values a screen sends back: what the system fills in is not taken from outside. */
export function typedValues(values: FormValues, system: ReadonlySet<string>): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => !system.has(key) && value !== null && value !== ''),
  );
}

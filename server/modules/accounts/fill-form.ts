import type { Context } from '../../kernel/context.ts';
import { holdersOf, resolveSeat, type Unit } from '../directory/index.ts';
import { coreKeys, type Field, type FormModel, fieldsOf } from './form-model.ts';
import { standingValues } from './form-standing.ts';
import type { AccountMatter, FormValue, FormValues, Standing } from './model.ts';

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

/** The account a filing is about, as far as its data fill in the form. */
export interface FilledFrom {
  readonly kind: AccountMatter;
  readonly standing: Standing;
}

/**
 * Fills in unit, supervisor, code and day, and suggests contact and leader (screens: never ask what the system knows).
 * An account that is ended is described by the registry; one that is changed keeps what the host writes.
 */
export async function fillForm(
  ctx: Context,
  host: Unit,
  form: FormModel,
  typed: FormValues,
  account: FilledFrom | null,
): Promise<FilledForm> {
  const known = await knownValues(ctx, host, fieldsOf(form), account);
  const values: Record<string, FormValue> = {};
  const system = new Set<string>();
  const suggestions = new Map<string, string>();
  for (const field of fieldsOf(form)) {
    const { value, fixed } = knownOf(field, known, account);
    if (fixed) system.add(field.key);
    else if (typeof value === 'string') suggestions.set(field.key, value);
    const given = typed[field.key];
    values[field.key] = fixed ? value : given === undefined || given === '' ? null : given;
  }
  return { values, system, suggestions };
}

/** What the system knows for a question, and whether it knows it better than whoever fills in the form. */
function knownOf(
  field: Field,
  known: ReadonlyMap<string, string>,
  account: FilledFrom | null,
): { value: FormValue; fixed: boolean } {
  if (account === null || !isOfAccount(field)) {
    const value = known.get(field.auto ?? '') ?? null;
    // The day from which a notice counts is known when it is published, and is nobody's to choose.
    const fixed = FIXED.includes(field.auto ?? '') || field.key === coreKeys.noticeFrom;
    return { value, fixed: field.key === coreKeys.noticeFrom || (fixed && value !== null) };
  }
  const value = standingValues(account.standing)[field.key] ?? null;
  if (field.key === coreKeys.platform) return { value, fixed: true };
  return { value, fixed: account.kind !== 'change' && value !== null && field.auto !== 'contact' };
}

const OF_ACCOUNT: readonly string[] = [
  coreKeys.platform,
  coreKeys.name,
  coreKeys.uid,
  coreKeys.url,
  coreKeys.certification,
];

function isOfAccount({ key, detail }: Field): boolean {
  return detail || OF_ACCOUNT.includes(key);
}

async function knownValues(
  ctx: Context,
  host: Unit,
  fields: readonly Field[],
  account: FilledFrom | null,
): Promise<Map<string, string>> {
  const asked = new Set(fields.map(({ auto }) => auto));
  const known = new Map<string, string>([
    ['host.name', account?.standing.hostName ?? host.name],
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

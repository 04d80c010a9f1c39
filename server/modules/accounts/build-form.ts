import { coreFields } from '../../../contracts/accounts/words.ts';
import { type FormField, holds } from '../../policy/index.ts';
import { identifierHint, identifierQuestions } from './form-identifiers.ts';
import { matterQuestions } from './form-matters.ts';
import { type CoreKey, coreKeys, type Field, type FormInput, type FormModel } from './form-model.ts';
import { conditionQuestions, coreQuestions, reasonQuestions } from './form-questions.ts';
import { slotsOf } from './form-slots.ts';
import { platformOptions } from './list-platforms.ts';

const DEFAULT_LENGTH: Partial<Record<FormField['type'], number>> = {
  longtext: 2000,
  url: 500,
  text: 200,
  person: 60,
  unit: 100,
};

/** Ids by which forms call the questions of the rules, where neither type nor `auto` says it. */
const CUSTOMARY: Readonly<Record<string, CoreKey>> = {
  'account-name': coreKeys.name,
  'platform-id': coreKeys.uid,
  'account-id': coreKeys.uid,
  certification: coreKeys.certification,
  'certification-subject': coreKeys.subject,
  'account-subject': coreKeys.subject,
  reason: coreKeys.reason,
  'reason-text': coreKeys.reason,
  'open-reason': coreKeys.reason,
  'opening-reason': coreKeys.reason,
  'decided-by': coreKeys.consentBy,
  'consent-by': coreKeys.consentBy,
  'closing-statement': coreKeys.statement,
};
/** Questions that only one matter has; in the form of another the pack's field is a plain one. */
const OF_OPENING: readonly CoreKey[] = [coreKeys.reason, coreKeys.subject];
const DAYS_OF_EFFECT = ['effective-on', 'opened-on', 'open-on', 'opening-day', 'opening-date'];

/** The form of a filing: what the pack asks, and before it what the rules have to know and the pack's form does not ask. */
export function buildForm(input: FormInput): FormModel {
  const taken = new Set<string>();
  const sections = input.form.sections
    .map(({ title, fields }) => ({
      title,
      fields: fields
        .filter(({ when }) => holds(when, input.facts))
        .map((field) => packField(field, input, taken)),
    }))
    .filter(({ fields }) => fields.length > 0);
  const core = [
    ...(input.account ? matterQuestions(input, input.account) : coreQuestions(input)),
    ...identifierQuestions(input),
  ].filter(({ key }) => !taken.has(key));
  const conditions = input.account ? [] : conditionQuestions(input);
  const reasons = reasonQuestions(input, new Set([...taken, ...core.map(({ key }) => key)]));
  const own = [
    { title: input.account ? coreFields.matterSection : coreFields.section, fields: [...core, ...reasons] },
    { title: coreFields.conditionsSection, fields: conditions },
  ].filter(({ fields }) => fields.length > 0);
  const all = [...own, ...sections].map((section) => ({
    ...section,
    fields: section.fields.map((field) => hinted(field, input)),
  }));
  return { title: input.form.title, sections: all, slots: slotsOf(input) };
}

/** The platform's identifier with how it looks and where it is found, whoever asks for it. */
function hinted(field: Field, input: FormInput): Field {
  if (field.key !== coreKeys.uid) return field;
  return { ...field, hint: identifierHint(input) ?? field.hint };
}

function packField(field: FormField, input: FormInput, taken: Set<string>): Field {
  const core = coreKeyOf(field, input);
  const key = core !== null && !taken.has(core) ? core : field.id;
  taken.add(key);
  // The opening itself comes later: what only an open account has cannot be asked before.
  const later = input.timing === 'before-opening' && (key === coreKeys.uid || key === coreKeys.url);
  return {
    key,
    printed: field.id,
    label: field.label,
    type: field.type,
    required: field.required && !later && key !== coreKeys.noticeFrom,
    maxLength: field.maxLength ?? DEFAULT_LENGTH[field.type] ?? 200,
    options: optionsOf(field, key, input),
    hint: field.hint ?? null,
    auto: field.auto ?? null,
    basis: input.formBasis,
    detail: key === field.id && isDetail(field, input),
  };
}

/** Filled in by the system anew with each filing: of the filing, not of the account. */
const OF_THE_FILING = ['host.name', 'host.code', 'supervisor.name', 'today', 'notice.from'];

/** What an opening asks as well is about the account; what only other matters ask is about the matter. */
function isDetail(field: FormField, { facts }: FormInput): boolean {
  if (field.type === 'file' || OF_THE_FILING.includes(field.auto ?? '')) return false;
  return holds(field.when, { ...facts, matter: 'open' });
}

function coreKeyOf(field: FormField, input: FormInput): CoreKey | null {
  if (field.auto === 'account.platform' || field.type === 'platform') return coreKeys.platform;
  if (field.auto === 'account.name') return coreKeys.name;
  if (field.auto === 'account.id') return coreKeys.uid;
  if (field.auto === 'account.url') return coreKeys.url;
  if (field.auto === 'notice.from') return coreKeys.noticeFrom;
  const after = { 'after-opening': coreKeys.openedOn, 'after-effect': coreKeys.effectOn };
  if (field.type === 'date' && DAYS_OF_EFFECT.includes(field.id) && input.timing in after)
    return after[input.timing as keyof typeof after];
  const customary = CUSTOMARY[field.id] ?? null;
  if (input.account === null || customary === null || !OF_OPENING.includes(customary)) return customary;
  return customary === coreKeys.reason ? coreKeys.matterReason : null;
}

function optionsOf(field: FormField, key: string, { policy, facts }: FormInput): Field['options'] {
  if (key === coreKeys.platform && field.type === 'platform') return platformOptions(policy, facts);
  return field.options?.map((label) => ({ value: label, label })) ?? null;
}

import { coreFields, slotNames } from '../../../contracts/accounts/words.ts';
import {
  type BasisRef,
  type CaseFacts,
  type Form,
  type FormField,
  holds,
  type Platform,
  type Policy,
} from '../../policy/index.ts';
import type { Timing } from './model.ts';

/**
 * Questions whose answers the rules need, whatever the pack's form calls them. A key holds a dot, the ids of a
 * form never do, so the two cannot meet.
 */
export const coreKeys = {
  platform: 'account.platform',
  name: 'account.name',
  uid: 'account.uid',
  url: 'account.url',
  subject: 'account.subject',
  campaign: 'account.campaign',
  certification: 'account.certification',
  tiedToDuty: 'account.tied-to-duty',
  reason: 'opening.reason',
  openedOn: 'opening.on',
  plannedOn: 'opening.planned-on',
} as const;
type CoreKey = (typeof coreKeys)[keyof typeof coreKeys];

/** One question of the form as it is asked, stored and checked. */
export interface Field {
  readonly key: string;
  /** The field of the pack's form that prints it; null where only the rules ask. */
  readonly printed: string | null;
  readonly label: string;
  readonly type: FormField['type'];
  readonly required: boolean;
  readonly maxLength: number;
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  readonly hint: string | null;
  readonly auto: FormField['auto'] | null;
  readonly basis: readonly BasisRef[];
}

/** A paper to attach, under the label its files are kept with. */
export interface Slot {
  readonly label: string;
  readonly title: string;
  readonly required: boolean;
  readonly basis: readonly BasisRef[];
}

export interface FormModel {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly fields: readonly Field[] }[];
  readonly slots: readonly Slot[];
}

export interface FormInput {
  readonly form: Form;
  readonly formBasis: readonly BasisRef[];
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly timing: Timing;
}

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
};
const OPENING_DAYS = ['effective-on', 'opened-on', 'open-on', 'opening-day', 'opening-date'];

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
  const core = coreQuestions(input).filter(({ key }) => !taken.has(key));
  const conditions = conditionQuestions(input);
  const reasons = reasonQuestions(input, new Set([...taken, ...core.map(({ key }) => key)]));
  const own = [
    { title: coreFields.section, fields: [...core, ...reasons] },
    { title: coreFields.conditionsSection, fields: conditions },
  ].filter(({ fields }) => fields.length > 0);
  return { title: input.form.title, sections: [...own, ...sections], slots: slotsOf(input) };
}

function packField(field: FormField, input: FormInput, taken: Set<string>): Field {
  const core = coreKeyOf(field, input.timing);
  const key = core !== null && !taken.has(core) ? core : field.id;
  taken.add(key);
  // The opening itself comes later: what only an open account has cannot be asked before.
  const later = input.timing === 'before-opening' && (key === coreKeys.uid || key === coreKeys.url);
  return {
    key,
    printed: field.id,
    label: field.label,
    type: field.type,
    required: field.required && !later,
    maxLength: field.maxLength ?? DEFAULT_LENGTH[field.type] ?? 200,
    options: optionsOf(field, key, input),
    hint: field.hint ?? null,
    auto: field.auto ?? null,
    basis: input.formBasis,
  };
}

function coreKeyOf(field: FormField, timing: Timing): CoreKey | null {
  if (field.auto === 'account.platform' || field.type === 'platform') return coreKeys.platform;
  if (field.auto === 'account.name') return coreKeys.name;
  if (field.auto === 'account.id') return coreKeys.uid;
  if (field.auto === 'account.url') return coreKeys.url;
  if (timing === 'after-opening' && field.type === 'date' && OPENING_DAYS.includes(field.id))
    return coreKeys.openedOn;
  return CUSTOMARY[field.id] ?? null;
}

function optionsOf(field: FormField, key: string, { policy, facts }: FormInput): Field['options'] {
  if (key === coreKeys.platform && field.type === 'platform') return platformOptions(policy, facts);
  return field.options?.map((label) => ({ value: label, label })) ?? null;
}

/** The platforms that may be chosen, those not approved among them, so that the refusal can say why. */
export function platformsOf(
  policy: Policy,
  facts: CaseFacts = {},
): { readonly items: readonly Platform[]; readonly basis: readonly BasisRef[] } {
  const answer = policy.get('platforms', facts);
  return { items: answer.value ?? [], basis: answer.basis };
}

function platformOptions(policy: Policy, facts: CaseFacts): Field['options'] {
  return platformsOf(policy, facts).items.map(({ id, name }) => ({ value: id, label: name }));
}

function question(key: string, label: string, more: Partial<Field> = {}): Field {
  return {
    key,
    printed: null,
    label,
    type: 'text',
    required: true,
    maxLength: 200,
    options: null,
    hint: null,
    auto: null,
    basis: [],
    ...more,
  };
}

/** What the rules in force have to know; asked only where some rule needs it. */
function coreQuestions({ policy, facts, timing }: FormInput): Field[] {
  const rule = <I extends Parameters<Policy['get']>[0]>(id: I) => policy.get(id, facts);
  const name = policy.get('requirement.open.name-rules', facts);
  const reason = rule('requirement.open.reason-stated');
  const campaign = rule('requirement.open.no-campaign');
  const subjects = [
    ...rule('requirement.open.no-section-subject').basis,
    ...rule('requirement.open.no-personal-subject').basis,
  ];
  const lead = rule('filing.lead.open');
  const opened = timing === 'after-opening';
  const fields: (Field | null)[] = [
    question(coreKeys.platform, coreFields.platform, {
      type: 'platform',
      options: platformOptions(policy, facts),
    }),
    question(coreKeys.name, coreFields.name, {
      maxLength: name.value?.maxLength ?? 60,
      hint: coreFields.nameHint,
      basis: name.basis,
    }),
    subjects.length > 0
      ? question(coreKeys.subject, coreFields.subject, {
          type: 'select',
          options: subjectOptions,
          basis: subjects,
        })
      : null,
    campaign.state === 'in-force'
      ? question(coreKeys.campaign, coreFields.campaign, {
          type: 'checkbox',
          required: false,
          basis: campaign.basis,
        })
      : null,
    name.value?.tiedToDuty || name.value?.logo
      ? question(coreKeys.tiedToDuty, coreFields.tiedToDuty, { type: 'checkbox', basis: name.basis })
      : null,
    name.value?.hostInCertification
      ? question(coreKeys.certification, coreFields.certification, {
          hint: coreFields.certificationHint,
          basis: name.basis,
        })
      : null,
    reason.state === 'in-force'
      ? question(coreKeys.reason, coreFields.reason, {
          type: 'longtext',
          maxLength: 2000,
          hint: coreFields.reasonHint,
          basis: reason.basis,
        })
      : null,
    lead.state === 'in-force' && !opened
      ? question(coreKeys.plannedOn, coreFields.plannedOn, { type: 'date', basis: lead.basis })
      : null,
    opened
      ? question(coreKeys.openedOn, coreFields.openedOn, { type: 'date', hint: coreFields.openedOnHint })
      : null,
    opened ? question(coreKeys.uid, coreFields.uid) : null,
    opened ? question(coreKeys.url, coreFields.url, { type: 'url', required: false, maxLength: 500 }) : null,
  ];
  return fields.filter((field) => field !== null);
}

const subjectOptions = Object.entries(coreFields.subjectOptions).map(([value, label]) => ({ value, label }));

/** One tick for each condition that the unit has to meet (WJ-4b). */
function conditionQuestions({ policy, facts }: FormInput): Field[] {
  const answer = policy.get('requirement.open.conditions', facts);
  return (answer.value?.conditions ?? []).map(({ id, label }) =>
    question(conditionKey(id), label, { type: 'checkbox', basis: answer.basis }),
  );
}

export function conditionKey(id: string): string {
  return `condition.${id}`;
}

/** The reasons a form lists for an opening: one that is only written is the reason itself, several are ticked. */
function reasonQuestions({ form, formBasis }: FormInput, asked: ReadonlySet<string>): Field[] {
  const reasons = form.reasons?.open ?? [];
  const [only] = reasons;
  if (reasons.length === 1 && only?.freeText) {
    const written = question(coreKeys.reason, only.label, { type: 'longtext', maxLength: 2000, basis: formBasis });
    return asked.has(coreKeys.reason) ? [] : [written];
  }
  return reasons.flatMap(({ id, label, freeText }) => [
    question(reasonKey(id), label, { type: 'checkbox', required: false, basis: formBasis }),
    ...(freeText ? [question(reasonTextKey(id), label, { required: false, basis: formBasis })] : []),
  ]);
}

export function reasonKey(id: string): string {
  return `reason.${id}`;
}

export function reasonTextKey(id: string): string {
  return `reason.${id}.text`;
}

/** The papers to attach: of the form, of the rules, and one for each condition to be proved; the same id is one paper. */
function slotsOf({ form, formBasis, policy, facts }: FormInput): Slot[] {
  const conditions = policy.get('requirement.open.conditions', facts);
  const asked: Slot[] = [
    ...form.attachments
      .filter(({ when }) => holds(when, facts))
      .map(({ id, label, required }) => ({ label: id, title: label, required, basis: formBasis })),
    ...form.sections
      .flatMap(({ fields }) => fields)
      .filter(({ type, when }) => type === 'file' && holds(when, facts))
      .map(({ id, label, required }) => ({ label: id, title: label, required, basis: formBasis })),
    ...(['requirement.open.attachments', 'requirement.open.duty-attachment'] as const).flatMap((rule) => {
      const answer = policy.get(rule, facts);
      return (answer.value?.documents ?? []).map(({ id, label }) => ({
        label: id,
        title: label,
        required: true,
        basis: answer.basis,
      }));
    }),
    ...(conditions.value?.conditions ?? [])
      .filter(({ evidence }) => evidence)
      .map(({ id, label }) => ({
        label: id,
        title: slotNames.evidence(label),
        required: true,
        basis: conditions.basis,
      })),
  ];
  const byLabel = new Map<string, Slot>();
  for (const slot of asked) {
    const known = byLabel.get(slot.label);
    byLabel.set(
      slot.label,
      known
        ? { ...known, required: known.required || slot.required, basis: mergeBasis(known.basis, slot.basis) }
        : slot,
    );
  }
  return [...byLabel.values()];
}

function mergeBasis(a: readonly BasisRef[], b: readonly BasisRef[]): BasisRef[] {
  const key = ({ pack, source, article }: BasisRef) => `${pack} ${source} ${article}`;
  return [...new Map([...a, ...b].map((one) => [key(one), one])).values()];
}

/** All questions of a form, in order. */
export function fieldsOf(form: FormModel): readonly Field[] {
  return form.sections.flatMap(({ fields }) => fields);
}

import type { BasisRef, CaseFacts, Form, FormField, Policy } from '../../policy/index.ts';
import type { Detail, FormValues, Timing } from './model.ts';

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
export type CoreKey = (typeof coreKeys)[keyof typeof coreKeys];

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
  /** Its answer is kept as data of the account, and altering it later is a change to be filed. */
  readonly detail: boolean;
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

/** The key of the tick that confirms a condition. */
export function conditionKey(id: string): string {
  return `condition.${id}`;
}

/** What a form's answers say about the account beyond its name, platform, number, address and certification. */
export function detailsOf(form: FormModel, values: FormValues): Detail[] {
  return fieldsOf(form)
    .filter(({ detail }) => detail)
    .map(({ key, label }) => ({ key, label, value: values[key] ?? null }))
    .filter(({ value }) => value !== null && value !== '');
}

/** All questions of a form, in order. */
export function fieldsOf(form: FormModel): readonly Field[] {
  return form.sections.flatMap(({ fields }) => fields);
}

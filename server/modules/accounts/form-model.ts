import type { BasisRef, CaseFacts, Form, FormField, Policy } from '../../policy/index.ts';
import type { AccountMatter, Detail, FormValue, FormValues, Pins, Standing, Timing } from './model.ts';

/**
 * Questions whose answers the rules need, whatever the pack's form calls them. A key holds a dot, the ids of a
 * form never do, so the two cannot meet.
 */
export const coreKeys = {
  platform: 'account.platform',
  name: 'account.name',
  uid: 'account.uid',
  otherUid: 'account.other-uid',
  handle: 'account.handle',
  type: 'account.type',
  url: 'account.url',
  subject: 'account.subject',
  campaign: 'account.campaign',
  certification: 'account.certification',
  tiedToDuty: 'account.tied-to-duty',
  reason: 'opening.reason',
  openedOn: 'opening.on',
  plannedOn: 'opening.planned-on',
  matterReason: 'filing.reason',
  newHost: 'change.host',
  consentBy: 'consent.by',
  noticeFrom: 'notice.from',
  effectOn: 'effect.on',
  statement: 'effect.statement',
  statementUrl: 'effect.statement-url',
  historyDeleted: 'effect.history-deleted',
} as const;
export type CoreKey = (typeof coreKeys)[keyof typeof coreKeys];

/** One question of the form as it is asked, stored and checked. */
export interface Field {
  readonly key: string;
  /** The field of the pack's form that prints it; null where only the rules ask. */
  readonly printed: string | null;
  readonly label: string;
  /** `unit-choice`: one of the jurisdiction's units, looked up by name. */
  readonly type: FormField['type'] | 'unit-choice';
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
  /** What a filing on an account has to know to ask rightly; null for an opening. */
  readonly account: AccountInput | null;
}

/** The account that a filing is about, as the form needs it. */
export interface AccountInput {
  readonly standing: Standing;
  readonly pins: Pins;
  /** The answers so far: some questions follow from others. */
  readonly values: FormValues;
  /** Chosen as the new host, to show its name. */
  readonly newHost: { readonly id: string; readonly name: string } | null;
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

/** The paper that shows the resolution, where the collective decided (LZ-13c). */
export const MINUTES = 'collective-minutes';
/** A picture of the statement on the platform, handed in with a closing that is filed afterwards. */
export const STATEMENT_SHOT = 'statement-shot';

/** The rule that says who has to agree beforehand. */
export function consentRule<M extends AccountMatter>(matter: M): `${M}.consent` {
  return `${matter}.consent`;
}

/** One thing that a change alters, old and new side by side. */
export interface Change {
  readonly key: string;
  readonly label: string;
  readonly before: FormValue;
  readonly after: FormValue;
}

/** The key of the tick that chooses a reason of the form's list. */
export function reasonKey(id: string): string {
  return `reason.${id}`;
}

/** The key under which a chosen reason is written out. */
export function reasonTextKey(id: string): string {
  return `reason.${id}.text`;
}

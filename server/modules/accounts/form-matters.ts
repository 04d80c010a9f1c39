import { accountsText, coreFields, slotNames } from '../../../contracts/accounts/words.ts';
import {
  type AccountInput,
  consentRule,
  coreKeys,
  type Field,
  type FormInput,
  MINUTES,
  type Slot,
  STATEMENT_SHOT,
} from './form-model.ts';
import { nameQuestions, question } from './form-questions.ts';
import type { AccountMatter } from './model.ts';

const LONGEST_REASON = 2000;

/** What the rules have to know of a change or an end, where the pack's form does not ask it. */
export function matterQuestions(input: FormInput, account: AccountInput): Field[] {
  const matter = input.facts.matter as AccountMatter;
  return [
    ...(matter === 'change' ? changeQuestions(input, account) : []),
    ...consentQuestions(input),
    ...reasonQuestion(input),
    ...(input.timing === 'after-effect' ? effectQuestions(input, account) : []),
  ];
}

/** The account's own data, so that any of them can be altered, and to whom it goes. */
function changeQuestions(input: FormInput, { standing, values, newHost, pins }: AccountInput): Field[] {
  const named = nameQuestions(input);
  const renamed = (values[coreKeys.name] ?? standing.name) !== standing.name;
  const fields = [
    ...named.filter(({ key }) => key === coreKeys.name || (renamed && key === coreKeys.tiedToDuty)),
    question(coreKeys.uid, coreFields.uid, { hint: coreFields.uidHint }),
    question(coreKeys.url, coreFields.url, { type: 'url', required: false, maxLength: 500 }),
    question(coreKeys.certification, coreFields.certification, { required: false }),
    question(coreKeys.newHost, coreFields.newHost, {
      type: 'unit-choice',
      required: false,
      hint: coreFields.newHostHint,
      options: newHost ? [{ value: newHost.id, label: newHost.name }] : [],
      basis: pins.hostNotice.basis,
    }),
  ];
  const listed = input.policy.get('filing.change-of', input.facts);
  const ids: Partial<Record<string, string>> = { [coreKeys.newHost]: 'host' };
  const isListed = (key: string) =>
    listed.value?.some(({ id }) => id === (ids[key] ?? key.replace('account.', ''))) ?? false;
  return fields.map((field) =>
    isListed(field.key) ? { ...field, basis: [...field.basis, ...listed.basis] } : field,
  );
}

/** Who agreed, where the regulation lets more than one do so (LZ-13c). */
function consentQuestions({ policy, facts }: FormInput): Field[] {
  const { value, basis } = policy.get(consentRule(facts.matter as AccountMatter), facts);
  if (value === null || value.anyOf.length < 2) return [];
  const options = value.anyOf.map((who) => ({
    value: accountsText.consent[who],
    label: accountsText.consent[who],
  }));
  return [question(coreKeys.consentBy, coreFields.consentBy, { type: 'select', options, basis })];
}

/** Asked only where the form neither has a place for it nor lists reasons to tick. */
function reasonQuestion({ form, facts }: FormInput): Field[] {
  if ((form.reasons?.[facts.matter as AccountMatter] ?? []).length > 0) return [];
  return [
    question(coreKeys.matterReason, coreFields.matterReason, {
      type: 'longtext',
      maxLength: LONGEST_REASON,
    }),
  ];
}

/** When it took effect, and what shows it, where the filing comes afterwards. */
function effectQuestions({ facts }: FormInput, { pins }: AccountInput): Field[] {
  const basis = pins.meaning.basis;
  return [
    question(coreKeys.effectOn, coreFields.effectOn, { type: 'date', hint: coreFields.effectOnHint }),
    ...(facts.matter === 'close' && pins.statement.value
      ? [
          question(coreKeys.statementUrl, coreFields.statementUrl, {
            type: 'url',
            required: false,
            maxLength: 500,
            hint: coreFields.statementHint,
            basis: pins.statement.basis,
          }),
        ]
      : []),
    ...(facts.matter === 'cancel'
      ? [question(coreKeys.historyDeleted, coreFields.historyDeleted, { type: 'checkbox', basis })]
      : []),
  ];
}

/** The papers that the rules of the matter want: minutes of the collective, a picture of the statement. */
export function matterSlots({ policy, facts, timing }: FormInput, account: AccountInput): Slot[] {
  const { value, basis } = policy.get(consentRule(facts.matter as AccountMatter), facts);
  const chosen = account.values[coreKeys.consentBy];
  const collective = accountsText.consent['collective-decision'];
  const byCollective = value?.anyOf.includes('collective-decision') && String(chosen).startsWith(collective);
  const { statement } = account.pins;
  const shot = facts.matter === 'close' && timing === 'after-effect' && statement.value;
  return [
    ...(byCollective ? [{ label: MINUTES, title: slotNames.minutes, required: true, basis }] : []),
    ...(shot
      ? [{ label: STATEMENT_SHOT, title: slotNames.statement, required: false, basis: statement.basis }]
      : []),
  ];
}

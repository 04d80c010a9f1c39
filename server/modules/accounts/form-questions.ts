import { coreFields } from '../../../contracts/accounts/words.ts';
import {
  conditionKey,
  coreKeys,
  type Field,
  type FormInput,
  reasonKey,
  reasonTextKey,
} from './form-model.ts';
import { platformOptions } from './list-platforms.ts';

const LONGEST_NAME = 60;
const LONGEST_REASON = 2000;

/** A question of the system's own; no form of a pack prints it. */
export function question(key: string, label: string, more: Partial<Field> = {}): Field {
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
    detail: false,
    ...more,
  };
}

/** What the rules in force have to know; asked only where some rule needs it. */
export function coreQuestions(input: FormInput): Field[] {
  return [
    ...identityQuestions(input),
    ...nameQuestions(input),
    ...purposeQuestions(input),
    ...openingQuestions(input),
  ];
}

/** On which platform, and in whose name. */
function identityQuestions({ policy, facts }: FormInput): Field[] {
  const platform = question(coreKeys.platform, coreFields.platform, {
    type: 'platform',
    options: platformOptions(policy, facts),
  });
  const basis = [
    ...policy.get('requirement.open.no-section-subject', facts).basis,
    ...policy.get('requirement.open.no-personal-subject', facts).basis,
  ];
  if (basis.length === 0) return [platform];
  return [
    platform,
    question(coreKeys.subject, coreFields.subject, { type: 'select', options: subjectOptions, basis }),
  ];
}

/** Under which name, and what stands in the certification. */
export function nameQuestions({ policy, facts }: Pick<FormInput, 'policy' | 'facts'>): Field[] {
  const { value, basis } = policy.get('requirement.open.name-rules', facts);
  const maxLength = value?.maxLength ?? LONGEST_NAME;
  const fields = [question(coreKeys.name, coreFields.name, { maxLength, hint: coreFields.nameHint, basis })];
  if (value?.tiedToDuty || value?.logo) {
    fields.push(question(coreKeys.tiedToDuty, coreFields.tiedToDuty, { type: 'checkbox', basis }));
  }
  if (value?.hostInCertification) {
    fields.push(
      question(coreKeys.certification, coreFields.certification, {
        hint: coreFields.certificationHint,
        basis,
      }),
    );
  }
  return fields;
}

/** Why, and whether for a campaign. */
function purposeQuestions({ policy, facts }: FormInput): Field[] {
  const fields: Field[] = [];
  const campaign = policy.get('requirement.open.no-campaign', facts);
  if (campaign.state === 'in-force') {
    fields.push(
      question(coreKeys.campaign, coreFields.campaign, {
        type: 'checkbox',
        required: false,
        basis: campaign.basis,
      }),
    );
  }
  const reason = policy.get('requirement.open.reason-stated', facts);
  if (reason.state === 'in-force') {
    const hint = coreFields.reasonHint;
    fields.push(
      question(coreKeys.reason, coreFields.reason, {
        type: 'longtext',
        maxLength: LONGEST_REASON,
        hint,
        basis: reason.basis,
      }),
    );
  }
  return fields;
}

/** When: the planned day where a lead applies, the day and number of an opening already made. */
function openingQuestions({ policy, facts, timing }: FormInput): Field[] {
  if (timing === 'after-opening') {
    return [
      question(coreKeys.openedOn, coreFields.openedOn, { type: 'date', hint: coreFields.openedOnHint }),
      question(coreKeys.uid, coreFields.uid),
      question(coreKeys.url, coreFields.url, { type: 'url', required: false, maxLength: 500 }),
    ];
  }
  const { state, basis } = policy.get('filing.lead.open', facts);
  return state === 'in-force'
    ? [question(coreKeys.plannedOn, coreFields.plannedOn, { type: 'date', basis })]
    : [];
}

const subjectOptions = Object.entries(coreFields.subjectOptions).map(([value, label]) => ({ value, label }));

/** One tick for each condition that the unit has to meet (WJ-4b). */
export function conditionQuestions({ policy, facts }: FormInput): Field[] {
  const answer = policy.get('requirement.open.conditions', facts);
  return (answer.value?.conditions ?? []).map(({ id, label }) =>
    question(conditionKey(id), label, { type: 'checkbox', basis: answer.basis }),
  );
}

/** The reasons a form lists for the matter: one that is only written is the reason itself, several are ticked. */
export function reasonQuestions(
  { form, formBasis, facts, account }: FormInput,
  asked: ReadonlySet<string>,
): Field[] {
  const reasons = form.reasons?.[facts.matter ?? 'open'] ?? [];
  const [only] = reasons;
  const key = account ? coreKeys.matterReason : coreKeys.reason;
  if (reasons.length === 1 && only?.freeText) {
    const written = question(key, only.label, {
      type: 'longtext',
      maxLength: LONGEST_REASON,
      basis: formBasis,
    });
    return asked.has(key) ? [] : [written];
  }
  return reasons.flatMap(({ id, label, freeText }) => [
    question(reasonKey(id), coreFields.tickedReason(label), {
      type: 'checkbox',
      required: false,
      basis: formBasis,
    }),
    ...(freeText
      ? [question(reasonTextKey(id), coreFields.reasonText(label), { required: false, basis: formBasis })]
      : []),
  ]);
}

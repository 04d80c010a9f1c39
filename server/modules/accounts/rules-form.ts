import { accountsText } from '../../../contracts/accounts/words.ts';
import type { Problem } from '../../kernel/outcome.ts';
import { conditionKey, coreKeys, type Field, type FormModel, fieldsOf } from './form-model.ts';
import type { Check, FormValue, FormValues } from './model.ts';
import { checkOf, type FilingFacts, isTicked, lengthOf, textOf } from './rules-facts.ts';

const wants = accountsText.fieldWants;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WEB_ADDRESS = /^https?:\/\/[^\s]+$/i;

/**
 * What cannot even be kept in a draft: questions nobody asked, wrong types, texts that are too long or hold control
 * characters. What is merely missing is no problem here.
 */
export function draftProblems(form: FormModel, values: FormValues): Problem[] {
  const fields = new Map(fieldsOf(form).map((field) => [field.key, field]));
  return Object.entries(values).flatMap(([key, value]) => {
    const field = fields.get(key);
    if (!field) return [{ code: 'accounts.field-unknown', field: key, facts: { key } }];
    return value === null || value === '' ? [] : valueProblems(field, value);
  });
}

function valueProblems(field: Field, value: FormValue): Problem[] {
  const problem = (want: string): Problem[] => [
    { code: 'accounts.field-type', field: field.key, facts: { label: field.label, want } },
  ];
  if (field.type === 'checkbox') return typeof value === 'boolean' ? [] : problem(wants.checkbox);
  if (typeof value !== 'string') return problem(wants.text);
  if (CONTROL.test(value)) return problem(wants.characters);
  if (field.type !== 'longtext' && /[\r\n]/.test(value)) return problem(wants.line);
  if (lengthOf(value) > field.maxLength) {
    return [
      {
        code: 'accounts.field-too-long',
        field: field.key,
        facts: { label: field.label, max: field.maxLength },
      },
    ];
  }
  if (field.options && field.type !== 'text' && !field.options.some((option) => option.value === value)) {
    return [{ code: 'accounts.field-option', field: field.key, facts: { label: field.label } }];
  }
  // A half-typed address may be kept; a day comes from a picker and is whole or wrong.
  return field.type === 'date' && !isRealDay(value) ? problem(wants.date) : [];
}

/** Whether a text is a day that exists, 'YYYY-MM-DD'. */
export function isRealDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1949 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** Whether every question that must be answered is, each missing one a check of its own; FS-A2a: the form's fixed fields. */
export function checkFields(facts: FilingFacts): Check[] {
  const missing = fieldsOf(facts.form).filter((field) => field.required && !answered(facts, field));
  const wrong = fieldsOf(facts.form).filter(
    (field) => field.type === 'url' && badAddress(textOf(facts, field.key)),
  );
  const checks = [
    ...missing.map((field) =>
      formCheck(field, { code: missingCode(field), field: field.key, facts: { label: field.label } }),
    ),
    ...wrong.map((field) => formCheck(field, { code: 'accounts.url-bad', field: field.key })),
    ...checkOpenedOn(facts),
  ];
  return checks.length > 0
    ? checks
    : [{ id: 'form', group: 'form', problems: [], strength: 'refuse', basis: [], reason: null }];
}

function answered(facts: FilingFacts, field: Field): boolean {
  // Ticks and the reason have checks of their own with a sentence of their own.
  if (field.type === 'checkbox' || field.type === 'file') return true;
  if (
    field.key === coreKeys.reason &&
    facts.policy.get('requirement.open.reason-stated', facts.facts).state === 'in-force'
  )
    return true;
  return textOf(facts, field.key) !== '';
}

function missingCode({ key }: Field): string {
  return key === coreKeys.subject
    ? 'accounts.subject-missing'
    : key === coreKeys.platform
      ? 'accounts.platform-missing'
      : key === coreKeys.name
        ? 'accounts.name-missing'
        : key === coreKeys.openedOn
          ? 'accounts.opened-missing'
          : 'accounts.field-required';
}

function badAddress(text: string): boolean {
  return text !== '' && !WEB_ADDRESS.test(text);
}

function formCheck(field: Field, problem: Problem): Check {
  return {
    id: `form.${field.key}`,
    group: 'form',
    problems: [{ ...problem, basis: field.basis }],
    strength: 'refuse',
    basis: field.basis,
    reason: null,
  };
}

/** An account filed after its opening was opened today or before; how late it is filed is shown, not refused. */
function checkOpenedOn(facts: FilingFacts): Check[] {
  const field = fieldsOf(facts.form).find(({ key }) => key === coreKeys.openedOn);
  if (!field || textOf(facts, field.key) <= facts.today) return [];
  return [
    formCheck(field, { code: 'accounts.opened-in-future', field: field.key, facts: { today: facts.today } }),
  ];
}

/** WJ-4b: each condition is confirmed. The papers that prove them are asked with the other papers. */
export function checkConditions(facts: FilingFacts): Check[] {
  const answer = facts.policy.get('requirement.open.conditions', facts.facts);
  return checkOf(facts, { id: 'conditions', group: 'unit', answer }, ({ conditions }) =>
    conditions
      .filter(({ id }) => !isTicked(facts, conditionKey(id)))
      .map(({ id, label }) => ({
        code: 'accounts.condition-unmet',
        field: conditionKey(id),
        facts: { condition: label },
      })),
  );
}

/** FS-A2c, WJ-4b: every paper that must be attached is, each missing one a check of its own. */
export function checkAttachments(facts: FilingFacts): Check[] {
  const missing = facts.form.slots.filter(({ label, required }) => required && !facts.files[label]);
  if (facts.form.slots.length === 0) return [];
  if (missing.length === 0) {
    const basis = facts.form.slots.flatMap((slot) => slot.basis).slice(0, 1);
    return [
      { id: 'attachments', group: 'attachment', problems: [], strength: 'refuse', basis, reason: null },
    ];
  }
  return missing.map(({ label, title, basis }) => ({
    id: `attachment.${label}`,
    group: 'attachment',
    problems: [
      { code: 'accounts.attachment-missing', field: `attachment.${label}`, facts: { title }, basis },
    ],
    strength: 'refuse',
    basis,
    reason: null,
  }));
}

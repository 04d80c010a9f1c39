import { accountsText, filingKindNames } from '../../../contracts/accounts/words.ts';
import type { Policy } from '../../policy/index.ts';
import type { SummaryLine } from '../approvals/index.ts';
import type { Assembled } from './assemble-filing.ts';
import { coreKeys, type Field, fieldsOf } from './form-model.ts';
import { platformsOf } from './list-platforms.ts';
import type { Filing, FormValue } from './model.ts';
import { checkTitle } from './view-checks.ts';

/** What a filing is called in lists and notices: 开设“抚松教育”（微信公众号）. */
export function titleOf(filing: Pick<Filing, 'kind' | 'name' | 'platform'>, policy: Policy): string {
  return accountsText.filingTitle(
    filingKindNames[filing.kind],
    platformName(policy, filing.platform),
    filing.name ?? '',
  );
}

/** The name of a platform; its id where it is not in the catalogue, '' where none is chosen. */
export function platformName(policy: Policy, id: string | null): string {
  if (id === null) return '';
  return platformsOf(policy).items.find((platform) => platform.id === id)?.name ?? id;
}

/** What an answer reads like: the option's label, yes or no, the text itself. */
export function answerText(field: Field, value: FormValue | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? accountsText.yes : accountsText.no;
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

/** The filing in lines for whoever decides on it: what was answered, which papers lie there, which exceptions are asked for. */
export function summaryOf(
  assembled: Pick<Assembled, 'form' | 'filing' | 'files' | 'changes'>,
): SummaryLine[] {
  const { form, filing, files, changes } = assembled;
  const altered = new Set(changes.map(({ key }) => key));
  const answers = fieldsOf(form)
    .filter(({ key }) => !altered.has(key))
    .map((field) => ({ label: field.label, value: answerText(field, filing.values[field.key]) }));
  const changed = changeLines(form, changes).map(({ label, before, after }) => ({
    label,
    value: accountsText.changed(before, after),
  }));
  const papers = form.slots.map(({ label, title }) => ({
    label: title,
    value: files
      .filter((file) => file.label === label)
      .map(({ name }) => name)
      .join('、'),
  }));
  const exceptions = Object.entries(filing.exceptions).map(([id, reason]) => ({
    label: accountsText.exceptionTo(checkTitle(id)),
    value: reason,
  }));
  const rest = mostTellingFirst(
    [...answers, ...papers, ...exceptions].filter(({ value }) => value !== ''),
    form,
  );
  return [...changed, ...rest];
}

/** What a change alters, as it reads: old and new side by side. */
export function changeLines(
  form: Assembled['form'],
  changes: Assembled['changes'],
): { key: string; label: string; before: string; after: string }[] {
  return changes.map(({ key, label, before, after }) => {
    const field = fieldsOf(form).find((each) => each.key === key);
    // The names of hosts are no answers of the form: they come as they read.
    const text = (value: FormValue) =>
      field && key !== coreKeys.newHost ? answerText(field, value) : String(value ?? '');
    return { key, label, before: text(before), after: text(after) };
  });
}

/** Name, platform and reason come first: two minutes on a phone. */
function mostTellingFirst(lines: SummaryLine[], form: Assembled['form']): SummaryLine[] {
  const first = [coreKeys.name, coreKeys.platform, coreKeys.reason, coreKeys.matterReason].map(
    (key) => fieldsOf(form).find((field) => field.key === key)?.label ?? '',
  );
  const rank = ({ label }: SummaryLine) => (first.indexOf(label) + first.length + 1) % (first.length + 1);
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => rank(a.line) - rank(b.line) || a.index - b.index)
    .map(({ line }) => line);
}

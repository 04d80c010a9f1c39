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
export function summaryOf(assembled: Pick<Assembled, 'form' | 'filing' | 'files'>): SummaryLine[] {
  const { form, filing, files } = assembled;
  const answers = fieldsOf(form).map((field) => ({
    label: field.label,
    value: answerText(field, filing.values[field.key]),
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
  return mostTellingFirst(
    [...answers, ...papers, ...exceptions].filter(({ value }) => value !== ''),
    form,
  );
}

/** Name, platform and reason come first: two minutes on a phone. */
function mostTellingFirst(lines: SummaryLine[], form: Assembled['form']): SummaryLine[] {
  const first = [coreKeys.name, coreKeys.platform, coreKeys.reason].map(
    (key) => fieldsOf(form).find((field) => field.key === key)?.label ?? '',
  );
  const rank = ({ label }: SummaryLine) => (first.indexOf(label) + first.length + 1) % (first.length + 1);
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => rank(a.line) - rank(b.line) || a.index - b.index)
    .map(({ line }) => line);
}

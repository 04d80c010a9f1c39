import { documentWords as words } from '../../contracts/documents/words.ts';
import type { Form, FormCell, FormField } from '../policy/index.ts';
import { type CheckItem, printable } from './print-form.ts';

type Matter = NonNullable<Form['kinds']>[number];

/** One decision that goes into an opinion of the form. */
interface OpinionData {
  /** Id of the form's opinion, or of the chain step that the opinion names. */
  readonly step: string;
  readonly unitName: string;
  readonly text: string;
  readonly decider: string;
  /** The decider's post in Chinese. */
  readonly post: string;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  readonly decision: keyof typeof words.decisions;
  /** The seal is recorded as set; otherwise its place stays free for the wet seal. */
  readonly seal?: boolean | undefined;
  /** The signature is recorded as given; otherwise its place stays free. */
  readonly signature?: boolean | undefined;
}

/** What a filing holds, as far as it is printed. */
export interface FilingData {
  readonly kind?: Matter | undefined;
  /** By field id; days as 'YYYY-MM-DD', lists for several choices or files. */
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | null | undefined>>;
  readonly reasons: readonly { readonly id: string; readonly text?: string | undefined }[];
  readonly opinions: readonly OpinionData[];
  /** Ids of the attachments handed in. */
  readonly attachments: readonly string[];
  readonly docNumber?: string | undefined;
}

/** '2026-09-29' as 2026年9月29日; anything that is not a day comes back unchanged. */
function dayInWords(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match === null ? day : words.date(Number(match[1]), Number(match[2]), Number(match[3]));
}

function chosen(data: FilingData, field: string): readonly string[] {
  const value = data.values[field];
  if (Array.isArray(value)) return value;
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** The value of a field as one text. */
export function fieldText(form: Form, data: FilingData, id: string): string {
  const field = form.sections.flatMap((section) => section.fields).find((each) => each.id === id);
  const value = data.values[id];
  if (value === true) return words.checked;
  const text = chosen(data, id).join(words.listComma);
  return printable(field?.type === 'date' ? dayInWords(text) : text);
}

function fieldItems(field: FormField | undefined, data: FilingData): CheckItem[] {
  if (field === undefined) return [];
  if (field.type === 'checkbox') return [{ label: field.label, checked: data.values[field.id] === true }];
  const picked = new Set(chosen(data, field.id));
  const options = (field.options ?? []).map((label) => ({ label, checked: picked.delete(label) }));
  return [...options, ...[...picked].map((label) => ({ label: printable(label), checked: true }))];
}

function reasonItems(form: Form, data: FilingData, kind: Matter): CheckItem[] {
  const given = new Map(
    data.kind === kind ? data.reasons.map((reason) => [reason.id, reason.text ?? '']) : [],
  );
  return (form.reasons?.[kind] ?? []).map(({ id, label, freeText }) => ({
    label,
    checked: given.has(id),
    ...(freeText === true ? { written: printable(given.get(id) ?? '') } : {}),
  }));
}

/** A single reason that is only written, never chosen, prints as text: 开设理由：…… */
export function writtenReason(form: Form, data: FilingData, checks: string): string | null {
  const kind = checks.split('.')[1] as Matter;
  const items = checks.startsWith('reasons.') ? reasonItems(form, data, kind) : [];
  const only = items[0];
  if (items.length !== 1 || only?.written === undefined) return null;
  return `${only.label}${words.colon}${only.written}`;
}

/** The boxes of a layout cell `checks`: kind, kind.open, reasons.open, attachments, field.x. */
export function checkItems(form: Form, data: FilingData, checks: string): CheckItem[] {
  const [what, which = ''] = checks.split('.');
  if (what === 'kind') {
    const kinds = which === '' ? (form.kinds ?? []) : [which as Matter];
    return kinds.map((kind) => ({ label: words.kinds[kind], checked: data.kind === kind }));
  }
  if (what === 'reasons') return reasonItems(form, data, which as Matter);
  if (what === 'attachments') {
    return form.attachments.map(({ id, label }) => ({ label, checked: data.attachments.includes(id) }));
  }
  return fieldItems(
    form.sections.flatMap((section) => section.fields).find((field) => field.id === which),
    data,
  );
}

/** The opinion as one paragraph and, where no signature names the decider, who decided as another. */
function opinionParagraphs(given: OpinionData, signs: boolean): string[] {
  const verdict = words.decisions[given.decision];
  const text = printable(given.text);
  const opinion =
    text === ''
      ? `${verdict}${words.fullStop}`
      : text.includes(verdict)
        ? text
        : `${verdict}${words.comma}${text}`;
  const decider = printable(given.decider);
  if ((signs && given.signature === true) || decider === '') return [opinion];
  const post = printable(given.post);
  return [opinion, `${words.decider}${post === '' ? decider : words.inPost(decider, post)}`];
}

/** The text and the foot of an opinion: what is recorded is printed, every other place stays blank. */
export function opinionLines(form: Form, data: FilingData, id: string): { text: string[]; foot: string[] } {
  const opinion = form.opinions.find((each) => each.id === id);
  const steps = new Set([id, opinion?.step ?? id]);
  const given = data.opinions.filter((each) => steps.has(each.step));
  const last = given.at(-1);
  const unit = printable(last?.unitName ?? '');
  const foot: string[] = [];
  if (opinion?.signature === true) {
    foot.push(
      `${words.signaturePlace}${last?.signature === true ? printable(last.decider) : words.blankName}`,
    );
  }
  if (opinion?.seal === true) {
    const open = unit === '' ? words.sealPlace : words.sealOf(unit);
    foot.push(last?.seal === true ? words.sealed(unit) : open);
  }
  foot.push(last === undefined ? words.blankDate : dayInWords(last.day));
  return { text: given.flatMap((each) => opinionParagraphs(each, opinion?.signature === true)), foot };
}

/** Least height of a row with this cell, in millimetres, where the layout sets none: a seal is 42 mm wide. */
export function leastHeight(cell: FormCell | null): number {
  if (cell === null) return 0;
  if (cell.heightMm !== undefined) return cell.heightMm;
  return 'opinion' in cell ? 34 : 10;
}

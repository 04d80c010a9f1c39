import type { KeepBody, LedgerWire, RecordKindWire } from '../../../contracts/stewardship/wire.ts';
import { purchaseMethodNames, rightsNames, serviceKindNames } from '../../../contracts/stewardship/words.ts';
import { stewardshipScreenWords } from '../../../contracts/ui/words-stewardship.ts';
import type { FieldSpec, Typed } from '../../ui/form-panel.tsx';

const labels = stewardshipScreenWords.fields;

type Choices = readonly { value: string; label: string }[];
const choicesOf = (names: Readonly<Record<string, string>>): Choices =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const select = (key: string, label: string, options: Choices, required = true): FieldSpec => ({
  key,
  label,
  type: 'select',
  required,
  options,
});
const text = (key: string, label: string, maxLength: number, required = true): FieldSpec => ({
  key,
  label,
  maxLength,
  required,
});
const long = (key: string, label: string, maxLength: number, required = true): FieldSpec => ({
  ...text(key, label, maxLength, required),
  type: 'longtext',
});
const date = (key: string, label: string, required = true): FieldSpec => ({
  key,
  label,
  type: 'date',
  required,
});
const ticks = (prefix: string, options: Choices): FieldSpec[] =>
  options.map(({ value, label }) => ({ key: `${prefix}.${value}`, label, type: 'checkbox' }));

/** The agreements that people outside have signed. */
const agreements = ({ records }: LedgerWire): Choices =>
  records
    .filter(({ kind, standing }) => kind === 'agreement' && standing)
    .map(({ id, title }) => ({ value: id, label: title }));

const operators = (ledger: LedgerWire): Choices =>
  ledger.operators.map(({ id, name }) => ({ value: id, label: name }));

const people = ({ choices }: LedgerWire) => choices.people;

/** What the form asks for a kind of record, the day last. */
const FIELDS: Record<RecordKindWire, (ledger: LedgerWire) => FieldSpec[]> = {
  person: (ledger) => [
    select('key', labels.role, ledger.choices.roles),
    select('appointmentId', labels.person, people(ledger)),
    date('fromDay', labels.fromDay),
  ],
  rights: (ledger) => [
    select('key', labels.holder, choicesOf(rightsNames)),
    select('appointmentId', labels.person, people(ledger), false),
    select('agreementId', labels.agreement, agreements(ledger), false),
    text('name', labels.software, 60, false),
    { ...text('scope', labels.scope, 200), hint: labels.scopeHint },
    date('fromDay', labels.fromDay),
  ],
  tasks: ({ choices }) => [...ticks('tasks', choices.tasks), date('fromDay', labels.fromDay)],
  service: ({ choices }) => [
    text('name', labels.name, 60),
    select('serviceKind', labels.serviceKind, choicesOf(serviceKindNames)),
    text('url', labels.url, 500),
    { ...select('network', labels.network, choices.networks, false), hint: labels.networkHint },
    text('item', labels.item, 300, false),
    { key: 'signOn', label: labels.signOn, type: 'checkbox' },
    date('fromDay', labels.fromDay),
  ],
  activity: ({ choices }) => [
    select('key', labels.activity, choices.licences),
    date('fromDay', labels.fromDay),
  ],
  licence: ({ choices }) => [
    select('key', labels.licence, choices.licences),
    text('number', labels.number, 100),
    text('issuer', labels.issuer, 100),
    date('fromDay', labels.issuedOn),
    date('validTo', labels.validTo),
  ],
  paper: ({ choices }) => [
    select('key', labels.paper, choices.papers),
    text('title', labels.paperTitle, 100),
    text('version', labels.version, 40),
    date('fromDay', labels.adoptedOn),
  ],
  funding: () => [
    text('source', labels.source, 100),
    text('amount', labels.amount, 12, false),
    date('fromDay', labels.fromDay),
    date('validTo', labels.validTo, false),
  ],
  purchase: (ledger) => [
    select('operatorId', labels.operator, operators(ledger)),
    select('method', labels.method, choicesOf(purchaseMethodNames)),
    text('candidates', labels.candidates, 3),
    long('result', labels.result, 500),
    date('fromDay', labels.happenedOn),
  ],
  contract: (ledger) => [
    select('operatorId', labels.operator, operators(ledger)),
    text('number', labels.contractNo, 60),
    long('matters', labels.matters, 1000),
    long('duties', labels.duties, 1000),
    text('amount', labels.amount, 12, false),
    date('fromDay', labels.fromDay),
    date('validTo', labels.contractEnd),
  ],
  agreement: (ledger) => [
    select('operatorId', labels.operator, operators(ledger)),
    text('personName', labels.signer, 30),
    date('fromDay', labels.signedOn),
    date('validTo', labels.validTo, false),
  ],
  supervision: (ledger) => [
    select('operatorId', labels.operator, operators(ledger)),
    long('found', labels.found, 1000),
    long('followUp', labels.followUp, 1000, false),
    date('fromDay', labels.happenedOn),
  ],
  consultation: ({ choices }) => [
    ...ticks('partners', choices.partners),
    long('topic', labels.topic, 500),
    long('outcome', labels.outcome, 1000, false),
    date('fromDay', labels.happenedOn),
  ],
};

export function fieldsFor(kind: RecordKindWire, ledger: LedgerWire): FieldSpec[] {
  return FIELDS[kind](ledger);
}

const NUMBERS = ['amount', 'candidates'];
const FLAGS = ['signOn'];
/** Texts that may stay empty; everything else that is empty is null. */
const EMPTY_TEXTS = ['followUp', 'outcome'];
/** Fields that a form of this kind does not know are left to the server's own default. */
const LISTS = ['tasks', 'partners'];

/** What is sent for what was typed; the server says what is wrong with it. */
export function bodyFor(
  kind: RecordKindWire,
  typed: Typed,
  more: { fields: readonly FieldSpec[]; replaces: string | null },
): KeepBody {
  const body: Record<string, unknown> = { kind, replaces: more.replaces };
  for (const { key } of more.fields) {
    const [list, item] = key.split('.');
    if (list && item && LISTS.includes(list)) {
      const ticked = (body[list] as string[] | undefined) ?? [];
      body[list] = typed[key] === true ? [...ticked, item] : ticked;
    } else body[key] = sentFor(key, typed[key]);
  }
  return body as KeepBody;
}

function sentFor(key: string, value: Typed[string]): unknown {
  if (FLAGS.includes(key)) return value === true;
  const written = typeof value === 'string' ? value.trim() : '';
  if (EMPTY_TEXTS.includes(key)) return written;
  if (written === '') return null;
  return NUMBERS.includes(key) && /^\d+$/.test(written) ? Number(written) : written;
}

import { requestForm, requestKindNames, siteText } from '../../../contracts/sites/words.ts';
import { formToDocx } from '../../documents/docx.ts';
import type { FilingData } from '../../documents/form-cells.ts';
import { formToPdf } from '../../documents/pdf.ts';
import { printFiling } from '../../documents/print-filing.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { type ChainStep, type Form, type FormLayout, selectChain } from '../../policy/index.ts';
import type { Key } from './lock-site.ts';
import { openRequest } from './read-request.ts';
import type { RequestCase } from './view-request.ts';

const MIME = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
const words = requestForm.fields;

/** The request on paper (QJ-9): filled from the record, a place for the opinion of every step of its way. */
export async function printRequest(ctx: Context, key: Key, type: keyof typeof MIME): Promise<FileAnswer> {
  const filed = await openRequest(ctx, key);
  const { request } = filed.parts;
  const printed = printFiling(formOf(filed), dataOf(filed));
  const content = type === 'docx' ? await formToDocx(printed) : await formToPdf(printed);
  const title = siteText.requestTitle(request.kind, request.unitName, request.name);
  const name = `${requestForm.title}-${title}.${type}`.replace(/[\\/:*?"<>|“”\s]+/g, '');
  return { name, mime: MIME[type], content, inline: type === 'pdf' };
}

type Field = keyof typeof words;

const FIELDS: readonly Field[] = [
  'kind',
  'unit',
  'site',
  'place',
  'name',
  'class',
  'upkeep',
  'address',
  'purpose',
  'applicant',
  'appliedOn',
  'built',
];

/** What the form asks, and an opinion for every step of the request's own way. */
function formOf({ parts }: RequestCase): Form {
  const { request, facts } = parts;
  const chain = selectChain(request.chain, facts);
  const steps = (chain?.steps ?? []).filter(({ kind }) => kind !== 'compile');
  return {
    title: requestForm.title,
    sections: [{ title: requestForm.section, fields: FIELDS.map(fieldOf) }],
    opinions: steps.map(({ id, title, seal, signature }) => ({
      id,
      title: requestForm.opinion(title),
      step: id,
      seal: seal ?? false,
      signature: signature ?? false,
    })),
    attachments: [],
    layout: { columns: [34, 52, 34, 52], rows: rowsOf(steps), notes: [...requestForm.notes] },
  };
}

function fieldOf(id: Field): Form['sections'][number]['fields'][number] {
  return {
    id: id.toLowerCase(),
    label: words[id],
    type: id === 'appliedOn' ? 'date' : 'text',
    required: false,
  };
}

/** Two fields to a row, longer ones over the whole width, opinions below. */
function rowsOf(steps: readonly ChainStep[]): FormLayout['rows'] {
  const label = (id: Field) => ({ label: words[id] });
  const field = (id: Field) => ({ field: id.toLowerCase() });
  const wide = (id: Field, heightMm: number) => [
    { ...label(id), heightMm },
    { ...field(id), colspan: 3 },
  ];
  const pair = (one: Field, two: Field) => [label(one), field(one), label(two), field(two)];
  return [
    pair('kind', 'unit'),
    pair('site', 'place'),
    pair('name', 'class'),
    wide('upkeep', 10),
    wide('address', 10),
    wide('purpose', 40),
    pair('applicant', 'appliedOn'),
    ...steps.map(({ id, title }) => [
      { label: requestForm.opinion(title), heightMm: 34 },
      { opinion: id, colspan: 3 },
    ]),
    wide('built', 14),
  ];
}

function dataOf({ parts, rounds }: RequestCase): FilingData {
  const { request, site, section, classes, proposal } = parts;
  const chosen = classes.find(({ id }) => id === request.updateClass);
  const { built, submitted } = request;
  return {
    values: {
      kind: requestKindNames[request.kind],
      unit: request.unitName,
      site: site.name,
      place: section?.name ?? '',
      name: request.name,
      class: chosen?.name ?? '',
      upkeep: (chosen?.upkeep ?? []).map(({ label, value }) => siteText.upkeepLine(label, value)),
      address: built?.address ?? proposal.address ?? '',
      purpose: request.purpose,
      applicant: submitted?.personName ?? '',
      appliedon: submitted ? dayOf(submitted.at) : '',
      built: built ? requestForm.built(built.by, built.on) : '',
    },
    reasons: [],
    attachments: [],
    opinions: opinionsOf(rounds),
  };
}

/** The opinions given in the latest round. */
function opinionsOf(rounds: RequestCase['rounds']): FilingData['opinions'] {
  const [latest] = rounds;
  if (!latest || latest.state === 'withdrawn' || latest.state === 'voided') return [];
  return latest.steps.flatMap(({ stepId, unitName, postTitle, decision }) =>
    decision
      ? [
          {
            step: stepId,
            unitName,
            text: decision.reason ?? '',
            decider: decision.signedBy ?? decision.personName,
            post: postTitle,
            day: dayOf(decision.at),
            decision: decision.kind,
            seal: decision.sealed,
            signature: decision.signedBy !== null,
          },
        ]
      : [],
  );
}

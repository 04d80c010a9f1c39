import { buffer } from 'node:stream/consumers';
import type { FindingWire } from '../../../contracts/checking/wire.ts';
import { reportWords as words } from '../../../contracts/checking/words.ts';
import { detectorNames, severityNames } from '../../../contracts/checks/words.ts';
import { spotSentence, unobservedSentence } from '../../../contracts/checks/words-inputs.ts';
import { formToDocx } from '../../documents/docx.ts';
import { formToPdf } from '../../documents/pdf.ts';
import type { PrintCell, PrintForm, PrintRow } from '../../documents/print-form.ts';
import { printable } from '../../documents/print-form.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { legalMoment } from '../../policy/calendar/index.ts';
import { type CheckKey, checkForReader } from './hold-check.ts';
import type { Check, CheckedDocument } from './model.ts';
import { findingsOf } from './read-check.ts';
import { readDocuments } from './store.ts';
import { findingViews } from './view.ts';

/** A finding with the document in which it stands. */
interface ReportedFinding extends FindingWire {
  readonly document: string;
}

interface Report {
  readonly check: Check;
  readonly documents: readonly CheckedDocument[];
  readonly findings: readonly ReportedFinding[];
}

/** On paper nobody reads more; the spreadsheet holds all. */
const MOST_ON_PAPER = 300;
const COLUMNS_MM = [10, 32, 18, 36, 58, 26];

const MIME = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** The findings of a check as a file to hand out; personal data stays masked. Throws not-found, forbidden. */
export async function exportReport(
  ctx: Context,
  key: CheckKey,
  type: 'docx' | 'pdf' | 'xlsx',
): Promise<FileAnswer> {
  const report = await reportOf(ctx, key);
  const name = `${words.fileName(report.check.title, ctx.now.day)}.${type}`;
  return { name, mime: MIME[type], content: await contentOf(report, type) };
}

async function reportOf(ctx: Context, key: CheckKey): Promise<Report> {
  const check = await checkForReader(ctx, key);
  const documents = await readDocuments(ctx.tx, check);
  const findings: ReportedFinding[] = [];
  for (const document of documents) {
    const { findings: kept, overrides } = await findingsOf(ctx, check, document);
    findings.push(...findingViews(kept, overrides).map((each) => ({ ...each, document: document.name })));
  }
  return { check, documents, findings };
}

function contentOf(report: Report, type: 'docx' | 'pdf' | 'xlsx'): Promise<Buffer> {
  if (type === 'docx') return formToDocx(paperOf(report));
  if (type === 'pdf') return formToPdf(paperOf(report));
  return buffer(writeXlsx([sheetOf(report), overviewOf(report)]));
}

function suggestionText({ suggestion }: FindingWire): string {
  return suggestion === '' ? words.remove : (suggestion ?? '');
}

function basisText({ basis }: FindingWire): string {
  return basis === null ? '' : `${basis.source ?? ''}${basis.article}`;
}

function treatedText({ override, exempted }: FindingWire): string {
  if (override !== null) return words.overridden(override.reason, override.by.name, override.by.post);
  return exempted === null ? '' : words.exempted(exempted.reason);
}

const SHEET = [
  { key: 'document', width: 16, value: (f: ReportedFinding) => f.document },
  { key: 'place', width: 14, value: (f: ReportedFinding) => spotSentence(f.place) },
  { key: 'severity', width: 6, value: (f: ReportedFinding) => severityNames[f.severity] },
  { key: 'detector', width: 8, value: (f: ReportedFinding) => detectorNames[f.detector] },
  { key: 'excerpt', width: 20, value: (f: ReportedFinding) => f.excerpt },
  { key: 'message', width: 30, value: (f: ReportedFinding) => f.message },
  { key: 'suggestion', width: 16, value: suggestionText },
  { key: 'basis', width: 14, value: basisText },
  { key: 'override', width: 24, value: treatedText },
] as const;

function sheetOf({ findings }: Report) {
  return {
    name: words.sheet,
    columns: SHEET.map(({ key, width }) => ({ header: words.columns[key], width })),
    rows: findings.map((finding) => SHEET.map(({ value }) => value(finding))),
  };
}

function factsOf({ check, documents }: Report): [string, string][] {
  const sum = (severity: 'block' | 'warn' | 'note') =>
    documents.reduce((total, { tally }) => total + tally[severity], 0);
  return [
    [words.matter, check.title],
    [words.unit, check.unitName],
    [words.by, `${check.createdByName}\uff08${check.createdPost}\uff09`],
    [words.at, legalMoment(check.createdAt).slice(0, 16).replace('T', ' ')],
    [words.result, words.tally(sum('block'), sum('warn'), sum('note'))],
  ];
}

function notesOf({ documents }: Report): string[] {
  return documents.flatMap(({ name, unobserved, leftOut }) => [
    ...unobserved.map(({ code, facts }) => `${name}\uff1a${unobservedSentence(code, facts)}`),
    ...(leftOut > 0 ? [`${name}\uff1a${words.leftOut(leftOut)}`] : []),
  ]);
}

function overviewOf(report: Report) {
  const lines: [string, string][] = [
    ...factsOf(report),
    ...notesOf(report).map((note): [string, string] => [words.notObserved, note]),
  ];
  const columns = [
    { header: words.overview, width: 10 },
    { header: '', width: 60 },
  ];
  return { name: words.overview, columns, rows: [...lines, ['', words.disclaimer]] };
}

const place = (colspan: number, align: PrintCell['align']) => ({ colspan, rowspan: 1, align }) as const;
const label = (text: string, colspan = 1): PrintCell => ({
  kind: 'label',
  text,
  vertical: false,
  ...place(colspan, 'center'),
});
const value = (text: string, colspan = 1): PrintCell => ({
  kind: 'value',
  text: printable(text),
  ...place(colspan, 'left'),
});
const row = (...cells: PrintCell[]): PrintRow => ({ cells, heightMm: 8 });

function findingRow(finding: ReportedFinding, index: number, many: boolean): PrintRow {
  const where = many ? `${finding.document}\n${finding.placeText}` : finding.placeText;
  const said = [finding.message, treatedText(finding), basisText(finding)].filter((text) => text !== '');
  return row(
    label(String(index + 1)),
    value(where),
    value(severityNames[finding.severity]),
    value(finding.excerpt),
    value(said.join('\n')),
    value(suggestionText(finding)),
  );
}

function paperOf(report: Report): PrintForm {
  const { findings, documents } = report;
  const { columns } = words;
  const shown = findings.slice(0, MOST_ON_PAPER);
  const heads = [
    words.number,
    columns.place,
    columns.severity,
    columns.excerpt,
    columns.message,
    columns.suggestion,
  ];
  const facts = factsOf(report).map(([name, text]) => row(label(name, 2), value(text, 4)));
  const listed =
    shown.length === 0
      ? [row(value(words.clean, 6))]
      : [
          row(...heads.map((head) => label(head))),
          ...shown.map((each, index) => findingRow(each, index, documents.length > 1)),
        ];
  const notes = [
    ...(shown.length < findings.length ? [words.listed(shown.length, findings.length)] : []),
    ...notesOf(report).slice(0, 20),
    words.disclaimer,
  ];
  return {
    title: words.title,
    subtitle: '',
    columnsMm: COLUMNS_MM,
    rows: [...facts, ...listed],
    notes: notes.map(printable),
  };
}

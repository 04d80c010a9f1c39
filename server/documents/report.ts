import { documentWords as words } from '../../contracts/documents/words.ts';
import { printable } from './print-form.ts';
import { compilePdf, template } from './typst.ts';

/** One part of a report: facts label by label, then a table. */
export interface ReportSection {
  readonly title: string;
  readonly note?: string | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A document of parts one after the other, for reading and for the file. */
export interface Report {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly ReportSection[];
}

/** The report as a PDF/A-2b file for A4, its pages numbered; the same report gives the same bytes. */
export function reportToPdf(report: Report): Promise<Buffer> {
  const sections = report.sections.map(({ title, note = '', facts, columns, rows }) => ({
    title: printable(title),
    note: printable(note),
    facts: facts.map(({ label, value }) => [printable(label), printable(value)]),
    columns: columns.map(printable),
    widths: widthsOf(columns, rows),
    rows: rows.map((row) => row.map(printable)),
  }));
  const data = {
    title: printable(report.title),
    subtitle: printable(report.subtitle),
    continued: words.continued(printable(report.title)),
    sections,
  };
  return compilePdf({ mainFileContent: template('report.typ'), inputs: { report: JSON.stringify(data) } });
}

const NARROWEST = 4;
const WIDEST = 24;

/** Shares of the width: as much as the longest cell of a column asks for, within reason. */
function widthsOf(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return columns.map((head, at) => {
    const longest = Math.max(head.length, ...rows.slice(0, 200).map((row) => row[at]?.length ?? 0));
    return Math.min(WIDEST, Math.max(NARROWEST, longest));
  });
}

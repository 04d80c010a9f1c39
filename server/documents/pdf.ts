import { documentWords as words } from '../../contracts/documents/words.ts';
import { keepsTogether, type PrintForm } from './print-form.ts';
import { compilePdf, pagesOf, type Source, template } from './typst.ts';

/** Rows may be drawn this much lower to keep a form on one sheet, as its paper original is. */
const SHRINK = [0.9, 0.8, 0.7, 0.6, 0.5];
/** Lower margin of the page in millimetres. */
const BOTTOM_MM = 18;

function sourceOf(form: PrintForm, spareMm = 0): Source {
  const data = {
    ...form,
    bottomMm: BOTTOM_MM + spareMm,
    rows: form.rows.map((row) => ({ ...row, together: keepsTogether(row) })),
    continued: words.continued(form.title),
    colon: words.colon,
    blankLine: words.blankLine,
  };
  return { mainFileContent: template('form.typ'), inputs: { form: JSON.stringify(data) } };
}

function lower(form: PrintForm, factor: number): PrintForm {
  const rows = form.rows.map((row) => ({ ...row, heightMm: Math.max(7, row.heightMm * factor) }));
  return { ...form, rows };
}

function onePage(form: PrintForm, spareMm: number): boolean {
  return pagesOf(sourceOf(form, spareMm)) === 1;
}

/**
 * The form with its rows drawn just low enough for one page, or unchanged where that cannot be;
 * where possible `spareMm` stays free at the foot for programs that set lines wider than this one.
 */
export function fitToPage(form: PrintForm, spareMm = 0): PrintForm {
  if (onePage(form, spareMm)) return form;
  const lowered = SHRINK.map((factor) => lower(form, factor));
  const lowest = lowered.at(-1);
  if (lowest === undefined || !onePage(lowest, 0)) return form;
  for (const spare of new Set([spareMm, spareMm / 2])) {
    const fitted = lowered.find((each) => onePage(each, spare));
    if (fitted !== undefined) return fitted;
  }
  return lowest;
}

/** The form as a PDF/A-2b file for A4 with all fonts embedded; the same form gives the same bytes. */
export function formToPdf(form: PrintForm): Promise<Buffer> {
  return compilePdf(sourceOf(fitToPage(form)));
}

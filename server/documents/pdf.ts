import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { documentWords as words } from '../../contracts/documents/words.ts';
import { keepsTogether, type PrintForm } from './print-form.ts';

let ready: { compiler: NodeCompiler; template: string } | undefined;

/** Loading the fonts takes a tenth of a second, so it happens once per process and on first use. */
function prepared() {
  if (ready !== undefined) return ready;
  const require = createRequire(import.meta.url);
  const fontPaths = [
    require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  ].map(dirname);
  const here = dirname(fileURLToPath(import.meta.url));
  ready = {
    compiler: NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths }] }),
    template: readFileSync(join(here, 'form.typ'), 'utf8'),
  };
  return ready;
}

/** Rows may be drawn this much lower to keep a form on one sheet, as its paper original is. */
const SHRINK = [0.9, 0.8, 0.7, 0.6, 0.5];
/** Lower margin of the page in millimetres. */
const BOTTOM_MM = 18;

function sourceOf(form: PrintForm, spareMm = 0) {
  const data = {
    ...form,
    bottomMm: BOTTOM_MM + spareMm,
    rows: form.rows.map((row) => ({ ...row, together: keepsTogether(row) })),
    continued: words.continued(form.title),
    colon: words.colon,
    blankLine: words.blankLine,
  };
  return { mainFileContent: prepared().template, inputs: { form: JSON.stringify(data) } };
}

function lower(form: PrintForm, factor: number): PrintForm {
  const rows = form.rows.map((row) => ({ ...row, heightMm: Math.max(7, row.heightMm * factor) }));
  return { ...form, rows };
}

function onePage(form: PrintForm, spareMm: number): boolean {
  return prepared().compiler.compile(sourceOf(form, spareMm)).result?.numOfPages === 1;
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
export async function formToPdf(form: PrintForm): Promise<Buffer> {
  // The compiler's documents are freed between turns only: a long row of forms would otherwise keep them all.
  await nextTurn();
  const { compiler } = prepared();
  const source = sourceOf(fitToPage(form));
  try {
    return compiler.pdf(source, { pdfStandard: 'a-2b' });
  } catch {
    // PDF/A refuses a character that no font has; the form is then printed with a gap, not withheld.
    return compiler.pdf(source);
  } finally {
    compiler.evictCache(10);
  }
}

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeightRule,
  type IFontAttributesProperties,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx';
import { documentWords as words } from '../../contracts/documents/words.ts';
import { coreProperties, FONT_TABLE } from './docx-parts.ts';
import { fitToPage } from './pdf.ts';
import {
  type CellAlign,
  type CheckItem,
  keepsTogether,
  type OpinionCell,
  type PrintCell,
  type PrintForm,
  type PrintRow,
} from './print-form.ts';

const twips = (mm: number) => Math.round((mm / 25.4) * 1440);
const halfPoints = (points: number) => points * 2;

const font = (name: string): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: name,
  hint: 'eastAsia',
});
const BODY = font('仿宋_GB2312');
const TITLE = font('方正小标宋简体');
/** 仿宋 has no ticked box; this font of every Windows has one. */
const TICKED: IFontAttributesProperties = {
  ascii: 'Segoe UI Symbol',
  hAnsi: 'Segoe UI Symbol',
  cs: 'Segoe UI Symbol',
  eastAsia: 'Segoe UI Symbol',
};

const MARGIN = { top: twips(20), bottom: twips(16), header: twips(10), footer: twips(9) };
const EDGE_MM = 1.9;
const CHARACTER_MM = 4.3;
const LINE_MM = 5.64;
/** Word sets lines and cell edges a little wider than the PDF: a tenth of a page, measured. */
const SPARE_MM = 25;
const SIZE = halfPoints(12);
const LINE = { line: 320, lineRule: LineRuleType.EXACT };

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function textRuns(text: string, size = SIZE): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, font: BODY, size, ...(index > 0 ? { break: 1 } : {}) }));
}

function paragraph(text: string, align: CellAlign): Paragraph {
  return new Paragraph({
    alignment: ALIGN[align],
    spacing: LINE,
    autoSpaceEastAsianText: false,
    children: textRuns(text),
  });
}

function checkRuns(item: CheckItem): TextRun[] {
  const mark = item.checked
    ? new TextRun({ text: words.checked, font: TICKED, size: SIZE })
    : new TextRun({ text: words.unchecked, font: BODY, size: SIZE });
  const written =
    item.written === undefined ? '' : `${words.colon}${item.written === '' ? words.blankLine : item.written}`;
  return [mark, ...textRuns(`${item.label}${written}`)];
}

function checkParagraph(line: readonly CheckItem[], align: CellAlign): Paragraph {
  const children = line.flatMap((item, index) => [...(index > 0 ? textRuns('　') : []), ...checkRuns(item)]);
  return new Paragraph({ alignment: ALIGN[align], spacing: LINE, children });
}

/** Word cannot push the foot to the bottom of a cell, so the gap above it is worked out from the text. */
function opinionParagraphs(cell: OpinionCell, widthMm: number, heightMm: number): Paragraph[] {
  const perLine = Math.max(1, Math.floor((widthMm - 2 * EDGE_MM) / CHARACTER_MM));
  const lines = cell.text.reduce((sum, text) => sum + Math.ceil((text.length + 2) / perLine), 0);
  const gapMm = Math.max(5, heightMm - EDGE_MM - (lines + cell.foot.length) * LINE_MM);
  const body = cell.text.map(
    (text) => new Paragraph({ indent: { firstLine: SIZE * 20 }, spacing: LINE, children: textRuns(text) }),
  );
  const foot = cell.foot.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        indent: { right: twips(6) },
        autoSpaceEastAsianText: false,
        spacing: index === 0 ? { ...LINE, before: twips(gapMm) } : LINE,
        children: textRuns(text),
      }),
  );
  return [...body, ...foot];
}

function cellParagraphs(cell: PrintCell, widthMm: number, heightMm: number): Paragraph[] {
  if (cell.kind === 'checks') {
    if (cell.lines.length === 0) return [paragraph('', cell.align)];
    return cell.lines.map((line) => checkParagraph(line, cell.align));
  }
  if (cell.kind === 'opinion') return opinionParagraphs(cell, widthMm, heightMm);
  return cell.text.split('\n').map((line) => paragraph(line, cell.align));
}

/** A vertical label is an ordinary one in a space one character wide, so it can be searched and edited. */
function cellMargins(cell: PrintCell, widthMm: number) {
  const upright = cell.kind === 'label' && cell.vertical;
  const side = twips(upright ? Math.max(0, (widthMm - CHARACTER_MM * 1.3) / 2) : EDGE_MM);
  return { left: side, right: side, top: twips(0.9), bottom: twips(0.9) };
}

function tableRow(row: PrintRow, columns: readonly number[], starts: readonly number[]): TableRow {
  return new TableRow({
    cantSplit: keepsTogether(row),
    height: { value: twips(row.heightMm), rule: HeightRule.ATLEAST },
    children: row.cells.map((cell, index) => {
      const from = starts[index] ?? 0;
      const widthMm = columns.slice(from, from + cell.colspan).reduce((sum, width) => sum + width, 0);
      return new TableCell({
        columnSpan: cell.colspan,
        rowSpan: cell.rowspan,
        verticalAlign: VerticalAlign.CENTER,
        width: { size: twips(widthMm), type: 'dxa' },
        margins: cellMargins(cell, widthMm),
        children: cellParagraphs(cell, widthMm, row.heightMm),
      });
    }),
  });
}

/** In which column each cell of each row begins, cells that hang down from above counted in. */
function columnStarts(form: PrintForm): number[][] {
  const hanging = form.columnsMm.map(() => 0);
  return form.rows.map((row) => {
    let column = 0;
    const starts = row.cells.map((cell) => {
      while ((hanging[column] ?? 0) > 0) column += 1;
      const start = column;
      for (; column < start + cell.colspan; column += 1) hanging[column] = cell.rowspan;
      return start;
    });
    hanging.forEach((left, at) => {
      hanging[at] = Math.max(0, left - 1);
    });
    return starts;
  });
}

function table(form: PrintForm): Table {
  const starts = columnStarts(form);
  const total = form.columnsMm.reduce((sum, width) => sum + width, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twips(total), type: 'dxa' },
    columnWidths: form.columnsMm.map(twips),
    rows: form.rows.map((row, index) => tableRow(row, form.columnsMm, starts[index] ?? [])),
  });
}

function titleParagraphs(form: PrintForm): Paragraph[] {
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 620, lineRule: LineRuleType.EXACT, after: twips(form.subtitle === '' ? 4 : 2) },
    children: [new TextRun({ text: form.title, font: TITLE, size: halfPoints(22) })],
  });
  if (form.subtitle === '') return [title];
  return [
    title,
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { ...LINE, after: twips(1) },
      children: textRuns(form.subtitle),
    }),
  ];
}

function small(children: TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

/** The form as a Word file for A4; the second and later pages repeat the title and carry numbers. */
export async function formToDocx(wanted: PrintForm): Promise<Buffer> {
  const form = fitToPage(wanted, SPARE_MM);
  const size = halfPoints(10.5);
  const notes = form.notes.map(
    (note) => new Paragraph({ spacing: { ...LINE, before: twips(0.7) }, children: textRuns(note, size) }),
  );
  const side = twips((210 - form.columnsMm.reduce((sum, width) => sum + width, 0)) / 2);
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: BODY, size });
  const blank = small([]);
  const file = new Document({
    title: form.title,
    styles: { default: { document: { run: { font: BODY, size: SIZE } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { ...MARGIN, left: side, right: side },
          },
        },
        headers: {
          first: new Header({ children: [blank] }),
          default: new Header({ children: [small(textRuns(words.continued(form.title), size))] }),
        },
        footers: {
          first: new Footer({ children: [blank] }),
          default: new Footer({ children: [small([number])] }),
        },
        children: [...titleParagraphs(form), table(form), ...notes],
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [
    { path: 'word/fontTable.xml', data: FONT_TABLE },
    { path: 'docProps/core.xml', data: coreProperties(form.title) },
  ]);
}

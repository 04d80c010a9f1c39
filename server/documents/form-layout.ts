import { documentWords as words } from '../../contracts/documents/words.ts';
import type { Form, FormCell, FormLayout } from '../policy/index.ts';

/** Columns of the automatic layout: group, label, value, label, value; in millimetres. */
const COLUMNS = [12, 34, 49, 34, 49];
const FULL = COLUMNS.length - 1;

type Section = Form['sections'][number];

function kindRows(form: Form): FormCell[][] {
  const kinds = form.kinds ?? [];
  const reasons = form.reasons ?? {};
  if (kinds.length === 0) return [];
  if (kinds.every((kind) => reasons[kind] === undefined)) {
    return kinds.length === 1
      ? []
      : [
          [
            { label: words.kindLabel, colspan: 2 },
            { checks: 'kind', colspan: FULL - 1 },
          ],
        ];
  }
  return kinds.map((kind, index) => [
    ...(index === 0 ? [{ label: words.kindLabel, rowspan: kinds.length }] : []),
    { checks: `kind.${kind}` },
    { checks: `reasons.${kind}`, colspan: FULL - 1 },
  ]);
}

function fieldCells(field: Section['fields'][number], colspan: number): FormCell[] {
  const options = field.type === 'checkbox' || (field.type === 'select' && (field.options?.length ?? 0) <= 6);
  return [
    { label: field.label },
    { ...(options ? { checks: `field.${field.id}` } : { field: field.id }), colspan },
  ];
}

const WIDE_TYPES: ReadonlySet<string> = new Set(['longtext', 'url', 'file', 'select']);

/** Fields stand two in a row; long texts and options take a row of their own. */
function sectionRows(section: Section): FormCell[][] {
  const rows: FormCell[][] = [];
  let open: FormCell[] | undefined;
  const closeRow = () => {
    const last = open?.at(-1);
    if (last !== undefined) last.colspan = FULL - 1;
    open = undefined;
  };
  for (const field of section.fields) {
    const wide = WIDE_TYPES.has(field.type);
    if (wide) {
      closeRow();
      rows.push(fieldCells(field, FULL - 1));
    } else if (open === undefined) {
      open = fieldCells(field, 1);
      rows.push(open);
    } else {
      open.push(...fieldCells(field, 1));
      open = undefined;
    }
  }
  closeRow();
  rows[0]?.unshift({ label: section.title, rowspan: rows.length });
  return rows;
}

/** The layout a form prints with when its pack draws none: kinds, sections, attachments, opinions. */
export function automaticLayout(form: Form): FormLayout {
  const wide = FULL - 1;
  const attachments: FormCell[][] =
    form.attachments.length === 0
      ? []
      : [
          [
            { label: words.attachmentsLabel, colspan: 2 },
            { checks: 'attachments', colspan: wide },
          ],
        ];
  return {
    columns: COLUMNS,
    rows: [
      ...kindRows(form),
      ...form.sections.flatMap(sectionRows),
      ...attachments,
      ...form.opinions.map((opinion): FormCell[] => [
        { label: opinion.title, colspan: 2 },
        { opinion: opinion.id, colspan: wide },
      ]),
    ],
  };
}

export interface PlacedCell {
  readonly cell: FormCell | null;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

/**
 * Puts every cell of a layout into the grid: cells that reach over the edge are cut to it, gaps are
 * filled with empty cells (null), so that every row fills all columns whatever the layout says.
 */
export function placeCells(layout: FormLayout): PlacedCell[][] {
  const width = layout.columns.length;
  const taken = layout.rows.map(() => new Array<boolean>(width).fill(false));
  return layout.rows.map((cells, row) => {
    const placed: PlacedCell[] = [];
    const busy = (at: number) => taken[row]?.[at] === true;
    const put = (cell: FormCell | null, column: number, wanted: number, tall: number) => {
      let colspan = 1;
      while (colspan < wanted && column + colspan < width && !busy(column + colspan)) colspan += 1;
      const rowspan = Math.min(tall, layout.rows.length - row);
      for (let r = row; r < row + rowspan; r += 1) taken[r]?.fill(true, column, column + colspan);
      placed.push({ cell, column, colspan, rowspan });
    };
    let column = 0;
    for (const cell of cells) {
      while (column < width && busy(column)) column += 1;
      if (column >= width) break;
      put(cell, column, cell.colspan ?? 1, cell.rowspan ?? 1);
    }
    for (column = 0; column < width; column += 1) if (!busy(column)) put(null, column, width, 1);
    return placed.sort((a, b) => a.column - b.column);
  });
}

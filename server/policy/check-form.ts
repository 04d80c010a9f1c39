import { hintFor } from './hint.ts';
import { matters, type PackProblem } from './model.ts';
import type { ParsedPack, PlacedRecord } from './parse-pack.ts';
import { problemAt } from './place.ts';
import type { Chain } from './values-chain.ts';
import type { Form, FormCell, FormField, FormLayout } from './values-form.ts';

const PAGE_WIDTH_MM = 180;

/** Checks a form: fields differ, choices have options, the layout names what exists and fits its grid. */
export function checkForm(placed: PlacedRecord, form: Form, pack: ParsedPack, problems: PackProblem[]): void {
  const fields = form.sections.flatMap((section) => section.fields);
  checkFields(placed, form, problems);
  checkKinds(placed, form, problems);
  checkOpinionSteps(placed, form, pack, problems);
  if (form.layout) checkLayout(placed, form, fields, form.layout, problems);
}

function checkFields(placed: PlacedRecord, form: Form, problems: PackProblem[]): void {
  const seen = new Set<string>();
  form.sections.forEach((section, s) => {
    section.fields.forEach((field, f) => {
      const path = ['value', 'sections', s, 'fields', f];
      if (seen.has(field.id)) problems.push(problemAt(placed, [...path, 'id'], `字段编号 ${field.id} 重复`));
      seen.add(field.id);
      if (field.type === 'select' && !field.options)
        problems.push(problemAt(placed, path, `字段 ${field.id} 是选择项，要写 options`));
      if (field.type !== 'select' && field.options)
        problems.push(problemAt(placed, [...path, 'options'], 'options 只用于 type: select'));
    });
  });
}

function checkKinds(placed: PlacedRecord, form: Form, problems: PackProblem[]): void {
  const { rule } = placed.record;
  const matter = matters.find((one) => rule === `filing.form.${one}`);
  if (matter && form.kinds && !form.kinds.includes(matter)) {
    problems.push(problemAt(placed, ['value', 'kinds'], `这张表用于 ${rule}，kinds 里却没有 ${matter}`));
  }
}

function checkOpinionSteps(
  placed: PlacedRecord,
  form: Form,
  pack: ParsedPack,
  problems: PackProblem[],
): void {
  const rule = placed.record.rule.replace(/^filing\.form\./, 'filing.chain.');
  const chains = pack.records.filter(
    ({ record }) => record.rule === rule && record.spec.kind === 'chain' && record.value !== null,
  );
  if (chains.length === 0) return;
  const steps = new Set(
    chains.flatMap(({ record }) =>
      (record.value as Chain).variants.flatMap((variant) => variant.steps.map(({ id }) => id)),
    ),
  );
  form.opinions.forEach((opinion, i) => {
    if (opinion.step !== undefined && !steps.has(opinion.step)) {
      problems.push(
        problemAt(
          placed,
          ['value', 'opinions', i, 'step'],
          `${rule} 里没有步骤 ${opinion.step}`,
          hintFor(opinion.step, steps),
        ),
      );
    }
  });
}

function checkLayout(
  placed: PlacedRecord,
  form: Form,
  fields: readonly FormField[],
  layout: FormLayout,
  problems: PackProblem[],
): void {
  const width = layout.columns.reduce((sum, mm) => sum + mm, 0);
  if (width > PAGE_WIDTH_MM) {
    problems.push(
      problemAt(
        placed,
        ['value', 'layout', 'columns'],
        `各列合计 ${width} 毫米，超出纸面（至多 ${PAGE_WIDTH_MM} 毫米）`,
      ),
    );
  }
  layout.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const found = cellReason(cell, form, fields);
      if (found)
        problems.push(problemAt(placed, ['value', 'layout', 'rows', r, c], found.reason, found.hint));
    });
  });
  for (const { row, reason } of gridFaults(layout)) {
    problems.push(
      problemAt(
        placed,
        ['value', 'layout', 'rows', row],
        reason,
        '每行各格的 colspan 加上上方 rowspan 占下来的格，应正好等于列数',
      ),
    );
  }
}

function cellReason(
  cell: FormCell,
  form: Form,
  fields: readonly FormField[],
): { reason: string; hint?: string | undefined } | undefined {
  const fieldIds = fields.map(({ id }) => id);
  if ('field' in cell && !fieldIds.includes(cell.field))
    return { reason: `表里没有字段 ${cell.field}`, hint: hintFor(cell.field, fieldIds) };
  const opinions = form.opinions.map(({ id }) => id);
  if ('opinion' in cell && !opinions.includes(cell.opinion))
    return { reason: `表里没有意见栏 ${cell.opinion}`, hint: hintFor(cell.opinion, opinions) };
  if (!('checks' in cell)) return undefined;
  const [what, which] = cell.checks.split('.');
  if (what === 'field' && !fieldIds.includes(which ?? ''))
    return { reason: `表里没有字段 ${which}`, hint: hintFor(which ?? '', fieldIds) };
  if (what === 'reasons' && !form.reasons?.[which as keyof NonNullable<Form['reasons']>])
    return { reason: `reasons 里没有 ${which} 的理由选项` };
  if (what === 'kind' && !form.kinds) return { reason: '表里没有写 kinds，不能勾选事项' };
  if (what === 'attachments' && form.attachments.length === 0) return { reason: '表里没有附件' };
  return undefined;
}

/** Rows whose cells do not fill the columns exactly, spans from above counted. */
function gridFaults(layout: FormLayout): { row: number; reason: string }[] {
  const width = layout.columns.length;
  let held = new Array<number>(width).fill(0);
  const faults: { row: number; reason: string }[] = [];
  layout.rows.forEach((row, r) => {
    const next = held.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    let over = false;
    for (const cell of row) {
      while (column < width && (held[column] ?? 0) > 0) column += 1;
      const span = cell.colspan ?? 1;
      over ||= column + span > width || held.slice(column, column + span).some((rows) => rows > 0);
      next.fill((cell.rowspan ?? 1) - 1, column, Math.min(width, column + span));
      column += span;
    }
    while (column < width && (held[column] ?? 0) > 0) column += 1;
    if (over) faults.push({ row: r, reason: `第 ${r + 1} 行的格超出 ${width} 列` });
    else if (column < width) faults.push({ row: r, reason: `第 ${r + 1} 行的格不满 ${width} 列` });
    held = next;
  });
  if (held.some((rows) => rows > 0))
    faults.push({ row: layout.rows.length - 1, reason: '最后一行下面还有 rowspan 没有占完' });
  return faults;
}

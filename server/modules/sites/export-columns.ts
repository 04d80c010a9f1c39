import { buffer } from 'node:stream/consumers';
import { columnHeads, columnSheet, siteText } from '../../../contracts/sites/words.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import type { Key } from './lock-site.ts';
import { type Column, nameKey } from './model.ts';
import { type Survey, surveySite } from './survey-site.ts';
import { classOf } from './view.ts';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The columns of a site as a spreadsheet: who keeps up which, how often, on what basis (QJ-5, QJ-18). */
export async function exportColumns(ctx: Context, key: Key): Promise<FileAnswer> {
  const survey = await surveySite(ctx, key.jurisdiction, key.id);
  const placed = [
    ...survey.main.map((column) => ({ place: siteText.mainSite, column })),
    ...survey.sections.flatMap(({ section, columns }) =>
      columns.map((column) => ({ place: section.name, column })),
    ),
  ];
  const sheet = {
    name: columnSheet,
    columns: columnHeads,
    rows: placed.map(({ place, column }) => rowOf(survey, place, column)),
  };
  return {
    name: `${survey.site.name}${columnSheet}-${ctx.now.day}.xlsx`,
    mime: MIME,
    content: await buffer(writeXlsx([sheet])),
  };
}

function rowOf(survey: Survey, place: string, column: Column): (string | null)[] {
  const unit = column.unitId === null ? undefined : survey.units.get(column.unitId);
  const found = classOf(survey, column, unit);
  const upkeep = found?.upkeep ?? [];
  const basis = upkeep.flatMap((each) => each.basis);
  const required = survey.required.some(({ name }) => nameKey(name) === nameKey(column.name));
  return [
    survey.site.name,
    place,
    column.name,
    column.unitName,
    found?.name ?? null,
    upkeep.map(({ label, value }) => siteText.upkeepLine(label, value)).join('；'),
    [
      ...new Set(basis.map(({ sourceTitle, article }) => siteText.article(`《${sourceTitle}》`, article))),
    ].join('；'),
    column.address,
    column.builtOn,
    required ? siteText.yes : null,
  ];
}

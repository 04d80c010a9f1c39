import { refusingClash } from '../../kernel/db/clash.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { addressKey, type Column, nameKey, placeOf, type Section } from './model.ts';
import type { Tables } from './tables.ts';

const sectionColumns = [
  'jurisdiction_id as jurisdiction',
  'id',
  'site_id as siteId',
  'unit_id as unitId',
  'unit_name as unitName',
  'name',
  'initials',
  'address',
  'built_on as builtOn',
  'request_id as requestId',
  'closed_on as closedOn',
  'version',
] as const;

const columnColumns = [
  'jurisdiction_id as jurisdiction',
  'id',
  'site_id as siteId',
  'section_id as sectionId',
  'unit_id as unitId',
  'unit_name as unitName',
  'name',
  'update_class as updateClass',
  'address',
  'built_on as builtOn',
  'request_id as requestId',
  'closed_on as closedOn',
  'version',
] as const;

type Key = { readonly jurisdiction: string; readonly id: string };

/** The standing sections of a site, in the order in which they were set up. */
export async function readSections(tx: Tx, site: Key): Promise<Section[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('site_sections')
    .select(sectionColumns)
    .where('jurisdiction_id', '=', site.jurisdiction)
    .where('site_id', '=', site.id)
    .where('closed_on', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function readSection(tx: Tx, key: Key): Promise<Section | undefined> {
  return sectionByKey(tx, key).executeTakeFirst();
}

export async function lockSection(tx: Tx, key: Key): Promise<Section | undefined> {
  return sectionByKey(tx, key).forUpdate().executeTakeFirst();
}

function sectionByKey(tx: Tx, { jurisdiction, id }: Key) {
  return tx
    .withTables<Tables>()
    .selectFrom('site_sections')
    .select(sectionColumns)
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

export async function insertSection(tx: Tx, section: Section, at: string): Promise<void> {
  const insert = tx
    .withTables<Tables>()
    .insertInto('site_sections')
    .values({
      jurisdiction_id: section.jurisdiction,
      id: section.id,
      site_id: section.siteId,
      unit_id: section.unitId,
      unit_name: section.unitName,
      name: section.name,
      initials: section.initials,
      address: section.address,
      address_key: addressKey(section.address),
      built_on: section.builtOn,
      request_id: section.requestId,
      closed_on: section.closedOn,
      version: section.version,
      created_at: at,
    })
    .execute();
  await refusingClash(insert, 'sites.section-taken', { name: section.name, address: section.address });
}

/** Writes what may change of a section. The caller holds its row and has counted its version. */
export async function updateSection(tx: Tx, section: Section): Promise<void> {
  const update = tx
    .withTables<Tables>()
    .updateTable('site_sections')
    .set({
      address: section.address,
      address_key: addressKey(section.address),
      initials: section.initials,
      closed_on: section.closedOn,
      version: section.version,
    })
    .where('jurisdiction_id', '=', section.jurisdiction)
    .where('id', '=', section.id)
    .execute();
  await refusingClash(update, 'sites.section-taken', { name: section.name, address: section.address });
}

/** The standing columns of a site, those of the main site first, in the order in which they were set up. */
export async function readColumns(tx: Tx, site: Key): Promise<Column[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('site_columns')
    .select(columnColumns)
    .where('jurisdiction_id', '=', site.jurisdiction)
    .where('site_id', '=', site.id)
    .where('closed_on', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function readColumn(tx: Tx, key: Key): Promise<Column | undefined> {
  return columnByKey(tx, key).executeTakeFirst();
}

export async function lockColumn(tx: Tx, key: Key): Promise<Column | undefined> {
  return columnByKey(tx, key).forUpdate().executeTakeFirst();
}

function columnByKey(tx: Tx, { jurisdiction, id }: Key) {
  return tx
    .withTables<Tables>()
    .selectFrom('site_columns')
    .select(columnColumns)
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

export async function insertColumn(tx: Tx, column: Column, at: string): Promise<void> {
  const insert = tx
    .withTables<Tables>()
    .insertInto('site_columns')
    .values({
      jurisdiction_id: column.jurisdiction,
      id: column.id,
      site_id: column.siteId,
      section_id: column.sectionId,
      place_id: placeOf(column.siteId, column.sectionId),
      request_id: column.requestId,
      built_on: column.builtOn,
      created_at: at,
      ...changeable(column),
    })
    .execute();
  await refusingClash(insert, 'sites.column-taken', { name: column.name, address: column.address });
}

/** Writes what may change of a column. The caller holds its row and has counted its version. */
export async function updateColumn(tx: Tx, column: Column): Promise<void> {
  const update = tx
    .withTables<Tables>()
    .updateTable('site_columns')
    .set(changeable(column))
    .where('jurisdiction_id', '=', column.jurisdiction)
    .where('id', '=', column.id)
    .execute();
  await refusingClash(update, 'sites.column-taken', { name: column.name, address: column.address });
}

function changeable(column: Column) {
  return {
    unit_id: column.unitId,
    unit_name: column.unitName,
    name: column.name,
    name_key: nameKey(column.name),
    update_class: column.updateClass,
    address: column.address,
    address_key: addressKey(column.address),
    closed_on: column.closedOn,
    version: column.version,
  };
}

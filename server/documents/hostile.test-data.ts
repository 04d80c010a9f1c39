import { writeZip, type ZipPart } from './zip-writer.ts';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const FORMAT = 'application/vnd.openxmlformats-officedocument';

/** A zip file with these parts; a later part of the same name replaces an earlier one. */
export async function zipOf(parts: readonly ZipPart[]): Promise<Buffer> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const pieces: Buffer[] = [];
  for await (const piece of writeZip(byName.values())) pieces.push(piece);
  return Buffer.concat(pieces);
}

export function relations(...entries: string[]): string {
  return `<Relationships xmlns="${RELATIONS}">${entries.join('')}</Relationships>`;
}

export function relation(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}" ${more}/>`;
}

export function contentTypes(main: string, more = ''): string {
  return `<Types xmlns="${TYPES}"><Override PartName="/x" ContentType="${main}"/>${more}</Types>`;
}

export const XLSX_MAIN = `${FORMAT}.spreadsheetml.sheet.main+xml`;
const DOCX_MAIN = `${FORMAT}.wordprocessingml.document.main+xml`;

/** The smallest workbook that opens, with this content of its only sheet, and further or other parts. */
export function workbook(sheet: string, more: readonly ZipPart[] = []): Promise<Buffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: contentTypes(XLSX_MAIN) },
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="单位" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('r2', 'sharedStrings', '/xl/sharedStrings.xml'),
        relation('r3', 'styles', 'styles.xml'),
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
    ...more,
  ]);
}

export function wordFile(more: readonly ZipPart[] = []): Promise<Buffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: contentTypes(DOCX_MAIN) },
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', 'word/document.xml')) },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);
}

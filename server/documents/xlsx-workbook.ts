import { RefusedFile } from './refused-file.ts';
import { attribute, scanXml, xmlText } from './scan-xml.ts';
import { isDateFormat, unescapeText } from './xlsx-cells.ts';
import type { ZipArchive } from './zip-archive.ts';

interface SheetPlace {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetPlace[];
  readonly from1904: boolean;
  readonly texts: readonly string[];
  /** By style number: whether a number with it is a day or a time. */
  readonly dateStyles: readonly boolean[];
}

const nothing = { close() {}, text() {} };

/** Where a relationship of a part in `folder` points, as a name in the archive. */
function resolvePart(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

interface Related {
  readonly byId: ReadonlyMap<string, string>;
  readonly byType: ReadonlyMap<string, string>;
}

/** The parts that `part` points to, by id and by the last word of the type ('sharedStrings'). */
async function relatedTo(archive: ZipArchive, part: string): Promise<Related> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  const relations = `${folder}_rels/${part.slice(cut)}.rels`;
  if (!archive.has(relations)) return { byId, byType };
  await scanXml(xmlText(await archive.read(relations)), {
    ...nothing,
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = resolvePart(folder, attribute(attributes, 'Target') ?? '');
      byId.set(attribute(attributes, 'Id') ?? '', target);
      byType.set((attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '', target);
    },
  });
  return { byId, byType };
}

async function readTexts(archive: ZipArchive, part: string): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  await scanXml(xmlText(await archive.read(part)), {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    close(name) {
      if (name === 'si') texts.push(unescapeText(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
    text(value) {
      if (inText) current += value;
    },
  });
  return texts;
}

async function readDateStyles(archive: ZipArchive, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await scanXml(xmlText(await archive.read(part)), {
    open(name, attributes) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(id);
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}

/** Reads sheet list, shared texts and styles of a checked package; throws RefusedFile. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const root = await relatedTo(archive, '');
  const part = root.byType.get('officeDocument') ?? 'xl/workbook.xml';
  if (!archive.has(part)) throw new RefusedFile('content-mismatch', { part });
  const related = await relatedTo(archive, part);
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  await scanXml(xmlText(await archive.read(part)), {
    ...nothing,
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const target = related.byId.get(
        attribute(attributes, 'r:id') ?? /:id="([^"]*)"/.exec(attributes)?.[1] ?? '',
      );
      // Chart sheets and dialogs hold no rows.
      if (target === undefined || !/(?:^|\/)worksheets\//i.test(target)) return;
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part: target });
    },
  });
  const texts = related.byType.get('sharedStrings');
  const styles = related.byType.get('styles');
  return {
    sheets,
    from1904,
    texts: texts !== undefined && archive.has(texts) ? await readTexts(archive, texts) : [],
    dateStyles: styles !== undefined && archive.has(styles) ? await readDateStyles(archive, styles) : [],
  };
}

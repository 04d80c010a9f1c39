import { RefusedFile } from './refused-file.ts';
import { attribute, decodeEntities, scanXml, xmlText } from './scan-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

export type OfficeKind = 'docx' | 'xlsx';

const MAIN_TYPE: Readonly<Record<OfficeKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};
const CONTENT_TYPES = '[Content_Types].xml';
const MACRO_TYPES = /macroenabled|vbaproject|vbadata|ms-excel\.(?:intl)?macrosheet|activex/i;
const MACRO_PARTS = /(?:^|\/)(?:vba(?:project|data)[^/]*|macrosheets\/.*|activex\/.*)$/i;
const LINK_PARTS = /(?:^|\/)(?:externalLinks\/.*|connections\.xml|queryTables\/.*|ddeLinks\/.*)$/i;
/** A document made from a template remembers that template's place on the author's own disk: harmless. */
const LOCAL_TEMPLATE = /^file:\/\/\/[A-Za-z]:/;

async function checkRelations(archive: ZipArchive, part: string): Promise<void> {
  await scanXml(xmlText(await archive.read(part)), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      if (attribute(attributes, 'TargetMode')?.toLowerCase() !== 'external') return;
      const type = attribute(attributes, 'Type') ?? '';
      if (type.endsWith('/hyperlink')) return;
      const template = type.endsWith('/attachedTemplate');
      if (template && LOCAL_TEMPLATE.test(attribute(attributes, 'Target') ?? '')) return;
      throw new RefusedFile('external-link', { part });
    },
    close() {},
    text() {},
  });
}

function executable(content: Buffer): boolean {
  const windows = content.length > 64 && content[0] === 0x4d && content[1] === 0x5a;
  return windows || content.subarray(0, 4).equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46]));
}

function compound(content: Buffer): boolean {
  return content.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
}

/**
 * Reads the package's parts and refuses macros, links to elsewhere and embedded programs,
 * whatever the parts are called. Throws RefusedFile.
 */
export async function checkOfficePackage(archive: ZipArchive, kind: OfficeKind): Promise<void> {
  if (!archive.has(CONTENT_TYPES)) throw new RefusedFile('content-mismatch', { part: CONTENT_TYPES });
  const types = decodeEntities(xmlText(await archive.read(CONTENT_TYPES)));
  if (MACRO_TYPES.test(types)) throw new RefusedFile('macros', { part: CONTENT_TYPES });
  for (const name of archive.names) {
    if (MACRO_PARTS.test(name)) throw new RefusedFile('macros', { part: name });
    if (LINK_PARTS.test(name)) throw new RefusedFile('external-link', { part: name });
  }
  if (!types.includes(MAIN_TYPE[kind])) throw new RefusedFile('content-mismatch', { part: CONTENT_TYPES });
  for (const name of archive.names) {
    if (name.endsWith('/')) continue;
    const content = await archive.read(name);
    if (executable(content) || compound(content)) throw new RefusedFile('embedded-object', { part: name });
    if (name.toLowerCase().endsWith('.rels')) await checkRelations(archive, name);
  }
}

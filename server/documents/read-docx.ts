import type { DeclaredLink } from '../checks/context.ts';
import type { DocumentPart, Passage, ReadInput, Unobserved } from '../checks/inputs/passage.ts';
import { type Paragraphs, scanParagraphs } from './docx-paragraphs.ts';
import { readPictures, setAside } from './office-reading.ts';
import { RefusedFile } from './refused-file.ts';
import { attribute, scanXml, xmlText } from './scan-xml.ts';
import { openArchive, type ZipArchive } from './zip-archive.ts';

const BODY = 'word/document.xml';
const PARTS: readonly { readonly name: RegExp; readonly part: DocumentPart }[] = [
  { name: /^word\/document\d*\.xml$/, part: 'body' },
  { name: /^word\/footnotes\.xml$/, part: 'footnote' },
  { name: /^word\/endnotes\.xml$/, part: 'endnote' },
  { name: /^word\/header\d*\.xml$/, part: 'header' },
  { name: /^word\/footer\d*\.xml$/, part: 'footer' },
];

/** Addresses that a part links to, by the id its text uses. */
async function targetsOf(archive: ZipArchive, part: string): Promise<ReadonlyMap<string, string>> {
  const cut = part.lastIndexOf('/') + 1;
  const relations = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
  const targets = new Map<string, string>();
  if (!archive.has(relations)) return targets;
  await scanXml(xmlText(await archive.read(relations)), {
    open(name, attributes) {
      if (name !== 'Relationship' || !attribute(attributes, 'Type')?.endsWith('/hyperlink')) return;
      targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}

/** Puts what the parts yield one behind the other; links count in the text that all passages make. */
function joined(parts: readonly Paragraphs[]): { passages: Passage[]; links: DeclaredLink[] } {
  const passages: Passage[] = [];
  const links: DeclaredLink[] = [];
  let length = 0;
  for (const part of parts) {
    const starts = part.passages.map((passage) => {
      const start = length;
      length += passage.text.length + (passage.after ?? '\n').length;
      return start;
    });
    passages.push(...part.passages);
    for (const { passage, target, start, end } of part.links) {
      const base = starts[passage] ?? 0;
      links.push({ kind: 'anchor', target, start: base + start, end: base + end });
    }
  }
  return { passages, links };
}

/**
 * Reads a Word file paragraph by paragraph, each with where its runs begin: text, foot- and endnotes, headers and
 * footers. Macros and embedded objects are left out and named, deleted text is not read. Throws RefusedFile.
 */
export async function readDocx(bytes: Buffer): Promise<ReadInput> {
  const archive = openArchive(bytes);
  if (!archive.has(BODY)) throw new RefusedFile('content-mismatch', { part: BODY });
  const parts: Paragraphs[] = [];
  for (const { name, part } of PARTS) {
    for (const file of archive.names.filter((each) => name.test(each))) {
      const xml = xmlText(await archive.read(file));
      parts.push(await scanParagraphs(xml, part, await targetsOf(archive, file)));
    }
  }
  const { passages, links } = joined(parts);
  const pictures = await readPictures(archive);
  const revised = parts.some(({ revisions }) => revisions);
  const unobserved: Unobserved[] = [
    ...setAside(archive),
    ...(revised ? [{ code: 'revisions' } as const] : []),
    ...pictures.unobserved,
  ];
  return { passages, links: [...links, ...pictures.links], unobserved };
}

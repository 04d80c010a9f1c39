import type { DocumentPart, Passage, TableCell } from '../checks/inputs/passage.ts';
import { createTables } from './docx-tables.ts';
import { attribute, scanXml, type XmlHandler } from './scan-xml.ts';

/** The paragraphs of one part of a Word file. */
export interface Paragraphs {
  readonly passages: readonly Passage[];
  /** Links with the passage they stand in and their place in it. */
  readonly links: readonly { passage: number; target: string; start: number; end: number }[];
  /** Tracked changes are still in the file. */
  readonly revisions: boolean;
}

interface Open {
  readonly number: number;
  readonly cell: TableCell | null;
  readonly runs: number[];
  readonly links: { target: string; start: number; end: number }[];
  text: string;
  link: { target: string; start: number } | null;
}

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};
/** Drawn twice for older programs, or no text of the paragraph itself. */
const SKIPPED = new Set(['Fallback', 'del', 'moveFrom', 'pPr', 'rPr', 'tabs']);

/** Finished paragraphs: a cell of a table ends with a tab where another cell follows, so that a row can be seen as one. */
function createKeeper(part: DocumentPart) {
  const passages: Passage[] = [];
  const links: { passage: number; target: string; start: number; end: number }[] = [];
  return {
    passages,
    links,
    keep({ text, number, cell, runs, links: within }: Open) {
      if (text === '') return;
      for (const link of within) links.push({ passage: passages.length, ...link });
      passages.push({
        text,
        place: { at: 'paragraph', part, paragraph: number, runs, ...(cell ? { cell } : {}) },
      });
    },
    glue(after: string) {
      const last = passages.at(-1);
      if (last !== undefined) passages[passages.length - 1] = { ...last, after };
    },
  };
}

/** Walks the part; a paragraph in a text box stands within another, so the open ones form a stack. */
function paragraphHandler(keeper: ReturnType<typeof createKeeper>, targets: ReadonlyMap<string, string>) {
  const open: Open[] = [];
  const tables = createTables();
  let count = 0;
  let skipped = 0;
  let taking = 0;
  let revisions = false;
  const openTag = (name: string, attributes: string) => {
    const paragraph = open.at(-1);
    tables.open(name, attributes);
    if (name === 'p') {
      count += 1;
      open.push({ number: count, cell: tables.cell(), runs: [], links: [], text: '', link: null });
    } else if (paragraph === undefined) return;
    else if (name === 'r') paragraph.runs.push(paragraph.text.length);
    else if (name === 't') taking += 1;
    else if (name === 'hyperlink') {
      const target = targets.get(attribute(attributes, 'r:id') ?? '');
      if (target !== undefined) paragraph.link = { target, start: paragraph.text.length };
    } else paragraph.text += SIGNS[name] ?? '';
  };
  const closeTag = (name: string) => {
    const paragraph = open.at(-1);
    tables.close(name);
    if (name === 't') taking = Math.max(0, taking - 1);
    else if (name === 'p' && paragraph !== undefined) keeper.keep(open.pop() ?? paragraph);
    else if (name === 'hyperlink' && paragraph?.link) {
      paragraph.links.push({ ...paragraph.link, end: paragraph.text.length });
      paragraph.link = null;
    } else if (name === 'tc') keeper.glue('\t');
    else if (name === 'tr') keeper.glue('\n');
  };
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'ins' || name === 'del' || name === 'moveFrom') revisions = true;
      if (SKIPPED.has(name)) skipped += 1;
      if (skipped === 0) openTag(name, attributes);
    },
    close(name) {
      if (skipped === 0) closeTag(name);
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
    },
    text(value) {
      const paragraph = open.at(-1);
      if (skipped === 0 && taking > 0 && paragraph !== undefined) paragraph.text += value;
    },
  };
  return { handler, revised: () => revisions };
}

/** Reads the paragraphs of one part; `targets` are the addresses its links name by id. Throws RefusedFile. */
export async function scanParagraphs(
  xml: string,
  part: DocumentPart,
  targets: ReadonlyMap<string, string>,
): Promise<Paragraphs> {
  const keeper = createKeeper(part);
  const { handler, revised } = paragraphHandler(keeper, targets);
  await scanXml(xml, handler);
  return { passages: keeper.passages, links: keeper.links, revisions: revised() };
}

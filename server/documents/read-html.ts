import { setImmediate as nextTurn } from 'node:timers/promises';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { beginExtraction } from '../checks/inputs/offset-map.ts';
import type { LinePlaces, Passage, ReadInput, Unobserved } from '../checks/inputs/passage.ts';
import { attributeReader, type HtmlAttribute } from './html-attributes.ts';
import { createLinkCollector } from './html-links.ts';

/** Elements within a line; every other one begins a line of its own. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark mp-common-miniprogram ' +
    'mp-miniprogram q rp rt ruby s samp small span strike strong sub sup svg time tt u var wbr'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);
/** Their content is no text for readers. */
const SILENT = new Set(['script', 'style', 'iframe', 'noembed', 'noframes']);
/** Attributes that people read. */
const SPOKEN = new Set(['alt', 'title', 'placeholder']);
const SLICE = 262_144;
const nothing = () => undefined;
const UNHEARD = {
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onprocessinginstruction: nothing,
  onend: nothing,
};

/** What the walk over a page gathers; pictures come as the addresses their elements name. */
export interface HtmlReading extends ReadInput {
  readonly pictures: readonly string[];
}

/**
 * Reads the text of a web page as it is seen, with every position mapped back into the source. It builds no tree and
 * keeps no stack, so that however deep a page nests it costs no more; other work gets its turn between slices.
 */
export async function readHtml(source: string): Promise<HtmlReading> {
  const page = createPage(source, linePlaces(source));
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, page.callbacks);
  for (let at = 0; at < source.length; at += SLICE) {
    tokenizer.write(source.slice(at, at + SLICE));
    await nextTurn();
  }
  tokenizer.end();
  return page.finish();
}

/** White space of the source is one space at most, as a browser shows it. */
function createText(source: string) {
  const extraction = beginExtraction();
  let atBreak = true;
  const gap = (char: string, at: number) => {
    if (!atBreak) extraction.copy(char, at);
    atBreak = true;
  };
  return {
    extraction,
    gap,
    copy(start: number, end: number) {
      const spaces = /[ \t\r\n\f]+/g;
      spaces.lastIndex = start;
      for (let at = start; at < end; ) {
        const space = spaces.exec(source);
        const stop = space === null || space.index >= end ? end : space.index;
        if (stop > at) {
          extraction.copy(source.slice(at, stop), at);
          atBreak = false;
        }
        if (stop === end) return;
        gap(' ', stop);
        at = Math.min(end, spaces.lastIndex);
      }
    },
    entity(codepoint: number, end: number) {
      const start = source.lastIndexOf('&', end - 1);
      extraction.replace(String.fromCodePoint(codepoint), start, end - start);
      atBreak = false;
    },
  };
}

/** Lines end with a line feed; offsets may be asked in any order. */
function linePlaces(source: string): LinePlaces {
  const starts = [0];
  for (let feed = source.indexOf('\n'); feed >= 0; feed = source.indexOf('\n', feed + 1))
    starts.push(feed + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function createPage(source: string, lines: LinePlaces) {
  const text = createText(source);
  const links = createLinkCollector(() => text.extraction.length);
  const spoken: Passage[] = [];
  let element = '';
  let silent = '';
  const heard = (attribute: HtmlAttribute) => {
    links.attribute(element, attribute);
    if (!SPOKEN.has(attribute.name) || attribute.value.trim() === '') return;
    const { name, value, start, end } = attribute;
    spoken.push({ text: value, place: { at: 'attribute', name, start, end, lines } });
  };
  const attributes = attributeReader(source, heard);
  const border = (name: string, at: number) => {
    if (CELLS.has(name)) text.gap('\t', at);
    else if (!INLINE.has(name)) text.gap('\n', at);
  };
  const callbacks: TokenizerCallbacks = {
    ...attributes,
    ontext: (start, end) => silent === '' && text.copy(start, end),
    ontextentity: (codepoint, end) => silent === '' && text.entity(codepoint, end),
    onopentagname(start, end) {
      element = source.slice(start, end).toLowerCase();
      border(element, start - 1);
      links.open(element);
    },
    onopentagend() {
      if (SILENT.has(element)) silent = element;
      links.opened();
    },
    onselfclosingtag: () => links.opened(),
    onclosetag(start, end) {
      const name = source.slice(start, end).toLowerCase();
      if (name === silent) silent = '';
      links.close(name);
      border(name, start - 2);
    },
    ...UNHEARD,
  };
  const finish = (): HtmlReading => {
    const { text: whole, map } = text.extraction.finish();
    const passages: Passage[] = [{ text: whole, place: { at: 'source', map, lines } }, ...spoken];
    const found = links.finish();
    const unobserved: Unobserved[] =
      found.seen > 0 ? [{ code: 'picture', facts: { count: found.seen } }] : [];
    return { passages, links: found.links, unobserved, pictures: found.pictures };
  };
  return { callbacks, finish };
}

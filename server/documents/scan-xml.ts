import { setImmediate as nextTurn } from 'node:timers/promises';
import { RefusedFile } from './refused-file.ts';

/** What a scan reports; names come without their namespace prefix, texts decoded. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(value: string): void;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** So many tags are scanned before other requests get their turn: a few milliseconds. */
const TAGS_PER_TURN = 20_000;

const malformed = () => new RefusedFile('archive-malformed', { part: 'xml' });

/** Replaces the five named and the numeric character references; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The bytes of an XML part as text; only UTF-8 is taken, because all checks read it so. */
export function xmlText(bytes: Buffer): string {
  const wide = bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0 || (bytes[0] ?? 0) >= 0xfe);
  const text = wide ? '' : bytes.toString('utf8');
  const declared = /^\ufeff?<\?xml[^>]*encoding=["']([^"']+)["']/.exec(text)?.[1];
  if (wide || (declared !== undefined && declared.toLowerCase() !== 'utf-8')) throw malformed();
  return text;
}

/** The decoded value of one attribute, or undefined; `name` may carry a prefix that is matched as written. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let from = 0; ; ) {
    const at = attributes.indexOf(`${name}=`, from);
    if (at < 0) return undefined;
    from = at + name.length + 1;
    const before = at === 0 ? ' ' : attributes.charAt(at - 1);
    const quote = attributes.charAt(from);
    if (before.trim() !== '' || (quote !== '"' && quote !== "'")) continue;
    const end = attributes.indexOf(quote, from + 1);
    return end < 0 ? undefined : decodeEntities(attributes.slice(from + 1, end));
  }
}

/** A `>` within quotes belongs to an attribute's value and does not end the tag. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const char = xml.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  throw malformed();
}

/** Handles comment, CDATA and processing instruction; a DOCTYPE is refused. Returns where it ends. */
function skipSpecial(xml: string, at: number, handler: XmlHandler): number {
  const [opening, closing] = xml.startsWith('<!--', at)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  if (!xml.startsWith(opening, at)) throw malformed();
  const end = xml.indexOf(closing, at + opening.length);
  if (end < 0) throw malformed();
  if (opening === '<![CDATA[') handler.text(xml.slice(at + opening.length, end));
  return end + closing.length;
}

function reportTag(xml: string, from: number, to: number, handler: XmlHandler): void {
  const closing = xml.charCodeAt(from) === 47;
  const empty = !closing && xml.charCodeAt(to - 1) === 47;
  let nameEnd = closing ? from + 1 : from;
  const last = empty ? to - 1 : to;
  let nameStart = nameEnd;
  for (; nameEnd < last; nameEnd += 1) {
    const code = xml.charCodeAt(nameEnd);
    if (code === 58) nameStart = nameEnd + 1;
    else if (code <= 32) break;
  }
  const name = xml.slice(nameStart, nameEnd);
  if (!closing) handler.open(name, xml.slice(nameEnd, last));
  if (closing || empty) handler.close(name);
}

/**
 * Walks an XML text once and reports its tags and texts, giving way to other work now and then.
 * It resolves no entities and reads no DTD; throws RefusedFile where the text is not well closed.
 */
export async function scanXml(xml: string, handler: XmlHandler): Promise<void> {
  let at = 0;
  for (let tags = 1; at < xml.length; tags += 1) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) break;
    if (tag > at) handler.text(decodeEntities(xml.slice(at, tag)));
    const kind = xml.charCodeAt(tag + 1);
    if (kind === 33 || kind === 63) at = skipSpecial(xml, tag, handler);
    else {
      const end = endOfTag(xml, tag + 1);
      reportTag(xml, tag + 1, end, handler);
      at = end + 1;
    }
    if (tags % TAGS_PER_TURN === 0) await nextTurn();
  }
}

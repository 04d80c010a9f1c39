import { QuoteType, type TokenizerCallbacks } from 'htmlparser2';

/** One attribute of an element: its decoded value and where the raw one stands in the source. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

type AttributeCallbacks = Pick<
  TokenizerCallbacks,
  'onattribname' | 'onattribdata' | 'onattribentity' | 'onattribend'
>;

/** Gathers the pieces of attributes; a value keeps no more than an address or a sentence needs, but data addresses whole. */
export function attributeReader(
  source: string,
  heard: (attribute: HtmlAttribute) => void,
): AttributeCallbacks {
  let name = '';
  let parts: string[] = [];
  let start = -1;
  return {
    onattribname(from, to) {
      name = source.slice(from, to).toLowerCase();
      parts = [];
      start = -1;
    },
    onattribdata(from, to) {
      if (start < 0) start = from;
      parts.push(source.slice(from, to));
    },
    onattribentity(codepoint) {
      parts.push(String.fromCodePoint(codepoint));
    },
    onattribend(quote, behind) {
      const end = quote === QuoteType.Single || quote === QuoteType.Double ? behind - 1 : behind;
      const from = start < 0 ? end : start;
      heard({ name, value: parts.join(''), start: from, end: Math.max(from, end) });
    },
  };
}

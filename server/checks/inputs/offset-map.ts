/** Maps offsets of an extracted text back to the source it was taken from; both count UTF-16 units. */
export interface OffsetMap {
  /** Where the character at this offset of the text begins in the source. */
  startOf(at: number): number;
  /** Where the character before this offset of the text ends in the source. */
  endOf(at: number): number;
}

/** Builds an OffsetMap and the text with it, piece by piece, in the order of the source. */
export interface Extraction {
  /** Takes text that stands in the source as it is, from `source` on. */
  copy(text: string, source: number): void;
  /** Takes text that stands for `width` units of the source, as a character reference does. */
  replace(text: string, source: number, width: number): void;
  readonly length: number;
  finish(): { readonly text: string; readonly map: OffsetMap };
}

const FIRST_SIZE = 1_024;

/** Begins an extraction. Pieces that continue one another become one, so the map grows with the gaps only. */
export function beginExtraction(): Extraction {
  const texts: string[] = [];
  /** Three numbers a piece: its offset in the text, in the source, and its width there where that is not its length. */
  let pieces = new Float64Array(FIRST_SIZE * 3);
  let count = 0;
  let length = 0;
  const put = (text: string, source: number, width: number) => {
    if (text === '') return;
    const last = (count - 1) * 3;
    const follows =
      count > 0 &&
      width === -1 &&
      pieces[last + 2] === -1 &&
      (pieces[last + 1] ?? 0) + length - (pieces[last] ?? 0) === source;
    if (!follows) {
      if (count * 3 === pieces.length) {
        const grown = new Float64Array(pieces.length * 2);
        grown.set(pieces);
        pieces = grown;
      }
      pieces.set([length, source, width], count * 3);
      count += 1;
    }
    texts.push(text);
    length += text.length;
  };
  return {
    copy: (text, source) => put(text, source, -1),
    replace: (text, source, width) => put(text, source, width),
    get length() {
      return length;
    },
    finish: () => ({ text: texts.join(''), map: mapOf(pieces.slice(0, count * 3)) }),
  };
}

function mapOf(pieces: Float64Array): OffsetMap {
  const pieceAt = (at: number) => {
    let low = 0;
    let high = pieces.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle * 3] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  };
  return {
    startOf(at) {
      const piece = pieceAt(at);
      const source = pieces[piece + 1] ?? 0;
      return pieces[piece + 2] === -1 ? source + at - (pieces[piece] ?? 0) : source;
    },
    endOf(at) {
      if (at === 0) return pieces[1] ?? 0;
      const piece = pieceAt(at - 1);
      const width = pieces[piece + 2] ?? -1;
      const source = pieces[piece + 1] ?? 0;
      return width === -1 ? source + at - (pieces[piece] ?? 0) : source + width;
    },
  };
}

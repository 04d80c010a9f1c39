/** A stretch of a long text that is checked by itself. */
export interface Window {
  readonly text: string;
  /** Where the window begins in the whole text, in UTF-16 units. */
  readonly offset: number;
  /** Findings that begin in [from, to) of the window's text are this window's; the others are a neighbour's. */
  readonly from: number;
  readonly to: number;
  /** Where the next window begins, counted in this one; less than its length where the two overlap. */
  readonly next: number;
}

/** Cuts a text that comes in pieces into windows; memory stays a few windows however long the text is. */
export interface WindowCutter {
  push(piece: string): Window[];
  end(): Window[];
}

/** Longest window in UTF-16 units. */
const WINDOW = 262_144;
/** What two windows share at most; nothing looked for is half as long, but a bracket that closes far below. */
const OVERLAP = 4_096;

/** Never between the halves of a character. */
function safeCut(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}

/** The end of the last line that ends in (least, most]; `least` where none does. */
function lineEnd(text: string, least: number, most: number): number {
  return Math.max(least, text.lastIndexOf('\n', most - 1) + 1);
}

/**
 * Windows overlap, so that every place is seen with about half the overlap before and behind it: a bracket that closes
 * a few lines on has its partner in sight. Seams lie between lines where lines are short enough.
 */
export function createWindows(size = WINDOW, overlap = OVERLAP): WindowCutter {
  let waiting: string[] = [];
  let length = 0;
  let offset = 0;
  let from = 0;
  const take = (text: string, to: number, next: number): Window => {
    const window = { text, offset, from, to, next };
    offset += next;
    from = to - next;
    return window;
  };
  const cut = (held: string): { windows: Window[]; rest: string } => {
    const windows: Window[] = [];
    let text = held;
    while (text.length >= size) {
      const end = lineEnd(text, safeCut(text, size - overlap / 2), size);
      const to = lineEnd(text, safeCut(text, end - overlap), end - overlap / 2);
      const next = lineEnd(text, safeCut(text, to - overlap), to - overlap / 2);
      windows.push(take(text.slice(0, end), to, next));
      text = text.slice(next);
    }
    return { windows, rest: text };
  };
  return {
    push(piece) {
      waiting.push(piece);
      length += piece.length;
      if (length < size) return [];
      const { windows, rest } = cut(waiting.join(''));
      waiting = [rest];
      length = rest.length;
      return windows;
    },
    end() {
      const text = waiting.join('');
      waiting = [];
      length = 0;
      return text.length > from || offset === 0 ? [take(text, text.length, text.length)] : [];
    },
  };
}

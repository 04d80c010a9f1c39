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
/** What two windows share where a line is longer than a window; nothing that is looked for is half as long. */
const OVERLAP = 2_048;

/** Never between the halves of a character. */
function safeCut(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}

/**
 * Windows end at the last line feed that fits, so that no line is torn. A line longer than a window is cut with an
 * overlap: every place is seen once with at least half the overlap before and behind it.
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
      const line = text.lastIndexOf('\n', size - 1) + 1;
      if (line > from) {
        windows.push(take(text.slice(0, line), line, line));
        text = text.slice(line);
      } else {
        const end = safeCut(text, size);
        const next = safeCut(text, end - overlap);
        windows.push(take(text.slice(0, end), safeCut(text, end - overlap / 2), next));
        text = text.slice(next);
      }
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

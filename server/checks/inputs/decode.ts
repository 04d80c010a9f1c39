/** Encodings of plain text that are recognised; the names are those of the WHATWG standard. */
type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Turns bytes into text as they come, a character never torn at the border of two pieces. */
export interface ByteDecoder {
  push(bytes: Uint8Array): string;
  end(): string;
  /** What the bytes turned out to be; UTF-8 as long as only ASCII was seen. */
  readonly encoding: TextEncoding;
}

function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

function fits(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function firstBeyondAscii(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) return at;
  return -1;
}

/** So many bytes behind the first beyond ASCII are needed to tell encodings apart. */
const ENOUGH = 64;

function append(held: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (held.length === 0) return bytes;
  const both = new Uint8Array(held.length + bytes.length);
  both.set(held);
  both.set(bytes, held.length);
  return both;
}

/**
 * Decodes UTF-8, UTF-16 with a byte order mark and GB 18030 (GBK, GB 2312). What is decided once stands: by the mark,
 * else by what follows the first byte beyond ASCII. Bytes that fit nothing become U+FFFD, and nothing is thrown.
 */
export function createByteDecoder(): ByteDecoder {
  let encoding: TextEncoding | null = null;
  let decoder: TextDecoder | null = null;
  let held: Uint8Array = new Uint8Array(0);
  let begun = false;
  const choose = (bytes: Uint8Array, last: boolean): boolean => {
    encoding = begun ? null : markedEncoding(bytes);
    if (encoding === null) {
      const beyond = firstBeyondAscii(bytes);
      if (beyond < 0) return true;
      const rest = bytes.subarray(beyond);
      if (rest.length < ENOUGH && !last) return false;
      encoding = fits(rest, 'utf-8') || !fits(rest, 'gb18030') ? 'utf-8' : 'gb18030';
    }
    decoder = new TextDecoder(encoding);
    return true;
  };
  const decode = (given: Uint8Array, last: boolean): string => {
    const bytes = append(held, given);
    if (decoder === null && (bytes.length === 0 || !choose(bytes, last))) {
      held = bytes;
      return '';
    }
    held = new Uint8Array(0);
    begun = true;
    return (decoder ?? new TextDecoder()).decode(bytes, { stream: !last });
  };
  return {
    push: (bytes) => decode(bytes, false),
    end: () => decode(new Uint8Array(0), true),
    get encoding() {
      return encoding ?? 'utf-8';
    },
  };
}

const SAMPLE = 65_536;
const ESCAPE = 0x1b;
/** A stray NUL is a fault of a text; many are a sign of something else. */
const MOST_STRANGE = 0.1;

/** What no text holds: control characters but for white space, and the mark of a byte that fits nothing. */
function isStrange(code: number): boolean {
  return code < 9 || (code > 13 && code < 32 && code !== ESCAPE) || code === 0xfffd;
}

/** True where the beginning of a file is no text in any encoding that is read: control characters, NULs, torn bytes. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const decoder = createByteDecoder();
  const text = decoder.push(sample) + (sample.length === bytes.length ? decoder.end() : '');
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) if (isStrange(text.charCodeAt(at))) strange += 1;
  return strange > text.length * MOST_STRANGE;
}

// Reads PDF texts and QR codes in a thread of its own: a hostile file may take its time or its memory, and only that.
// Plain JavaScript, because threads start without the compiler that the rest is loaded with.
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';

const MOST_CODES = 8;
const LONGEST_SIDE = 1_600;

/** One text per page; null where a page could not be read. */
async function pdfPages(bytes, { mostPages, mostText }) {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  const pages = [];
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const text = await pageText(document, number).catch(() => null);
    length += text?.length ?? 0;
    pages.push(text);
    if (length > mostText) break;
  }
  return { pages, count: document.numPages };
}

/** Lines as the page sets them: items say themselves where a line ends. */
async function pageText(document, number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  let text = '';
  for (const item of items) if (typeof item.str === 'string') text += item.str + (item.hasEOL ? '\n' : '');
  page.cleanup();
  return text;
}

/** Interlaced pictures are unpacked by their reader without a bound, so that is measured first. */
function checkInterlaced(bytes, most) {
  if (bytes[28] !== 1) return;
  const parts = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  inflateSync(Buffer.concat(parts), { maxOutputLength: most });
}

async function pixels(bytes, type, mostPixels) {
  if (type === 'png') {
    checkInterlaced(bytes, mostPixels * 9);
    const { PNG } = await import('pngjs');
    return PNG.sync.read(bytes);
  }
  const { default: jpeg } = await import('jpeg-js');
  return jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    maxResolutionInMP: mostPixels / 1e6,
    maxMemoryUsageInMB: 400,
  });
}

/** Large pictures are looked at smaller: codes are printed to be read from afar. */
function smaller({ data, width, height }) {
  const step = Math.ceil(Math.max(width, height) / LONGEST_SIDE);
  if (step <= 1) return { data: new Uint8ClampedArray(data), width, height };
  const [w, h] = [Math.floor(width / step), Math.floor(height / step)];
  const out = new Uint8ClampedArray(w * h * 4).fill(255);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const from = (y * step * width + x * step) * 4;
      const to = (y * w + x) * 4;
      for (let c = 0; c < 3; c += 1) out[to + c] = data[from + c];
    }
  }
  return { data: out, width: w, height: h };
}

/** The whole and its halves: the reader mixes up the corners of codes that stand side by side. */
function* looks({ width, height }) {
  const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  yield [0, 0, width, height];
  yield [0, 0, w, height];
  yield [width - w, 0, w, height];
  yield [0, 0, width, h];
  yield [0, height - h, width, h];
}

function part({ data, width }, [left, top, w, h]) {
  const out = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y += 1) {
    const from = ((top + y) * width + left) * 4;
    out.set(data.subarray(from, from + w * 4), y * w * 4);
  }
  return out;
}

/** One code of the picture, which is painted over so that the next is found; null where there is none. */
function nextCode(picture, jsQR) {
  for (const look of looks(picture)) {
    const code = jsQR(part(picture, look), look[2], look[3], { inversionAttempts: 'dontInvert' });
    if (code === null) continue;
    cover(picture, code.location, look);
    return code.data;
  }
  return null;
}

async function qrCodes(bytes, { type, mostPixels }) {
  const { default: loaded } = await import('jsqr');
  const picture = smaller(await pixels(bytes, type, mostPixels));
  const codes = [];
  for (let index = 0; index < MOST_CODES; index += 1) {
    const code = nextCode(picture, loaded.default ?? loaded);
    if (code === null) break;
    codes.push(code);
  }
  return codes;
}

function cover({ data, width, height }, location, [atX, atY]) {
  const corners = [
    location.topLeftCorner,
    location.topRightCorner,
    location.bottomLeftCorner,
    location.bottomRightCorner,
  ];
  const bound = (values, most) => [
    Math.max(0, Math.floor(Math.min(...values))),
    Math.min(most, Math.ceil(Math.max(...values))),
  ];
  const [left, right] = bound(
    corners.map(({ x }) => x + atX),
    width,
  );
  const [top, bottom] = bound(
    corners.map(({ y }) => y + atY),
    height,
  );
  for (let y = top; y < bottom; y += 1) data.fill(255, (y * width + left) * 4, (y * width + right) * 4);
}

const TASKS = { pdf: pdfPages, qr: qrCodes };

parentPort.on('message', async ({ id, task, bytes, options }) => {
  try {
    parentPort.postMessage({ id, value: await TASKS[task](Buffer.from(bytes), options) });
  } catch (error) {
    parentPort.postMessage({
      id,
      failure: error instanceof Error ? `${error.name}: ${error.message}` : 'failed',
    });
  }
});

import type { Spot } from '../contracts/checks/spot.ts';
import { refusedSentence } from '../contracts/checks/words-inputs.ts';
import type { Checker } from '../server/checks/index.ts';
import { spotOf } from '../server/checks/inputs/spot.ts';
import { RefusedFile } from '../server/documents/refused-file.ts';
import { type CheckReport, NEIGHBOURS } from './check-report.ts';
import { type Batch, readBatches, type Source, type SourceNotes } from './check-source.ts';
import type { Terminal } from './terminal.ts';

/** What a run over files came to. */
export interface RunTotals {
  blocks: number;
  findings: number;
  refused: number;
}

const SHOWN_EVERY_MS = 200;
const MEGABYTE = 1024 * 1024;

/** Checks files one after the other; a file that cannot be read is reported and the next one is checked. */
export async function checkFiles(
  sources: readonly Source[],
  checker: Checker,
  report: CheckReport,
  terminal: Terminal,
): Promise<RunTotals> {
  const totals: RunTotals = { blocks: 0, findings: 0, refused: 0 };
  for (const [index, source] of sources.entries()) {
    const watched = watch(source, terminal, `${index + 1}/${sources.length}`, totals);
    await checkFile(watched, checker, report, totals);
  }
  terminal.progress?.('');
  return totals;
}

async function checkFile(
  source: Source,
  checker: Checker,
  report: CheckReport,
  totals: RunTotals,
): Promise<void> {
  const notes: SourceNotes = { unobserved: [] };
  await report.begin(source.name);
  let error: { code: string; message: string } | undefined;
  let position: LinePosition = { line: 1, start: 0 };
  try {
    for await (const batch of readBatches(source, notes)) {
      position = await checkBatch(batch, position, checker, report, totals);
    }
  } catch (thrown) {
    if (!(thrown instanceof RefusedFile)) throw thrown;
    totals.refused += 1;
    error = { code: thrown.reason, message: refusedSentence(thrown.reason, thrown.facts) };
  }
  await report.end(notes.unobserved, error);
}

/** Reports the findings of one stretch; answers where in the lines the next one begins. */
async function checkBatch(
  batch: Batch,
  position: LinePosition,
  checker: Checker,
  report: CheckReport,
  totals: RunTotals,
): Promise<LinePosition> {
  const { joined, from, to, offset, links } = batch;
  const positionAt = lineCounter(joined.text, offset, position);
  const findings = checker.check(joined.text, links.length > 0 ? { links } : {});
  for (const finding of findings) {
    if (finding.start < from || finding.start >= Math.max(to, 1)) continue;
    totals.findings += 1;
    if (finding.severity === 'block' && finding.exempted === undefined) totals.blocks += 1;
    const spot = spotOf(joined, finding.start, finding.end);
    const before = joined.text.slice(Math.max(0, finding.start - NEIGHBOURS), finding.start);
    const after = joined.text.slice(finding.end, finding.end + NEIGHBOURS);
    await report.finding({ finding, spot: inLines(spot, batch, positionAt), before, after }, offset);
  }
  return lineCounter(joined.text, offset, position)(batch.next);
}

function inLines(spot: Spot, { offset, lines }: Batch, positionAt: (offset: number) => LinePosition): Spot {
  if (spot.at !== 'text' || !lines) return spot;
  const { line, start } = positionAt(spot.start);
  const place = { start: spot.start + offset, end: spot.end + offset };
  return { ...spot, ...place, line, column: place.start - start + 1 };
}

/** A line by its number and where it begins in the whole text. */
interface LinePosition {
  readonly line: number;
  readonly start: number;
}

/** Tells the line of an offset; offsets are asked in rising order. `base` is where the text begins in the whole. */
function lineCounter(text: string, base: number, first: LinePosition): (offset: number) => LinePosition {
  let { line, start } = first;
  let at = 0;
  return (offset) => {
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < offset; feed = text.indexOf('\n', at)) {
      line += 1;
      at = feed + 1;
      start = base + at;
    }
    return { line, start };
  };
}

/** The same source, telling a terminal how far it was read. */
function watch(source: Source, terminal: Terminal, place: string, totals: RunTotals): Source {
  const { progress } = terminal;
  if (progress === undefined) return source;
  return {
    ...source,
    async *bytes() {
      let read = 0;
      let shown = 0;
      for await (const piece of source.bytes()) {
        yield piece;
        read += piece.length;
        if (Date.now() - shown < SHOWN_EVERY_MS) continue;
        shown = Date.now();
        const part = source.size ? `（${Math.floor((read / source.size) * 100)}%）` : '';
        progress(
          `${place} ${source.name}　${Math.floor(read / MEGABYTE)} MB${part}　已标出 ${totals.findings} 处`,
        );
      }
    },
  };
}

import type { Spot } from '../contracts/checks/spot.ts';
import { refusedSentence } from '../contracts/checks/words-inputs.ts';
import type { TextChecker } from '../server/check-pool/index.ts';
import type { Finding } from '../server/checks/index.ts';
import { spotOf } from '../server/checks/inputs/spot.ts';
import { checkAhead, type Step } from './check-ahead.ts';
import { type CheckReport, NEIGHBOURS } from './check-report.ts';
import type { Batch, Source } from './check-source.ts';
import type { Terminal } from './terminal.ts';

/** What a run over files came to. */
export interface RunTotals {
  blocks: number;
  findings: number;
  refused: number;
}

const SHOWN_EVERY_MS = 200;
const MEGABYTE = 1024 * 1024;

/**
 * Checks files and reports them one after the other, whatever was checked ahead; a file that cannot be read is reported
 * and the next one is checked.
 */
export async function checkFiles(
  sources: readonly Source[],
  checker: TextChecker,
  report: CheckReport,
  terminal: Terminal,
): Promise<RunTotals> {
  const totals: RunTotals = { blocks: 0, findings: 0, refused: 0 };
  const watched = sources.map((source, index) =>
    watch(source, terminal, `${index + 1}/${sources.length}`, totals),
  );
  let position = FIRST_LINE;
  for await (const step of checkAhead(watched, checker)) {
    if (step.at === 'begin') {
      position = FIRST_LINE;
      await report.begin(step.name);
    } else if (step.at === 'batch') {
      position = await reportBatch(step.batch, await step.findings, position, report, totals);
    } else await reportEnd(step, report, totals);
  }
  terminal.progress?.('');
  return totals;
}

async function reportEnd(
  { notes, refused }: Step & { at: 'end' },
  report: CheckReport,
  totals: RunTotals,
): Promise<void> {
  if (refused) totals.refused += 1;
  await report.end(
    notes.unobserved,
    refused && { code: refused.reason, message: refusedSentence(refused.reason, refused.facts) },
  );
}

/** Reports the findings of one stretch; answers where in the lines the next one begins. */
async function reportBatch(
  batch: Batch,
  findings: readonly Finding[],
  position: LinePosition,
  report: CheckReport,
  totals: RunTotals,
): Promise<LinePosition> {
  const { joined, from, to, offset } = batch;
  const positionAt = lineCounter(joined.text, offset, position);
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

const FIRST_LINE: LinePosition = { line: 1, start: 0 };

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

import type { Spot } from '../../../contracts/checks/spot.ts';
import type { JoinedText, LinePlaces, Place } from './passage.ts';

/** Column letters of a spreadsheet: 1 → A, 27 → AA. */
function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The run that holds an offset of a paragraph, counted from 1. */
function runAt(runs: readonly number[], at: number): number {
  let run = 1;
  for (let index = 0; index < runs.length && (runs[index] ?? 0) <= at; index += 1) run = index + 1;
  return run;
}

function inSource(lines: LinePlaces, start: number, end: number) {
  return { at: 'source', start, end, ...lines(start) } as const;
}

function within(place: Place, start: number, end: number): Spot {
  switch (place.at) {
    case 'text':
      return { at: 'text', start, end };
    case 'source':
      return inSource(place.lines, place.map.startOf(start), place.map.endOf(end));
    case 'attribute':
      return { ...inSource(place.lines, place.start, place.end), attribute: place.name };
    case 'paragraph': {
      const { part, paragraph, cell } = place;
      const run = runAt(place.runs, start);
      return { at: 'paragraph', part, paragraph, run, start, end, ...(cell ? { cell } : {}) };
    }
    case 'cell':
      return {
        at: 'cell',
        sheet: place.sheet,
        cell: `${columnLetters(place.column)}${place.row}`,
        start,
        end,
      };
    case 'page':
      return { at: 'page', page: place.page, start, end };
  }
}

/** Where [start, end) of the joined text stands in the file; what runs into the next passage ends with the first. */
export function spotOf(joined: JoinedText, start: number, end: number): Spot {
  const found = joined.passageAt(start);
  if (found === null) return { at: 'text', start, end };
  const from = Math.min(start - found.start, found.passage.text.length);
  const to = Math.max(from, Math.min(end - found.start, found.passage.text.length));
  return within(found.passage.place, from, to);
}

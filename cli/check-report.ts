import type { Spot } from '../contracts/checks/spot.ts';
import { detectorNames, severityNames } from '../contracts/checks/words.ts';
import { spotSentence, unobservedSentence } from '../contracts/checks/words-inputs.ts';
import type { Finding } from '../server/checks/index.ts';
import type { Unobserved } from '../server/checks/inputs/passage.ts';
import type { Terminal } from './terminal.ts';

/** A finding with its place in the file. */
interface PlacedFinding {
  readonly finding: Finding;
  readonly spot: Spot;
  /** What stands right before and after it in the text. */
  readonly before: string;
  readonly after: string;
}

/** Writes what is found, file by file, as it is found. */
export interface CheckReport {
  begin(file: string): Promise<void>;
  /** `offset` is where the stretch that was checked begins in the file's text. */
  finding(placed: PlacedFinding, offset: number): Promise<void>;
  end(unobserved: readonly Unobserved[], error?: { code: string; message: string }): Promise<void>;
}

/** One line a file: `{"file":…,"findings":[…]}`, written as it comes, so that a file of any length takes no memory. */
export function jsonReport(terminal: Terminal): CheckReport {
  let first = true;
  return {
    begin(file) {
      first = true;
      return terminal.write(`{"file":${JSON.stringify(file)},"findings":[`);
    },
    finding({ finding, spot }, offset) {
      const { start, end, ...rest } = finding;
      const item = JSON.stringify({ ...rest, start: start + offset, end: end + offset, place: spot });
      const comma = first ? '' : ',';
      first = false;
      return terminal.write(comma + item);
    },
    end(unobserved, error) {
      const notes = unobserved.map(({ code, facts }) => ({ code, message: unobservedSentence(code, facts) }));
      const more = {
        ...(notes.length > 0 ? { unobserved: notes } : {}),
        ...(error === undefined ? {} : { error }),
      };
      const tail = JSON.stringify(more).slice(1, -1);
      return terminal.write(`]${tail === '' ? '' : `,${tail}`}}\n`);
    },
  };
}

/** Longest piece of the text that is shown with a finding. */
const SHOWN_TEXT = 40;
/** A piece so short cannot be found by eye without its neighbours: it is shown among so many characters. */
const SHORT_TEXT = 3;
export const NEIGHBOURS = 3;
const PRINTABLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** One line a finding, as an editor would list them: place, severity, what, why, suggestion, basis. */
export function textReport(terminal: Terminal): CheckReport {
  let file = '';
  return {
    async begin(name) {
      file = name;
    },
    finding(placed) {
      const { finding, spot } = placed;
      const { severity, detector, message, suggestion, basis, exempted } = finding;
      const parts = [
        `${file}:${placeText(spot)}`,
        exempted === undefined ? severityNames[severity] : `${severityNames[severity]}（已声明例外）`,
        detectorNames[detector],
        `“${shownText(placed).replace(PRINTABLE, ' ')}”`,
        message,
        ...(suggestion === undefined ? [] : [`建议：${suggestion === '' ? '删去' : suggestion}`]),
        ...(basis === undefined ? [] : [`依据：${basis.source ?? ''}${basis.article}`]),
      ];
      return terminal.write(`${parts.join('  ')}\n`);
    },
    async end(unobserved, error) {
      for (const { code, facts } of unobserved) terminal.err(`${file}：${unobservedSentence(code, facts)}`);
      if (error !== undefined) terminal.err(`${file}：${error.message}`);
    },
  };
}

/** The words that are marked; in a page's source, where no line is as a reader sees it, always among their neighbours. */
function shownText({ finding: { text }, spot, before, after }: PlacedFinding): string {
  const shown = text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}……` : text;
  const isAlone = text === '' || (text.length > SHORT_TEXT && spot.at !== 'source');
  return isAlone ? shown : `${before}【${shown}】${after}`;
}

function placeText(spot: Spot): string {
  return spot.at === 'text' && spot.line !== undefined ? `${spot.line}:${spot.column}` : spotSentence(spot);
}

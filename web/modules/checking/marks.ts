import type { FindingWire } from '../../../contracts/checking/wire.ts';

type Place = Pick<FindingWire, 'number' | 'start' | 'end' | 'severity'>;

/** A stretch of a paragraph: plain, or marked by a finding. */
export interface Stretch {
  readonly text: string;
  readonly finding: number | null;
  readonly severity: FindingWire['severity'] | null;
  /** The finding begins here: its number is shown. */
  readonly first: boolean;
}

const GRAVITY = { block: 2, warn: 1, note: 0 } as const;

/** Findings without overlaps, the gravest of each place, in the order of the text. */
function withoutOverlaps<T extends Place>(findings: readonly T[]): T[] {
  const byWeight = [...findings].sort(
    (a, b) => GRAVITY[b.severity] - GRAVITY[a.severity] || a.start - b.start,
  );
  const taken: T[] = [];
  for (const finding of byWeight) {
    if (finding.end <= finding.start) continue;
    if (!taken.some((other) => finding.start < other.end && other.start < finding.end)) taken.push(finding);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** The paragraphs of a text, each cut where marks begin and end; a mark over several paragraphs stands in each. */
export function paragraphsOf(text: string, findings: readonly Place[]): Stretch[][] {
  const marks = withoutOverlaps(findings);
  let next = 0;
  let start = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const stretches: Stretch[] = [];
    let at = start;
    for (; next < marks.length; next += 1) {
      const mark = marks[next];
      if (!mark || mark.start > end) break;
      const from = Math.max(mark.start, at);
      const to = Math.min(mark.end, end);
      if (from > at) stretches.push(plain(text.slice(at, from)));
      at = Math.max(at, from);
      if (to > from) {
        const { number: finding, severity } = mark;
        stretches.push({ text: text.slice(from, to), finding, severity, first: from === mark.start });
        at = to;
      }
      if (mark.end > end) break;
    }
    if (at < end) stretches.push(plain(text.slice(at, end)));
    start = end + 1;
    return stretches;
  });
}

function plain(text: string): Stretch {
  return { text, finding: null, severity: null, first: false };
}

/** A text after suggestions were accepted, with the findings that are left where they now stand. */
export interface Revision {
  readonly text: string;
  readonly findings: readonly FindingWire[];
  readonly accepted: readonly number[];
}

/** Puts a finding's suggestion into the text; findings behind move along, those that overlapped are settled with it. */
export function accept({ text, findings, accepted }: Revision, number: number): Revision {
  const chosen = findings.find((finding) => finding.number === number);
  if (!chosen || chosen.suggestion === null) return { text, findings, accepted };
  const { start, end, suggestion } = chosen;
  const shift = suggestion.length - (end - start);
  return {
    text: text.slice(0, start) + suggestion + text.slice(end),
    findings: findings
      .filter((finding) => finding.end <= start || finding.start >= end)
      .map((finding) =>
        finding.start >= end
          ? { ...finding, start: finding.start + shift, end: finding.end + shift }
          : finding,
      ),
    accepted: [...accepted, number],
  };
}

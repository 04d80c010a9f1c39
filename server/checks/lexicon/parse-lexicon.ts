import {
  type LexiconFault,
  lexiconFaultText,
  lexiconWords,
} from '../../../contracts/checks/words-lexicon.ts';
import type { DetectorId } from '../finding.ts';
import { foldText } from '../text/index.ts';
import type { Lexicon, LexiconEntry } from './entry.ts';
import { type LexiconFile, lexiconFile } from './lexicon-format.ts';
import { pathText, readYaml, type YamlFile, zodProblems } from './strict-yaml.ts';

/** A fault of a lexicon as its writer sees it: file, path inside, line, reason, hint. */
export interface LexiconProblem {
  readonly file: string;
  readonly path: string;
  readonly line?: number;
  readonly reason: string;
  readonly hint?: string;
}

/** The kinds that each detector knows what to do with, and those that must name the right form. */
const KINDS: Partial<
  Readonly<Record<DetectorId, { readonly kinds: readonly string[]; readonly right: readonly string[] }>>
> = {
  names: {
    kinds: ['body-name', 'document-name', 'expression', 'former-name', 'former-document'],
    right: ['body-name', 'document-name', 'expression', 'former-name', 'former-document'],
  },
  secrecy: { kinds: ['work-secret', 'inner-mark', 'not-for-publication'], right: [] },
  advertising: {
    kinds: ['superlative', 'buy', 'promotion', 'price', 'shop-domain', 'short-domain', 'ban'],
    right: [],
  },
  pressure: {
    kinds: ['action', 'tally', 'force', 'sanction', 'reward', 'bait', 'fakery', 'ban'],
    right: [],
  },
};

/** Reads one lexicon; every fault of the file is told, and a lexicon with a fault is not loaded. */
export function parseLexicon(
  file: string,
  text: string,
): { ok: true; lexicon: Lexicon } | { ok: false; problems: LexiconProblem[] } {
  const { yaml, problems } = readYaml(file, text);
  if (!yaml) return { ok: false, problems };
  const isMapping = typeof yaml.data === 'object' && yaml.data !== null && !Array.isArray(yaml.data);
  if (!isMapping) return { ok: false, problems: [{ file, path: '', reason: lexiconWords.wholeFile }] };
  const parsed = lexiconFile.safeParse(yaml.data);
  if (!parsed.success)
    return { ok: false, problems: zodProblems(yaml, [], lexiconFile, parsed.error.issues) };
  const faults = faultsOf(parsed.data, yaml);
  return faults.length > 0 ? { ok: false, problems: faults } : { ok: true, lexicon: lexiconOf(parsed.data) };
}

function lexiconOf({ id, title, version, detector, entries }: LexiconFile): Lexicon {
  return {
    id,
    title,
    version,
    detector,
    entries: entries.flatMap(({ term, severity, right, suggestion, except, from, to, ...entry }) =>
      term.map(
        (one): LexiconEntry => ({
          ...entry,
          term: one,
          detector,
          ...(severity === undefined ? {} : { severity }),
          ...(right === undefined ? {} : { right }),
          ...(suggestion === undefined ? {} : { suggestion }),
          ...(except === undefined ? {} : { except }),
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        }),
      ),
    ),
  };
}

function faultsOf(lexicon: LexiconFile, yaml: YamlFile): LexiconProblem[] {
  const known = new Set(lexicon.sources.map(({ id }) => id));
  const used = new Set(lexicon.entries.map(({ source }) => source));
  const seen = new Map<string, number>();
  const problems: LexiconProblem[] = [];
  const tell = (path: readonly (string | number)[], fault: LexiconFault) => {
    const line = yaml.lineOf(path);
    problems.push({
      file: yaml.file,
      path: pathText(path),
      ...(line === undefined ? {} : { line }),
      ...lexiconFaultText(fault),
    });
  };
  for (const [place, { id }] of lexicon.sources.entries())
    if (!used.has(id)) tell(['sources', place], { code: 'unused-source', source: id });
  for (const [place, entry] of lexicon.entries.entries()) {
    const path = ['entries', place];
    if (!known.has(entry.source)) tell([...path, 'source'], { code: 'unknown-source', source: entry.source });
    for (const fault of entryFaults(entry, lexicon.detector)) tell(path, fault);
    for (const one of entry.term) {
      const key = `${one} ${entry.kind} ${entry.from ?? ''}`;
      const line = seen.get(key);
      if (line !== undefined) tell(path, { code: 'doubled', term: one, line });
      seen.set(key, yaml.lineOf(path) ?? 0);
    }
  }
  return problems;
}

function entryFaults(entry: LexiconFile['entries'][number], detector: DetectorId): LexiconFault[] {
  const faults: LexiconFault[] = [];
  const { kind, right, except = [], from, to } = entry;
  const rules = KINDS[detector];
  if (rules && !rules.kinds.includes(kind))
    faults.push({ code: 'kind-unknown', kind, kinds: rules.kinds.join('、') });
  if (from !== undefined && to !== undefined && to < from) faults.push({ code: 'days-reversed', from, to });
  for (const term of entry.term) {
    if (foldText(term, 'plain').length === 0) faults.push({ code: 'term-unseen', term });
    if (right === term) faults.push({ code: 'right-is-term', term });
    if (right === undefined && rules?.right.includes(kind)) faults.push({ code: 'right-missing', term });
  }
  for (const word of except)
    if (!entry.term.some((term) => word.includes(term)))
      faults.push({ code: 'except-without-term', term: entry.term.join('、'), word });
  return faults;
}

import { detectorIds } from '../../contracts/checks/wire.ts';
import { checkMessage } from '../../contracts/checks/words.ts';
import { createAdvertising } from './advertising/advertising.ts';
import type { DomainLists } from './advertising/hosts.ts';
import { createConsistency } from './consistency/consistency.ts';
import type { CheckContext } from './context.ts';
import type { BasisLike, Detector, DetectorId, Finding, Prepared, Raw, Severity } from './finding.ts';
import type { Lexicon, LexiconEntry } from './lexicon/entry.ts';
import { createMaps } from './maps/maps.ts';
import { createNames } from './names/names.ts';
import { createPreparer, type Prepare } from './prepare.ts';
import { createPressure } from './pressure/pressure.ts';
import { createPrivacy } from './privacy/privacy.ts';
import { createSecrecy } from './secrecy/secrecy.ts';
import { createSource, type ReprintRules } from './source/source.ts';
import { createWording, type ScoreModel } from './wording/index.ts';

/** How one detector is switched: whether it runs, and how grave its findings may be. */
interface DetectorSetting {
  readonly on: boolean;
  /** No finding of the detector is graver than this. */
  readonly severity?: Severity;
  /** Kinds that are graver or lighter here than the detector itself would say. */
  readonly kinds?: Readonly<Record<string, Severity | 'off'>>;
  readonly basis?: BasisLike;
}

export interface CheckerOptions {
  readonly lexicons?: readonly Lexicon[];
  /** What is not named here is on. */
  readonly detectors?: Partial<Readonly<Record<DetectorId, DetectorSetting>>>;
  /** The bytes of a counted model of the wording detector; without them it finds what its lexicons say. */
  readonly wordingModel?: Uint8Array;
  /** A model of the user's own that scores characters in their places. */
  readonly scoreModel?: ScoreModel;
  /** 'YYYY-MM-DD': lexicon entries that do not hold on that day are left out; without it all hold. */
  readonly on?: string;
  /** Full names of the unit and those it writes about; one slip away from them is a misspelling. */
  readonly unitNames?: readonly string[];
  /** Telephones of the unit, which are public. */
  readonly officePhones?: readonly string[];
  readonly domains?: DomainLists;
  readonly reprints?: ReprintRules;
}

export interface Checker {
  /** All findings of a text, by place; the same text, context and options give the same findings. */
  check(text: string, context?: CheckContext): Finding[];
}

/** What must not be seen must not be scanned either. */
const READS_CODES: ReadonlySet<DetectorId> = new Set(['privacy', 'secrecy']);

const RANK: Readonly<Record<Severity, number>> = { note: 0, warn: 1, block: 2 };

/** Builds a checker once for many texts: lexicons and cues become the tables of one pass over each text. */
export function createChecker(options: CheckerOptions = {}): Checker {
  const detectors = detectorsOf(options).filter(({ id }) => options.detectors?.[id]?.on ?? true);
  const entries = (options.lexicons ?? []).flatMap((lexicon) =>
    lexicon.entries.filter((entry) => holdsOn(entry, options.on)),
  );
  const prepare = createPreparer(entries, detectors);
  return {
    check(text, context = {}) {
      const doc = prepare(text, context);
      return detectors
        .flatMap((detector) =>
          [
            ...detector.find(doc),
            ...(READS_CODES.has(detector.id) ? inCodes(detector, doc, prepare) : []),
          ].flatMap((raw) => toFinding(text, context, detector.id, raw, options.detectors?.[detector.id])),
        )
        .sort(byPlace);
    },
  };
}

/** What a QR code says in words or numbers, found at the code's place; addresses are judged as links. */
function inCodes({ find }: Detector, { context, text }: Prepared, prepare: Prepare): Raw[] {
  return (context.links ?? []).flatMap(({ kind, target, start = 0, end = start }) => {
    if (kind !== 'qr' || /^https?:/i.test(target)) return [];
    const inside = start >= 0 && start <= end && end <= text.length;
    const place = inside ? { start, end } : { start: 0, end: 0 };
    return find(prepare(target, {})).map((raw) => ({
      ...raw,
      ...place,
      facts: { ...raw.facts, link: kind },
    }));
  });
}

function detectorsOf(options: CheckerOptions): Detector[] {
  return [
    createPrivacy({
      ...(options.officePhones ? { officePhones: options.officePhones } : {}),
      ...(options.domains?.own ? { domains: options.domains.own } : {}),
    }),
    createSecrecy(),
    createWording(options.wordingModel, options.scoreModel, options.unitNames),
    createNames(options.unitNames ?? []),
    createAdvertising(options.domains ?? {}, {
      shops: termsOf(options, 'shop-domain'),
      shorteners: termsOf(options, 'short-domain'),
    }),
    createPressure(),
    createSource(options.reprints),
    createMaps(),
    createConsistency(),
  ];
}

function termsOf({ lexicons = [], on }: CheckerOptions, kind: string): string[] {
  return lexicons
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.detector === 'advertising' && entry.kind === kind && holdsOn(entry, on))
    .map(({ term }) => term);
}

function holdsOn({ from, to }: LexiconEntry, on: string | undefined): boolean {
  return on === undefined || ((from === undefined || from <= on) && (to === undefined || on <= to));
}

function toFinding(
  text: string,
  { exemptions = [] }: CheckContext,
  detector: DetectorId,
  raw: Raw,
  setting: DetectorSetting | undefined,
): Finding[] {
  const named = setting?.kinds?.[raw.kind];
  if (named === 'off') return [];
  const [exempted] = detector === 'privacy' ? exemptions : [];
  const allowed = named ?? lighter(raw.severity, setting?.severity ?? 'block');
  const { start, end, kind, suggestion, confidence } = raw;
  return [
    {
      detector,
      kind,
      severity: exempted ? 'note' : allowed,
      start,
      end,
      text: text.slice(start, end),
      message: checkMessage(detector, kind, raw.facts ?? {}),
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(setting?.basis ? { basis: setting.basis } : {}),
      ...(confidence === undefined ? {} : { confidence }),
      ...(exempted ? { exempted } : {}),
    },
  ];
}

function lighter(one: Severity, other: Severity): Severity {
  return RANK[one] <= RANK[other] ? one : other;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    detectorIds.indexOf(a.detector) - detectorIds.indexOf(b.detector) ||
    (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}

import type { OpenChecker, SharedOptions, TextChecker } from '../../check-pool/index.ts';
import { createChecker, type Lexicon } from '../../checks/index.ts';
import type { Context } from '../../kernel/context.ts';
import { checkSettings } from '../../policy/index.ts';
import { getUnit } from '../directory/index.ts';
import { checkedAgainst } from './check-against.ts';
import { knownAreas } from './know-area.ts';
import type { Entry } from './model.ts';
import { sourceClasses } from './read-lists.ts';
import { readActiveEntries, readLexiconVersions } from './store-lexicon.ts';
import { readListed } from './store-listed.ts';

/** What ships with the product: lexicons and the counted model of the wording detector. */
interface CheckData {
  readonly lexicons: readonly Lexicon[];
  readonly wordingModel?: Uint8Array<SharedArrayBuffer>;
}

/** A checker with the state of the lexicons that it was built from. */
export interface BuiltChecker {
  readonly checker: TextChecker;
  readonly lexiconVersion: string;
}

/** Gives the checker of a unit as packs, lexicons and directory now stand. */
export interface Checkers {
  readonly shipped: readonly Lexicon[];
  forUnit(ctx: Context, unitId: string): Promise<BuiltChecker>;
  /** A checker that looks for one entry only. */
  forEntry(entry: Entry): TextChecker;
}

/** Reading what a checker is made of takes longer than a check, so the last few are kept; processes share nothing. */
const KEPT = 6;

/**
 * Makes checkers from what ships with the product and what each jurisdiction adds. `open` says where they check: in
 * threads, as the server has it, whatever the length of a text (handing it over takes a twentieth of a millisecond, and
 * nothing is built where requests wait), or in this thread.
 */
export function createCheckers(data: CheckData, open: OpenChecker = createChecker): Checkers {
  const built = new Map<string, TextChecker>();
  const areaOf = knownAreas();
  const keep = (key: string, make: () => TextChecker): TextChecker => {
    const checker = built.get(key) ?? make();
    built.delete(key);
    built.set(key, checker);
    for (const oldest of built.keys()) {
      if (built.size <= KEPT) break;
      built.delete(oldest);
    }
    return checker;
  };
  return {
    shipped: data.lexicons,
    async forUnit(ctx, unitId) {
      const unit = await getUnit(ctx, unitId);
      const places = [
        unit.jurisdiction,
        ...ctx.geography.ancestors(unit.jurisdiction).map(({ code }) => code),
      ];
      const lexiconVersion = await versionText(ctx, places, data);
      const area = await areaOf(ctx, unit.jurisdiction);
      const detectors = checkSettings(ctx.policy(unit.jurisdiction));
      const classes = sourceClasses(ctx, unit.jurisdiction);
      const { day } = ctx.now;
      // The version counts every change of entries and lists, so that neither is read where the checker is at hand.
      const key = JSON.stringify([places, lexiconVersion, day, detectors, classes, area]);
      const known = built.has(key);
      const entries = known ? [] : await readActiveEntries(ctx.tx, places);
      const items = known ? [] : await readListed(ctx.tx, places);
      const checker = keep(key, () => {
        const lexicons = [...data.lexicons, ...lexiconsOf(entries)];
        const against = checkedAgainst(area, items, classes, day);
        return open({ detectors, ...modelOf(data), lexicons, ...against, on: day });
      });
      return { checker, lexiconVersion };
    },
    forEntry: (entry) => open(onlyEntry(entry)),
  };
}

function modelOf({ wordingModel }: CheckData): Pick<SharedOptions, 'wordingModel'> {
  return wordingModel === undefined ? {} : { wordingModel };
}

/** For example 'names@3 wording@1; 620171@12', so that a kept finding tells what it was found by. */
async function versionText(ctx: Context, places: readonly string[], data: CheckData): Promise<string> {
  const shipped = data.lexicons.map(({ id, version }) => `${id}@${version}`).join(' ');
  const own = await readLexiconVersions(ctx.tx, places);
  return [shipped, ...own.map(({ jurisdiction, version }) => `${jurisdiction}@${version}`)].join('; ');
}

/** Entries of a jurisdiction as lexicons, one a detector. */
function lexiconsOf(entries: readonly Entry[]): Lexicon[] {
  const detectors = [...new Set(entries.map(({ detector }) => detector))];
  return detectors.map((detector) => ({
    id: `own-${detector}`,
    title: detector,
    version: '1',
    detector,
    entries: entries.filter((entry) => entry.detector === detector).map(lexiconEntry),
  }));
}

function lexiconEntry({ term, kind, detector, severity, right, except, source, from, to }: Entry) {
  return {
    term,
    kind,
    detector,
    severity,
    source,
    ...(right === null ? {} : { right }),
    ...(except.length > 0 ? { except } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

const OTHERS = [
  'privacy',
  'secrecy',
  'wording',
  'names',
  'advertising',
  'pressure',
  'source',
  'map',
  'consistency',
] as const;

function onlyEntry(entry: Entry): SharedOptions {
  const off = OTHERS.filter((id) => id !== entry.detector).map((id) => [id, { on: false }] as const);
  return {
    detectors: Object.fromEntries(off),
    lexicons: lexiconsOf([{ ...entry, from: null, to: null }]),
  };
}

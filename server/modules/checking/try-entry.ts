import type { TextChecker } from '../../check-pool/index.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { addDays } from '../../policy/calendar/index.ts';
import type { Checkers } from './build-checker.ts';
import { type EntryKey, holdEntry } from './hold-entry.ts';
import type { Entry, Trial } from './model.ts';
import { excerptOf } from './rules.ts';
import { updateEntry } from './store-lexicon.ts';
import { readTexts } from './store-lists.ts';

const DAYS = 30;
const EXAMPLES = 20;
const AT_ONCE = 200;
const MOST_TEXTS = 10_000;
const MOST_CHARACTERS = 20_000_000;

/**
 * Counts what a draft would have marked: in the texts of the last thirty days that were checked in the area, or in a
 * sample. Problem: checking.not-draft. Throws Refused.
 */
export async function tryEntry(
  ctx: Context,
  checkers: Checkers,
  key: EntryKey & { readonly version: number; readonly sample?: string | undefined },
): Promise<Outcome<Entry>> {
  const { entry, post } = await holdEntry(ctx, key, key.version);
  if (entry.state !== 'draft') return refuse({ code: 'checking.not-draft' });
  const texts = key.sample === undefined ? recentTexts(ctx, entry.jurisdiction) : [key.sample];
  const found = await countIn(texts, checkers.forEntry(entry));
  const tried: Trial = { ...found, at: ctx.now.iso, days: DAYS, own: key.sample !== undefined };
  const after: Entry = { ...entry, tried, version: entry.version + 1 };
  await updateEntry(ctx.tx, after);
  ctx.audit({
    jurisdiction: entry.jurisdiction,
    action: 'lexicon.try',
    subject: { type: 'lexicon', id: entry.id },
    post,
    facts: { term: entry.term, texts: tried.texts, places: tried.places, own: tried.own },
  });
  return done(after);
}

/** The masked texts that are kept, page by page, so that no more than a page is held. */
async function* recentTexts(ctx: Context, jurisdiction: string): AsyncGenerator<string> {
  const jurisdictions = ctx.geography.descendants(jurisdiction);
  const since = `${addDays(ctx.now.day, -DAYS)}T00:00:00+08:00`;
  for (let offset = 0; offset < MOST_TEXTS; offset += AT_ONCE) {
    const texts = await readTexts(ctx.tx, { jurisdictions, since, limit: AT_ONCE, offset });
    yield* texts;
    if (texts.length < AT_ONCE) return;
  }
}

async function countIn(
  all: Iterable<string> | AsyncIterable<string>,
  checker: TextChecker,
): Promise<Pick<Trial, 'texts' | 'places' | 'examples'>> {
  const examples: { before: string; text: string; after: string }[] = [];
  let [texts, places, characters] = [0, 0, 0];
  for await (const text of all) {
    const findings = await checker.check(text);
    texts += 1;
    places += findings.length;
    characters += text.length;
    for (const { start, end } of findings.slice(0, EXAMPLES - examples.length)) {
      const { before, excerpt, after } = excerptOf(text, start, end);
      examples.push({ before, text: excerpt, after });
    }
    if (characters > MOST_CHARACTERS) break;
  }
  return { texts, places, examples };
}

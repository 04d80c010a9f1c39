import type { CheckedText, Declared } from '../../../contracts/checking/wire.ts';
import { reportWords } from '../../../contracts/checking/words.ts';
import type { ReadInput } from '../../checks/inputs/passage.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Steps } from '../../kernel/runner.ts';
import type { BuiltChecker, Checkers } from './build-checker.ts';
import { checkSubject, newCheck, unitOfPost } from './hold-check.ts';
import type { Check } from './model.ts';
import { storable } from './rules.ts';
import { type FoundText, findIn, keepFound } from './run-check.ts';
import { insertCheck } from './store.ts';
import { checkedTextView } from './view.ts';

/** What somebody wants checked at once: a pasted text, or what was read of one file. */
export interface TextToCheck {
  readonly unit: string;
  readonly title: string;
  readonly kind: 'text' | 'document';
  readonly declared: Declared;
  readonly input: ReadInput;
}

/** Titles longer than this are file names gone wrong. */
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 2_000_000;

/** A pasted text as a reader would give it. */
export function pastedText(text: string): ReadInput {
  return { passages: [{ text, place: { at: 'text' } }], links: [], unobserved: [] };
}

/**
 * Checks one text for a unit and keeps what was found. Problems: checking.empty, too-long. Throws Refused where the
 * actor holds no post in the unit.
 */
export async function checkText(
  steps: Steps,
  checkers: Checkers,
  asked: TextToCheck,
): Promise<Outcome<CheckedText>> {
  const opened = await steps.query((ctx) => openChecker(ctx, checkers, asked));
  if (!opened.ok) return opened;
  const found = await findIn(opened.value, asked.declared, asked.input);
  return steps.command((ctx) => keepText(ctx, asked, found));
}

async function openChecker(
  ctx: Context,
  checkers: Checkers,
  { unit, kind, input: { passages, links, unobserved } }: TextToCheck,
): Promise<Outcome<BuiltChecker>> {
  await unitOfPost(ctx, unit);
  const length = passages.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0 && links.length === 0 && unobserved.length === 0)
    return refuse({ code: 'checking.empty', field: kind === 'text' ? 'text' : 'file' });
  if (length > LONGEST_TEXT)
    return refuse({ code: 'checking.too-long', field: 'text', facts: { limit: LONGEST_TEXT } });
  return done(await checkers.forUnit(ctx, unit));
}

async function keepText(ctx: Context, asked: TextToCheck, found: FoundText): Promise<Outcome<CheckedText>> {
  // Asked once more: a post may have ended while the text was checked.
  const { check, post } = await newCheck(ctx, headOf(asked));
  await insertCheck(ctx.tx, check);
  const result = await keepFound(ctx, check, { name: check.title, position: 1, input: asked.input }, found);
  const { tally, textDigest, lexiconVersion } = result.document;
  ctx.audit({
    jurisdiction: check.jurisdiction,
    action: 'check.run',
    subject: checkSubject(check),
    post,
    facts: {
      title: check.title,
      ...tally,
      textDigest,
      lexiconVersion,
      declared: Object.keys(asked.declared),
    },
    after: { textDigest, tally },
  });
  return done(await checkedTextView(ctx, check, result));
}

function headOf({ unit, title, kind, declared }: TextToCheck): Parameters<typeof newCheck>[1] {
  const shown = storable(title.trim().slice(0, LONGEST_TITLE));
  const fallback = kind === 'text' ? reportWords.pasted : reportWords.untitled;
  const state: Check['state'] = 'done';
  return { unitId: unit, title: shown === '' ? fallback : shown, kind, state, declared };
}

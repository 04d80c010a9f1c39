import type { CheckContext } from '../../checks/context.ts';
import type { Finding } from '../../checks/index.ts';
import { type JoinedText, joinPassages, type ReadInput } from '../../checks/inputs/passage.ts';
import { spotOf } from '../../checks/inputs/spot.ts';
import type { Context } from '../../kernel/context.ts';
import { addDays } from '../../policy/calendar/index.ts';
import type { BuiltChecker } from './build-checker.ts';
import { digestText } from './digest-passage.ts';
import type { Check, CheckedDocument, KeptFinding } from './model.ts';
import { excerptOf, holdsSecret, masked, sentenceAround, storable, tallyOf } from './rules.ts';
import { insertText, writeDocument } from './store.ts';
import { insertFindings } from './store-findings.ts';

/** What is read of one document before it is checked. */
export interface DocumentText {
  readonly name: string;
  readonly position: number;
  readonly input: ReadInput;
}

export interface DocumentResult {
  readonly document: CheckedDocument;
  readonly findings: readonly KeptFinding[];
  readonly text: string;
}

/** Findings kept of one document; the rest is counted. */
const MOST_FINDINGS = 2_000;
/** Texts kept for trying entries, in days. */
const TEXT_DAYS = 30;
const LONGEST_KEPT_TEXT = 200_000;

/** A text with all that was found in it, and by which state of the lexicons. */
export interface FoundText {
  readonly joined: JoinedText;
  readonly found: readonly Finding[];
  readonly lexiconVersion: string;
}

/** Checks what was read of one document; needs no transaction, and none should wait for it where it can be helped. */
export async function findIn(
  { checker, lexiconVersion }: BuiltChecker,
  declared: Check['declared'],
  input: ReadInput,
): Promise<FoundText> {
  const joined = joinPassages(input.passages);
  const context: CheckContext = {
    ...contextOf(declared),
    ...(input.links.length > 0 ? { links: input.links } : {}),
  };
  return { joined, found: await checker.check(joined.text, context), lexiconVersion };
}

/**
 * Keeps what was found in one document: findings with masked excerpts, digests, and for some weeks the masked text. A text
 * with a mark of secrecy is not kept in any part.
 */
export async function keepFound(
  ctx: Context,
  check: Check,
  { name, position, input }: DocumentText,
  { joined, found, lexiconVersion }: FoundText,
): Promise<DocumentResult> {
  const findings = keptOf(joined, found.slice(0, MOST_FINDINGS), found);
  const document: CheckedDocument = {
    jurisdiction: check.jurisdiction,
    checkId: check.id,
    position,
    name,
    state: 'done',
    fileId: null,
    textDigest: digestText(joined.text),
    characters: joined.text.length,
    tally: tallyOf(found),
    leftOut: found.length - findings.length,
    unobserved: input.unobserved,
    problem: null,
    lexiconVersion,
    checkedAt: ctx.now.iso,
  };
  await writeDocument(ctx.tx, document);
  await insertFindings(ctx.tx, document, findings);
  await keepText(ctx, document, joined.text, found);
  return { document, findings, text: joined.text };
}

function contextOf({ exemption, reprint, maps, unifiedText, channels }: Check['declared']): CheckContext {
  return {
    ...(exemption ? { exemptions: [exemption] } : {}),
    ...(reprint ? { reprint: given(reprint) } : {}),
    ...(maps ? { maps: maps.map((map) => given(map)) } : {}),
    ...(unifiedText === undefined ? {} : { unifiedText }),
    ...(channels ? { channels } : {}),
  };
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what was not given, for types that tell absent from undefined. */
function given<T extends object>(value: T): Given<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Given<T>;
}

function keptOf(joined: JoinedText, shown: readonly Finding[], all: readonly Finding[]): KeptFinding[] {
  const covered = masked(joined.text, all);
  const secret = holdsSecret(all);
  return shown.map((finding, index) => {
    const { start, end, detector, kind, severity, message, suggestion, basis, confidence, exempted } =
      finding;
    const place = excerptOf(covered, start, end);
    return {
      number: index + 1,
      detector,
      kind,
      severity,
      start,
      end,
      ...place,
      ...(secret ? { before: '', after: '' } : {}),
      passageDigest: digestText(sentenceAround(joined.text, start, end)),
      message,
      suggestion: suggestion ?? null,
      basis: basis ?? null,
      confidence: confidence ?? null,
      exempted: exempted ?? null,
      spot: spotOf(joined, start, end),
    };
  });
}

async function keepText(
  ctx: Context,
  document: CheckedDocument,
  text: string,
  found: readonly Finding[],
): Promise<void> {
  if (text.trim() === '' || holdsSecret(found)) return;
  await insertText(ctx.tx, {
    jurisdiction: document.jurisdiction,
    checkId: document.checkId,
    position: document.position,
    // Cut first: to cover two million characters, of which a tenth is kept, makes others wait.
    text: storable(masked(text.slice(0, LONGEST_KEPT_TEXT), found).slice(0, LONGEST_KEPT_TEXT)),
    keptAt: ctx.now.iso,
    keptUntil: addDays(ctx.now.day, TEXT_DAYS),
  });
}

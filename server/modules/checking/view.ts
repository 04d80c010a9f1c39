import type {
  CheckedDocumentWire,
  CheckedText,
  CheckRow,
  CheckWire,
  FindingWire,
  OverridePage,
  OverrideWire,
} from '../../../contracts/checking/wire.ts';
import { refusedSentence, spotSentence, unobservedSentence } from '../../../contracts/checks/words-inputs.ts';
import type { Context } from '../../kernel/context.ts';
import { checkAbilities } from './abilities.ts';
import type { Check, CheckedDocument, KeptFinding, Override } from './model.ts';
import type { DocumentResult } from './run-check.ts';
import { findOverrides } from './store-findings.ts';
import type { CheckLine } from './store-lists.ts';

export function documentView(document: CheckedDocument): CheckedDocumentWire {
  const { position, name, state, characters, tally, leftOut, unobserved, problem } = document;
  return {
    position,
    name,
    state,
    characters,
    counts: { ...tally },
    leftOut,
    unobserved: unobserved.map(({ code, facts }) => ({ code, message: unobservedSentence(code, facts) })),
    problem: problem && { code: problem.code, message: refusedSentence(problem.code, problem.facts) },
  };
}

function overrideView({ id, reason, personName, postTitle, at }: Override): OverrideWire {
  return { id, reason, by: { name: personName, post: postTitle }, at };
}

/** Findings with the override that stands beside each, where one was given for the same words of the same sentence. */
export function findingViews(
  findings: readonly KeptFinding[],
  overrides: readonly Override[],
): FindingWire[] {
  const keyOf = (one: Pick<Override, 'passageDigest' | 'detector' | 'kind' | 'excerpt'>) =>
    JSON.stringify([one.passageDigest, one.detector, one.kind, one.excerpt]);
  const given = new Map(overrides.map((override) => [keyOf(override), override]));
  return findings.map((finding) => {
    const { passageDigest: _digest, spot, ...rest } = finding;
    const override = given.get(keyOf(finding));
    return {
      ...rest,
      place: spot,
      placeText: spotSentence(spot),
      override: override === undefined ? null : overrideView(override),
    };
  });
}

export function checkLineView({ check, documents, checked, tally }: CheckLine): CheckRow {
  return {
    jurisdiction: check.jurisdiction,
    id: check.id,
    unit: { id: check.unitId, name: check.unitName },
    title: check.title,
    kind: check.kind,
    state: check.state,
    by: { name: check.createdByName, post: check.createdPost },
    at: check.createdAt,
    documents,
    checked,
    counts: { ...tally },
  };
}

export function checkView(ctx: Context, check: Check, documents: readonly CheckedDocument[]): CheckWire {
  const sum = (severity: 'block' | 'warn' | 'note') =>
    documents.reduce((total, { tally }) => total + tally[severity], 0);
  const line = checkLineView({
    check,
    documents: documents.length,
    checked: documents.filter(({ state }) => state !== 'waiting').length,
    tally: { block: sum('block'), warn: sum('warn'), note: sum('note') },
  });
  return {
    ...line,
    items: documents.map(documentView),
    keptUntil: check.keptUntil,
    abilities: checkAbilities(ctx.actor, check),
  };
}

/** The answer to a check just made; the text goes back to who sent it and is not kept. */
export async function checkedTextView(
  ctx: Context,
  check: Check,
  { document, findings, text }: DocumentResult,
): Promise<CheckedText> {
  const digests = [...new Set(findings.map(({ passageDigest }) => passageDigest))];
  const about = { jurisdiction: check.jurisdiction, unitId: check.unitId, digests };
  return {
    check: checkView(ctx, check, [document]),
    document: documentView(document),
    findings: findingViews(findings, await findOverrides(ctx.tx, about)),
    text,
  };
}

export function overrideRowView(override: Override): OverridePage['items'][number] {
  const { jurisdiction, detector, severity, excerpt, message, checkId } = override;
  return { ...overrideView(override), jurisdiction, detector, severity, excerpt, message, checkId };
}

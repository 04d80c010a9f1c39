import type { CheckedText, CheckPage, CheckWire } from '../../../contracts/checking/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { overseen } from './abilities.ts';
import { type CheckKey, checkForReader } from './hold-check.ts';
import type { Check, CheckedDocument, KeptFinding, Override } from './model.ts';
import { readDocuments } from './store.ts';
import { findOverrides, readFindings } from './store-findings.ts';
import { findChecks } from './store-lists.ts';
import { checkLineView, checkView, documentView, findingViews } from './view.ts';

/** A check with its documents as far as they are checked. Throws not-found, forbidden. */
export async function getCheck(ctx: Context, key: CheckKey): Promise<CheckWire> {
  const check = await checkForReader(ctx, key);
  return checkView(ctx, check, await readDocuments(ctx.tx, check));
}

/** One document of a check with its findings and what was let pass. Throws not-found, forbidden. */
export async function getDocument(ctx: Context, key: CheckKey & { position: number }): Promise<CheckedText> {
  const check = await checkForReader(ctx, key);
  const documents = await readDocuments(ctx.tx, check);
  const document = found(documents.find(({ position }) => position === key.position));
  const { findings, overrides } = await findingsOf(ctx, check, document);
  return {
    check: checkView(ctx, check, documents),
    document: documentView(document),
    findings: findingViews(findings, overrides),
    text: null,
  };
}

/** The findings of a document and the overrides that its unit has given for the same sentences. */
export async function findingsOf(
  ctx: Context,
  check: Check,
  document: CheckedDocument,
): Promise<{ findings: KeptFinding[]; overrides: Override[] }> {
  const findings = await readFindings(ctx.tx, document);
  const digests = [...new Set(findings.map(({ passageDigest }) => passageDigest))];
  const about = { jurisdiction: check.jurisdiction, unitId: check.unitId, digests };
  return { findings, overrides: await findOverrides(ctx.tx, about) };
}

/** A page of the checks that concern the actor, the latest first. */
export async function listChecks(
  ctx: Context,
  query: { unit?: string | undefined; page: number; size: number },
): Promise<CheckPage> {
  const visible = {
    scope: ctx.actor.scope,
    overseen: overseen(ctx.actor, ctx.geography),
    units: ctx.actor.posts.map(({ unitId }) => unitId),
  };
  const { items, total } = await findChecks(ctx.tx, { ...query, visible });
  return { items: items.map(checkLineView), total, page: query.page, size: query.size };
}

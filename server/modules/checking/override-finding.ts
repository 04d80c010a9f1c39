import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, Refused } from '../../kernel/outcome.ts';
import { overridingPost } from './abilities.ts';
import { type CheckKey, checkSubject, holdOwnCheck } from './hold-check.ts';
import type { Override } from './model.ts';
import { readDocuments } from './store.ts';
import { insertOverride, readFindings } from './store-findings.ts';

export type FindingKey = CheckKey & { readonly position: number; readonly number: number };

/**
 * Lets a finding pass with a reason, which stands beside the same words of the same sentence from then on. Throws
 * Refused: forbidden without a post in the unit, or without a leading one where the finding stops a publication; stale
 * where somebody was quicker.
 */
export async function overrideFinding(
  ctx: Context,
  key: FindingKey,
  reason: string,
): Promise<Outcome<Override>> {
  const { check } = await holdOwnCheck(ctx, key);
  const document = found(
    (await readDocuments(ctx.tx, check)).find(({ position }) => position === key.position),
  );
  const findings = await readFindings(ctx.tx, document);
  const finding = found(findings.find(({ number }) => number === key.number));
  const { passageDigest, detector, kind, severity, excerpt, message } = finding;
  const post = overridingPost(ctx.actor, check.unitId, severity);
  if (post === null) throw new Refused('forbidden', { code: 'checking.leader-overrides' });
  const override: Override = {
    jurisdiction: check.jurisdiction,
    id: newId(),
    unitId: check.unitId,
    passageDigest,
    detector,
    kind,
    severity,
    excerpt,
    message,
    reason,
    checkId: check.id,
    textDigest: document.textDigest,
    personId: ctx.actor.personId,
    personName: ctx.actor.name,
    postTitle: `${post.unitName} ${post.title}`,
    at: ctx.now.iso,
  };
  if (!(await insertOverride(ctx.tx, override)))
    throw new Refused('stale', { code: 'checking.already-overridden' });
  ctx.audit({
    jurisdiction: check.jurisdiction,
    action: 'check.override',
    subject: checkSubject(check),
    post,
    facts: { position: key.position, number: key.number, detector, kind, severity, reason, passageDigest },
    after: override,
  });
  return done(override);
}

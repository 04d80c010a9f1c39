import type { Context } from '../../kernel/context.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { checkSubject, newCheck } from './hold-check.ts';
import type { Check } from './model.ts';
import { insertCheck } from './store.ts';

/** Begins a check of many files, to which files are added one by one. Throws Refused without a post in the unit. */
export async function openBatch(
  ctx: Context,
  asked: { unit: string; title: string },
): Promise<Outcome<Check>> {
  const head = {
    unitId: asked.unit,
    title: asked.title,
    kind: 'batch',
    state: 'open',
    declared: {},
  } as const;
  const { check, post } = await newCheck(ctx, head);
  await insertCheck(ctx.tx, check);
  ctx.audit({
    jurisdiction: check.jurisdiction,
    action: 'check.open',
    subject: checkSubject(check),
    post,
    facts: { title: check.title },
  });
  return done(check);
}

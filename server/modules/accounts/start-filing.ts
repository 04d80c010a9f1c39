import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { filingPost } from './abilities.ts';
import { actingPost } from './lock-filing.ts';
import type { Filing } from './model.ts';
import { insertFiling } from './store.ts';

/** A draft for a unit as it would begin now: form, route and order of things as they hold today. Nothing is written. */
export function newFiling(ctx: Context, host: Unit, kind: 'open'): Filing {
  const policy = ctx.policy(host.jurisdiction);
  const facts = { ...caseFactsOf(host), matter: kind };
  const form = policy.get('filing.form.open', facts);
  return {
    jurisdiction: host.jurisdiction,
    id: newId(),
    kind,
    accountId: null,
    hostUnitId: host.id,
    hostName: host.name,
    hostPath: host.path,
    state: 'draft',
    revision: 1,
    version: 1,
    values: {},
    exceptions: {},
    name: null,
    platform: null,
    form,
    chain: policy.get('filing.chain.open', facts),
    // Where nothing says otherwise an account is filed before it is opened: the cautious order.
    timing: policy.get('filing.timing.open', facts).value ?? 'before-opening',
    pack: form.pack,
    packVersion: form.version,
    pinnedOn: ctx.now.day,
    checks: [],
    contentDigest: null,
    approvalId: null,
    filingNumber: null,
    openedOn: null,
    createdAt: ctx.now.iso,
    createdBy: ctx.actor.personId,
    updatedAt: ctx.now.iso,
    submitted: null,
    approvedAt: null,
    openedAt: null,
    openedBy: null,
    registeredAt: null,
    standing: null,
    pins: null,
    newHost: null,
    effectOn: null,
    effectedAt: null,
    effectedBy: null,
    evidence: null,
  };
}

/** Why a filing cannot begin: no form is in force for this unit. */
export function formProblem(ctx: Context, filing: Filing): Problem | null {
  if (filing.form.state === 'in-force' && filing.form.value !== null) return null;
  const jurisdiction = ctx.policy(filing.jurisdiction).jurisdiction.name;
  return {
    code: 'accounts.form-absent',
    facts: { unit: filing.hostName, jurisdiction },
    basis: filing.form.basis,
  };
}

/**
 * Begins a draft for a unit in which the actor files. Form and route are those of today and stay with the filing,
 * whatever the regulation says later. Problem accounts.form-absent where no form is in force.
 */
export async function startFiling(
  ctx: Context,
  input: { readonly hostUnitId: string; readonly kind: 'open' },
): Promise<Outcome<Filing>> {
  const host = await getUnit(ctx, input.hostUnitId);
  const post = filingPost(ctx.actor, host.id);
  if (!post) throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  const filing = newFiling(ctx, host, input.kind);
  const problem = formProblem(ctx, filing);
  if (problem) return refuse(problem);
  await insertFiling(ctx.tx, filing);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.start',
    subject: { type: 'filing', id: filing.id },
    post: actingPost(post),
    facts: { kind: filing.kind, host: host.id, pack: filing.pack, packVersion: filing.packVersion },
    after: { state: filing.state, pinnedOn: filing.pinnedOn },
  });
  return done(filing);
}

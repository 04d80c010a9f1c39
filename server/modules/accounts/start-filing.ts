import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { caseFactsOf, getUnit } from '../directory/index.ts';
import { filingPost } from './abilities.ts';
import type { Filing } from './model.ts';
import { insertFiling } from './store.ts';

/**
 * Begins a draft for a unit in which the actor files. Form and route are those of today and stay with the filing,
 * whatever the regulation says later. Problem accounts.form-absent where no form is in force.
 */
export async function startFiling(ctx: Context, input: { readonly hostUnitId: string; readonly kind: 'open' }): Promise<Outcome<Filing>> {
  const host = await getUnit(ctx, input.hostUnitId);
  const post = filingPost(ctx.actor, host.id);
  if (!post) throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  const policy = ctx.policy(host.jurisdiction);
  const facts = { ...caseFactsOf(host), matter: input.kind };
  const form = policy.get('filing.form.open', facts);
  if (form.state !== 'in-force' || form.value === null) {
    const jurisdiction = policy.jurisdiction.name;
    return refuse({ code: 'accounts.form-absent', facts: { unit: host.name, jurisdiction }, basis: form.basis });
  }
  const filing: Filing = {
    jurisdiction: host.jurisdiction,
    id: newId(),
    kind: input.kind,
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
  };
  await insertFiling(ctx.tx, filing);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.start',
    subject: { type: 'filing', id: filing.id },
    post: { postId: post.postId, title: post.title, unitName: post.unitName },
    facts: { kind: filing.kind, host: host.id, pack: filing.pack, packVersion: filing.packVersion },
    after: { state: filing.state, pinnedOn: filing.pinnedOn },
  });
  return done(filing);
}

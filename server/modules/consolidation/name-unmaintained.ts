import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { accountsToScreen } from '../accounts/index.ts';
import { supervisingPost } from './abilities.ts';
import { actingPost, signature } from './hold-proposal.ts';
import type { Finding, Proposal } from './model.ts';
import { closesUnmaintained } from './rules.ts';
import { begun } from './run-analysis.ts';
import { holdJurisdiction, insertProposals, lockStanding, updateProposals } from './store.ts';

/**
 * The supervisor finds that a host cannot keep an account (LZ-11b, GD-3.2a): no figure shows that, so it is named by
 * hand, with the reason. Problem consolidation.not-a-case where no regulation of the jurisdiction closes such accounts.
 */
export async function nameUnmaintained(
  ctx: Context,
  input: { readonly jurisdiction: string; readonly accountId: string; readonly reason: string },
): Promise<Outcome<Proposal>> {
  const { jurisdiction } = input;
  const post = supervisingPost(ctx.actor, jurisdiction, ctx.geography);
  if (!post) throw new Refused('forbidden');
  const rule = ctx.policy(jurisdiction).get('close.must-when');
  if (!closesUnmaintained(rule)) return refuse({ code: 'consolidation.not-a-case' });
  await holdJurisdiction(ctx.tx, jurisdiction);
  const accounts = await accountsToScreen(ctx, jurisdiction);
  const account = accounts.find(({ id }) => id === input.accountId);
  if (!account) return refuse({ code: 'consolidation.not-operating', field: 'accountId' });
  const { functions, excused, channelKind, ...proposed } = account;
  const finding: Finding = {
    key: `unmaintained:${account.id}`,
    kind: 'unmaintained',
    accounts: [proposed],
    reasons: [
      {
        code: 'reason.unmaintained',
        facts: { name: account.name, reason: input.reason, by: signature(ctx, post) },
      },
    ],
    thresholds: null,
    basis: rule.basis,
    pack: rule.pack,
    packVersion: rule.version,
  };
  const before = (await lockStanding(ctx.tx, jurisdiction)).find(({ key }) => key === finding.key);
  if (before?.state === 'open' || before?.state === 'ordered')
    throw new Refused('conflict', { code: 'consolidation.named-already', facts: { name: account.name } });
  const fresh = begun(ctx, jurisdiction, finding);
  const proposal = before ? { ...fresh, id: before.id, version: before.version + 1 } : fresh;
  if (before) await updateProposals(ctx.tx, [proposal]);
  else await insertProposals(ctx.tx, [proposal]);
  ctx.audit({
    jurisdiction,
    action: 'consolidation.named',
    subject: { type: 'consolidation', id: proposal.id },
    post: actingPost(post),
    facts: { account: account.id, reason: input.reason },
    after: proposal,
  });
  return done(proposal);
}

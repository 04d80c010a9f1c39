import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { accountForReader } from '../accounts/index.ts';
import { hostPost, supervisingPost } from './abilities.ts';
import { actingPost } from './hold-proposal.ts';
import type { Activity } from './model.ts';
import { type Figures, figureProblem } from './rules-activity.ts';
import { keepFigures } from './store-activity.ts';

/** The host, or the supervisor, writes down how an account was used in a month; later figures replace earlier ones. */
export async function keepActivity(
  ctx: Context,
  input: { readonly jurisdiction: string; readonly accountId: string; readonly figures: Figures },
): Promise<Outcome<Activity>> {
  const account = await accountForReader(ctx, input.jurisdiction, input.accountId);
  const post =
    hostPost(ctx.actor, account.hostUnitId) ??
    supervisingPost(ctx.actor, account.jurisdiction, ctx.geography);
  if (!post) throw new Refused('forbidden');
  if (account.state === 'cancelled')
    throw new Refused('conflict', { code: 'consolidation.account-ended', facts: { name: account.name } });
  const problem = figureProblem(input.figures, ctx.now.day);
  if (problem) return refuse({ code: `consolidation.${problem.code}`, field: problem.field });
  const activity: Activity = {
    ...input.figures,
    jurisdiction: account.jurisdiction,
    accountId: account.id,
    source: 'person',
    recordedAt: ctx.now.iso,
    recordedBy: ctx.actor.personId,
    recordedByName: ctx.actor.name,
    recordedPost: `${post.unitName} ${post.title}`,
  };
  await keepFigures(ctx.tx, [activity]);
  ctx.audit({
    jurisdiction: account.jurisdiction,
    action: 'consolidation.activity',
    subject: { type: 'account', id: account.id },
    post: actingPost(post),
    facts: { ...input.figures },
    after: activity,
  });
  return done(activity);
}

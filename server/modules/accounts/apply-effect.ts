import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { getUnit } from '../directory/index.ts';
import { type Assembled, assembleFiling } from './assemble-filing.ts';
import { altered } from './form-standing.ts';
import { actingPost } from './lock-filing.ts';
import type { Account, AccountMatter, Filing } from './model.ts';
import { announceHost, concludeNotices } from './publish-notice.ts';
import { lockAccount, updateAccount } from './store-accounts.ts';

const FACTS = { change: 'account.changed', close: 'account.closed', cancel: 'account.cancelled' } as const;

/**
 * Puts the effect of a filing into the registry: the one way in which data of an account that is there are altered
 * (WJ-11a). Tells the public of a new host and the modules above of what happened.
 */
export async function applyEffect(ctx: Context, filing: Filing, post: ActorPost | null): Promise<void> {
  const kind = filing.kind as AccountMatter;
  const { jurisdiction } = filing;
  const account = found(await lockAccount(ctx.tx, jurisdiction, filing.accountId ?? ''));
  const after = await effectOf(ctx, await assembleFiling(ctx, filing), account);
  const since = { on: filing.effectOn ?? ctx.now.day, filingId: filing.id };
  await updateAccount(ctx.tx, { ...after, version: account.version + 1 }, since);
  ctx.audit({
    jurisdiction,
    action: FACTS[kind],
    subject: { type: 'account', id: account.id },
    ...(post ? { post: actingPost(post) } : {}),
    facts: { filing: filing.id, number: filing.filingNumber, effectOn: filing.effectOn },
    before: account,
    after: { ...after, version: account.version + 1 },
  });
  await concludeNotices(ctx, filing);
  await announceHost(ctx, filing, account);
  await ctx.announce({
    name: FACTS[kind],
    data: { jurisdiction, accountId: account.id, filingId: filing.id, on: filing.effectOn },
  });
}

async function effectOf(ctx: Context, { filing, changes }: Assembled, account: Account): Promise<Account> {
  if (filing.kind === 'close') return { ...account, state: 'closed', closedOn: filing.effectOn };
  if (filing.kind === 'cancel') return { ...account, state: 'cancelled', cancelledOn: filing.effectOn };
  const changed = altered(account, changes);
  if (!filing.newHost) return changed;
  const host = await getUnit(ctx, filing.newHost.id);
  return { ...changed, hostUnitId: host.id, hostName: host.name, hostPath: host.path };
}

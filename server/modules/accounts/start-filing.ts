import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { filingPost, successorPost } from './abilities.ts';
import { newFiling } from './draft-filing.ts';
import { lapseFiling } from './lapse-filing.ts';
import { actingPost } from './lock-filing.ts';
import { type Account, type AccountMatter, type Filing, filingsFor } from './model.ts';
import { backfileProblem, planBackfile } from './plan-backfile.ts';
import { isGone } from './rules-unit.ts';
import { startBackfile } from './run-clocks.ts';
import { insertFiling, lockUnderWay } from './store.ts';
import { lockAccount } from './store-accounts.ts';

/** Why a filing cannot begin: no form is in force for this unit. */
export function formProblem(ctx: Context, filing: Filing): Problem | null {
  if (filing.form.state === 'in-force' && filing.form.value !== null) return null;
  const jurisdiction = ctx.policy(filing.jurisdiction).jurisdiction.name;
  return {
    code: 'accounts.form-absent',
    facts: { unit: filing.hostName, jurisdiction, kind: filing.kind },
    basis: filing.form.basis,
  };
}

/** What a filing is begun for: an opening for a unit, or something about an account that is there. */
export type StartInput =
  | {
      readonly kind: 'open';
      readonly hostUnitId: string;
      /** The account was open before the regulation and is filed afterwards. */
      readonly backfile?: boolean | undefined;
    }
  | {
      readonly kind: AccountMatter;
      readonly account: { readonly jurisdiction: string; readonly id: string };
    };

/**
 * Begins a draft for a unit in which the actor files. Form and route are those of today and stay with the filing,
 * whatever the regulation says later. Problem accounts.form-absent where no form is in force. On an account at most one
 * filing is under way: throws Refused('conflict') for a second one, and for what its state does not allow.
 */
export async function startFiling(ctx: Context, input: StartInput): Promise<Outcome<Filing>> {
  const { host, post, account } =
    input.kind === 'open' ? await holdHost(ctx, input.hostUnitId) : await holdAccount(ctx, input);
  const policy = ctx.policy(host.jurisdiction);
  const late = input.kind === 'open' && input.backfile === true;
  const backfile = late ? planBackfile(ctx, policy, { ...caseFactsOf(host), matter: 'open' }) : null;
  if (late && !backfile) return refuse(backfileProblem(policy));
  const filing = newFiling(ctx, host, input.kind, account, backfile);
  const problem = formProblem(ctx, filing);
  if (problem) return refuse(problem);
  await insertFiling(ctx.tx, filing);
  await startBackfile(ctx, filing);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.start',
    subject: { type: 'filing', id: filing.id },
    post: actingPost(post),
    facts: {
      kind: filing.kind,
      host: host.id,
      pack: filing.pack,
      packVersion: filing.packVersion,
      ...(account ? { account: account.id } : {}),
      ...(backfile ? { backfile: backfile.dueOn } : {}),
    },
    after: { state: filing.state, pinnedOn: filing.pinnedOn },
  });
  return done(filing);
}

interface Held {
  readonly host: Unit;
  readonly post: ActorPost;
  readonly account: Account | null;
}

async function holdHost(ctx: Context, hostUnitId: string): Promise<Held> {
  const host = await getUnit(ctx, hostUnitId);
  const post = filingPost(ctx.actor, host.id);
  if (!post) throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  return { host, post, account: null };
}

/**
 * Holds the account for its host. Where the host is no more, a unit of the same jurisdiction may take the account over
 * by a change of host; what the old host had under way falls away with it.
 */
async function holdAccount(ctx: Context, input: Extract<StartInput, { account: object }>): Promise<Held> {
  const { jurisdiction, id } = input.account;
  const account = found(await lockAccount(ctx.tx, jurisdiction, id));
  const standing = await getUnit(ctx, account.hostUnitId);
  const gone = isGone(standing, ctx.now.day);
  const post = gone ? successorPost(ctx.actor, account) : filingPost(ctx.actor, account.hostUnitId);
  if (!post) throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  const { kind } = input;
  const { name, state } = account;
  if (gone && kind !== 'change')
    throw new Refused('conflict', { code: 'accounts.take-over-first', facts: { name, host: standing.name } });
  if (!filingsFor[state].includes(kind))
    throw new Refused('conflict', { code: 'accounts.state-bars', facts: { name, state, matter: kind } });
  await refuseSecond(ctx, account, gone);
  return { host: gone ? await getUnit(ctx, post.unitId) : standing, post, account };
}

async function refuseSecond(ctx: Context, account: Account, gone: boolean): Promise<void> {
  const other = await lockUnderWay(ctx.tx, account.jurisdiction, account.id);
  if (!other) return;
  if (gone && other.hostUnitId === account.hostUnitId) return lapseFiling(ctx, other);
  throw new Refused('conflict', {
    code: 'accounts.under-way',
    facts: { name: account.name, kind: other.kind, state: other.state },
  });
}

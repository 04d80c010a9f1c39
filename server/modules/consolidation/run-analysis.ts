import type { ActorPost } from '../../kernel/actor.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { supervisingPost } from './abilities.ts';
import { gatherScreening } from './gather-screening.ts';
import { type Finding, mayMove, type Proposal, type Run, type Thresholds } from './model.ts';
import { screen } from './rules.ts';
import { holdJurisdiction, insertProposals, insertRun, lockStanding, updateProposals } from './store.ts';

/**
 * Looks at all accounts of a jurisdiction anew. What is found again stays the proposal it was; what is found no more is
 * gone; what was dismissed comes back only when more accounts are concerned than when it was. For the supervisor, and
 * for the clock.
 */
export async function runAnalysis(
  ctx: Context,
  { jurisdiction, thresholds }: { readonly jurisdiction: string; readonly thresholds: Thresholds },
): Promise<Outcome<Run>> {
  const post = supervisingPost(ctx.actor, jurisdiction, ctx.geography);
  if (!post && ctx.actor.kind !== 'system') throw new Refused('forbidden');
  await holdJurisdiction(ctx.tx, jurisdiction);
  const standing = await lockStanding(ctx.tx, jurisdiction);
  const screening = await gatherScreening(ctx, jurisdiction, thresholds);
  const findings = screen(screening);
  const known = new Map(standing.map((proposal) => [proposal.key, proposal]));
  const fresh = findings.filter(({ key }) => !known.has(key)).map((each) => begun(ctx, jurisdiction, each));
  const again = findings.flatMap((each) => foundAgain(ctx, known.get(each.key), each));
  const operating = new Set(screening.accounts.map(({ id }) => id));
  const keys = new Set(findings.map(({ key }) => key));
  const gone = standing
    .filter((proposal) => proposal.state === 'open' && !stillThere(proposal, keys, operating))
    .map((proposal): Proposal => ({ ...proposal, state: 'gone', version: proposal.version + 1 }));
  await insertProposals(ctx.tx, fresh);
  await updateProposals(ctx.tx, [...again, ...gone]);
  const run: Run = {
    jurisdiction,
    id: newId(),
    thresholds,
    accounts: screening.accounts.length,
    standing: findings.length,
    appeared: fresh.length,
    gone: gone.length,
    ranAt: ctx.now.iso,
    ranBy: ctx.actor.personId,
    ranByName: ctx.actor.name,
  };
  await insertRun(ctx.tx, run);
  noteRun(ctx, run, post);
  return done(run);
}

/** What was named by hand stands as long as its account runs; everything else as long as it is found. */
function stillThere(
  { kind, key, accounts }: Proposal,
  keys: ReadonlySet<string>,
  operating: ReadonlySet<string>,
): boolean {
  if (kind === 'unmaintained') return accounts.some(({ id }) => operating.has(id));
  return keys.has(key);
}

/** A proposal as it is when it is first made. */
export function begun(ctx: Context, jurisdiction: string, finding: Finding): Proposal {
  const [first] = finding.accounts;
  if (!first) throw new Error('a finding has accounts');
  return {
    ...finding,
    jurisdiction,
    id: newId(),
    hostUnitId: first.hostUnitId,
    hostPath: first.hostPath,
    hostName: [...new Set(finding.accounts.map(({ hostName }) => hostName))].join('、'),
    state: 'open',
    firstSeenAt: ctx.now.iso,
    lastSeenAt: ctx.now.iso,
    dismissedReason: null,
    dismissedBy: null,
    dismissedAt: null,
    action: null,
    mainAccountId: null,
    instruction: null,
    term: null,
    dueOn: null,
    deadlineId: null,
    orderedAt: null,
    orderedBy: null,
    endedAt: null,
    version: 1,
  };
}

function foundAgain(ctx: Context, before: Proposal | undefined, finding: Finding): Proposal[] {
  if (!before || before.state === 'ordered') return [];
  const had = new Set(before.accounts.map(({ id }) => id));
  const more = finding.accounts.some(({ id }) => !had.has(id));
  if (before.state === 'dismissed' && !more) return [];
  const reopens = before.state !== 'open' && mayMove(before.state, 'open');
  const same = digestOf([before.accounts, before.reasons]) === digestOf([finding.accounts, finding.reasons]);
  return [
    {
      ...begun(ctx, before.jurisdiction, finding),
      id: before.id,
      firstSeenAt: before.firstSeenAt,
      // Who is looking at it right now has to see what changed; being found once more alone changes nothing.
      version: before.version + (reopens || !same ? 1 : 0),
    },
  ];
}

function noteRun(ctx: Context, run: Run, post: ActorPost | undefined): void {
  const { jurisdiction, id, thresholds, accounts, standing, appeared, gone } = run;
  ctx.audit({
    jurisdiction,
    action: 'consolidation.analysed',
    subject: { type: 'consolidation-run', id },
    ...(post ? { post: { postId: post.postId, title: post.title, unitName: post.unitName } } : {}),
    facts: { thresholds, accounts, standing, appeared, gone },
  });
}

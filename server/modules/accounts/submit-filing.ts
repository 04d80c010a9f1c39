import { deadlineTitles, filingKindNames } from '../../../contracts/accounts/words.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { computeDue } from '../../policy/calendar/index.ts';
import type { Day } from '../../policy/index.ts';
import { type Approval, startApproval } from '../approvals/index.ts';
import { type Assembled, assembleFiling, contentOf } from './assemble-filing.ts';
import { coreKeys } from './form-model.ts';
import { actingPost, type FilingKey, holdForHost, refuseMove, refuseStale } from './lock-filing.ts';
import { type Filing, type FormValues, outcomeOf } from './model.ts';
import { plainTerm, submissionTerm } from './rules-entries.ts';
import { blocking } from './rules-route.ts';
import { meetClock, planEntries, startBackfile, startEntries, startTerm } from './run-clocks.ts';
import { updateFiling } from './store.ts';
import { lockAccount } from './store-accounts.ts';
import { lockHost } from './store-counters.ts';
import { summaryOf, titleOf } from './summarise-filing.ts';
import { submissionProblem } from './view-checks.ts';

export interface SubmitInput extends FilingKey {
  readonly version: number;
  /** The digest of what was seen; papers that came or went since are noticed. */
  readonly digest?: string | undefined;
}

/**
 * Submits a filing: checks everything the regulation asks, freezes what is filed, starts the decisions on exactly
 * that, and the clocks that count from submission or from an opening or effect already there. Problems: every unmet check.
 */
export async function submitFiling(ctx: Context, input: SubmitInput): Promise<Outcome<Filing>> {
  const { filing, post } = await holdForHost(ctx, input);
  refuseMove(filing, 'in-approval', 'accounts.not-submittable');
  refuseStale(filing, input.version);
  await holdSurroundings(ctx, filing);
  const assembled = await assembleFiling(ctx, filing);
  if (input.digest !== undefined && input.digest !== assembled.digest) {
    throw new Refused('stale', { code: 'accounts.content-seen-differs' });
  }
  const unmet = blocking(assembled.checks);
  if (unmet.length > 0) return refuse(...unmet.flatMap(submissionProblem));
  const frozen = freeze(assembled);
  const dueOn = decisionDue(ctx, assembled);
  const started = await approve(ctx, { ...assembled, filing: frozen }, post, dueOn);
  if (!started.ok) return started;
  const submitted: Filing = {
    ...frozen,
    state: 'in-approval',
    revision: started.value.revision,
    version: filing.version + 1,
    contentDigest: started.value.contentDigest,
    approvalId: started.value.id,
    updatedAt: ctx.now.iso,
    submitted: {
      at: ctx.now.iso,
      personId: ctx.actor.personId,
      personName: ctx.actor.name,
      post: `${post.unitName} ${post.title}`,
    },
  };
  await updateFiling(ctx.tx, submitted);
  await startClocks(ctx, { ...assembled, filing: submitted }, started.value);
  record(ctx, filing, submitted, post);
  return done(submitted);
}

/** Holds what the checks look at: whose places on the platforms are counted, and the account as it stands. */
async function holdSurroundings(ctx: Context, { jurisdiction, hostUnitId, newHost, accountId }: Filing) {
  const hosts = [...new Set([hostUnitId, ...(newHost ? [newHost.id] : [])])].sort();
  for (const id of hosts) await lockHost(ctx.tx, jurisdiction, id);
  if (accountId) await lockAccount(ctx.tx, jurisdiction, accountId);
}

/** What is filed, as it will be decided: system values written down, reasons only where they excuse something. */
function freeze({ filing, filled, checks }: Assembled): Filing {
  const values = Object.fromEntries(
    Object.entries(filled.values).filter(([, value]) => value !== null && value !== ''),
  );
  const excused = new Set(checks.filter((check) => outcomeOf(check) === 'excused').map(({ id }) => id));
  const exceptions = Object.fromEntries(Object.entries(filing.exceptions).filter(([id]) => excused.has(id)));
  const opened = values[coreKeys.openedOn];
  const openedOn = filing.timing === 'after-opening' && typeof opened === 'string' ? opened : null;
  return { ...filing, values, exceptions, checks, openedOn, ...effectOf(filing, values) };
}

/** Of a matter that is filed afterwards: when it took effect and what shows it. */
function effectOf({ timing }: Filing, values: FormValues): Partial<Filing> {
  if (timing !== 'after-effect') return {};
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : null);
  return {
    effectOn: text(coreKeys.effectOn),
    evidence: {
      statementUrl: text(coreKeys.statementUrl),
      historyDeleted: values[coreKeys.historyDeleted] === true,
      note: null,
    },
  };
}

function approve(
  ctx: Context,
  assembled: Assembled,
  post: ActorPost,
  dueOn: Day | null,
): Promise<Outcome<Approval>> {
  const { filing, host, facts, files, chain } = assembled;
  return startApproval(ctx, {
    jurisdiction: filing.jurisdiction,
    subject: { type: 'filing', id: filing.id },
    title: titleOf(filing, assembled.policy),
    href: `/filings/${filing.jurisdiction}/${filing.id}`,
    matter: filingKindNames[filing.kind],
    host,
    post,
    chain,
    facts,
    content: contentOf(filing, filing.values, files),
    summary: summaryOf(assembled),
    dueOn,
  });
}

function decisionDue(ctx: Context, { policy, facts }: Assembled): Day | null {
  const term = plainTerm(policy, facts, 'filing.decision.term');
  return term && computeDue(ctx.calendar, ctx.now.day, term.term).due.slice(0, 10);
}

/** The clocks of a submission: outside entries that count from it, the opening or the effect, the filing's own term, the answer. */
async function startClocks(ctx: Context, assembled: Assembled, approval: Approval): Promise<void> {
  const { filing, policy, facts, host } = assembled;
  await meetClock(ctx, filing, 'filing.supplement.term');
  await planEntries(ctx, assembled);
  await startEntries(ctx, filing, 'submission', ctx.now.day);
  if (filing.openedOn && !filing.backfile) await startEntries(ctx, filing, 'opening', filing.openedOn);
  if (filing.effectOn) await startEntries(ctx, filing, 'effect', filing.effectOn);
  if (filing.backfile) {
    // Submitting is what the term asks; whether it was in time stays to be seen.
    await startBackfile(ctx, filing);
    await meetClock(ctx, filing, filing.backfile.rule);
  }
  const own = filing.backfile ? null : submissionTerm(policy, facts, filing.timing);
  const first = assembled.filing.revision === 1;
  const since = filing.openedOn ?? filing.effectOn;
  if (own && since && first) {
    // Submitting meets the term at once; the clock is kept to show whether it was in time.
    const title = deadlineTitles.filing(filingKindNames[filing.kind], filing.name ?? '');
    await startTerm(ctx, filing, own, {
      ownerUnitId: host.id,
      aboveUnitId: null,
      title,
      from: since,
    });
    await meetClock(ctx, filing, own.rule);
  }
  const answer = plainTerm(policy, facts, 'filing.decision.term');
  const decider = approval.steps.find(({ unitId }) => unitId !== host.id);
  if (answer && decider) {
    const title = deadlineTitles.decision(filing.name ?? '');
    await startTerm(ctx, filing, answer, {
      ownerUnitId: decider.unitId,
      aboveUnitId: null,
      title,
      from: ctx.now.day,
    });
  }
}

function record(ctx: Context, before: Filing, after: Filing, post: ActorPost): void {
  ctx.audit({
    jurisdiction: after.jurisdiction,
    action: 'filing.submit',
    subject: { type: 'filing', id: after.id },
    post: actingPost(post),
    facts: {
      revision: after.revision,
      digest: after.contentDigest,
      exceptions: Object.keys(after.exceptions),
      openedOn: after.openedOn,
      effectOn: after.effectOn,
    },
    before: { state: before.state, version: before.version },
    after: { state: after.state, version: after.version, values: after.values },
  });
}

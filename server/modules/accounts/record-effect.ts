import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { listFiles } from '../../kernel/files.ts';
import { done, found, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import { computeDue } from '../../policy/calendar/index.ts';
import type { Day } from '../../policy/index.ts';
import { applyEffect } from './apply-effect.ts';
import { EFFECT_EVIDENCE, filingSubject } from './assemble-filing.ts';
import { completeFiling } from './complete-filing.ts';
import { actingPost, type FilingKey, holdForHost, refuseMove, refuseStale } from './lock-filing.ts';
import type { AccountMatter, Evidence, Filing } from './model.ts';
import type { PublicNotice } from './notice-model.ts';
import { noticesOf } from './publish-notice.ts';
import { refuseGone } from './refuse-gone.ts';
import { type EffectFacts, effectProblems } from './rules-effect.ts';
import { earliestEffect } from './rules-notice.ts';
import { startEntries } from './run-clocks.ts';
import { updateFiling } from './store.ts';

export interface EffectInput extends FilingKey {
  readonly version: number;
  readonly effectOn: Day;
  readonly statementUrl?: string | undefined;
  readonly historyDeleted?: boolean | undefined;
  readonly note?: string | undefined;
}

const FIELDS = {
  effectOn: 'effectOn',
  statementUrl: 'statementUrl',
  historyDeleted: 'historyDeleted',
} as const;

/**
 * Records that an approved change, closing or cancellation has taken effect on the platform, and alters the registry.
 * Refused while a public notice still runs (LZ-13c), by the server's clock; problems accounts.notice-running,
 * effect-in-future, effect-before-opening, statement-missing, history-not-deleted.
 */
export async function recordEffect(ctx: Context, input: EffectInput): Promise<Outcome<Filing>> {
  const { filing, post } = await holdForHost(ctx, input);
  refuseMove(filing, 'effected', 'accounts.not-approved-for-effect');
  refuseStale(filing, input.version);
  await refuseGone(ctx, filing);
  const evidence: Evidence = {
    statementUrl: input.statementUrl || null,
    historyDeleted: input.historyDeleted ?? false,
    note: input.note || null,
  };
  const problems = await problemsOf(ctx, filing, input.effectOn, evidence);
  if (problems.length > 0) return refuse(...problems);
  const effected: Filing = {
    ...filing,
    state: 'effected',
    effectOn: input.effectOn,
    effectedAt: ctx.now.iso,
    effectedBy: `${post.unitName} ${post.title} ${ctx.actor.name}`,
    evidence,
    version: filing.version + 1,
    updatedAt: ctx.now.iso,
  };
  await updateFiling(ctx.tx, effected);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.effected',
    subject: filingSubject(filing),
    post: actingPost(post),
    facts: { effectOn: effected.effectOn, ...evidence },
    before: { state: filing.state, version: filing.version },
    after: { state: effected.state, version: effected.version },
  });
  await applyEffect(ctx, effected, post);
  await startEntries(ctx, effected, 'effect', input.effectOn);
  return done(await completeFiling(ctx, effected));
}

async function problemsOf(
  ctx: Context,
  filing: Filing,
  effectOn: Day,
  evidence: Evidence,
): Promise<Problem[]> {
  const notice = runningNotice(ctx, await noticesOf(ctx, filing));
  // Deny by default: what the public has to be told of beforehand does not take effect without a notice.
  if (filing.pins?.notice.value && !notice) throw new Refused('conflict', { code: 'accounts.notice-absent' });
  const files = await listFiles(ctx, filing.jurisdiction, filingSubject(filing));
  const facts: EffectFacts = {
    matter: filing.kind as AccountMatter,
    effectOn,
    today: ctx.now.day,
    openedOn: filing.standing?.openedOn ?? null,
    pins: found(filing.pins),
    evidence,
    shots: files.filter(({ label }) => label === EFFECT_EVIDENCE).length,
    leadOn: leadOn(ctx, filing),
    notice,
  };
  return effectProblems(facts, FIELDS);
}

/** The notice that has to run before the effect, with the first day on which it may come. */
export function runningNotice(ctx: Context, notices: readonly PublicNotice[]): EffectFacts['notice'] {
  const notice = notices.find(({ run, state }) => run !== null && state === 'standing');
  if (!notice?.run) return null;
  return { notice, earliestOn: earliestEffect(ctx.calendar, notice.publishedOn, notice.run) };
}

function leadOn(ctx: Context, { pins, submitted }: Filing): Day | null {
  const term = pins?.lead.value;
  if (!term || !submitted) return null;
  return computeDue(ctx.calendar, dayOf(submitted.at), term).due.slice(0, 10);
}

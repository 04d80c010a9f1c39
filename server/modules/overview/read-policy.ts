import type { z } from 'zod';
import type {
  clauseTrace,
  Holding,
  holds,
  holdsQuery,
  Regulation,
  regulationDetail,
} from '../../../contracts/policy/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import {
  type CaseFacts,
  type Pack,
  type PackSet,
  type Policy,
  type RuleId,
  rulesNamed,
  traceOf,
} from '../../policy/index.ts';
import { caseFactsOf, getUnit } from '../directory/index.ts';
import { viewHolding, viewJurisdiction, viewRecord, viewRegulation } from './view-policy.ts';

/** The regulations that are loaded, those of the actor's own jurisdictions and above first. */
export function listRegulations(ctx: Context, packs: PackSet): Regulation[] {
  const { reach } = ctx.actor;
  const near = (pack: Pack) => (reach === '*' || reach.includes(pack.jurisdiction) ? 0 : 1);
  return [...packs.packs]
    .sort((a, b) => near(a) - near(b))
    .map((pack) => viewRegulation(pack, ctx.now.day, ctx.geography));
}

/** One regulation with every dated value in words. */
export function readRegulation(ctx: Context, packs: PackSet, id: string): z.infer<typeof regulationDetail> {
  const pack = found(packs.packs.find((p) => p.id === id));
  return {
    ...viewRegulation(pack, ctx.now.day, ctx.geography),
    entries: pack.records.map((record) => viewRecord(record, packs)),
  };
}

/** What holds on a day for a unit (with its own facts) or for a jurisdiction; today and one's own unit by default. */
export async function readHolds(
  ctx: Context,
  query: z.output<typeof holdsQuery>,
): Promise<z.infer<typeof holds>> {
  const own = ctx.actor.posts[0];
  const unitId = query.unit ?? (query.jurisdiction === undefined ? own?.unitId : undefined);
  const unit = unitId === undefined ? null : await getUnit(ctx, unitId);
  const code = unit?.jurisdiction ?? query.jurisdiction;
  if (code === undefined || !ctx.geography.get(code)) throw new Refused('not-found');
  const policy = ctx.policy(code, query.on);
  return {
    jurisdiction: viewJurisdiction(policy.jurisdiction),
    unitName: unit?.name ?? null,
    on: policy.on,
    levels: [...policy.path].reverse().map(viewJurisdiction),
    rules: holdingsOf(policy, query.rule, unit ? caseFactsOf(unit) : undefined),
    warnings: policy.warnings.map((w) => w.text),
  };
}

function holdingsOf(policy: Policy, prefix: string | undefined, facts: CaseFacts | undefined): Holding[] {
  return rulesNamed(policy, prefix).map((rule) => viewHolding(policy, policy.get(rule as RuleId, facts)));
}

/** Every clause of every loaded regulation: enforced by code, recorded as data, or not yet. */
export function readTrace(packs: PackSet): z.infer<typeof clauseTrace> {
  const rows = traceOf(packs);
  const titles = new Map(packs.packs.map((p) => [p.id, p.title]));
  const count = (status: string) => rows.filter((r) => r.status === status).length;
  return {
    items: rows.map((row) => ({
      id: row.id,
      regulation: titles.get(row.pack) ?? row.pack,
      article: row.article,
      capability: row.capability,
      summary: row.summary,
      status: row.status,
      where: row.where,
      test: row.test,
      note: row.note,
    })),
    counts: { enforced: count('enforced'), recorded: count('recorded'), notEnforced: count('not-enforced') },
  };
}

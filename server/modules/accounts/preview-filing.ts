import type { FilingPreview } from '../../../contracts/accounts/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';
import { getUnit } from '../directory/index.ts';
import { filingPost } from './abilities.ts';
import { assembleFiling } from './assemble-filing.ts';
import { type Check, type Filing, outcomeOf } from './model.ts';
import { plannedEntries } from './rules-entries.ts';
import { formProblem, newFiling } from './start-filing.ts';
import { checkView } from './view-checks.ts';
import { dutyView, plannedRoute, slotView } from './view-form.ts';

/** What can be said before anything is filled in: the unit itself and the way. */
const BEFOREHAND = ['unit-nature', 'unit-level', 'no-section-unit', 'route'];

/** What a unit would meet if it began now: whether it may open an account at all, by which form and route, with which papers. */
export async function previewFiling(ctx: Context, unitId: string): Promise<FilingPreview> {
  const host = await getUnit(ctx, unitId);
  const mine = filingPost(ctx.actor, host.id) !== null;
  if (!mine && !ctx.actor.posts.some(({ unitId: own }) => host.path.includes(own))) {
    throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  }
  const filing = newFiling(ctx, host, 'open');
  const policy = ctx.policy(host.jurisdiction);
  const head = {
    host: { id: host.id, name: host.name },
    jurisdictionName: policy.jurisdiction.name,
    timing: filing.timing,
    warnings: policy.warnings.map(({ text }) => text),
  };
  const absent = absentForm(ctx, filing);
  if (absent) {
    const route = {
      state: 'no-chain' as const,
      title: null,
      steps: [],
      message: null,
      basis: [...filing.chain.basis],
    };
    return {
      ...head,
      formTitle: '',
      checks: [checkView(absent)],
      route,
      duties: [],
      attachments: [],
      abilities: { start: false },
    };
  }
  const { checks, form, route, facts } = await assembleFiling(ctx, filing);
  const telling = checks.filter(({ id }) => BEFOREHAND.includes(id));
  return {
    ...head,
    formTitle: form.title,
    checks: telling.map(checkView),
    route: plannedRoute(route, filing.chain.basis),
    duties: plannedEntries(policy, facts, filing.timing).map(dutyView),
    attachments: form.slots.map((slot) => slotView(slot, [])),
    abilities: { start: mine && telling.every((check) => outcomeOf(check) !== 'unmet') },
  };
}

function absentForm(ctx: Context, filing: Filing): Check | null {
  const problem = formProblem(ctx, filing);
  if (!problem) return null;
  return {
    id: 'form',
    group: 'form',
    problems: [problem],
    strength: 'refuse',
    basis: filing.form.basis,
    reason: null,
  };
}

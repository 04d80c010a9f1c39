import type { FilingPreview } from '../../../contracts/accounts/wire.ts';
import { filingKindNames } from '../../../contracts/accounts/words.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import type { Matter, Policy } from '../../policy/index.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { filingPost, successorPost } from './abilities.ts';
import { assembleFiling } from './assemble-filing.ts';
import { newFiling } from './draft-filing.ts';
import { type Account, type AccountMatter, type Check, type Filing, outcomeOf } from './model.ts';
import { planBackfile } from './plan-backfile.ts';
import { plannedEntries } from './rules-entries.ts';
import { isGone } from './rules-unit.ts';
import { formProblem } from './start-filing.ts';
import { readAccount } from './store-accounts.ts';
import { checkView } from './view-checks.ts';
import { dutyView, plannedRoute, slotView } from './view-form.ts';
import { aheadView, backfileView } from './view-matters.ts';

/** What can be said before anything is filled in: the unit itself, the account as it stands, and the way. */
const BEFOREHAND = ['unit-nature', 'unit-level', 'no-section-unit', 'host-stands', 'account-state', 'route'];

/** What a unit would meet if it began now: whether it may open an account at all, by which form and route, with which papers. */
export async function previewOpening(ctx: Context, unitId: string, late: boolean): Promise<FilingPreview> {
  return preview(ctx, await getUnit(ctx, unitId), 'open', null, late);
}

/** What the host of an account would meet if it began to change, close or cancel it. */
export async function previewMatter(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string },
  kind: AccountMatter,
): Promise<FilingPreview> {
  const account = found(await readAccount(ctx.tx, key.jurisdiction, key.id));
  const host = await getUnit(ctx, account.hostUnitId);
  const successor = isGone(host, ctx.now.day) ? successorPost(ctx.actor, account) : null;
  return preview(ctx, successor ? await getUnit(ctx, successor.unitId) : host, kind, account);
}

async function preview(
  ctx: Context,
  host: Unit,
  kind: Matter,
  account: Account | null,
  late = false,
): Promise<FilingPreview> {
  const mine = filingPost(ctx.actor, host.id) !== null;
  if (!mine && !ctx.actor.posts.some(({ unitId: own }) => host.path.includes(own))) {
    throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  }
  const policy = ctx.policy(host.jurisdiction);
  const backfile = kind === 'open' ? planBackfile(ctx, policy, { ...caseFactsOf(host), matter: kind }) : null;
  const filing = newFiling(ctx, host, kind, account, late ? backfile : null);
  const head = { ...headView(filing, account, policy), backfile: backfileView(ctx, backfile) };
  const absent = absentForm(ctx, filing);
  if (absent) return { ...head, ...withoutForm(filing, absent) };
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

function headView(filing: Filing, account: Account | null, policy: Policy) {
  return {
    kind: filing.kind,
    kindName: filingKindNames[filing.kind],
    account: account && { id: account.id, name: account.name, platformName: account.platformName },
    host: { id: filing.hostUnitId, name: filing.hostName },
    jurisdictionName: policy.jurisdiction.name,
    timing: filing.timing,
    warnings: policy.warnings.map(({ text }) => text),
    ...aheadView(filing),
  };
}

function withoutForm(filing: Filing, absent: Check) {
  return {
    formTitle: '',
    checks: [checkView(absent)],
    route: {
      state: 'no-chain' as const,
      title: null,
      steps: [],
      message: null,
      basis: [...filing.chain.basis],
    },
    duties: [],
    attachments: [],
    abilities: { start: false },
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

import type { Context } from '../../kernel/context.ts';
import type { KeptFile } from '../../kernel/files.ts';
import { computeDue } from '../../policy/calendar/index.ts';
import type { Answer, CaseFacts, Chain, Day, Policy } from '../../policy/index.ts';
import type { Route } from '../approvals/index.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import type { FilledForm, FilledFrom } from './fill-form.ts';
import { type Change, coreKeys, type FormModel } from './form-model.ts';
import { platformsOf } from './list-platforms.ts';
import type { Account, Filing, FormValues, Standing } from './model.ts';
import { consentingPosts, NEW_HOST_STEP } from './route-filing.ts';
import type { Claim, FilingFacts } from './rules-facts.ts';
import { isGone } from './rules-unit.ts';
import { readClaims } from './store.ts';
import { readLiving } from './store-accounts.ts';
import { readUidHolder } from './store-claims.ts';

/** A filing with the questions it is asked and the way it takes. */
export interface Parts {
  readonly filing: Filing;
  readonly host: Unit;
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly form: FormModel;
  readonly filled: FilledForm;
  readonly files: readonly KeptFile[];
  /** The pinned chain, with the consent of a new host where there is one. */
  readonly chain: Answer<Chain>;
  readonly route: Route;
  /** What a change alters. */
  readonly changes: readonly Change[];
}

/** The account a filing is about, as it stands while the host may change the filing, as it stood afterwards. */
export interface About {
  /** The host may still change the filing. */
  readonly open: boolean;
  readonly account: Account | null;
  readonly standing: Standing | null;
  readonly newHost: Unit | null;
  readonly from: FilledFrom | null;
}

/** Everything a filing is checked against, read as it stands. */
export async function filingFacts(ctx: Context, parts: Parts, about: About): Promise<FilingFacts> {
  const { filing, host, policy, facts, form, filled, files, route } = parts;
  const others = await claimsOf(ctx, filing, host.id);
  return {
    host,
    policy,
    facts,
    timing: filing.timing,
    form,
    values: filled.values,
    exceptions: filing.exceptions,
    files: countByLabel(files),
    platforms: platformsOf(policy, facts),
    others,
    uidHolder: await holderOfUid(ctx, filing, filled.values),
    today: ctx.now.day,
    earliestOpening: earliestOpening(ctx, policy, facts),
    routeProblems: route.problems,
    routeBasis: filing.chain.basis,
    consentingPosts: consentingPosts(route, host),
    backfile: filing.backfile,
    account: await accountFacts(ctx, parts, about),
  };
}

/** What a unit has and claims on the platforms, apart from what this filing is about. */
async function claimsOf(ctx: Context, filing: Filing, hostUnitId: string): Promise<Claim[]> {
  const about = { jurisdiction: filing.jurisdiction, hostUnitId };
  const living = await readLiving(ctx.tx, { ...about, except: filing.accountId });
  return [...living, ...(await readClaims(ctx.tx, { ...about, except: filing.id }))];
}

async function accountFacts(
  ctx: Context,
  { filing, host, changes, route }: Parts,
  { standing, newHost }: About,
): Promise<FilingFacts['account']> {
  const { kind, pins } = filing;
  if (kind === 'open' || !standing || !pins) return null;
  const consents = route.seats.some(
    ({ step, unit }) => step.id === NEW_HOST_STEP && unit?.id === newHost?.id,
  );
  return {
    matter: kind,
    standing,
    pins,
    changes,
    takesOver: standing.hostUnitId !== host.id,
    hostGone: isGone(await getUnit(ctx, standing.hostUnitId), ctx.now.day),
    newHost: newHost && {
      unit: newHost,
      facts: { ...caseFactsOf(newHost), matter: kind, platform: filing.platform ?? undefined },
      sameJurisdiction: newHost.jurisdiction === filing.jurisdiction,
      others: await claimsOf(ctx, filing, newHost.id),
      seated: consents || newHost.id === host.id,
    },
    reasons: filing.form.value?.reasons?.[kind],
  };
}

function countByLabel(files: readonly KeptFile[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of files) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

async function holderOfUid(
  ctx: Context,
  filing: Filing,
  values: FormValues,
): Promise<FilingFacts['uidHolder']> {
  if (filing.platform === null) return null;
  const { platform, id, accountId: account } = filing;
  for (const key of [coreKeys.uid, coreKeys.otherUid]) {
    const uid = values[key];
    if (typeof uid !== 'string' || uid === '') continue;
    const holder = await readUidHolder(ctx.tx, { platform, uid, filing: id, account });
    if (holder) return holder;
  }
  return null;
}

function earliestOpening(ctx: Context, policy: Policy, facts: CaseFacts): Day | null {
  if (facts.matter !== 'open') return null;
  const { value } = policy.get('filing.lead.open', facts);
  return value ? computeDue(ctx.calendar, ctx.now.day, value).due.slice(0, 10) : null;
}

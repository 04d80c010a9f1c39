import { filingKindNames } from '../../../contracts/accounts/words.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import type { Context } from '../../kernel/context.ts';
import { type KeptFile, listFiles } from '../../kernel/files.ts';
import { computeDue } from '../../policy/calendar/index.ts';
import type { CaseFacts, Day, Form, Policy } from '../../policy/index.ts';
import { type Route, resolveRoute } from '../approvals/index.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { buildForm } from './build-form.ts';
import { type FilledForm, fillForm } from './fill-form.ts';
import { coreKeys, type FormModel } from './form-model.ts';
import { platformsOf } from './list-platforms.ts';
import { type Check, editableStates, type Filing, type FormValues } from './model.ts';
import type { FilingFacts } from './rules-facts.ts';
import { checkOpening, consentSlot } from './rules-opening.ts';
import { readClaims } from './store.ts';
import { readLiving, readUidHolder } from './store-accounts.ts';

/** A filing with everything that is asked of it, as it stands. */
export interface Assembled {
  readonly filing: Filing;
  readonly host: Unit;
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly form: FormModel;
  readonly filled: FilledForm;
  readonly files: readonly KeptFile[];
  readonly route: Route;
  readonly checks: readonly Check[];
  /** Digest of what would be, or was, submitted. */
  readonly digest: string;
}

/** Receipts of outside entries come after the decision and are no part of what was decided. */
const RECEIPT = 'entry.';

/** The subject under which a filing's files are kept. */
export function filingSubject(filing: Pick<Filing, 'id'>): { type: string; id: string } {
  return { type: 'filing', id: filing.id };
}

export function receiptLabel(entryId: string): string {
  return `${RECEIPT}${entryId}`;
}

/**
 * Brings together what a filing says and what the regulation it was begun under asks of it. While the host may change
 * it, everything is checked anew; afterwards the checks stand as they were decided.
 */
export async function assembleFiling(ctx: Context, filing: Filing): Promise<Assembled> {
  const host = await getUnit(ctx, filing.hostUnitId);
  const policy = ctx.policy(filing.jurisdiction, filing.pinnedOn);
  const facts: CaseFacts = {
    ...caseFactsOf(host),
    matter: filing.kind,
    platform: filing.platform ?? undefined,
  };
  const asked = buildForm({
    form: formOf(filing),
    formBasis: filing.form.basis,
    policy,
    facts,
    timing: filing.timing,
  });
  const matter = filingKindNames[filing.kind];
  const route = await resolveRoute(ctx, { host, chain: filing.chain, facts, matter });
  const consent = consentSlot({ policy, facts, consentingPosts: consentingPosts(route, host) });
  const form = consent ? { ...asked, slots: [...asked.slots, consent] } : asked;
  const open = editableStates.includes(filing.state);
  const filled = open ? await fillForm(ctx, host, form, filing.values) : filledAlready(filing.values);
  const files = await listFiles(ctx, filing.jurisdiction, filingSubject(filing));
  const parts = { filing, host, policy, facts, form, filled, files, route };
  const checks = open ? checkOpening(await filingFacts(ctx, parts)) : filing.checks;
  return { ...parts, checks, digest: contentDigest(filing, filled.values, files) };
}

/** The form as pinned when the filing was begun; a filing cannot begin without one. */
export function formOf(filing: Filing): Form {
  if (!filing.form.value) throw new Error(`filing ${filing.id} has no form`);
  return filing.form.value;
}

function filledAlready(values: FormValues): FilledForm {
  return { values, system: new Set(Object.keys(values)), suggestions: new Map() };
}

/** Everything that is decided on: what is filed, for whom, all answers, reasons for exceptions, and the papers by content. */
export function contentOf(filing: Filing, values: FormValues, files: readonly KeptFile[]): object {
  const papers = files
    .filter(({ label }) => !label.startsWith(RECEIPT))
    .map(({ label, name, sha256 }) => ({ label, name, sha256 }));
  const answers = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== ''),
  );
  return {
    kind: filing.kind,
    host: filing.hostUnitId,
    values: answers,
    exceptions: filing.exceptions,
    papers,
  };
}

export function contentDigest(filing: Filing, values: FormValues, files: readonly KeptFile[]): string {
  return digestOf(contentOf(filing, values, files));
}

function consentingPosts(route: Route, host: Unit): string[] {
  return route.seats
    .filter(({ unit, step }) => unit?.id === host.id && ['consent', 'approve', 'sign'].includes(step.kind))
    .map(({ step }) => step.post);
}

type Parts = Omit<Assembled, 'checks' | 'digest'>;

async function filingFacts(ctx: Context, parts: Parts): Promise<FilingFacts> {
  const { filing, host, policy, facts, form, filled, files, route } = parts;
  const about = { jurisdiction: filing.jurisdiction, hostUnitId: host.id };
  const living = await readLiving(ctx.tx, { ...about, except: filing.accountId });
  const claims = await readClaims(ctx.tx, { ...about, except: filing.id });
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
    others: [...living, ...claims],
    uidHolder: await holderOfUid(ctx, filing, filled.values),
    today: ctx.now.day,
    earliestOpening: earliestOpening(ctx, policy, facts),
    routeProblems: route.problems,
    routeBasis: filing.chain.basis,
    consentingPosts: consentingPosts(route, host),
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
  const uid = values[coreKeys.uid];
  if (typeof uid !== 'string' || uid === '' || filing.platform === null) return null;
  return readUidHolder(ctx.tx, {
    jurisdiction: filing.jurisdiction,
    platform: filing.platform,
    uid,
    except: filing.accountId,
  });
}

function earliestOpening(ctx: Context, policy: Policy, facts: CaseFacts): Day | null {
  const { value } = policy.get('filing.lead.open', facts);
  return value ? computeDue(ctx.calendar, ctx.now.day, value).due.slice(0, 10) : null;
}

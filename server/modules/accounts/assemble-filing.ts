import { filingKindNames } from '../../../contracts/accounts/words.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import type { Context } from '../../kernel/context.ts';
import { type KeptFile, listFiles } from '../../kernel/files.ts';
import { found } from '../../kernel/outcome.ts';
import type { CaseFacts, Form, Policy } from '../../policy/index.ts';
import { resolveRoute } from '../approvals/index.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { buildForm } from './build-form.ts';
import { type FilledForm, fillForm } from './fill-form.ts';
import { changesOf, standingOf } from './form-standing.ts';
import { type About, filingFacts, type Parts } from './gather-facts.ts';
import { type Account, type Check, editableStates, type Filing, type FormValues } from './model.ts';
import { consentingPosts, withNewHost } from './route-filing.ts';
import { checkFiling } from './rules-filing.ts';
import { consentSlot } from './rules-route.ts';
import { readAccount } from './store-accounts.ts';

/** A filing with everything that is asked of it, as it stands. */
export interface Assembled extends Parts {
  /** The account as it stands now; null for an opening that is not approved. */
  readonly account: Account | null;
  readonly checks: readonly Check[];
  /** Digest of what would be, or was, submitted. */
  readonly digest: string;
}

/** Receipts of outside entries and what shows the effect come after the decision and are no part of what was decided. */
const RECEIPT = 'entry.';
export const EFFECT_EVIDENCE = 'effect.evidence';

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
  const about = await aboutAccount(ctx, filing);
  const form = await formFor(ctx, { filing, host, policy, facts, about });
  const filled = about.open
    ? await fillForm(ctx, host, form.model, filing.values, about.from)
    : filledAlready(filing.values);
  const files = await listFiles(ctx, filing.jurisdiction, filingSubject(filing));
  const current = about.standing ? { ...filing, standing: about.standing } : filing;
  const changes = changesOf(form.model, current, filled.values);
  const { chain, route } = form;
  const parts = {
    filing: current,
    host,
    policy,
    facts,
    form: form.model,
    filled,
    files,
    chain,
    route,
    changes,
  };
  const checks = about.open ? checkFiling(await filingFacts(ctx, parts, about)) : filing.checks;
  return { ...parts, account: about.account, checks, digest: contentDigest(current, filled.values, files) };
}

async function aboutAccount(ctx: Context, filing: Filing): Promise<About> {
  const open = editableStates.includes(filing.state);
  if (filing.kind === 'open') return { open, account: null, standing: null, newHost: null, from: null };
  const account = found(await readAccount(ctx.tx, filing.jurisdiction, filing.accountId ?? ''));
  const standing = open ? standingOf(account) : found(filing.standing);
  const newHost = filing.newHost ? await getUnit(ctx, filing.newHost.id) : null;
  return { open, account, standing, newHost, from: { kind: filing.kind, standing } };
}

interface Asked {
  readonly filing: Filing;
  readonly host: Unit;
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly about: About;
}

/** The questions of the filing and the way it takes: papers follow from who consents on the way. */
async function formFor(ctx: Context, { filing, host, policy, facts, about }: Asked) {
  const { standing, newHost } = about;
  const { pins, values } = filing;
  const asked = buildForm({
    form: formOf(filing),
    formBasis: filing.form.basis,
    policy,
    facts,
    timing: filing.timing,
    account: standing && pins ? { standing, pins, values, newHost } : null,
  });
  const chain = withNewHost(filing, newHost);
  const matter = filingKindNames[filing.kind];
  const route = await resolveRoute(ctx, { host, chain, facts, matter });
  const consent = consentSlot({ policy, facts, consentingPosts: consentingPosts(route, host) });
  const model = consent ? { ...asked, slots: [...asked.slots, consent] } : asked;
  return { model, chain, route };
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
    .filter(({ label }) => !label.startsWith(RECEIPT) && label !== EFFECT_EVIDENCE)
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
    ...(filing.standing ? { account: filing.accountId, standing: filing.standing } : {}),
  };
}

export function contentDigest(filing: Filing, values: FormValues, files: readonly KeptFile[]): string {
  return digestOf(contentOf(filing, values, files));
}

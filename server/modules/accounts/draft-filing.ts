import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import type { CaseFacts, Matter, Policy } from '../../policy/index.ts';
import { caseFactsOf, type Unit } from '../directory/index.ts';
import { buildForm } from './build-form.ts';
import { coreKeys, fieldsOf } from './form-model.ts';
import { standingOf, standingValues } from './form-standing.ts';
import type { Account, AccountMatter, Backfile, Filing, Pins, Timing } from './model.ts';

/** A draft for a unit as it would begin now: form, route and order of things as they hold today. Nothing is written. */
export function newFiling(
  ctx: Context,
  host: Unit,
  kind: Matter,
  account: Account | null,
  backfile: Backfile | null = null,
): Filing {
  const policy = ctx.policy(host.jurisdiction);
  const facts = { ...caseFactsOf(host), matter: kind, platform: account?.platform };
  const form = policy.get(`filing.form.${kind}`, facts);
  const pins = kind === 'open' ? null : pinsOf(policy, kind, facts);
  const blank: Filing = {
    ...NOTHING_YET,
    jurisdiction: host.jurisdiction,
    id: newId(),
    kind,
    accountId: account?.id ?? null,
    hostUnitId: host.id,
    hostName: host.name,
    hostPath: host.path,
    name: account?.name ?? null,
    platform: account?.platform ?? null,
    form,
    chain: policy.get(`filing.chain.${kind}`, facts),
    // An account that is made up for has been open for long.
    timing: backfile ? 'after-opening' : timingOf(policy, kind, facts, pins),
    pack: form.pack,
    packVersion: form.version,
    pinnedOn: ctx.now.day,
    createdAt: ctx.now.iso,
    createdBy: ctx.actor.personId,
    updatedAt: ctx.now.iso,
    standing: account && standingOf(account),
    pins,
    backfile,
  };
  return account ? { ...blank, ...beginning(ctx, blank, account, host) } : blank;
}

const NOTHING_YET = {
  state: 'draft',
  revision: 1,
  version: 1,
  values: {},
  exceptions: {},
  checks: [],
  contentDigest: null,
  approvalId: null,
  filingNumber: null,
  openedOn: null,
  submitted: null,
  approvedAt: null,
  openedAt: null,
  openedBy: null,
  registeredAt: null,
  newHost: null,
  effectOn: null,
  effectedAt: null,
  effectedBy: null,
  evidence: null,
  backfile: null,
} as const;

/** What of the regulation is needed later, kept as it holds today. */
function pinsOf(policy: Policy, matter: AccountMatter, facts: CaseFacts): Pins {
  return {
    notice: policy.get(`${matter}.notice.minimum`, facts),
    lead: policy.get(`filing.lead.${matter}`, facts),
    statement: policy.get('close.statement-on-platform', facts),
    hostNotice: policy.get('change.host-notice', facts),
    meaning: policy.get(`filing.meaning.${matter}`, facts),
  };
}

/**
 * Where nothing says otherwise the filing comes first: the cautious order. So it does wherever the public has to be
 * told beforehand.
 */
function timingOf(policy: Policy, kind: Matter, facts: CaseFacts, pins: Pins | null): Timing {
  if (kind === 'open') return policy.get('filing.timing.open', facts).value ?? 'before-opening';
  if (pins?.notice.value) return 'before-effect';
  return policy.get(`filing.timing.${kind}`, facts).value ?? 'before-effect';
}

/**
 * A change begins with the account as it is: what is written differently is what changes. An end begins with whom to
 * ask; the rest the system knows.
 */
function beginning(
  ctx: Context,
  filing: Filing,
  account: Account,
  host: Unit,
): Pick<Filing, 'values' | 'newHost'> {
  const { standing, pins, pinnedOn: on } = filing;
  const newHost = host.id === account.hostUnitId ? null : { id: host.id, name: host.name };
  if (!filing.form.value || !standing || !pins) return { values: {}, newHost };
  const known = { ...standingValues(standing), ...(newHost ? { [coreKeys.newHost]: newHost.id } : {}) };
  const model = buildForm({
    form: filing.form.value,
    formBasis: filing.form.basis,
    policy: ctx.policy(filing.jurisdiction, on),
    facts: { ...caseFactsOf(host), matter: filing.kind, platform: account.platform },
    timing: filing.timing,
    account: { standing, pins, values: known, newHost },
  });
  const typed = fieldsOf(model).filter(({ auto }) => filing.kind === 'change' || auto === 'contact');
  const asked = new Set(typed.map(({ key }) => key));
  const values = Object.entries(known).filter(
    ([key, value]) => asked.has(key) && key !== coreKeys.platform && value !== null && value !== '',
  );
  return { values: Object.fromEntries(values), newHost };
}

import { intakeColumns, intakeText } from '../../../contracts/intake/words.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Answer, Chain, Day, Form } from '../../policy/index.ts';
import { coreKeys } from './form-model.ts';
import type { Account, Detail, Filing, FormValues } from './model.ts';
import { insertClaims } from './store-claims.ts';
import { nextNumber, passNumbers } from './store-counters.ts';
import { deleteTaken, insertTaken, readTaken, type TakenPair } from './store-taken.ts';

/** An account of a registry that was kept elsewhere, checked and ready to be taken in. */
export interface AccountTaken {
  readonly jurisdiction: string;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly hostPath: readonly string[];
  readonly platform: string;
  readonly platformName: string;
  readonly channelKind: Account['channelKind'];
  readonly name: string;
  readonly uid: string | null;
  readonly url: string | null;
  readonly certification: string | null;
  readonly reason: string | null;
  /** The number under which it was filed before; a new one where there is none. */
  readonly number: string | null;
  readonly state: 'operating' | 'closed' | 'cancelled';
  readonly openedOn: Day | null;
  readonly endedOn: Day | null;
  readonly details: readonly Detail[];
}

/**
 * Takes some hundreds of accounts into the registry, each with the filing that says where it came from. Problem
 * intake.uid-held where an identifier was claimed since the check. Answers the accounts' ids in the order given.
 */
export async function takeInAccounts(
  ctx: Context,
  intakeId: string,
  accounts: readonly AccountTaken[],
): Promise<Outcome<string[]>> {
  if (accounts.length === 0) return done([]);
  const numbers = await numbersFor(ctx, accounts);
  const pairs = accounts.map((taken, at) => pairOf(ctx, taken, numbers[at] ?? ''));
  const held = await insertClaims(ctx.tx, pairs.flatMap(claimOf), ctx.now.iso);
  if (held.length > 0) return refuse({ code: 'intake.uid-held', facts: { name: held.join('、'), host: '' } });
  await insertTaken(ctx.tx, pairs, intakeId);
  for (const { account, filing } of pairs) {
    ctx.audit({
      jurisdiction: account.jurisdiction,
      action: 'account.imported',
      subject: { type: 'account', id: account.id },
      facts: {
        intake: intakeId,
        number: account.filingNumber,
        platform: account.platform,
        filing: filing.id,
      },
      after: account,
    });
  }
  return done(pairs.map(({ account }) => account.id));
}

/** The numbers of the accounts, new ones for those that bring none, a row of new ones for each jurisdiction at once. */
async function numbersFor(ctx: Context, accounts: readonly AccountTaken[]): Promise<string[]> {
  const year = Number(ctx.now.day.slice(0, 4));
  await passNumbers(
    ctx.tx,
    accounts.flatMap(({ jurisdiction, number }) => (number === null ? [] : [{ jurisdiction, number }])),
  );
  const without = accounts.filter(({ number }) => number === null);
  const next = new Map<string, number>();
  for (const jurisdiction of [...new Set(without.map((each) => each.jurisdiction))].sort()) {
    const wanted = without.filter((each) => each.jurisdiction === jurisdiction).length;
    next.set(jurisdiction, (await nextNumber(ctx.tx, jurisdiction, year, wanted)) - wanted + 1);
  }
  return accounts.map(({ number, jurisdiction }) => {
    if (number !== null) return number;
    const own = next.get(jurisdiction) ?? 1;
    next.set(jurisdiction, own + 1);
    return `${jurisdiction}-${year}-${String(own).padStart(4, '0')}`;
  });
}

function claimOf({ account, filing }: TakenPair) {
  if (account.platformUid === null || account.state === 'cancelled') return [];
  const { platform, jurisdiction, id, name, hostName: host } = account;
  return [
    { platform, uid: account.platformUid, jurisdiction, filingId: filing.id, accountId: id, name, host },
  ];
}

function pairOf(ctx: Context, taken: AccountTaken, filingNumber: string): TakenPair {
  const [accountId, filingId] = [newId(), newId()];
  const account: Account = {
    jurisdiction: taken.jurisdiction,
    id: accountId,
    hostUnitId: taken.hostUnitId,
    hostName: taken.hostName,
    hostPath: taken.hostPath,
    platform: taken.platform,
    platformName: taken.platformName,
    channelKind: taken.channelKind,
    name: taken.name,
    platformUid: taken.uid,
    url: taken.url,
    certification: taken.certification,
    reason: taken.reason,
    exceptions: [],
    details: taken.details,
    state: taken.state,
    openedOn: taken.openedOn,
    closedOn: taken.state === 'closed' ? taken.endedOn : null,
    cancelledOn: taken.state === 'cancelled' ? taken.endedOn : null,
    registeredOn: ctx.now.day,
    filingId,
    filingNumber,
    version: 1,
    createdAt: ctx.now.iso,
  };
  return { account, filing: filingOf(ctx, taken, account) };
}

/** What a filing on paper left no trace of here. */
const undecided = {
  contentDigest: null,
  approvalId: null,
  submitted: null,
  approvedAt: null,
  openedAt: null,
  openedBy: null,
  standing: null,
  pins: null,
  newHost: null,
  effectOn: null,
  effectedAt: null,
  effectedBy: null,
  evidence: null,
  backfile: null,
} as const;

/** The filing that stands for what was filed on paper: its own short form, no decisions, complete from the start. */
function filingOf(ctx: Context, taken: AccountTaken, account: Account): Filing {
  return {
    jurisdiction: account.jurisdiction,
    id: account.filingId,
    kind: 'open',
    accountId: account.id,
    hostUnitId: account.hostUnitId,
    hostName: account.hostName,
    hostPath: account.hostPath,
    state: 'registered',
    revision: 1,
    version: 1,
    values: valuesOf(taken),
    exceptions: {},
    name: account.name,
    platform: account.platform,
    form: answer('filing.form.open', importForm),
    chain: answer<Chain>('filing.chain.open', null),
    timing: 'after-opening',
    pack: null,
    packVersion: null,
    pinnedOn: ctx.now.day,
    checks: [],
    ...undecided,
    filingNumber: account.filingNumber,
    openedOn: account.openedOn,
    createdAt: ctx.now.iso,
    createdBy: ctx.actor.personId,
    updatedAt: ctx.now.iso,
    registeredAt: ctx.now.iso,
  };
}

function valuesOf(taken: AccountTaken): FormValues {
  const values: Record<string, string | boolean | null> = {
    [coreKeys.platform]: taken.platform,
    [coreKeys.name]: taken.name,
    [coreKeys.uid]: taken.uid,
    [coreKeys.url]: taken.url,
    [coreKeys.certification]: taken.certification,
    [coreKeys.reason]: taken.reason,
    [coreKeys.openedOn]: taken.openedOn,
    ...Object.fromEntries(taken.details.map(({ key, value }) => [key, value])),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

const field = (
  id: string,
  label: string,
  more: Partial<Form['sections'][number]['fields'][number]> = {},
) => ({
  id,
  label,
  type: 'text' as const,
  required: false,
  ...more,
});

/** What an imported account was filed with. */
const importForm: Form = {
  title: intakeText.formTitle,
  sections: [
    {
      title: intakeText.formSection,
      fields: [
        field('platform', intakeColumns.platform.header, { type: 'platform' }),
        field('account-name', intakeColumns.name.header),
        field('platform-id', intakeColumns.uid.header),
        field('url', intakeColumns.url.header, { type: 'url', auto: 'account.url' }),
        field('opened-on', intakeColumns.opened.header, { type: 'date' }),
        field('certification', intakeColumns.certification.header),
        field('responsible', intakeColumns.responsible.header),
        field('operator', intakeColumns.operator.header),
        field('functions', intakeColumns.functions.header, { type: 'longtext' }),
        field('reason', intakeColumns.reason.header, { type: 'longtext' }),
      ],
    },
  ],
  opinions: [],
  attachments: [],
};

function answer<T>(rule: string, value: T | null): Answer<T> {
  return {
    rule,
    title: '',
    state: value === null ? 'absent' : 'in-force',
    value,
    basis: [],
    overrode: [],
    conditional: [],
    notes: [],
    pack: null,
    version: null,
  };
}

const NAMED = 5;

/**
 * Takes back everything an import brought, as if it had not been; what happened stays in the trail. Problem
 * intake.in-use where somebody has used one of the accounts since.
 */
export async function dropTakenAccounts(
  ctx: Context,
  jurisdictions: readonly string[],
  intakeId: string,
): Promise<Outcome<number>> {
  const taken = await readTaken(ctx.tx, jurisdictions, intakeId);
  const used = taken.filter(({ untouched }) => !untouched);
  if (used.length > 0) {
    const names = used.slice(0, NAMED).map(({ name }) => name);
    return refuse({ code: 'intake.in-use', facts: { n: used.length, names: names.join('、') } });
  }
  await deleteTaken(ctx.tx, jurisdictions, intakeId);
  return done(taken.length);
}

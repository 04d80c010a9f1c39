import { dayOf } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { coreKeys } from './form-model.ts';
import type { Account, Filing } from './model.ts';
import { nameChanges, type Shown } from './rules-names.ts';
import { insertClaims, readUids, releaseAccount, releaseFiling } from './store-claims.ts';
import { endNames, insertNames, readNames } from './store-names.ts';
import { upsertTerms } from './store-terms.ts';

/** Since when an account shows itself as it now does, and the filing that brought it about. */
interface Since {
  readonly on: Day;
  readonly filingId: string;
}

/**
 * Keeps with an account who holds its identifiers, under which names it was known from when to when, and by what it is
 * found. Every write of an account comes here. Throws Refused('conflict') where another took an identifier meanwhile.
 */
export async function keepIdentity(tx: Tx, account: Account, since?: Since): Promise<void> {
  await keepClaims(tx, account);
  const known = await readNames(tx, account.jurisdiction, account.id);
  const { ended, begun } = nameChanges(known, shownBy(account));
  const from = since ?? { on: account.openedOn ?? dayOf(account.createdAt), filingId: account.filingId };
  await endNames(
    tx,
    account.jurisdiction,
    ended.map(({ id }) => id),
    from.on,
  );
  await insertNames(tx, account, begun, from);
  const names = [...known, ...begun].filter(({ kind }) => kind === 'name').map(({ value }) => value);
  const texts = [...new Set([account.name, ...names, account.hostName])];
  await upsertTerms(tx, [{ jurisdiction: account.jurisdiction, accountId: account.id, texts }]);
}

/** What an account shows of itself, as it is kept as history. */
export function shownBy(account: Account): Shown {
  return {
    name: account.name,
    handle: detail(account, coreKeys.handle),
    url: account.url,
    certification: account.certification,
  };
}

/** The identifiers an account has: the one it is filed under, and a second one where the platform gives two. */
export function uidsOf(account: Account): string[] {
  return [account.platformUid, detail(account, coreKeys.otherUid)].filter(
    (uid) => uid !== null && uid !== '',
  ) as string[];
}

function detail(account: Account, key: string): string | null {
  const value = account.details.find((each) => each.key === key)?.value;
  return typeof value === 'string' && value !== '' ? value : null;
}

async function keepClaims(tx: Tx, account: Account): Promise<void> {
  const uids = account.state === 'cancelled' ? [] : uidsOf(account);
  await releaseAccount(tx, account.id, uids);
  // Closed, it keeps what it holds and takes nothing new.
  if (account.state === 'closed') return;
  const { platform, jurisdiction, filingId, name, hostName: host, createdAt } = account;
  const claims = uids.map((uid) => ({
    platform,
    uid,
    jurisdiction,
    filingId,
    accountId: account.id,
    name,
    host,
  }));
  await claim(tx, claims, createdAt);
}

async function claim(tx: Tx, claims: Parameters<typeof insertClaims>[1], at: string): Promise<void> {
  const taken = await insertClaims(tx, claims, at);
  if (taken.length > 0) throw new Refused('conflict', { code: 'accounts.uid-taken-meanwhile' });
}

/** States in which a filing holds the identifiers it names. */
const HOLDING = ['in-approval', 'approved', 'opened', 'effected', 'registered'];

/** What ends an account claims nothing. */
const ENDING = ['close', 'cancel'];

/**
 * Keeps with a filing which identifiers it claims: from its submission until it is taken back, refused or carried out.
 * Every write of a filing comes here. Throws Refused('conflict') where another was quicker.
 */
export async function keepFilingClaims(tx: Tx, filing: Filing): Promise<void> {
  const { platform, jurisdiction, id: filingId, accountId, hostName: host } = filing;
  if (filing.state === 'draft' || platform === null || ENDING.includes(filing.kind)) return;
  const named = [coreKeys.uid, coreKeys.otherUid].map((key) => filing.values[key]);
  const uids = HOLDING.includes(filing.state)
    ? named.filter((uid): uid is string => typeof uid === 'string' && uid !== '')
    : [];
  // Sent back, it is still to be mended: what it claimed stays its own until it names something else.
  if (filing.state !== 'returned') await releaseFiling(tx, filingId, uids);
  if (filing.state !== 'in-approval' || uids.length === 0) return;
  const own = accountId ? await readUids(tx, accountId) : [];
  const name = filing.name ?? '';
  const claims = uids
    .filter((uid) => !own.includes(uid))
    .map((uid) => ({ platform, uid, jurisdiction, filingId, accountId: null, name, host }));
  await claim(tx, claims, filing.updatedAt);
}

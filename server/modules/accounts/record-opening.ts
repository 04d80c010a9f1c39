import { identityFields } from '../../../contracts/accounts/words-identity.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { filingSubject } from './assemble-filing.ts';
import { completeFiling } from './complete-filing.ts';
import { coreKeys } from './form-model.ts';
import { platformsOf } from './list-platforms.ts';
import { actingPost, type FilingKey, holdForHost, refuseMove, refuseStale } from './lock-filing.ts';
import type { Account, Detail, Filing } from './model.ts';
import { isRealDay } from './rules-form.ts';
import { openingIdentityProblems } from './rules-identifiers.ts';
import { startEntries } from './run-clocks.ts';
import { updateFiling } from './store.ts';
import { readAccount, updateAccount } from './store-accounts.ts';
import { readUidHolder } from './store-claims.ts';

export interface OpeningInput extends FilingKey {
  readonly version: number;
  readonly openedOn: Day;
  readonly platformUid: string;
  readonly url?: string | undefined;
  /** A second identifier where the platform gives two, and the handle that may change. */
  readonly otherUid?: string | undefined;
  readonly handle?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * Records that an approved account is open on its platform, and starts the clocks that count from the opening. An
 * opening before the approval is recorded as it was and shown; a day to come is refused.
 */
export async function recordOpening(ctx: Context, input: OpeningInput): Promise<Outcome<Filing>> {
  const { filing, post } = await holdForHost(ctx, input);
  refuseMove(filing, 'opened', 'accounts.not-approved');
  refuseStale(filing, input.version);
  const account = found(await readAccount(ctx.tx, filing.jurisdiction, filing.accountId ?? ''));
  const problems = await openingProblems(ctx, account, input);
  if (problems.length > 0) return refuse(...problems);
  const operating: Account = {
    ...account,
    state: 'operating',
    openedOn: input.openedOn,
    platformUid: input.platformUid,
    url: input.url || account.url,
    details: withIdentity(account.details, input),
    version: account.version + 1,
  };
  const opened: Filing = {
    ...filing,
    state: 'opened',
    openedOn: input.openedOn,
    openedAt: ctx.now.iso,
    openedBy: `${post.unitName} ${post.title} ${ctx.actor.name}`,
    version: filing.version + 1,
    updatedAt: ctx.now.iso,
  };
  await updateAccount(ctx.tx, operating);
  await updateFiling(ctx.tx, opened);
  await announceOpened(ctx, operating, opened.id);
  await startEntries(ctx, opened, 'opening', input.openedOn);
  record(ctx, { filing, opened, account, operating, post, note: input.note });
  return done(await completeFiling(ctx, opened));
}

/** Tells the modules above that an account runs. */
export function announceOpened(ctx: Context, account: Account, filingId: string): Promise<void> {
  const { jurisdiction, id: accountId, openedOn: on } = account;
  return ctx.announce({ name: 'account.opened', data: { jurisdiction, accountId, filingId, on } });
}

interface Change {
  readonly filing: Filing;
  readonly opened: Filing;
  readonly account: Account;
  readonly operating: Account;
  readonly post: ActorPost;
  readonly note: string | undefined;
}

function record(ctx: Context, { filing, opened, account, operating, post, note }: Change): void {
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.opened',
    subject: filingSubject(filing),
    post: actingPost(post),
    facts: { openedOn: opened.openedOn, ...(note ? { note } : {}) },
    before: { state: filing.state, version: filing.version },
    after: { state: opened.state, version: opened.version },
  });
  ctx.audit({
    jurisdiction: account.jurisdiction,
    action: 'account.opened',
    subject: { type: 'account', id: account.id },
    post: actingPost(post),
    facts: { openedOn: opened.openedOn, platformUid: operating.platformUid },
    before: account,
    after: operating,
  });
}

/** Further identifiers are data of the account, so that altering them later is a change to be filed. */
function withIdentity(details: readonly Detail[], { otherUid, handle }: OpeningInput): Detail[] {
  const given: Detail[] = [
    { key: coreKeys.otherUid, label: identityFields.otherUid, value: otherUid || null },
    { key: coreKeys.handle, label: identityFields.handle, value: handle || null },
  ].filter(({ value }) => value !== null);
  const keys = given.map(({ key }) => key);
  return [...details.filter(({ key }) => !keys.includes(key)), ...given];
}

const FIELDS = { uid: 'platformUid', otherUid: 'otherUid', handle: 'handle' } as const;

async function openingProblems(ctx: Context, account: Account, input: OpeningInput): Promise<Problem[]> {
  const { platformUid: uid, openedOn, url } = input;
  const { platform, id, filingId: filing } = account;
  const holder = await readUidHolder(ctx.tx, { platform, uid, filing, account: id });
  const known =
    platformsOf(ctx.policy(account.jurisdiction)).items.find((each) => each.id === platform) ?? null;
  const day = !isRealDay(openedOn)
    ? [{ code: 'accounts.day-bad', field: 'openedOn' }]
    : openedOn > ctx.now.day
      ? [{ code: 'accounts.opened-in-future', field: 'openedOn', facts: { today: ctx.now.day } }]
      : [];
  return [
    ...day,
    ...(uid === ''
      ? [{ code: 'accounts.uid-missing', field: 'platformUid', facts: { label: account.platformName } }]
      : []),
    ...openingIdentityProblems(
      known,
      { uid, otherUid: input.otherUid ?? '', handle: input.handle ?? '' },
      FIELDS,
    ),
    ...(holder ? [{ code: 'accounts.uid-taken', field: 'platformUid', facts: { ...holder } }] : []),
    ...(url && !/^https?:\/\/\S+$/i.test(url) ? [{ code: 'accounts.url-bad', field: 'url' }] : []),
  ];
}

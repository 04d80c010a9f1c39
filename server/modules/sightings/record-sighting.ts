import { driftKindNames } from '../../../contracts/sightings/words.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { notify } from '../../kernel/notify.ts';
import { done, type Outcome, type Problem, Refused, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import {
  type Account,
  accountForReader,
  addressKey,
  identifierInLink,
  identityOf,
} from '../accounts/index.ts';
import { holdersOf } from '../directory/index.ts';
import { lookingPost } from './abilities.ts';
import type { Drift, Seen, Sighting, Source } from './model.ts';
import { type Comparison, compare, type Difference } from './rules.ts';
import { insertDrift, insertSighting, lockStanding, updateDrift } from './store.ts';

export interface SightingInput extends Seen {
  readonly jurisdiction: string;
  readonly accountId: string;
  readonly seenOn: Day;
  readonly note: string | null;
  readonly source: Source;
}

/** What a look brought: the sighting, and how many differences it found or found again. */
export interface Recorded {
  readonly id: string;
  readonly drifts: number;
}

/**
 * Keeps what somebody saw of an account on its platform and compares it with what is filed. Throws not-found and
 * forbidden for people the account does not concern. Problems sightings.nothing-seen, seen-in-future, account-ended, url-bad.
 */
export async function recordSighting(ctx: Context, input: SightingInput): Promise<Outcome<Recorded>> {
  const account = await accountForReader(ctx, input.jurisdiction, input.accountId);
  const post = lookingPost(ctx.actor, account, ctx.geography) ?? null;
  if (!post && ctx.actor.kind !== 'system') throw new Refused('forbidden');
  const problems = problemsOf(ctx, account, input);
  if (problems.length > 0) return refuse(...problems);
  const sighting = sightingOf(ctx, input, account, post);
  await insertSighting(ctx.tx, sighting);
  ctx.audit({
    jurisdiction: account.jurisdiction,
    action: 'sighting.recorded',
    subject: { type: 'account', id: account.id },
    ...(post ? { post: { postId: post.postId, title: post.title, unitName: post.unitName } } : {}),
    facts: {
      sighting: sighting.id,
      presence: sighting.presence,
      source: sighting.source,
      seenAt: sighting.seenAt,
    },
    after: sighting,
  });
  const { differences } = await keepComparison(ctx, account, sighting);
  return done({ id: sighting.id, drifts: differences.length });
}

function problemsOf(ctx: Context, account: Account, input: SightingInput): Problem[] {
  const looked = [input.name, input.handle, input.uid, input.url, input.certification, input.avatar];
  return [
    ...(account.state === 'cancelled' ? [{ code: 'sightings.account-ended' }] : []),
    ...(input.presence === 'there' && looked.every((each) => !each)
      ? [{ code: 'sightings.nothing-seen', field: 'name' }]
      : []),
    ...(input.seenOn > ctx.now.day
      ? [{ code: 'sightings.seen-in-future', field: 'seenOn', facts: { today: ctx.now.day } }]
      : []),
    ...(input.url && !/^https?:\/\/\S+$/i.test(input.url)
      ? [{ code: 'sightings.url-bad', field: 'url' }]
      : []),
  ];
}

function sightingOf(ctx: Context, input: SightingInput, account: Account, post: ActorPost | null): Sighting {
  const { seenOn, ...rest } = input;
  return {
    ...rest,
    id: newId(),
    platform: account.platform,
    // Of an earlier day only the day is known: its noon stands for it.
    seenAt: seenOn === ctx.now.day ? ctx.now.iso : new Date(`${seenOn}T12:00:00+08:00`).toISOString(),
    recordedAt: ctx.now.iso,
    recordedBy: ctx.actor.personId,
    recordedByName: ctx.actor.name,
    recordedPost: post && `${post.unitName} ${post.title}`,
  };
}

/** Turns differences into findings and notes which findings the platform no longer shows. */
async function keepComparison(ctx: Context, account: Account, sighting: Sighting): Promise<Comparison> {
  const identity = await identityOf(ctx, account);
  const { platform } = identity;
  const filed = {
    name: account.name,
    uids: identity.uids,
    handle: identity.handle,
    url: account.url,
    certification: account.certification,
    avatar: identity.avatar,
  };
  const compared = compare(filed, sighting, platform, {
    key: addressKey,
    identifier: (link) => identifierInLink(platform, link),
  });
  const standing = await lockStanding(ctx.tx, account.jurisdiction, account.id);
  for (const difference of compared.differences) {
    const known = standing.find(({ kind }) => kind === difference.kind);
    if (known) await updateDrift(ctx.tx, seenAgain(known, difference, sighting));
    else await found(ctx, account, difference, sighting);
  }
  for (const drift of standing) {
    if (compared.agreed.includes(drift.kind) && drift.lastSeenAt <= sighting.seenAt)
      await updateDrift(ctx.tx, { ...drift, agreedAt: sighting.seenAt, version: drift.version + 1 });
  }
  return compared;
}

/** What was explained was another difference, if it now looks otherwise: it is open again. */
function seenAgain(drift: Drift, { filed, seen }: Difference, sighting: Sighting): Drift {
  const later = sighting.seenAt >= drift.lastSeenAt;
  const other = later && seen !== drift.seen && drift.state === 'explained';
  return {
    ...drift,
    filed,
    times: drift.times + 1,
    version: drift.version + 1,
    ...(later ? { seen, lastSightingId: sighting.id, lastSeenAt: sighting.seenAt, agreedAt: null } : {}),
    ...(other ? { state: 'open' as const, explanation: null, explainedBy: null, explainedAt: null } : {}),
  };
}

const TOLD = ['info-officer', 'handling-officer'];

async function found(
  ctx: Context,
  account: Account,
  difference: Difference,
  sighting: Sighting,
): Promise<void> {
  const drift = newDrift(account, difference, sighting);
  await insertDrift(ctx.tx, drift);
  ctx.audit({
    jurisdiction: account.jurisdiction,
    action: 'drift.found',
    subject: { type: 'account', id: account.id },
    facts: { drift: drift.id, kind: drift.kind, sighting: sighting.id, filed: drift.filed, seen: drift.seen },
    after: drift,
  });
  const people = new Set<string>();
  for (const kind of TOLD) {
    for (const { personId } of await holdersOf(ctx, account.hostUnitId, kind)) people.add(personId);
  }
  await notify(ctx, {
    jurisdiction: account.jurisdiction,
    people: [...people],
    code: 'sightings.drift-found',
    facts: { account: account.name, kind: driftKindNames[drift.kind] },
    subject: { type: 'account', id: account.id },
    dedupeKey: `drift ${drift.id}`,
  });
}

function newDrift(account: Account, { kind, filed, seen }: Difference, sighting: Sighting): Drift {
  return {
    jurisdiction: account.jurisdiction,
    id: newId(),
    accountId: account.id,
    accountName: account.name,
    hostUnitId: account.hostUnitId,
    hostPath: account.hostPath,
    hostName: account.hostName,
    platform: account.platform,
    platformName: account.platformName,
    kind,
    filed,
    seen,
    firstSightingId: sighting.id,
    lastSightingId: sighting.id,
    firstSeenAt: sighting.seenAt,
    lastSeenAt: sighting.seenAt,
    times: 1,
    agreedAt: null,
    state: 'open',
    explanation: null,
    explainedBy: null,
    explainedAt: null,
    filingId: null,
    closedReason: null,
    closedBy: null,
    closedAt: null,
    version: 1,
  };
}

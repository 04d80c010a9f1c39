import type { Context, Geography } from '../../kernel/context.ts';
import type { Day, Platform } from '../../policy/index.ts';
import { platformsOf } from './list-platforms.ts';
import type { NameKind } from './names-model.ts';
import type { PublicAccount } from './public-model.ts';
import { destinationsIn, type LinkReading, readLink } from './rules-links.ts';
import { nameKey } from './rules-names.ts';
import { readHolders } from './store-claims.ts';
import { readKnownBy } from './store-names.ts';
import { readToldByUid, readToldOf } from './store-resolve.ts';

/**
 * `official`: a registered account that runs. `ended`: one that was and is closed or cancelled. `former`: the handle, the
 * address or the name was an official account's and is no longer. `same-name`: official accounts of that name; a name
 * alone proves nothing. The others say why nothing can be said.
 */
type Verdict =
  | 'official'
  | 'ended'
  | 'former'
  | 'same-name'
  | 'none'
  | 'short-link'
  | 'several-links'
  | 'content-link'
  | 'no-account'
  | 'nothing-asked';

/** What came of asking whether a link or a name is an official account's. */
export interface Resolution {
  readonly verdict: Verdict;
  readonly platform: { readonly id: string; readonly name: string; readonly approved: boolean } | null;
  /** The identifier that was read out of the link. */
  readonly read: { readonly kind: string; readonly value: string } | null;
  readonly accounts: readonly PublicAccount[];
}

/**
 * The official account behind a pasted link, identifier or name, across all jurisdictions: the same answer for everybody,
 * the public too. Tells nothing but what the public is told of accounts.
 */
export async function resolveChannel(ctx: Context, asked: string): Promise<Resolution> {
  const platforms = platformsEverywhere(ctx);
  // Whoever pastes a true link beside a false one would read the answer as one on both.
  if (destinationsIn(platforms, asked) > 1)
    return { verdict: 'several-links', platform: null, read: null, accounts: [] };
  const reading = readLink(platforms, asked);
  const found = await accountsBehind(ctx, reading, asked);
  const platform = 'platform' in reading ? reading.platform : null;
  return {
    verdict: verdictOf(reading, found),
    platform: platform && { id: platform.id, name: platform.name, approved: platform.approved },
    read: reading.found === 'account' ? { kind: reading.kind, value: reading.value } : null,
    accounts: found.accounts,
  };
}

interface Found {
  readonly accounts: readonly PublicAccount[];
  readonly by: 'id' | 'standing' | 'former' | 'name' | 'nothing';
}

const NOBODY: Found = { accounts: [], by: 'nothing' };

/** The surest way first: the identifier, then what stands on record, then what stood there once. */
async function accountsBehind(ctx: Context, reading: LinkReading, asked: string): Promise<Found> {
  if (reading.found === 'text') return behindText(ctx, reading.text);
  if (reading.found === 'account' && reading.kind !== 'handle') {
    const byId = await byIdentifier(ctx, reading.value, reading.platform.id);
    if (byId.length > 0) return { accounts: byId, by: 'id' };
  }
  const byHandle =
    reading.found === 'account' && reading.kind === 'handle'
      ? await known(ctx, 'handle', reading.value, reading.platform.id)
      : NOBODY;
  if (byHandle.by !== 'nothing') return byHandle;
  return known(ctx, 'url', asked, null);
}

async function behindText(ctx: Context, text: string): Promise<Found> {
  if (text === '') return NOBODY;
  const byId = await readToldOf(ctx.tx, await readHolders(ctx.tx, text, null));
  if (byId.length > 0) return { accounts: byId, by: 'id' };
  const named = await known(ctx, 'name', text.replace(/[“”"'《》]/g, ''), null);
  return named.by === 'standing' ? { ...named, by: 'name' } : named;
}

async function byIdentifier(ctx: Context, uid: string, platform: string): Promise<PublicAccount[]> {
  const held = await readToldOf(ctx.tx, await readHolders(ctx.tx, uid, platform));
  return held.length > 0 ? held : readToldByUid(ctx.tx, uid, platform);
}

/** By a handle, an address or a name: whoever has it now, else whoever had it. */
async function known(ctx: Context, kind: NameKind, text: string, platform: string | null): Promise<Found> {
  const all = await readKnownBy(ctx.tx, { kind, key: nameKey(kind, text), platform });
  const standing = await readToldOf(
    ctx.tx,
    all.filter((each) => each.standing),
  );
  if (standing.length > 0) return { accounts: standing, by: 'standing' };
  const former = await readToldOf(ctx.tx, all);
  return former.length > 0 ? { accounts: former, by: 'former' } : NOBODY;
}

const UNKNOWN: Readonly<Record<LinkReading['found'], Verdict>> = {
  account: 'none',
  content: 'content-link',
  short: 'short-link',
  page: 'no-account',
  elsewhere: 'none',
  text: 'none',
};

function verdictOf(reading: LinkReading, { accounts, by }: Found): Verdict {
  if (reading.found === 'text' && reading.text === '') return 'nothing-asked';
  if (by === 'nothing') return UNKNOWN[reading.found];
  if (by === 'former') return 'former';
  if (!accounts.some(({ state }) => state === 'operating')) return 'ended';
  return by === 'name' ? 'same-name' : 'official';
}

/** Worked out once a day for a set of packs: every jurisdiction may know platforms of its own. */
const everywhere = new WeakMap<Geography, { readonly on: Day; readonly platforms: readonly Platform[] }>();
const NATION = '100000';

function platformsEverywhere(ctx: Context): readonly Platform[] {
  const known = everywhere.get(ctx.geography);
  if (known?.on === ctx.now.day) return known.platforms;
  const all = new Map<string, Platform>();
  for (const code of ctx.geography.descendants(NATION)) {
    for (const platform of platformsOf(ctx.policy(code)).items) {
      if (!all.has(platform.id)) all.set(platform.id, platform);
    }
  }
  const platforms = [...all.values()];
  everywhere.set(ctx.geography, { on: ctx.now.day, platforms });
  return platforms;
}

import type { Mapping } from '../../../contracts/intake/wire.ts';
import { platformAliases } from '../../../contracts/intake/words.ts';
import type { Context } from '../../kernel/context.ts';
import { identifierOf, type Platform } from '../../policy/index.ts';
import { lockHosts, lookUpStanding, platformsIn, readLink } from '../accounts/index.ts';
import { unitsMentioned } from '../directory/index.ts';
import type { SheetRow } from './model.ts';
import type { HostUnit, IntakeFacts, LinkSays } from './rules-facts.ts';
import { plainPlatform } from './rules-row.ts';

/** Holds the units that rows name, as a submission of theirs would: of the two one then sees what the other did. */
export async function holdUnits(ctx: Context, rows: readonly SheetRow[], mapping: Mapping): Promise<void> {
  await lockHosts(ctx.tx, await unitsMentioned(ctx.tx, textsIn(rows, mapping.unit)));
}

function textsIn(rows: readonly SheetRow[], at: number | undefined): string[] {
  if (at === undefined) return [];
  return [...new Set(rows.map(({ cells }) => cells[at] ?? ''))].filter((text) => text !== '');
}

/** Everything that some rows of a sheet have to be held against, in a handful of statements whatever their number. */
export async function gatherFacts(
  ctx: Context,
  jurisdiction: string,
  rows: readonly SheetRow[],
  mapping: Mapping,
): Promise<IntakeFacts> {
  const platforms = platformsIn(ctx, jurisdiction);
  const platformsByName = namesOf(platforms);
  const links = linkReader(platforms);
  const units = await unitsMentioned(ctx.tx, textsIn(rows, mapping.unit));
  const area = new Set(ctx.geography.descendants(jurisdiction));
  const standing = await lookUpStanding(ctx, {
    unitIds: units.map(({ id }) => id),
    claims: rows.flatMap(({ cells }) => claimsOf(cells, mapping, { platforms, platformsByName, links })),
    jurisdictions: [...area],
    numbers: textsIn(rows, mapping.number),
  });
  return {
    today: ctx.now.day,
    area: ctx.geography.get(jurisdiction)?.name ?? jurisdiction,
    units: unitsByText(units),
    inArea: (code) => area.has(code),
    platforms,
    platformsByName,
    readLink: links,
    ...standing,
    ...remembered(ctx),
  };
}

function unitsByText(units: Awaited<ReturnType<typeof unitsMentioned>>): Map<string, HostUnit[]> {
  const found = new Map<string, HostUnit[]>();
  for (const unit of units) {
    for (const text of [unit.name, unit.code]) {
      if (text !== null) found.set(text, [...(found.get(text) ?? []), unit]);
    }
  }
  return found;
}

function namesOf(platforms: readonly Platform[]): Map<string, string> {
  return new Map(
    platforms.flatMap(({ id, name }) =>
      [id, name, ...(platformAliases[id] ?? [])].map((text) => [plainPlatform(text), id] as const),
    ),
  );
}

function linkReader(platforms: readonly Platform[]): (url: string) => LinkSays | null {
  return (url) => {
    const read = readLink(platforms, url);
    if (read.found !== 'account' && read.found !== 'content' && read.found !== 'page') return null;
    const { platform } = read;
    const uid = read.found === 'account' ? identifierOf(platform, read.value) : null;
    const lasting = uid !== null && read.found === 'account' && read.kind === uid.kind;
    return { platform: platform.id, platformName: platform.name, uid: lasting ? uid.value : null };
  };
}

interface Reading {
  readonly platforms: readonly Platform[];
  readonly platformsByName: ReadonlyMap<string, string>;
  readonly links: (url: string) => LinkSays | null;
}

/** The identifiers a row may come to claim: the typed one and the one in its address. */
function claimsOf(
  cells: readonly string[],
  mapping: Mapping,
  { platforms, platformsByName, links }: Reading,
): { platform: string; uid: string }[] {
  const text = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? ''));
  const id = platformsByName.get(plainPlatform(text(mapping.platform)));
  const platform = platforms.find((each) => each.id === id);
  if (!platform) return [];
  const typed = identifierOf(platform, text(mapping.uid))?.value;
  const linked = text(mapping.url) === '' ? null : links(text(mapping.url))?.uid;
  return [typed, linked].flatMap((uid) => (uid ? [{ platform: platform.id, uid }] : []));
}

/** The rules of each jurisdiction that rows are in, each asked once. */
function remembered(ctx: Context): Pick<IntakeFacts, 'limit' | 'needsResponsible'> {
  const once = <T>(ask: (jurisdiction: string) => T) => {
    const known = new Map<string, T>();
    return (jurisdiction: string): T => {
      const answer = known.has(jurisdiction) ? (known.get(jurisdiction) as T) : ask(jurisdiction);
      known.set(jurisdiction, answer);
      return answer;
    };
  };
  return {
    limit: once((jurisdiction) => {
      const { state, value } = ctx.policy(jurisdiction).get('requirement.open.one-per-platform');
      return state === 'in-force' && value?.strength === 'refuse' ? value.max : null;
    }),
    needsResponsible: once(
      (jurisdiction) => ctx.policy(jurisdiction).get('host.responsible-persons').state === 'in-force',
    ),
  };
}

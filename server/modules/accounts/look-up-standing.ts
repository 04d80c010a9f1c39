import type { Context } from '../../kernel/context.ts';
import type { Platform } from '../../policy/index.ts';
import { platformsOf } from './list-platforms.ts';
import { readHoldersOf, readLivingOf, readNumbersTaken } from './store-taken.ts';

/** What the registry already holds of what a sheet names. */
export interface Standing {
  /** Names of the living accounts by 'unit platform'. */
  readonly living: ReadonlyMap<string, readonly string[]>;
  /** Whose an identifier is, by 'platform uid'. */
  readonly holders: ReadonlyMap<string, { readonly name: string; readonly host: string }>;
  /** Filing numbers that are taken, as 'jurisdiction number'. */
  readonly numbers: ReadonlySet<string>;
}

/** Looks up units, identifiers and numbers of a whole sheet in three statements. */
export async function lookUpStanding(
  ctx: Context,
  named: {
    readonly unitIds: readonly string[];
    readonly claims: readonly { readonly platform: string; readonly uid: string }[];
    readonly jurisdictions: readonly string[];
    readonly numbers: readonly string[];
  },
): Promise<Standing> {
  return {
    living: await readLivingOf(ctx.tx, named.unitIds),
    holders: await readHoldersOf(ctx.tx, named.claims),
    numbers: new Set(await readNumbersTaken(ctx.tx, named.jurisdictions, named.numbers)),
  };
}

/** The platforms of a jurisdiction today. */
export function platformsIn(ctx: Context, jurisdiction: string): readonly Platform[] {
  return platformsOf(ctx.policy(jurisdiction)).items;
}

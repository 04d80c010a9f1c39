import type { Context } from '../../kernel/context.ts';
import { readDomains } from './store-sites.ts';

/** The domains of all websites of a jurisdiction. */
export async function siteDomainsOf(ctx: Context, jurisdiction: string): Promise<string[]> {
  return readDomains(ctx.tx, jurisdiction);
}

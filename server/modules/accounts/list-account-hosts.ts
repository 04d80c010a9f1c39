import type { Context } from '../../kernel/context.ts';
import { hostInLink } from './rules-links.ts';
import { readLivingLinks } from './store-site-channels.ts';

/** The hosts at which the living channels of a jurisdiction are found, each once, without www. */
export async function accountHostsOf(ctx: Context, jurisdiction: string): Promise<string[]> {
  const links = await readLivingLinks(ctx.tx, jurisdiction);
  return [...new Set(links.flatMap((link) => hostInLink(link) ?? []))].sort();
}

import type { Context } from '../../kernel/context.ts';
import { readSiteChannels, type SiteChannel } from './store-site-channels.ts';

/** The channels of a jurisdiction that are websites and still live, for whoever registers a site with its parts. */
export async function listSiteChannels(ctx: Context, jurisdiction: string): Promise<SiteChannel[]> {
  return readSiteChannels(ctx.tx, jurisdiction);
}

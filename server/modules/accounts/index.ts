export { mayFileSomewhere } from './abilities.ts';
export { accountsListeners } from './conclude-filing.ts';
export {
  eachPublicAccount,
  findPublicAccounts,
  getPublicAccount,
  getPublicNotice,
  knownPublicAccount,
  publicPlatforms,
} from './find-public.ts';
export { listPublicNotices } from './list-notices.ts';
export { listOpenFilings, type OpenFiling } from './list-open-filings.ts';
export { listSiteChannels } from './list-site-channels.ts';
export type { Account, PublicNotice } from './model.ts';
export type { PublicAccount } from './public-model.ts';
export { type Resolution, resolveChannel } from './resolve-channel.ts';
export { accountsRoutes } from './routes.ts';
export { accountForReader, type OperatingFilter, operatingAccounts } from './see-registry.ts';
export { clockView } from './view-clocks.ts';
export { pinnedRoute, plannedRoute } from './view-form.ts';

export { mayFileSomewhere } from './abilities.ts';
export { accountsListeners } from './conclude-filing.ts';
export { draftClosing } from './draft-closing.ts';
export {
  eachPublicAccount,
  findPublicAccounts,
  formerNamesOf,
  getPublicAccount,
  getPublicNotice,
  knownPublicAccount,
  publicPlatforms,
} from './find-public.ts';
export { accountHostsOf } from './list-account-hosts.ts';
export { listPublicNotices, noticesOfAccount } from './list-notices.ts';
export { listOpenFilings, type OpenFiling } from './list-open-filings.ts';
export { listSiteChannels } from './list-site-channels.ts';
export { lookUpStanding, platformsIn } from './look-up-standing.ts';
export type { Account } from './model.ts';
export type { PublicNotice } from './notice-model.ts';
export { confirmSuccessor, dropSuccessor, planSuccessor, successorOf } from './plan-successor.ts';
export { printForm } from './print-form.ts';
export type { PublicAccount } from './public-model.ts';
export { getDossier } from './read-dossier.ts';
export {
  addressKey,
  filingBrief,
  findAccountKey,
  identifierInLink,
  identityOf,
} from './read-identity.ts';
export { resolveChannel } from './resolve-channel.ts';
export { accountsRoutes } from './routes.ts';
export { readLink } from './rules-links.ts';
export { accountsMentioned, accountsToScreen, jurisdictionsWithAccounts } from './screen-accounts.ts';
export {
  accountForReader,
  accountOfFact,
  jurisdictionsBelow,
  type OperatingFilter,
  operatingAccounts,
  visibleOf,
} from './see-registry.ts';
export { lockHosts } from './store-counters.ts';
export type { MentionedAccount, ScreenedAccount } from './store-screen.ts';
export { type AccountTaken, dropTakenAccounts, takeInAccounts } from './take-in-accounts.ts';
export { clockView } from './view-clocks.ts';
export { pinnedRoute, plannedRoute } from './view-form.ts';

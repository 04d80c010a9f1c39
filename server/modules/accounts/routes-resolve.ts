import * as wire from '../../../contracts/accounts/wire-resolve.ts';
import { resolveRoute, verdictSentences } from '../../../contracts/accounts/words-identity.ts';
import { publicVisitor } from '../../kernel/actor.ts';
import { moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { type Resolution, resolveChannel } from './resolve-channel.ts';

/** Whether a link or a name is an official account's: for everybody, asked as the public whoever is signed in. */
export function resolveRoutes(parts: RouteParts): void {
  const r = moduleRoutes({ ...parts, who: () => publicVisitor }, 'accounts');
  r.query({
    url: '/api/v1/resolve',
    summary: resolveRoute,
    query: wire.resolveQuery,
    response: wire.resolution,
    handle: async (ctx, { query }) => viewOf(await resolveChannel(ctx, query.q)),
  });
}

function viewOf({ verdict, platform, read, accounts }: Resolution) {
  return {
    verdict,
    sentence: verdictSentences[verdict] ?? '',
    platform,
    read,
    accounts: accounts.map((account) => ({
      number: account.number,
      name: account.name,
      platform: account.platform,
      platformName: account.platformName,
      host: account.host,
      jurisdiction: account.jurisdiction,
      state: account.state,
      url: account.url,
      openedOn: account.openedOn,
    })),
  };
}

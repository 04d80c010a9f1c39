import { systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { takeInAccounts } from '../accounts/index.ts';
import type { World } from '../accounts/testing.ts';

/** An account of the county health bureau that runs, on a platform with an identifier of its own. */
export async function plantAccount(
  world: World,
  more: {
    readonly platform?: string;
    readonly uid?: string;
    readonly url?: string | null;
    readonly name?: string;
  } = {},
): Promise<{ jurisdiction: string; accountId: string; number: string }> {
  const number = newId();
  const [accountId = ''] = must(
    await world.kernel.runner.command(systemActor, (ctx) =>
      takeInAccounts(ctx, newId(), [
        {
          jurisdiction: '220621',
          hostUnitId: world.planted.unit('fs-ws'),
          hostName: '抚松县卫生健康局',
          hostPath: [world.planted.unit('fs-ws')],
          platform: more.platform ?? 'weibo',
          platformName: '微博',
          channelKind: 'account',
          name: more.name ?? '抚松卫健',
          uid: more.uid ?? '2803301701',
          url: more.url === undefined ? 'https://weibo.com/fusongwj' : more.url,
          certification: '抚松县卫生健康局',
          reason: null,
          number,
          state: 'operating',
          openedOn: '2026-03-01',
          endedOn: null,
          details: [{ key: 'account.handle', label: '个性域名', value: 'fusongwj' }],
        },
      ]),
    ),
  );
  return { jurisdiction: '220621', accountId, number };
}

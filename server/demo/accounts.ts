import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/db/uuid.ts';
import { type AccountTaken, platformsIn, takeInAccounts } from '../modules/accounts/index.ts';
import type { Unit } from '../modules/directory/index.ts';

type Row = readonly [
  unit: string,
  platform: string,
  name: string,
  uid: string,
  openedOn: string,
  endedOn?: string,
];

const douyin = (mark: string) => `MS4wLjABAAAA${mark.padEnd(43, '0')}`;
const wechat = (mark: string) => `MzA${mark.padEnd(11, '0')}==`;

/**
 * Accounts that the demonstration's units had before: each on a platform that its story leaves free, two of one unit on
 * one platform, one that is closed. The identifiers are made up.
 */
const ROWS: readonly Row[] = [
  ['lz-gwh', 'wechat', '兰州新区发布（演示）', wechat('LZ1'), '2016-03-01'],
  ['lz-gwh', 'weibo', '兰州新区发布（演示）', '2800000101', '2014-05-20'],
  ['lz-jf', 'douyin', '新区经发（演示）', douyin('LZ2'), '2019-11-01'],
  ['gd-zf', 'wechat', '广东省政府门户（演示）', wechat('GD1'), '2014-10-08'],
  ['gz-zf', 'wechat', '广州政务发布（演示）', wechat('GZ1'), '2015-02-11'],
  ['gz-zf', 'wechat', '广州政务服务（演示）', wechat('GZ2'), '2018-07-01'],
  ['gz-zf', 'weibo', '广州政务发布（演示）', '2800000301', '2013-09-01'],
  ['ch-zf', 'weibo', '从化政府（演示）', '2800000401', '2016-01-15'],
  ['bs-zf', 'wechat', '白山市政府（演示）', wechat('BS1'), '2016-06-30'],
  ['fs-zs', 'weibo', '抚松政数（演示）', '2800000501', '2019-04-18'],
  ['fs-rs', 'weibo', '抚松人社（演示）', '2800000502', '2019-06-03'],
  ['fs-zs', 'toutiao', '抚松政数（演示）', '98000000501', '2019-04-18', '2023-12-29'],
  ['qj-zf', 'wechat', '綦江发布（演示）', wechat('QJ1'), '2013-12-10'],
  ['qj-zf', 'weibo', '綦江发布（演示）', '2800000601', '2013-12-10'],
];

/** Takes a small registry in, so that lists, searches and the public's pages have something to show. */
export async function fillAccounts(ctx: Context, units: ReadonlyMap<string, Unit>): Promise<void> {
  const taken = ROWS.flatMap((row) => takenOf(ctx, row, units.get(row[0])));
  const outcome = await takeInAccounts(ctx, newId(), taken);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join(', '));
}

function takenOf(ctx: Context, row: Row, unit: Unit | undefined): AccountTaken[] {
  const [, platformId, name, uid, openedOn, endedOn = null] = row;
  const platform = unit && platformsIn(ctx, unit.jurisdiction).find(({ id }) => id === platformId);
  if (!unit || !platform) throw new Error(`demonstration: no ${platformId} for ${name}`);
  return [
    {
      jurisdiction: unit.jurisdiction,
      hostUnitId: unit.id,
      hostName: unit.name,
      hostPath: unit.path,
      platform: platform.id,
      platformName: platform.name,
      channelKind: platform.kind,
      name,
      uid,
      url: platformId === 'weibo' ? `https://weibo.com/u/${uid}` : null,
      certification: `${unit.name}官方账号`,
      reason: null,
      number: null,
      state: endedOn === null ? 'operating' : 'closed',
      openedOn,
      endedOn,
      details: [],
    },
  ];
}

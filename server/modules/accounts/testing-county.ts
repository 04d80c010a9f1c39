import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { type Actor, systemActor } from '../../kernel/actor.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import type { Account, Filing } from './model.ts';
import { recordEffect } from './record-effect.ts';
import { readAccount } from './store-accounts.ts';
import { createWorld, type Key, PLATFORMS, type World } from './testing.ts';
import { plantAccount } from './testing-matters.ts';
import { withdrawFiling } from './withdraw-filing.ts';

type Held = Key & { readonly version: number };

/** The world as the county's health bureau meets it, beside a bureau that can take an account over from it. */
export interface County extends World {
  /** Who files for the bureau. */
  clerk(): Promise<Actor>;
  leader(): Promise<Actor>;
  /** Who approves in the county, and who files with the city. */
  above(): Promise<[county: Actor, city: Actor]>;
  nextPlatform(): string;
  /** A draft of an opening that has nothing in its way, on a platform of its own unless one is given. */
  opening(platform?: string): Promise<FilingWire>;
  /** An account of the bureau that runs, likewise. */
  own(more?: Partial<Account>): Promise<Account>;
  effect(filing: Held, effectOn: string, more?: object, who?: Actor): Promise<Outcome<Filing>>;
  withdraw(filing: Held, who?: Actor): Promise<Outcome<unknown>>;
  /** An account as the registry has it. */
  registry(account: Key): Promise<Account | undefined>;
}

/** The name of an opening that is drafted here. */
export const NAME = '抚松卫健';

/** What a change answers that has nothing in its way. */
export const RENAMED = {
  'account.tied-to-duty': true,
  'reason.other': true,
  'reason.other.text': '机构更名',
};

export async function createCounty(today: string): Promise<County> {
  const world = await createWorld(today, [
    {
      key: 'fs-wl',
      jurisdiction: '220621',
      name: '抚松县文化广播电视和旅游局',
      kind: 'department',
      tier: 'county',
      posts: {
        'handling-officer': ['fs-wl经办人'],
        'principal-leader': ['fs-wl主要领导'],
      },
    },
  ]);
  let used = 0;
  const clerk = () => world.actor('fs-ws', '经办人');
  const nextPlatform = () => PLATFORMS[used++ % PLATFORMS.length] as string;
  return {
    ...world,
    clerk,
    leader: () => world.actor('fs-ws', '主要领导'),
    above: () => Promise.all([world.actor('fs-zs', '主要领导'), world.actor('bs-zs', '备案员')]),
    nextPlatform,
    opening: (platform = nextPlatform()) =>
      world.draft(
        'fs-ws',
        {
          'account.platform': platform,
          'account.name': NAME,
          'account.subject': 'unit',
          'account.certification': '抚松县卫生健康局',
          'account.tied-to-duty': true,
          'opening.reason': '群众需要权威的健康信息',
          functions: '发布、解读',
          contact: '王小明',
        },
        ['duty-rules'],
      ),
    own: (more = {}) =>
      plantAccount(world, 'fs-ws', { platform: nextPlatform(), name: `${NAME}${used}`, ...more }),
    effect: async (filing, effectOn, more = {}, who) =>
      world.change(who ?? (await clerk()), (ctx) => recordEffect(ctx, { ...filing, effectOn, ...more })),
    withdraw: async (filing, who) =>
      world.change(who ?? (await clerk()), (ctx) => withdrawFiling(ctx, { ...filing, reason: '另行安排' })),
    registry: ({ jurisdiction, id }) =>
      world.kernel.runner.query(systemActor, (ctx) => readAccount(ctx.tx, jurisdiction, id)),
  };
}

import type { FilingWire, FormValues } from '../../../contracts/accounts/wire.ts';
import type { DecisionKind } from '../../../contracts/approvals/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { decideCurrent } from '../approvals/testing.ts';
import { loadActor } from '../directory/index.ts';
import { type Planted, plant, type Seed } from '../directory/testing.ts';
import { attachFile } from './attach-file.ts';
import { accountsListeners } from './conclude-filing.ts';
import { getFiling } from './read-filing.ts';
import { recordEffect } from './record-effect.ts';
import { saveDraft } from './save-draft.ts';
import { startFiling } from './start-filing.ts';
import { submitFiling } from './submit-filing.ts';
import { seeds } from './testing-units.ts';
import { withdrawFiling } from './withdraw-filing.ts';

/** Words that name a unit's people by post. */
type Post = '信息员' | '经办人' | '主要领导' | '备案员';

/** The five jurisdictions on a database of their own, with the steps of a story as short as the story tells them. */
export interface World {
  readonly kernel: TestKernel;
  readonly planted: Planted;
  actor(unit: string, post: Post): Promise<Actor>;
  change<T>(who: Actor, work: (ctx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  ask<T>(who: Actor, work: (ctx: Context) => Promise<T>): Promise<T>;
  read(who: Actor, filing: Key): Promise<FilingWire>;
  /** Begins a draft, answers what the form of the unit asks, attaches the papers, and gives the draft as it stands. */
  draft(unit: string, values: FormValues, papers?: readonly string[]): Promise<FilingWire>;
  save(
    who: Actor,
    filing: FilingWire,
    values: FormValues,
    exceptions?: Record<string, string>,
  ): Promise<Outcome<FilingWire>>;
  submit(who: Actor, filing: Key & { version: number }): Promise<Outcome<FilingWire>>;
  /** Decides the current step with seal, signature and gates as it asks. */
  decide(who: Actor, filing: Key, decision?: DecisionKind, reason?: string): Promise<Outcome<FilingWire>>;
}

export { recordEffect, startFiling, withdrawFiling };

export type Key = { readonly jurisdiction: string; readonly id: string };

/** Platforms on which one unit may have an account each. */
export const PLATFORMS = [
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'toutiao',
  'channels',
  'xiaohongshu',
  'bilibili',
  'zhihu',
  'people-daily',
];
/** An identifier as the platform writes it. */
export const uidOn = (platform: string): string =>
  ({
    wechat: 'gh_00000000e220',
    weibo: '2803301701',
    douyin: '58635617886',
    kuaishou: '3x84qugg4ch9zhs',
    toutiao: '98323524644',
    channels: 'sphcqO59YEPCvoe',
    xiaohongshu: '5a13b53b4eacab190f3d0667',
    bilibili: '327041260',
    zhihu: '0970f947b898ecc0ec035f9126dd4e08',
  })[platform] ?? 'x';

/** A PDF that is one, as small as can be. */
export const PAPER = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

export async function createWorld(
  today: string,
  extra: readonly Seed[] = [],
  packFolders: readonly string[] = [],
): Promise<World> {
  const kernel = await createTestKernel(accountsListeners, packFolders);
  const planted = await plant(kernel, [...seeds, ...extra]);
  await kernel.setNow(today);
  const { runner } = kernel;
  const actor = async (unit: string, post: Post) => {
    const person = planted.person(`${unit}${post}`);
    return runner.query(
      { kind: 'system', personId: null, name: 'test', posts: [], scope: '*', reach: '*' },
      (ctx) => loadActor(ctx.tx, person, ctx.now.day, kernel.geography),
    );
  };
  const read = (who: Actor, { jurisdiction, id }: Key) =>
    runner.query(who, (ctx) => getFiling(ctx, jurisdiction, id));
  const shown = async <T extends Key>(who: Actor, outcome: Outcome<T>): Promise<Outcome<FilingWire>> =>
    outcome.ok ? { ok: true, value: await read(who, outcome.value) } : outcome;
  const save: World['save'] = async (who, filing, values, exceptions) =>
    shown(who, await runner.command(who, (ctx) => saveDraft(ctx, { ...filing, values, exceptions })));
  return {
    kernel,
    planted,
    actor,
    change: (who, work) => runner.command(who, work),
    ask: (who, work) => runner.query(who, work),
    read,
    save,
    draft: async (unit, values, papers = []) => {
      const clerk = await actor(unit, '经办人');
      const begun = must(
        await runner.command(clerk, (ctx) =>
          startFiling(ctx, { hostUnitId: planted.unit(unit), kind: 'open' }),
        ),
      );
      for (const label of papers) {
        must(
          await runner.command(clerk, (ctx) =>
            attachFile(ctx, begun, { label, name: `${label}.pdf`, content: PAPER }),
          ),
        );
      }
      const empty = await read(clerk, begun);
      const asked = new Set(empty.form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
      const answers = Object.entries(values).filter(([key]) => asked.has(key));
      return must(await save(clerk, empty, Object.fromEntries(answers)));
    },
    submit: async (who, filing) =>
      shown(
        who,
        await runner.command(who, (ctx) =>
          submitFiling(ctx, { jurisdiction: filing.jurisdiction, id: filing.id, version: filing.version }),
        ),
      ),
    decide: async (who, filing, decision = 'approve', reason) => {
      const outcome = await runner.command(who, (ctx) =>
        decideCurrent(ctx, { ...filing, type: 'filing' }, decision, reason),
      );
      return outcome.ok ? { ok: true, value: await read(who, filing) } : outcome;
    },
  };
}

import type { CheckedText, Declared, EntryBody } from '../../../contracts/checking/wire.ts';
import type { Actor } from '../../kernel/actor.ts';
import { systemActor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { stepsOf, type Who } from '../../kernel/runner.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { loadActor } from '../directory/index.ts';
import { type Planted, plant, type Seed } from '../directory/testing.ts';
import { activateEntry } from './activate-entry.ts';
import { addEntry } from './add-entry.ts';
import { type Checkers, createCheckers } from './build-checker.ts';
import { checkText, pastedText } from './check-text.ts';
import { tryEntry } from './try-entry.ts';

/** A county with a bureau, a neighbour, and the office that supervises them; the province above it. */
const SEEDS: readonly Seed[] = [
  {
    key: 'office',
    jurisdiction: '220621',
    name: '抚松县政务服务和数字化建设管理局',
    kind: 'department',
    tier: 'county',
    roles: [['supervisor', '220621']],
    posts: { administrator: ['管库人'], 'info-officer': ['督查员'] },
  },
  {
    key: 'bureau',
    jurisdiction: '220621',
    name: '抚松县教育局',
    kind: 'department',
    tier: 'county',
    posts: { 'info-officer': ['小编', '暂任'], 'principal-leader': ['局长'] },
  },
  {
    key: 'neighbour',
    jurisdiction: '220621',
    name: '抚松县卫生健康局',
    kind: 'department',
    tier: 'county',
    posts: { 'info-officer': ['邻居'], administrator: ['邻居管理员'] },
  },
  {
    key: 'elsewhere',
    jurisdiction: '500110',
    name: '綦江区教育委员会',
    kind: 'department',
    tier: 'county',
    posts: { 'info-officer': ['外人'] },
  },
];

export interface CheckingWorld {
  readonly kernel: TestKernel;
  readonly at: Planted;
  readonly checkers: Checkers;
  actor(name: string): Promise<Actor>;
  change<T>(who: string, work: (ctx: Context) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  ask<T>(who: string, work: (ctx: Context) => Promise<T>): Promise<T>;
  /** Checks a pasted text for the bureau, or another unit. */
  check(who: string, text: string, asked?: AskedCheck): Promise<Outcome<CheckedText>>;
}

interface AskedCheck {
  readonly unit?: string;
  readonly declared?: Declared;
  readonly checkers?: Checkers;
}

/** The county on a database of its own on 2026-11-23, with no lexicons but its own. */
export async function createCheckingWorld(): Promise<CheckingWorld> {
  const kernel = await createTestKernel();
  const at = await plant(kernel, SEEDS);
  await kernel.setNow('2026-11-23');
  const actor = (name: string) =>
    kernel.runner.query(systemActor, (ctx) =>
      loadActor(ctx.tx, at.person(name), ctx.now.day, kernel.geography),
    );
  /** Found in each transaction anew, as behind HTTP. */
  const asking =
    (name: string): Who =>
    (tx, now) =>
      loadActor(tx, at.person(name), now.day, kernel.geography);
  const checkers = createCheckers({ lexicons: [] });
  return {
    kernel,
    at,
    checkers,
    actor,
    change: async (who, work) => kernel.runner.command(await actor(who), work),
    ask: async (who, work) => kernel.runner.query(await actor(who), work),
    check: (name, text, { unit = 'bureau', declared = {}, checkers: own = checkers } = {}) =>
      checkText(stepsOf(kernel.runner, asking(name)), own, {
        unit: at.unit(unit),
        title: '通知',
        kind: 'text',
        declared,
        input: pastedText(text),
      }),
  };
}

/** Puts an entry of the county's lexicon into force, by way of draft and trial. */
export async function plantEntry(world: CheckingWorld, entry: EntryBody): Promise<void> {
  const draft = must(await world.change('管库人', (ctx) => addEntry(ctx, '220621', entry)));
  must(await world.change('管库人', (ctx) => tryEntry(ctx, world.checkers, { ...draft, version: 1 })));
  must(await world.change('管库人', (ctx) => activateEntry(ctx, draft, 2)));
}

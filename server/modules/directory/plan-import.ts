import type { Context } from '../../kernel/context.ts';
import { takenUserNames } from '../../kernel/identity/index.ts';
import { areaPost, inScope, managingPost, mayClassify } from './abilities.ts';
import {
  type ImportFacts,
  type ImportPlan,
  type ImportRows,
  mentionsOf,
  type RowProblem,
  unitFinder,
} from './rules-import.ts';
import { planPeople } from './rules-import-people.ts';
import { planUnits } from './rules-import-units.ts';
import { readKnownPeople, readMentionedUnits } from './store-import.ts';

/** Posts that an import may name by title; posts that a pack declares are named by their id as well. */
export const importPosts = [
  'info-officer',
  'handling-officer',
  'section-head',
  'deputy-leader',
  'principal-leader',
  'filing-officer',
  'duty-officer',
  'safety-officer',
  'administrator',
] as const;

/** What an import would do, and everything that is wrong with it; changes nothing. */
export async function planImport(ctx: Context, rows: ImportRows): Promise<ImportPlan> {
  const facts = await factsOf(ctx, rows);
  const find = unitFinder(rows.units, facts.units);
  const { problems, units } = planUnits(rows.units, facts, find);
  const areas = new Map(units.map((unit) => [unit.row, unit.jurisdiction]));
  const people = planPeople(rows.people, facts, { find, areaOfRow: (row) => areas.get(row) ?? null });
  const inOrder = (list: readonly RowProblem[]) => [...list].sort((a, b) => a.row - b.row);
  return {
    problems: [...inOrder(problems), ...inOrder(people.problems)],
    units,
    appointments: people.appointments,
  };
}

async function factsOf(ctx: Context, rows: ImportRows): Promise<ImportFacts> {
  const mentions = mentionsOf(rows);
  const system = ctx.actor.kind === 'system';
  const units = await readMentionedUnits(ctx.tx, mentions.units);
  return {
    today: ctx.now.day,
    geography: ctx.geography,
    units: units.map((unit) => ({
      ...unit,
      managed: system || managingPost(ctx.actor, unit, ctx.geography) !== undefined,
      classified: system || mayClassify(ctx.actor, unit, ctx.geography),
    })),
    takenUserNames: await takenUserNames(ctx, mentions.userNames),
    knownPeople: new Set(await readKnownPeople(ctx.tx, mentions.people)),
    posts: postsByTitle(ctx, rows),
    managesArea: (jurisdiction) => system || areaPost(ctx.actor, jurisdiction, ctx.geography) !== undefined,
    inScope: (jurisdiction) => inScope(ctx.actor, jurisdiction),
  };
}

/** Titles of posts are the same in all packs, so any jurisdiction of the actor can say them. */
function postsByTitle(ctx: Context, rows: ImportRows): ImportFacts['posts'] {
  const [where] = ctx.actor.scope === '*' ? ['100000'] : ctx.actor.scope;
  const posts = new Map<string, { kind: string; title: string }>();
  if (where === undefined) return posts;
  const policy = ctx.policy(where);
  for (const id of [...importPosts, ...new Set(rows.people.map(({ cells }) => cells.post))]) {
    const title = policy.postTitle(id);
    if (title !== id) {
      posts.set(id, { kind: id, title });
      posts.set(title, { kind: id, title });
    }
  }
  return posts;
}

import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import type { Check } from './model.ts';

/** Posts that keep a lexicon, at a unit that supervises the area. */
const KEEPERS = ['administrator', 'filing-officer'];
const MANAGING = ['supervisor', 'executing-body'];

/** The post in which the actor checks for a unit: any held there; null where there is none. */
export function checkingPost(actor: Actor, unitId: string): ActorPost | null {
  return actor.posts.find((post) => post.unitId === unitId) ?? null;
}

/** Who may read a check: its unit and those above it, and whoever supervises or oversees the jurisdiction. */
export function mayRead(actor: Actor, check: Check, geography: Geography): boolean {
  if (actor.kind === 'system') return true;
  return actor.posts.some(
    ({ unitId, roles }) =>
      check.unitPath.includes(unitId) ||
      roles.some(({ over }) => geography.descendants(over).includes(check.jurisdiction)),
  );
}

/** What the actor may do to a check. */
export function checkAbilities(actor: Actor, check: Check) {
  const own = checkingPost(actor, check.unitId) !== null;
  const open = own && check.kind === 'batch' && check.state === 'open';
  return { override: own, add: open, start: open };
}

/** The post in which the actor changes a jurisdiction's lexicon; null where there is none. */
export function lexiconPost(actor: Actor, jurisdiction: string, geography: Geography): ActorPost | null {
  const over = [jurisdiction, ...geography.ancestors(jurisdiction).map(({ code }) => code)];
  const entitled = ({ kind, roles }: ActorPost) =>
    KEEPERS.includes(kind) && roles.some((each) => MANAGING.includes(each.role) && over.includes(each.over));
  return actor.posts.find(entitled) ?? null;
}

/** Jurisdictions whose business the actor looks over as a whole. */
export function overseen(actor: Actor, geography: Geography): readonly string[] | '*' {
  if (actor.kind === 'system') return '*';
  return [
    ...new Set(actor.posts.flatMap(({ roles }) => roles.flatMap(({ over }) => geography.descendants(over)))),
  ];
}

import type { Severity } from '../../../contracts/checks/wire.ts';
import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Context, Geography } from '../../kernel/context.ts';
import type { Check } from './model.ts';

/** Posts that keep a lexicon, at a unit that supervises the area. */
const KEEPERS = ['administrator', 'filing-officer'];
/** Posts that answer for what their unit publishes: what is not to be published passes only by one of them. */
const LEADING = ['section-head', 'deputy-leader', 'principal-leader'];
const MANAGING = ['supervisor', 'executing-body'];

/** The post in which the actor checks for a unit: any held there; null where there is none. */
export function checkingPost(actor: Actor, unitId: string): ActorPost | null {
  return actor.posts.find((post) => post.unitId === unitId) ?? null;
}

/** The post in which the actor may let a finding pass; a grave one takes a leading post. Null where there is none. */
export function overridingPost(actor: Actor, unitId: string, severity: Severity): ActorPost | null {
  if (severity !== 'block') return checkingPost(actor, unitId);
  return actor.posts.find((post) => post.unitId === unitId && LEADING.includes(post.kind)) ?? null;
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
  const overrideBlock = overridingPost(actor, check.unitId, 'block') !== null;
  return { override: own, overrideBlock, add: open, start: open };
}

/** The post in which the actor changes a jurisdiction's lexicon; null where there is none. */
export function lexiconPost(actor: Actor, jurisdiction: string, geography: Geography): ActorPost | null {
  const over = [jurisdiction, ...geography.ancestors(jurisdiction).map(({ code }) => code)];
  const entitled = ({ kind, roles }: ActorPost) =>
    KEEPERS.includes(kind) && roles.some((each) => MANAGING.includes(each.role) && over.includes(each.over));
  return actor.posts.find(entitled) ?? null;
}

/** Whether the actor may change what a jurisdiction's lexicon and lists say. */
export function mayChangeLexicon({ actor, geography }: Context, jurisdiction: string): boolean {
  const inScope = actor.scope === '*' || actor.scope.includes(jurisdiction);
  return inScope && lexiconPost(actor, jurisdiction, geography) !== null;
}

/** Whether a jurisdiction's lexicon and lists hold for the actor at all. */
export function reachesLexicon({ actor }: Context, jurisdiction: string): boolean {
  return actor.reach === '*' || actor.reach.includes(jurisdiction);
}

/** Jurisdictions whose business the actor looks over as a whole. */
export function overseen(actor: Actor, geography: Geography): readonly string[] | '*' {
  if (actor.kind === 'system') return '*';
  return [
    ...new Set(actor.posts.flatMap(({ roles }) => roles.flatMap(({ over }) => geography.descendants(over)))),
  ];
}

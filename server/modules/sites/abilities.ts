import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import { type ColumnRequest, editableStates, mayMove } from './model.ts';

/** Posts that keep a site's registration and build on it. */
const KEEPING_POSTS = ['administrator', 'filing-officer', 'handling-officer', 'info-officer'];
/** Posts that ask for a unit. */
const ASKING_POSTS = [
  'info-officer',
  'handling-officer',
  'administrator',
  'section-head',
  'deputy-leader',
  'principal-leader',
];
/** Roles over an area that carry the keeping of its sites (QJ-4); oversight reads only. */
const KEEPING_ROLES = ['supervisor', 'executing-body'];

/** The post in which the actor keeps the sites of an area: at its supervisor or its executing body, or further up. */
export function keepingPost(actor: Actor, jurisdiction: string, geography: Geography): ActorPost | null {
  return (
    actor.posts.find(
      (post) =>
        KEEPING_POSTS.includes(post.kind) &&
        post.roles.some(
          ({ role, over }) =>
            KEEPING_ROLES.includes(role) && geography.descendants(over).includes(jurisdiction),
        ),
    ) ?? null
  );
}

/** Who builds sections and columns. `bound`: a regulation leaves it to one body; then units do not (QJ-9). */
export interface BuilderFacts {
  readonly bound: boolean;
  readonly unitId: string | null;
}

/** The post in which the actor builds on the site; where no regulation binds, also a unit in its own section. */
export function buildingPost(
  actor: Actor,
  about: {
    readonly jurisdiction: string;
    readonly builder: BuilderFacts;
    readonly hostUnitId: string;
    readonly sectionUnitId: string | null;
  },
  geography: Geography,
): ActorPost | null {
  const { builder, hostUnitId, sectionUnitId } = about;
  const at = (unitId: string | null) =>
    actor.posts.find((post) => post.unitId === unitId && KEEPING_POSTS.includes(post.kind)) ?? null;
  if (builder.bound) return at(builder.unitId);
  return keepingPost(actor, about.jurisdiction, geography) ?? at(hostUnitId) ?? at(sectionUnitId);
}

/** The post in which the actor asks for a unit; null where the actor holds none there. */
export function askingPost(actor: Actor, unitId: string): ActorPost | null {
  const held = actor.posts.filter((post) => post.unitId === unitId && ASKING_POSTS.includes(post.kind));
  return held.sort((a, b) => ASKING_POSTS.indexOf(a.kind) - ASKING_POSTS.indexOf(b.kind))[0] ?? null;
}

/** Who stands around a request, for the question of who may read it. */
export interface Surroundings {
  readonly decidingUnits: readonly string[];
  readonly jurisdictions: readonly string[];
}

/** The unit and those above it, who decides and who builds, and whoever supervises or oversees the area. */
export function mayReadRequest(actor: Actor, request: ColumnRequest, around: Surroundings): boolean {
  if (actor.kind === 'system') return true;
  return actor.posts.some(
    ({ unitId, roles }) =>
      request.unitPath.includes(unitId) ||
      request.builder?.unitId === unitId ||
      around.decidingUnits.includes(unitId) ||
      roles.some(({ over }) => around.jurisdictions.includes(over)),
  );
}

/** Areas the actor looks over as a whole. */
export function overseen(actor: Actor, geography: Geography): readonly string[] | '*' {
  if (actor.kind === 'system') return '*';
  return [
    ...new Set(actor.posts.flatMap(({ roles }) => roles.flatMap(({ over }) => geography.descendants(over)))),
  ];
}

/** The post in which the actor builds what a request asks for: at the body it was sent to, or that builds by now. */
export function requestBuilder(
  actor: Actor,
  request: ColumnRequest,
  builderUnitId: string | null,
): ActorPost | null {
  const units = [request.builder?.unitId, builderUnitId];
  return actor.posts.find((post) => units.includes(post.unitId) && KEEPING_POSTS.includes(post.kind)) ?? null;
}

/** What the actor may do to a request now. */
export function requestAbilities(
  actor: Actor,
  request: ColumnRequest,
  mine: { readonly decide: boolean; readonly builderUnitId: string | null },
) {
  const asks = askingPost(actor, request.unitId) !== null;
  return {
    edit: asks && editableStates.includes(request.state),
    submit: asks && mayMove(request.state, 'in-approval'),
    withdraw: asks && mayMove(request.state, 'withdrawn'),
    decide: mine.decide,
    build: mayMove(request.state, 'built') && requestBuilder(actor, request, mine.builderUnitId) !== null,
  };
}

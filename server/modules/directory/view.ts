import type { z } from 'zod';
import type {
  foundUnit,
  myUnit,
  UnitDetailWire,
  UnitSummaryWire,
} from '../../../contracts/directory/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { inScope, managingPost, rolePost } from './abilities.ts';
import type { FoundUnit } from './find-units.ts';
import type { MyUnit } from './list-my-units.ts';
import type { Contact, Operator, Post, Unit, UnitRole } from './model.ts';
import type { UnitPage } from './show-unit.ts';
import type { HeldBy } from './store-people.ts';

function jurisdictionName(ctx: Context, code: string): string {
  return ctx.geography.get(code)?.name ?? code;
}

const refOf = (unit: Pick<Unit, 'id' | 'name'> | null) => unit && { id: unit.id, name: unit.name };

function baseOf(ctx: Context, unit: Unit) {
  return {
    id: unit.id,
    jurisdiction: unit.jurisdiction,
    jurisdictionName: jurisdictionName(ctx, unit.jurisdiction),
    name: unit.name,
    shortName: unit.shortName,
    code: unit.code,
    kind: unit.kind,
    tier: unit.tier,
    parentId: unit.parentId,
    closedOn: unit.closedOn,
  };
}

/** A unit of a list. */
export function viewUnit(ctx: Context, { unit, roles }: FoundUnit): UnitSummaryWire {
  return {
    ...baseOf(ctx, unit),
    hasChildren: unit.hasChildren,
    roles: roles.map((role) => ({
      role: role.role,
      detail: role.detail,
      over: role.over,
      overName: jurisdictionName(ctx, role.over),
    })),
  };
}

/** A unit that a search found. */
export function viewFound(ctx: Context, found: FoundUnit): z.input<typeof foundUnit> {
  return { ...viewUnit(ctx, found), pathNames: [...found.pathNames] };
}

/** The page of one unit, with what the actor may do to it. */
export function viewUnitPage(ctx: Context, page: UnitPage): UnitDetailWire {
  const { unit } = page;
  const mine = ctx.actor.kind === 'system' || managingPost(ctx.actor, unit, ctx.geography) !== undefined;
  const open = mine && unit.closedOn === null;
  const near = inScope(ctx.actor, unit.jurisdiction);
  return {
    ...baseOf(ctx, unit),
    hasChildren: page.hasChildren,
    secret: unit.secret,
    inward: unit.inward,
    underPark: unit.underPark,
    version: unit.version,
    path: page.path.map(({ id, name }) => ({ id, name })),
    guidedBy: refOf(page.guidedBy),
    guides: page.guides.map(({ id, name }) => ({ id, name })),
    supervisor: refOf(page.supervisor),
    executingBody: refOf(page.executingBody),
    oversight: page.oversight.map(({ unit: seat, detail }) => ({ id: seat.id, name: seat.name, detail })),
    roles: page.roles.map((role) => viewRole(ctx, role)),
    posts: page.posts.map((post) => viewPost(ctx, post, { held: page.held, open, near })),
    operators: page.operators.map(viewOperator),
    contacts: near ? page.contacts.map(viewContact) : [],
    abilities: {
      change: open,
      close: open,
      addChild: open,
      addPost: open,
      addPerson: open,
      assignRole:
        unit.closedOn === null &&
        rolePost(ctx.actor, { role: 'oversight', over: unit.jurisdiction }, ctx.geography) !== undefined,
      nameOperator: open,
      keepContacts: open,
    },
  };
}

function viewRole(ctx: Context, role: UnitRole): UnitDetailWire['roles'][number] {
  const lasting = role.toDay === null || role.toDay >= ctx.now.day;
  return {
    id: role.id,
    role: role.role,
    detail: role.detail,
    over: role.over,
    overName: jurisdictionName(ctx, role.over),
    fromDay: role.fromDay,
    toDay: role.toDay,
    abilities: { end: lasting && rolePost(ctx.actor, role, ctx.geography) !== undefined },
  };
}

/** Telephone numbers are for one's own area; from below one sees only who holds a post. */
function viewPost(
  ctx: Context,
  post: Post,
  facts: { held: readonly HeldBy[]; open: boolean; near: boolean },
): UnitDetailWire['posts'][number] {
  const holders = facts.held.filter((each) => each.postId === post.id);
  return {
    id: post.id,
    kind: post.kind,
    kindName: ctx.policy(post.jurisdiction).postTitle(post.kind),
    title: post.title,
    closedOn: post.closedOn,
    holders: holders.map((each) => ({
      appointmentId: each.id,
      personId: each.personId,
      name: each.name,
      phone: facts.near ? each.phone : null,
      fromDay: each.fromDay,
      toDay: each.toDay,
      abilities: { end: facts.open },
    })),
    abilities: {
      appoint: facts.open && post.closedOn === null,
      close: facts.open && post.closedOn === null && holders.length === 0,
    },
  };
}

function viewOperator(operator: Operator): UnitDetailWire['operators'][number] {
  return {
    id: operator.id,
    kind: operator.kind,
    unitId: operator.unitId,
    name: operator.name,
    tasks: operator.tasks,
    contractNo: operator.contractNo,
    confidentialitySignedOn: operator.confidentialitySignedOn,
    fromDay: operator.fromDay,
    toDay: operator.toDay,
  };
}

function viewContact(contact: Contact): UnitDetailWire['contacts'][number] {
  return {
    id: contact.id,
    partner: contact.partner,
    organisation: contact.organisation,
    personName: contact.personName,
    phone: contact.phone,
  };
}

/** One of one's own units. */
export function viewMyUnit(
  ctx: Context,
  { unit, posts, supervisor, executingBody, basis }: MyUnit,
): z.input<typeof myUnit> {
  return {
    ...baseOf(ctx, unit),
    secret: unit.secret,
    inward: unit.inward,
    underPark: unit.underPark,
    posts: posts.map(({ postId, kind, title }) => ({ postId, kind, title })),
    supervisor: refOf(supervisor),
    executingBody: refOf(executingBody),
    basis: [...basis],
  };
}

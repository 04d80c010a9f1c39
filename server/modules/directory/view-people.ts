import type { z } from 'zod';
import type { PersonDetailWire, personPost, personSummary } from '../../../contracts/directory/wire.ts';
import type { Context } from '../../kernel/context.ts';
import type { UserFacts } from '../../kernel/identity/index.ts';
import { personPost as rightOver } from './abilities.ts';
import type { FoundPerson } from './find-people.ts';
import type { Unit } from './model.ts';
import type { HeldPlace } from './store-people.ts';

function viewPlace(place: HeldPlace): z.input<typeof personPost> {
  return {
    appointmentId: place.id,
    postId: place.postId,
    kind: place.kind,
    title: place.title,
    unitId: place.unitId,
    unitName: place.unitName,
    fromDay: place.fromDay,
    toDay: place.toDay,
  };
}

function lastsToday(ctx: Context, place: HeldPlace): boolean {
  return place.fromDay <= ctx.now.day && (place.toDay === null || place.toDay >= ctx.now.day);
}

/** A person of a list with the posts held today. */
export function viewPerson(ctx: Context, { person, places }: FoundPerson): z.input<typeof personSummary> {
  return {
    id: person.id,
    jurisdiction: person.jurisdiction,
    name: person.name,
    phone: person.phone,
    isStaff: person.isStaff,
    posts: places.filter((each) => lastsToday(ctx, each)).map(viewPlace),
  };
}

/** The page of one person, with what the actor may do to the person and the user. */
export function viewPersonPage(
  ctx: Context,
  page: FoundPerson & { units: readonly Unit[]; elsewhere: boolean; user: UserFacts | null },
): PersonDetailWire {
  const { person, places, units, elsewhere, user } = page;
  const may =
    ctx.actor.kind === 'system' ||
    rightOver(ctx.actor, { ...person, units, elsewhere }, ctx.geography) !== undefined;
  const near =
    may ||
    person.id === ctx.actor.personId ||
    ctx.actor.scope === '*' ||
    ctx.actor.scope.includes(person.jurisdiction);
  const withUser = may && user !== null;
  return {
    ...viewPerson(ctx, page),
    phone: near ? person.phone : null,
    email: near ? person.email : null,
    version: person.version,
    past: places.filter((each) => !lastsToday(ctx, each)).map(viewPlace),
    user:
      may && user
        ? {
            userName: user.userName,
            disabled: user.disabled,
            totp: user.totp,
            lockedMinutes: user.lockedMinutes,
            neverSignedIn: user.neverSignedIn,
          }
        : null,
    abilities: {
      change: may,
      resetPassword: withUser,
      unlock: withUser && user.lockedMinutes > 0,
      disable: withUser && !user.disabled,
      enable: withUser && user.disabled,
    },
  };
}

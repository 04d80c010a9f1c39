import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Filling } from './fill-directory.ts';
import type { Appointment, Person, Post, Unit } from './model.ts';
import type { ImportPlan, PlannedAppointment, UnitRef } from './rules-import.ts';
import { readUnits } from './store.ts';
import { readStandingPosts } from './store-import.ts';
import { lockUnits } from './store-units.ts';

/** A person of an import with the user to be made and the unit that stands beside the name on the list. */
interface NewSignIn {
  readonly person: Person;
  readonly userName: string;
  readonly unit: Unit;
}

/** What an import writes, worked out from its plan; `unitOf` finds the unit of a row. */
export interface BuiltFilling extends Filling {
  readonly signIns: readonly NewSignIn[];
  unitOf(ref: UnitRef): Unit;
}

/** Gives the units, posts and people of a plan without problems their ids and places. Locks the standing units used. */
export async function buildFilling(ctx: Context, plan: ImportPlan): Promise<BuiltFilling> {
  const { units, unitOf } = await placeUnits(ctx, plan);
  const signIns = peopleOf(plan, unitOf);
  const personOf = (each: PlannedAppointment) => signIns.get(each.userName.toLowerCase())?.person.id ?? '';
  const standing = plan.appointments.flatMap(({ unit }) => (unit.from === 'directory' ? [unit.unit.id] : []));
  const desk = postDesk(standing.length > 0 ? await readStandingPosts(ctx.tx, [...new Set(standing)]) : []);
  const appointments = plan.appointments.map((each): Appointment => {
    const post = desk.postFor(unitOf(each.unit), each);
    return {
      id: newId(),
      jurisdiction: post.jurisdiction,
      postId: post.id,
      personId: personOf(each),
      fromDay: each.fromDay,
      toDay: each.toDay,
    };
  });
  const people = [...signIns.values()].map(({ person }) => person);
  return {
    units,
    roles: [],
    posts: desk.fresh,
    people,
    appointments,
    signIns: [...signIns.values()],
    unitOf,
  };
}

/** The units of the plan with their places in the tree. Throws Refused('stale') where one above was closed meanwhile. */
async function placeUnits(
  ctx: Context,
  plan: ImportPlan,
): Promise<{ units: Unit[]; unitOf(ref: UnitRef): Unit }> {
  const refs = [...plan.units.map((unit) => unit.parent), ...plan.appointments.map((each) => each.unit)];
  const standing = [...new Set(refs.flatMap((ref) => (ref?.from === 'directory' ? [ref.unit.id] : [])))];
  await lockUnits(ctx.tx, standing);
  const known = new Map((await readUnits(ctx.tx, standing)).map((unit) => [unit.id, unit]));
  const byRow = new Map<number, Unit>();
  const unitOf = (ref: UnitRef): Unit => {
    const unit = ref.from === 'file' ? byRow.get(ref.row) : known.get(ref.unit.id);
    if (!unit || unit.closedOn !== null) throw new Refused('stale');
    return unit;
  };
  const units = plan.units.map(({ row, parent, ...fields }) => {
    const above = parent && unitOf(parent);
    const id = newId();
    const unit: Unit = {
      ...fields,
      id,
      parentId: above?.id ?? null,
      guidedById: null,
      path: [...(above?.path ?? []), id],
      underPark: above !== null && (above.underPark || above.kind === 'park'),
      closedOn: null,
      version: 1,
    };
    byRow.set(row, unit);
    return unit;
  });
  return { units, unitOf };
}

/** One person and one user for each user name (QJ-6); the first row says in which unit the person is listed. */
function peopleOf(plan: ImportPlan, unitOf: (ref: UnitRef) => Unit): Map<string, NewSignIn> {
  const signIns = new Map<string, NewSignIn>();
  for (const { userName, name, phone, email, isStaff, jurisdiction, unit } of plan.appointments) {
    const key = userName.toLowerCase();
    if (signIns.has(key)) continue;
    const person = { id: newId(), jurisdiction, name, phone, email, isStaff, version: 1 };
    signIns.set(key, { person, userName, unit: unitOf(unit) });
  }
  return signIns;
}

/** Finds the post of an appointment among those that stand and those just made, and makes it where there is none. */
function postDesk(standing: readonly Post[]) {
  const byTitle = new Map<string, Post>();
  const byKind = new Map<string, Post>();
  const fresh: Post[] = [];
  const know = (post: Post) => {
    const kind = `${post.unitId} ${post.kind}`;
    byTitle.set(`${kind} ${post.title}`, post);
    if (!byKind.has(kind)) byKind.set(kind, post);
  };
  for (const post of standing) know(post);
  const postFor = (unit: Unit, { post: kind, title, kindTitle }: PlannedAppointment): Post => {
    const place = `${unit.id} ${kind}`;
    const there = title === null ? byKind.get(place) : byTitle.get(`${place} ${title}`);
    if (there) return there;
    const { jurisdiction } = unit;
    const post = {
      id: newId(),
      jurisdiction,
      unitId: unit.id,
      kind,
      title: title ?? kindTitle,
      closedOn: null,
    };
    fresh.push(post);
    know(post);
    return post;
  };
  return { fresh, postFor };
}

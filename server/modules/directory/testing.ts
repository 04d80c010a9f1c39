import { systemActor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done } from '../../kernel/outcome.ts';
import type { TestKernel } from '../../kernel/testing.ts';
import type { Tier, UnitKind } from '../../policy/index.ts';
import type { OversightDetail, RoleName, Unit } from './model.ts';
import { termsOf } from './search-terms.ts';
import { insertAppointments, insertPeople } from './store-people.ts';
import { insertRole } from './store-roles.ts';
import { insertTerms } from './store-terms.ts';
import { insertPosts, insertUnits } from './store-units.ts';

/** A unit of a test: its posts by kind with the names of those who hold them. */
export interface Seed {
  readonly key: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly tier: Tier | null;
  readonly parent?: string;
  readonly code?: string;
  readonly secret?: boolean;
  readonly inward?: boolean;
  readonly roles?: readonly (readonly [RoleName, string, OversightDetail?])[];
  readonly posts?: Readonly<Record<string, readonly string[]>>;
}

/** The ids of what was planted, by key and by name. */
export interface Planted {
  unit(key: string): string;
  person(name: string): string;
  post(key: string, kind: string): string;
}

interface Beds {
  readonly units: Map<string, Unit>;
  readonly people: Map<string, string>;
  readonly posts: Map<string, string>;
}

/** Puts units, posts and people straight into the tables, in office since 2020. For tests of any module. */
export async function plant(kernel: TestKernel, seeds: readonly Seed[]): Promise<Planted> {
  const beds: Beds = { units: new Map(), people: new Map(), posts: new Map() };
  await kernel.runner.command(systemActor, async (ctx) => {
    for (const seed of seeds) {
      await plantUnit(ctx, beds, seed);
      for (const [kind, names] of Object.entries(seed.posts ?? {}))
        await plantPost(ctx, beds, { seed, kind, names });
    }
    ctx.audit({ jurisdiction: '100000', action: 'directory.fill', subject: { type: 'system', id: 'test' } });
    return done(undefined);
  });
  return {
    unit: (key) => known(beds.units, key).id,
    person: (name) => known(beds.people, name),
    post: (key, kind) => known(beds.posts, `${key}/${kind}`),
  };
}

async function plantUnit(ctx: Context, beds: Beds, seed: Seed): Promise<void> {
  const id = newId();
  const above = seed.parent === undefined ? undefined : known(beds.units, seed.parent);
  const { jurisdiction, name, kind, tier } = seed;
  const unit: Unit = {
    id,
    jurisdiction,
    name,
    shortName: null,
    code: seed.code ?? null,
    kind,
    tier,
    parentId: above?.id ?? null,
    guidedById: null,
    path: [...(above?.path ?? []), id],
    secret: seed.secret ?? false,
    inward: seed.inward ?? false,
    underPark: false,
    closedOn: null,
    version: 1,
  };
  beds.units.set(seed.key, unit);
  await insertUnits(ctx.tx, [unit], ctx.now.iso);
  await insertTerms(ctx.tx, 'unit', termsOf(unit, [unit.name, unit.code]));
  for (const [role, over, detail] of seed.roles ?? []) {
    const given = {
      id: newId(),
      jurisdiction,
      unitId: id,
      role,
      detail: detail ?? null,
      over,
      fromDay: '2020-01-01',
      toDay: null,
    };
    await insertRole(ctx.tx, given, ctx.now.iso);
  }
}

async function plantPost(
  ctx: Context,
  beds: Beds,
  of: { seed: Seed; kind: string; names: readonly string[] },
): Promise<void> {
  const { jurisdiction, key } = of.seed;
  const post = {
    id: newId(),
    jurisdiction,
    unitId: known(beds.units, key).id,
    kind: of.kind,
    title: ctx.policy(jurisdiction).postTitle(of.kind),
    closedOn: null,
  };
  beds.posts.set(`${key}/${of.kind}`, post.id);
  await insertPosts(ctx.tx, [post], ctx.now.iso);
  for (const name of of.names) {
    const personId = beds.people.get(name) ?? (await plantPerson(ctx, jurisdiction, name));
    beds.people.set(name, personId);
    const appointment = {
      id: newId(),
      jurisdiction,
      postId: post.id,
      personId,
      fromDay: '2020-01-01',
      toDay: null,
    };
    await insertAppointments(ctx.tx, [appointment], ctx.now.iso);
  }
}

async function plantPerson(ctx: Context, jurisdiction: string, name: string): Promise<string> {
  const person = { id: newId(), jurisdiction, name, phone: null, email: null, isStaff: true, version: 1 };
  await insertPeople(ctx.tx, [person], ctx.now.iso);
  await insertTerms(ctx.tx, 'person', termsOf(person, [name]));
  return person.id;
}

function known<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing planted as ${key}`);
  return value;
}

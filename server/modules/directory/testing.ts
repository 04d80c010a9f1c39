import { systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done } from '../../kernel/outcome.ts';
import type { TestKernel } from '../../kernel/testing.ts';
import type { Tier, UnitKind } from '../../policy/index.ts';
import type { OversightDetail, RoleName } from './model.ts';
import type { Tables } from './tables.ts';

/** A unit of a test: its posts by kind with the names of those who hold them. */
export interface Seed {
  readonly key: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly tier: Tier | null;
  readonly parent?: string;
  readonly roles?: readonly (readonly [RoleName, string, OversightDetail?])[];
  readonly posts?: Readonly<Record<string, readonly string[]>>;
}

/** The ids of what was planted, by key and by name. */
export interface Planted {
  unit(key: string): string;
  person(name: string): string;
  post(key: string, kind: string): string;
}

/** Puts units, posts and people straight into the tables, in office since 2020. For tests of any module. */
export async function plant(kernel: TestKernel, seeds: readonly Seed[]): Promise<Planted> {
  const units = new Map<string, { id: string; path: string[] }>();
  const people = new Map<string, string>();
  const posts = new Map<string, string>();
  await kernel.runner.command(systemActor, async (ctx) => {
    const q = ctx.tx.withTables<Tables>();
    const created_at = ctx.now.iso;
    for (const seed of seeds) {
      const jurisdiction_id = seed.jurisdiction;
      const id = newId();
      const above = seed.parent === undefined ? undefined : units.get(seed.parent);
      const path = [...(above?.path ?? []), id];
      units.set(seed.key, { id, path });
      await q
        .insertInto('units')
        .values({
          jurisdiction_id,
          id,
          parent_id: above?.id ?? null,
          guided_by_id: null,
          name: seed.name,
          short_name: null,
          code: null,
          kind: seed.kind,
          tier: seed.tier,
          secret: false,
          inward: false,
          path,
          closed_on: null,
          version: 1,
          created_at,
        })
        .execute();
      for (const [role, over_jurisdiction, detail] of seed.roles ?? [])
        await q
          .insertInto('unit_roles')
          .values({
            jurisdiction_id,
            id: newId(),
            unit_id: id,
            role,
            detail: detail ?? null,
            over_jurisdiction,
            from_day: '2020-01-01',
            to_day: null,
            created_at,
          })
          .execute();
      for (const [kind, names] of Object.entries(seed.posts ?? {})) {
        const post = newId();
        posts.set(`${seed.key}/${kind}`, post);
        await q
          .insertInto('posts')
          .values({ jurisdiction_id, id: post, unit_id: id, kind, title: kind, closed_on: null, created_at })
          .execute();
        for (const name of names) {
          const person = people.get(name) ?? newId();
          if (!people.has(name))
            await q
              .insertInto('people')
              .values({
                jurisdiction_id,
                id: person,
                name,
                phone: null,
                email: null,
                is_staff: true,
                version: 1,
                created_at,
              })
              .execute();
          people.set(name, person);
          await q
            .insertInto('appointments')
            .values({
              jurisdiction_id,
              id: newId(),
              post_id: post,
              person_id: person,
              from_day: '2020-01-01',
              to_day: null,
              end_reason: null,
              created_at,
            })
            .execute();
        }
      }
    }
    ctx.audit({
      jurisdiction: '100000',
      action: 'directory.import',
      subject: { type: 'directory', id: 'test' },
    });
    return done(undefined);
  });
  const known = <T>(map: Map<string, T>, key: string): T => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`nothing planted as ${key}`);
    return value;
  };
  return {
    unit: (key) => known(units, key).id,
    person: (name) => known(people, name),
    post: (key, kind) => known(posts, `${key}/${kind}`),
  };
}

import { systemActor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/db/uuid.ts';
import {
  createDemoUsers,
  type NewUser,
  renewDemoPasswords,
  shutOutDemoUsers,
  takenUserNames,
} from '../kernel/identity/index.ts';
import { done, refuse } from '../kernel/outcome.ts';
import type { Runner } from '../kernel/runner.ts';
import { fillDirectory, lockEmptyDirectory, type Unit } from '../modules/directory/index.ts';
import { fillAccounts } from './accounts.ts';
import { fillLedgers } from './ledgers.ts';
import { demoPosts } from './posts.ts';
import { DEMO_PASSWORD, demoLines, demoUserName } from './sign-ins.ts';
import { fillSites } from './sites.ts';
import { type DemoUnit, demoUnits } from './units.ts';

/** Before the oldest regulation of the demonstration, so that its openings can be played on any of its days. */
const SINCE = '2018-01-01';

/** Every user name of the demonstration. */
export const demoUserNames = demoUnits.flatMap((unit) =>
  unit.people.map((post) => demoUserName(unit.key, post)),
);

/**
 * Fills a database without any unit with the demonstration jurisdictions; one that has been filled is left as it is,
 * but for the age of the demonstration's passwords. Answers the lines to print: none where the demonstration is absent.
 */
export async function fillDemo(runner: Runner): Promise<string[]> {
  const outcome = await runner.command(systemActor, async (ctx) => {
    const empty = await lockEmptyDirectory(ctx);
    if (empty) await fill(ctx);
    else if ((await takenUserNames(ctx, demoUserNames)).size === 0) return refuse({ code: 'not-found' });
    else await renew(ctx);
    const action = empty ? 'demo.fill' : 'demo.renew';
    ctx.audit({ jurisdiction: '100000', action, subject: { type: 'system', id: 'demo' } });
    return done(undefined);
  });
  return outcome.ok ? demoLines() : [];
}

async function renew(ctx: Context): Promise<void> {
  await renewDemoPasswords(ctx, demoUserNames, ctx.now.iso);
  await shutOutDemoUsers(ctx, demoUserNames, { password: DEMO_PASSWORD, out: false });
}

async function fill(ctx: Context): Promise<void> {
  const units = new Map<string, Unit>();
  for (const demo of demoUnits) units.set(demo.key, unitOf(demo, units));
  const parts = demoUnits.map((demo) => staffOf(ctx, demo, units.get(demo.key)?.id ?? ''));
  await fillDirectory(ctx, {
    units: [...units.values()],
    roles: parts.flatMap(({ roles }) => roles),
    posts: parts.flatMap(({ posts }) => posts),
    people: parts.flatMap(({ people }) => people),
    appointments: parts.flatMap(({ appointments }) => appointments),
  });
  await createDemoUsers(
    ctx,
    parts.flatMap(({ users }) => users),
    DEMO_PASSWORD,
  );
  await fillAccounts(ctx, units);
  await fillLedgers(ctx, units);
  await fillSites(ctx, units);
}

function unitOf(demo: DemoUnit, before: ReadonlyMap<string, Unit>): Unit {
  const parent = demo.parent === undefined ? undefined : before.get(demo.parent);
  const id = newId();
  return {
    id,
    jurisdiction: demo.jurisdiction,
    name: demo.name,
    shortName: demo.short,
    code: null,
    kind: demo.kind,
    tier: demo.tier,
    parentId: parent?.id ?? null,
    guidedById: null,
    path: [...(parent?.path ?? []), id],
    secret: false,
    inward: false,
    underPark: parent !== undefined && (parent.underPark || parent.kind === 'park'),
    closedOn: null,
    version: 1,
  };
}

let telephone = 0;

function staffOf(ctx: Context, demo: DemoUnit, unitId: string) {
  const { jurisdiction } = demo;
  const days = { fromDay: SINCE, toDay: null };
  const staff = demo.people.map((key) => {
    const { title, kinds } = demoPosts[key];
    telephone += 1;
    const person = {
      id: newId(),
      jurisdiction,
      name: `${demo.short}·${title}（演示）`,
      // An area code that does not exist: nobody's telephone rings.
      phone: `000-${String(telephone).padStart(8, '0')}`,
      email: null,
      isStaff: true,
      version: 1,
    };
    const posts = kinds.map((kind) => ({
      id: newId(),
      jurisdiction,
      unitId,
      kind,
      title: ctx.policy(jurisdiction).postTitle(kind),
      closedOn: null,
    }));
    const user: NewUser = { jurisdiction, personId: person.id, userName: demoUserName(demo.key, key) };
    return { person, posts, user };
  });
  return {
    people: staff.map(({ person }) => person),
    posts: staff.flatMap(({ posts }) => posts),
    users: staff.map(({ user }) => user),
    appointments: staff.flatMap(({ person, posts }) =>
      posts.map((post) => ({ id: newId(), jurisdiction, postId: post.id, personId: person.id, ...days })),
    ),
    roles: demo.role
      ? [
          {
            id: newId(),
            jurisdiction,
            unitId,
            role: demo.role.role,
            detail: demo.role.detail ?? null,
            over: jurisdiction,
            ...days,
          },
        ]
      : [],
  };
}

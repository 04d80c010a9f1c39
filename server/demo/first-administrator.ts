import { systemActor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/db/uuid.ts';
import { createUsers, type InitialSignIn } from '../kernel/identity/index.ts';
import { done, type Outcome, refuse } from '../kernel/outcome.ts';
import type { Runner } from '../kernel/runner.ts';
import { fillDirectory, lockEmptyDirectory } from '../modules/directory/index.ts';

const NATION = '100000';
const USER_NAME = 'admin';

/**
 * A way in for a new system in earnest: one unit at the top and its administrator with a random password, answered
 * as the line to print, once. Answers nothing where any unit exists.
 */
export async function createFirstAdministrator(runner: Runner): Promise<string[]> {
  const empty = await runner.query(systemActor, (ctx) => lockEmptyDirectory(ctx));
  if (!empty) return [];
  const outcome = await runner.command(systemActor, make);
  const [first] = outcome.ok ? outcome.value : [];
  return first
    ? [
        `首次启动：已建立首任管理员，用户名 ${first.userName}，初始口令 ${first.password}（只显示这一次，首次登录须修改）。`,
        '登录后请在“单位与人员”中把该单位和人员改为实名，再录入或批量导入各单位。',
      ]
    : [];
}

async function make(ctx: Context): Promise<Outcome<InitialSignIn[]>> {
  const unitId = newId();
  if (!(await lockEmptyDirectory(ctx))) return refuse({ code: 'stale' });
  const personId = newId();
  const postId = newId();
  const days = { fromDay: ctx.now.day, toDay: null };
  await fillDirectory(ctx, {
    units: [topUnit(unitId)],
    // Only a supervisor names supervisors below it: the first administrator has to begin somewhere.
    roles: [
      {
        id: newId(),
        jurisdiction: NATION,
        unitId,
        role: 'supervisor',
        detail: null,
        over: NATION,
        ...days,
      },
    ],
    posts: [
      {
        id: postId,
        jurisdiction: NATION,
        unitId,
        kind: 'administrator',
        title: '单位管理员',
        closedOn: null,
      },
    ],
    people: [
      {
        id: personId,
        jurisdiction: NATION,
        name: '首任管理员',
        phone: null,
        email: null,
        isStaff: true,
        version: 1,
      },
    ],
    appointments: [{ id: newId(), jurisdiction: NATION, postId, personId, ...days }],
  });
  const initial = await createUsers(ctx, [{ jurisdiction: NATION, personId, userName: USER_NAME }]);
  ctx.audit({ jurisdiction: NATION, action: 'directory.fill', subject: { type: 'unit', id: unitId } });
  return done(initial);
}

function topUnit(id: string) {
  return {
    id,
    jurisdiction: NATION,
    name: '系统管理单位（请改名）',
    shortName: null,
    code: null,
    kind: 'institution',
    tier: null,
    parentId: null,
    guidedById: null,
    path: [id],
    secret: false,
    inward: true,
    underPark: false,
    closedOn: null,
    version: 1,
  } as const;
}

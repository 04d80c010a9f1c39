import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { fillDirectory } from '../directory/index.ts';
import { createDeadlineTest, type DeadlineTest } from './testing.ts';
import { mayUpdateCalendar, updateCalendar } from './update-calendar.ts';

const PROVINCE = '620000';
const AREA = '620171';
const above = newId();
const below = newId();
let at: DeadlineTest;

const administrator = (unitId: string, over: string): Actor => ({
  kind: 'person',
  personId: newId(),
  name: '某人',
  posts: [
    {
      postId: newId(),
      kind: 'administrator',
      title: '单位管理员',
      unitId,
      unitName: unitId,
      unitPath: [unitId],
      jurisdiction: over,
      roles: [{ role: 'supervisor', over }],
    },
  ],
  scope: [AREA, PROVINCE],
  reach: [AREA, PROVINCE, '100000'],
});

beforeAll(async () => {
  at = await createDeadlineTest();
  const unit = (id: string, jurisdiction: string, name: string) => ({
    id,
    jurisdiction,
    name,
    shortName: name,
    code: null,
    kind: 'office' as const,
    tier: 'province' as const,
    parentId: null,
    guidedById: null,
    path: [id],
    secret: false,
    inward: false,
    underPark: false,
    closedOn: null,
    version: 1,
  });
  const role = (unitId: string, over: string) => ({
    id: newId(),
    jurisdiction: over,
    unitId,
    role: 'supervisor' as const,
    detail: null,
    over,
    fromDay: '2018-01-01',
    toDay: null,
  });
  await at.system(async (ctx) => {
    await fillDirectory(ctx, {
      units: [unit(above, PROVINCE, '省府办'), unit(below, AREA, '新区办公室')],
      roles: [role(above, PROVINCE), role(below, AREA)],
      posts: [],
      people: [],
      appointments: [],
    });
    ctx.audit({ jurisdiction: AREA, action: 'directory.fill', subject: { type: 'system', id: 'test' } });
  });
});
afterAll(() => at.drop());

test('the calendar is loaded by the supervisor furthest up; one below is offered no form and told whom to ask', async () => {
  const year = { year: 2027, source: '测试通知', holidays: [], makeUp: [] };
  const may = (actor: Actor) => at.runner.query(actor, mayUpdateCalendar);
  expect(await may(administrator(above, PROVINCE))).toBe(true);
  expect(await may(administrator(below, AREA))).toBe(false);
  await expect(
    at.runner.command(administrator(below, AREA), (ctx) => updateCalendar(ctx, year, ctx.calendar.version)),
  ).rejects.toMatchObject({ code: 'deadlines.calendar-above', facts: { unit: '省府办' } });
});

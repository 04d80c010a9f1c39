import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import { computeDue, SHIPPED_CALENDAR } from '../../policy/calendar/index.ts';
import { attachFile } from './attach-file.ts';
import { planBackfile } from './plan-backfile.ts';
import { previewOpening } from './preview-filing.ts';
import { startFiling } from './start-filing.ts';
import { createWorld, PAPER, type World } from './testing.ts';
import { backfileView } from './view-matters.ts';

/** 兰州新区: issued 29 July 2020, thirty working days. */
const ISSUED = '2020-07-29';
const DAY_30 = computeDue(SHIPPED_CALENDAR, ISSUED, { n: 30, unit: 'workday' }).due.slice(0, 10);
const DAY_31 = computeDue(SHIPPED_CALENDAR, ISSUED, { n: 31, unit: 'workday' }).due.slice(0, 10);

let world: World;
beforeAll(async () => {
  world = await createWorld(DAY_30);
});
afterAll(() => world.kernel.drop());

const ANSWERS = {
  'account.platform': 'weibo',
  'account.name': '中川镇发布',
  'account.uid': '2803301701',
  'account.subject': 'unit',
  'account.certification': '中川镇人民政府官方微博',
  'account.tied-to-duty': true,
  'opening.reason': '服务群众的需要，向社会发布工作信息',
};

/** Begins to make up for an account of a unit, answers what is asked, and attaches the papers. */
async function begin(unit: string, answers: Record<string, string | boolean>) {
  const clerk = await world.actor(unit, '经办人');
  const begun = must(
    await world.change(clerk, (ctx) =>
      startFiling(ctx, { kind: 'open', hostUnitId: world.planted.unit(unit), backfile: true }),
    ),
  );
  const asked = await world.read(clerk, begun);
  for (const slot of asked.attachments)
    must(
      await world.change(clerk, (ctx) =>
        attachFile(ctx, begun, { label: slot.label, name: 'a.pdf', content: PAPER }),
      ),
    );
  const values: Record<string, string | boolean> = {};
  for (const field of asked.form.sections.flatMap(({ fields }) => fields)) {
    if (field.system) continue;
    const answer = answers[field.key] ?? (field.required ? filler(field) : undefined);
    if (answer !== undefined) values[field.key] = answer;
  }
  const current = await world.read(clerk, begun);
  return { clerk, filing: must(await world.save(clerk, current, values)) };
}

function filler(field: { type: string; options: readonly { value: string }[] | null }): string | boolean {
  if (field.type === 'checkbox') return true;
  if (field.type === 'date') return '2018-05-01';
  if (field.type === 'url') return 'https://weibo.com/u/2803301701';
  return field.options?.[0]?.value ?? '已填写的内容';
}

const clockOf = (filing: { clocks: readonly { rule: string; state: string; due: string }[] }) =>
  filing.clocks.find(({ rule }) => rule === 'filing.backfile');

test('LZ-36 on the thirtieth working day after issue an account opened before is filed in time', async () => {
  await world.kernel.setNow(DAY_30);
  const { clerk, filing } = await begin('lz-town', { ...ANSWERS, 'opening.on': '2018-05-01' });
  expect(filing.backfile).toMatchObject({ before: ISSUED, dueOn: DAY_30, overdue: false });
  expect(clockOf(filing)).toMatchObject({ state: 'running', due: DAY_30 });
  const submitted = must(await world.submit(clerk, filing));
  expect(clockOf(submitted)).toMatchObject({ state: 'met' });
});

test('LZ-36 on the thirty-first it is still taken, and shown as late', async () => {
  await world.kernel.setNow(DAY_31);
  const { clerk, filing } = await begin('lz-park', {
    ...ANSWERS,
    'account.name': '中川园区发布',
    'account.uid': '2803301702',
    'account.certification': '中川园区管委会官方微博',
    'opening.on': '2019-01-02',
  });
  expect(filing.backfile).toMatchObject({ dueOn: DAY_30, overdue: true });
  expect(clockOf(filing)).toMatchObject({ state: 'overdue' });
  const submitted = must(await world.submit(clerk, filing));
  expect(clockOf(submitted)).toMatchObject({ state: 'met-late' });
});

test('LZ-36 an account opened on the day of issue or later is an opening, not made up for', async () => {
  await world.kernel.setNow(DAY_30);
  const { clerk, filing } = await begin('lz-bg', {
    ...ANSWERS,
    'account.name': '新区管委会办公室发布',
    'account.uid': '2803301703',
    'account.certification': '兰州新区管委会办公室官方微博',
    'opening.on': ISSUED,
  });
  expect(codesOf(await world.submit(clerk, filing))).toEqual(['accounts.backfile-opened-later']);
  const mended = must(await world.save(clerk, filing, { ...filing.values, 'opening.on': '2020-07-28' }));
  must(await world.submit(clerk, mended));
});

test('GD-3.2c a fixed day, FS-33 no day at all', async () => {
  const planned = (area: string) =>
    world.ask(systemActor, async (ctx) =>
      backfileView(ctx, planBackfile(ctx, ctx.policy(area), { matter: 'open' })),
    );
  await world.kernel.setNow('2019-05-30');
  expect(await planned('440117')).toMatchObject({ dueOn: '2019-05-30', overdue: false });
  await world.kernel.setNow('2019-05-31');
  expect(await planned('440117')).toMatchObject({ dueOn: '2019-05-30', overdue: true });
  await world.kernel.setNow('2026-09-29');
  const fusong = await world.actor('fs-jy', '经办人');
  const preview = await world.ask(fusong, (ctx) => previewOpening(ctx, world.planted.unit('fs-jy'), true));
  expect(preview.backfile).toMatchObject({ dueOn: null, overdue: false });
  const { filing, clerk } = await begin('fs-jy', {
    ...ANSWERS,
    'account.name': '抚松教育',
    'account.uid': '2803301704',
    'account.certification': '抚松县教育局官方微博',
    'opening.on': '2018-05-01',
  });
  expect(clockOf(filing)).toBeUndefined();
  const submitted = must(await world.submit(clerk, filing));
  // What has to be entered outside after an opening waits for the approval and not for a day years ago.
  expect(submitted.entries.every(({ state }) => state === 'pending')).toBe(true);
});

test('where no regulation speaks of earlier accounts nothing is made up for', async () => {
  await world.kernel.setNow('2026-09-29');
  const clerk = await world.actor('qj-jt', '经办人');
  const outcome = await world.change(clerk, (ctx) =>
    startFiling(ctx, { kind: 'open', hostUnitId: world.planted.unit('qj-jt'), backfile: true }),
  );
  expect(codesOf(outcome)).toEqual(['accounts.backfile-absent']);
});

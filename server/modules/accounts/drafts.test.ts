import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { attachFile } from './attach-file.ts';
import { detachFile } from './detach-file.ts';
import { printForm } from './print-form.ts';
import { startFiling } from './start-filing.ts';
import { submitFiling } from './submit-filing.ts';
import { createWorld, type Key, PAPER, type World } from './testing.ts';
import { withdrawFiling } from './withdraw-filing.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
});
afterAll(() => world.kernel.drop());

const PLATFORMS = [
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'toutiao',
  'channels',
  'xiaohongshu',
  'bilibili',
  'zhihu',
  'people-daily',
];
let used = 0;
const NAME = '抚松卫健';

/** A draft of the county health bureau that has nothing in its way, each on a platform of its own. */
async function ready(platform = PLATFORMS[used++]!): Promise<FilingWire> {
  return world.draft(
    'fs-ws',
    {
      'account.platform': platform,
      'account.name': NAME,
      'account.subject': 'unit',
      'account.certification': '抚松县卫生健康局',
      'account.tied-to-duty': true,
      'opening.reason': '群众需要权威的健康信息',
      functions: '发布、解读',
      contact: '王小明',
    },
    ['duty-rules'],
  );
}

const clerk = () => world.actor('fs-ws', '经办人');

const withdraw = async (filing: Key & { version: number }, who = clerk()): Promise<Outcome<unknown>> =>
  world.change(await who, (ctx) => withdrawFiling(ctx, { ...filing, reason: '另行安排' }));

describe('drafting', () => {
  test('a half-typed draft is kept and found again, with what is missing named', async () => {
    const draft = await world.draft('fs-ws', { 'account.name': '抚松' });
    const again = await world.read(await clerk(), draft);
    expect(again.values['account.name']).toBe('抚松');
    expect(again.values.host).toBe('抚松县卫生健康局');
    expect(again.values.supervisor).toBe('抚松县政务服务和数字化建设管理局');
    expect(again.blockers).toBeGreaterThan(3);
    expect(
      again.checks.filter(({ outcome }) => outcome === 'unmet').every(({ message }) => message.length > 5),
    ).toBe(true);
  });

  test('a version that somebody overtook is refused, and what was saved stands', async () => {
    const draft = await world.draft('fs-ws', {});
    const saved = must(await world.save(await clerk(), draft, { 'account.name': '甲' }));
    expect(saved.version).toBe(draft.version + 1);
    expect(await refusal(world.save(await clerk(), draft, { 'account.name': '乙' }))).toMatchObject({
      kind: 'stale',
    });
    expect((await world.read(await clerk(), draft)).values['account.name']).toBe('甲');
  });

  test('unknown questions and texts that are too long are refused, nothing of the rest is kept', async () => {
    const draft = await world.draft('fs-ws', {});
    const refused = await world.save(await clerk(), draft, {
      'account.name': '长'.repeat(31),
      nonsense: 'x',
      functions: '好',
    });
    expect(codesOf(refused).sort()).toEqual(['accounts.field-too-long', 'accounts.field-unknown']);
    expect((await world.read(await clerk(), draft)).values.functions).toBeNull();
  });

  test('answers that another platform does not ask are left out, not refused', async () => {
    const draft = await world.draft('fs-ws', {});
    const saved = await world.save(await clerk(), draft, {
      'account.platform': 'weibo',
      'opening.on': '2026-09-01',
    });
    expect(must(saved).values['opening.on']).toBeUndefined();
  });

  test('only for a unit in which one files: someone else’s unit is refused in every way', async () => {
    const draft = await ready('app');
    const stranger = await world.actor('fs-jy', '经办人');
    const begin = world.change(stranger, (ctx) =>
      startFiling(ctx, { hostUnitId: world.planted.unit('fs-ws'), kind: 'open' }),
    );
    expect(await refusal(begin)).toMatchObject({ kind: 'forbidden', code: 'accounts.not-your-unit' });
    expect(await refusal(world.save(stranger, draft, {}))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(world.submit(stranger, draft))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(withdraw(draft, Promise.resolve(stranger)))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(world.read(stranger, draft))).toMatchObject({ kind: 'forbidden' });
    expect(
      await refusal(
        world.change(stranger, (ctx) =>
          attachFile(ctx, draft, { label: 'duty-rules', name: 'a.pdf', content: PAPER }),
        ),
      ),
    ).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(world.ask(stranger, (ctx) => printForm(ctx, draft, 'pdf')))).toMatchObject({
      kind: 'forbidden',
    });
    const elsewhere = await world.actor('qj-jt', '经办人');
    expect(await refusal(world.read(elsewhere, draft))).toMatchObject({ kind: 'not-found' });
  });

  test('the supervisor reads and does not write', async () => {
    const draft = await ready('app');
    const officer = await world.actor('fs-zs', '备案员');
    expect((await world.read(officer, draft)).abilities).toEqual({
      edit: false,
      submit: false,
      withdraw: false,
      decide: false,
      recordOpening: false,
      recordEffect: false,
    });
    expect(await refusal(world.save(officer, draft, {}))).toMatchObject({ kind: 'forbidden' });
  });
});

describe('papers', () => {
  const attach = async (filing: Key, name: string, content: Buffer, label = 'duty-rules') =>
    world.change(await clerk(), (ctx) => attachFile(ctx, filing, { label, name, content }));

  test('a file that is not what its name says, or has macros, or belongs nowhere, is refused', async () => {
    const draft = await world.draft('fs-ws', {});
    expect(codesOf(await attach(draft, 'rules.pdf', Buffer.from('MZ not a pdf')))).toEqual([
      'accounts.file-content-mismatch',
    ]);
    expect(codesOf(await attach(draft, 'rules.exe', PAPER))).toEqual(['accounts.file-type-not-allowed']);
    expect(codesOf(await attach(draft, '../rules.pdf', PAPER))).toEqual(['accounts.file-name-unsafe']);
    expect(codesOf(await attach(draft, 'rules.pdf', PAPER, 'no-such-paper'))).toEqual([
      'accounts.slot-unknown',
    ]);
    expect((await world.read(await clerk(), draft)).attachments[0]?.files).toEqual([]);
  });

  test('over 20 MB is too large', async () => {
    const draft = await world.draft('fs-ws', {});
    const huge = Buffer.concat([PAPER, Buffer.alloc(20 * 1024 * 1024)]);
    expect(await refusal(attach(draft, 'rules.pdf', huge))).toMatchObject({ kind: 'too-large' });
  });

  test('a paper can be taken away until the filing is submitted', async () => {
    const draft = await ready();
    const [file] = draft.attachments[0]!.files;
    const submitted = must(await world.submit(await clerk(), draft));
    const take = async () => world.change(await clerk(), (ctx) => detachFile(ctx, submitted, file!.id));
    expect(await refusal(take())).toMatchObject({ kind: 'conflict', code: 'accounts.not-draft' });
    expect(await refusal(attach(submitted, 'b.pdf', PAPER))).toMatchObject({ kind: 'conflict' });
    must(await withdraw(submitted));
    must(await take());
    expect((await world.read(await clerk(), draft)).attachments[0]?.files).toEqual([]);
  });

  test('what is submitted is what was seen: a paper that came meanwhile is noticed', async () => {
    const draft = await ready();
    must(await attach(draft, 'more.pdf', Buffer.concat([PAPER, Buffer.from('%%EOF\n')])));
    const submit = world.change(await clerk(), (ctx) =>
      submitFiling(ctx, { ...draft, digest: draft.digest }),
    );
    expect(await refusal(submit)).toMatchObject({ kind: 'stale', code: 'accounts.content-seen-differs' });
  });
});

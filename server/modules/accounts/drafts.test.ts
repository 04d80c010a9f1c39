import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { attachFile } from './attach-file.ts';
import { detachFile } from './detach-file.ts';
import { printForm } from './print-form.ts';
import { startFiling } from './start-filing.ts';
import { submitFiling } from './submit-filing.ts';
import { type Key, PAPER } from './testing.ts';
import { type County, createCounty } from './testing-county.ts';

let world: County;
beforeAll(async () => {
  world = await createCounty('2026-09-21');
});
afterAll(() => world.kernel.drop());

describe('drafting', () => {
  test('a half-typed draft is kept and found again, with what is missing named', async () => {
    const draft = await world.draft('fs-ws', { 'account.name': '抚松' });
    const again = await world.read(await world.clerk(), draft);
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
    const saved = must(await world.save(await world.clerk(), draft, { 'account.name': '甲' }));
    expect(saved.version).toBe(draft.version + 1);
    expect(await refusal(world.save(await world.clerk(), draft, { 'account.name': '乙' }))).toMatchObject({
      kind: 'stale',
    });
    expect((await world.read(await world.clerk(), draft)).values['account.name']).toBe('甲');
  });

  test('unknown questions and texts that are too long are refused, nothing of the rest is kept', async () => {
    const draft = await world.draft('fs-ws', {});
    const refused = await world.save(await world.clerk(), draft, {
      'account.name': '长'.repeat(31),
      nonsense: 'x',
      functions: '好',
    });
    expect(codesOf(refused).sort()).toEqual(['accounts.field-too-long', 'accounts.field-unknown']);
    expect((await world.read(await world.clerk(), draft)).values.functions).toBeNull();
  });

  test('answers that another platform does not ask are left out, not refused', async () => {
    const draft = await world.draft('fs-ws', {});
    const saved = await world.save(await world.clerk(), draft, {
      'account.platform': 'weibo',
      'opening.on': '2026-09-01',
    });
    expect(must(saved).values['opening.on']).toBeUndefined();
  });

  test('only for a unit in which one files: someone else’s unit is refused in every way', async () => {
    const draft = await world.opening('app');
    const stranger = await world.actor('fs-jy', '经办人');
    const begin = world.change(stranger, (ctx) =>
      startFiling(ctx, { hostUnitId: world.planted.unit('fs-ws'), kind: 'open' }),
    );
    expect(await refusal(begin)).toMatchObject({ kind: 'forbidden', code: 'accounts.not-your-unit' });
    expect(await refusal(world.save(stranger, draft, {}))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(world.submit(stranger, draft))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(world.withdraw(draft, stranger))).toMatchObject({ kind: 'forbidden' });
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
    const draft = await world.opening('app');
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
    world.change(await world.clerk(), (ctx) => attachFile(ctx, filing, { label, name, content }));

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
    expect((await world.read(await world.clerk(), draft)).attachments[0]?.files).toEqual([]);
  });

  test('over 20 MB is too large', async () => {
    const draft = await world.draft('fs-ws', {});
    const huge = Buffer.concat([PAPER, Buffer.alloc(20 * 1024 * 1024)]);
    expect(await refusal(attach(draft, 'rules.pdf', huge))).toMatchObject({ kind: 'too-large' });
  });

  test('a paper can be taken away until the filing is submitted', async () => {
    const draft = await world.opening();
    const [file] = draft.attachments[0]!.files;
    const submitted = must(await world.submit(await world.clerk(), draft));
    const take = async () => world.change(await world.clerk(), (ctx) => detachFile(ctx, submitted, file!.id));
    expect(await refusal(take())).toMatchObject({ kind: 'conflict', code: 'accounts.not-draft' });
    expect(await refusal(attach(submitted, 'b.pdf', PAPER))).toMatchObject({ kind: 'conflict' });
    must(await world.withdraw(submitted));
    must(await take());
    expect((await world.read(await world.clerk(), draft)).attachments[0]?.files).toEqual([]);
  });

  test('what is submitted is what was seen: a paper that came meanwhile is noticed', async () => {
    const draft = await world.opening();
    must(await attach(draft, 'more.pdf', Buffer.concat([PAPER, Buffer.from('%%EOF\n')])));
    const submit = world.change(await world.clerk(), (ctx) =>
      submitFiling(ctx, { ...draft, digest: draft.digest }),
    );
    expect(await refusal(submit)).toMatchObject({ kind: 'stale', code: 'accounts.content-seen-differs' });
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf } from '../../kernel/testing-outcome.ts';
import { endRecord } from './end-record.ts';
import { unitLedger } from './read-ledger.ts';
import { createLedgerWorld, type LedgerWorld } from './testing.ts';

let world: LedgerWorld;
beforeAll(async () => {
  world = await createLedgerWorld();
});
afterAll(() => world.kernel.drop());

describe('outsourcing', () => {
  test('WJ-2 purchase, contract, agreement and supervision are asked for each outside operator, and the contract warns before its end', async () => {
    await world.kernel.setNow('2024-03-01');
    const id = await world.operator('wj-rs');
    const mine = async () => (await world.gapsOf('wj-rs')).filter((gap) => gap.includes(id));
    expect(await mine()).toEqual(
      ['agreement', 'contract', 'purchase', 'supervision'].map((kind) => `missing ${kind} *${id}`),
    );
    const of = { operatorId: id, fromDay: '2024-01-01' };
    const parts = [
      { ...of, kind: 'purchase', method: 'consultation', candidates: 3, result: '综合评分最高' },
      {
        ...of,
        kind: 'contract',
        number: 'WJ-2024-1',
        matters: '排版推送',
        duties: '甲方审核，乙方执行',
        validTo: '2024-12-31',
      },
      { ...of, kind: 'agreement', personName: '沈岚' },
      { ...of, kind: 'supervision', found: '按时推送', followUp: '' },
    ];
    for (const body of parts) expect(codesOf(await world.keep('wj-rs', body))).toEqual([]);
    expect(await mine()).toEqual([`finding contract *${id}`]);
    await world.kernel.setNow('2024-11-15');
    expect(await mine()).toContain(`expiring contract *${id}`);
    expect(codesOf(await world.keep('wj-rs', { ...parts[2], operatorId: world.at.unit('wj-rs') }))).toEqual([
      'stewardship.no-operator',
    ]);
  });

  test('WJ-12d WJ-2 an account never has only people outside or programs with rights to it; QJ-20 who is outside has signed', async () => {
    const rights = { kind: 'rights', scope: '发布', fromDay: '2024-01-01' };
    const { rows } = await sql<{
      id: string;
    }>`select id from stewardship_records where kind = 'agreement'`.execute(world.kernel.database.owner);
    const outside = { ...rights, key: 'outside', agreementId: rows[0]?.id };
    expect(await world.gapsOf('wj-rs')).toContain('missing rights staff');
    expect(codesOf(await world.keep('wj-rs', { ...rights, key: 'outside', name: '某人' }))).toEqual([
      'stewardship.rights-no-agreement',
      'stewardship.only-outside',
    ]);
    expect(codesOf(await world.keep('wj-rs', outside))).toEqual(['stewardship.only-outside']);
    expect(codesOf(await world.keep('wj-rs', { ...rights, key: 'software', name: '定时发布' }))).toEqual([
      'stewardship.only-outside',
    ]);
    const staff = await world.keep('wj-rs', {
      ...rights,
      key: 'staff',
      appointmentId: await world.post('wj-rs管理员'),
    });
    expect(codesOf(staff)).toEqual([]);
    expect(codesOf(await world.keep('wj-rs', outside))).toEqual([]);
    const key = { jurisdiction: '320509-hrss', id: staff.ok ? staff.value.id : '' };
    const ended = await world.kernel.runner.command(await world.actor('wj-rs信息员'), (ctx) =>
      endRecord(ctx, key, { toDay: '2024-11-15', reason: '轮岗' }),
    );
    expect(codesOf(ended)).toEqual(['stewardship.only-outside']);
    // Whoever has left holds no rights any more, whatever the ledger still says.
    await world.leave('wj-rs管理员', '2024-11-10');
    expect(await world.gapsOf('wj-rs')).toContain('vacant rights staff');
    expect(codesOf(await world.keep('wj-rs', { ...rights, key: 'software', name: '定时发布' }))).toEqual([
      'stewardship.only-outside',
    ]);
  });

  test('WJ-2 the responsibility itself is not handed over: somebody outside answers for nothing but the operation', async () => {
    await sql`update people set is_staff = false where id = ${world.at.person('wj-rs分管')}`.execute(
      world.kernel.database.owner,
    );
    const named = { kind: 'person', key: 'responsible', fromDay: '2024-01-01' };
    expect(
      codesOf(await world.keep('wj-rs', { ...named, appointmentId: await world.post('wj-rs分管') })),
    ).toEqual(['stewardship.not-staff']);
  });

  test('QJ-20 an outside operator without a secrecy agreement is shown', async () => {
    const id = await world.operator('qj-jt');
    expect((await world.gapsOf('qj-jt')).filter((gap) => gap.includes(id))).toEqual([
      `missing agreement *${id}`,
    ]);
  });
});

describe('coordination', () => {
  const contact = async (key: string, partner: string) =>
    sql`insert into contacts (jurisdiction_id, id, unit_id, partner, organisation, person_name, phone, created_at)
      select jurisdiction_id, gen_random_uuid(), id, ${partner}, '某部', '某人', '0931-8888888', now()
      from units where id = ${world.at.unit(key)}`.execute(world.kernel.database.owner);
  const missing = async (key: string) =>
    (
      await world.kernel.runner.query(await world.actor(`${key}管理员`), (ctx) =>
        unitLedger(ctx, world.at.unit(key)),
      )
    ).gaps.flatMap(({ kind, item }) => (kind === 'consultation' ? [item] : []));

  test('LZ-29 GD-4.2e the supervisor lacks contacts until it has one for each department, and keeps a log of consultations', async () => {
    await world.kernel.setNow('2021-05-01');
    expect(await missing('lz-bg')).toEqual(['contact.publicity', 'contact.cyberspace', 'contact.police']);
    await contact('lz-bg', 'publicity');
    await contact('lz-bg', 'police');
    expect(await missing('lz-bg')).toEqual(['contact.cyberspace']);
    expect(await missing('lz-jf')).toEqual([]);
    const who = await world.actor('lz-bg管理员');
    const held = { kind: 'consultation', topic: '账号应急联动', outcome: '建立联络群' };
    const keepFor = (more: object) => world.keepForUnit('lz-bg', { ...held, ...more });
    expect(codesOf(await keepFor({ partners: ['police'], fromDay: '2021-06-01' }))).toEqual([
      'stewardship.in-future',
    ]);
    expect(codesOf(await keepFor({ partners: ['nobody'], fromDay: '2021-04-01' }))).toEqual([
      'stewardship.unknown-item',
    ]);
    expect(codesOf(await keepFor({ partners: ['publicity', 'police'], fromDay: '2021-04-01' }))).toEqual([]);
    const { records } = await world.kernel.runner.query(who, (ctx) =>
      unitLedger(ctx, world.at.unit('lz-bg')),
    );
    expect(records[0]).toMatchObject({
      kind: 'consultation',
      title: '账号应急联动',
      facts: [
        { label: '会商单位', value: '宣传、公安' },
        { label: '议定事项', value: '建立联络群' },
      ],
    });
  });

  test('FS-26 every host coordinates, with the media centre too', async () => {
    await world.kernel.setNow('2024-11-15');
    expect(await missing('fs-jy')).toContain('contact.media-centre');
    await contact('fs-jy', 'media-centre');
    expect(await missing('fs-jy')).not.toContain('contact.media-centre');
  });
});

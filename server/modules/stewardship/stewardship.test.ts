import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf } from '../../kernel/testing-outcome.ts';
import { attachToRecord } from './attach-file.ts';
import { warnOfEnds } from './jobs.ts';
import { listGaps } from './list-gaps.ts';
import { accountLedger } from './read-ledger.ts';
import { createLedgerWorld, keepOn, type LedgerWorld, PAPER } from './testing.ts';

const ALL = { page: 1, size: 200 };

let world: LedgerWorld;
beforeAll(async () => {
  world = await createLedgerWorld();
});
afterAll(() => world.kernel.drop());

describe('what a host is asked to keep', () => {
  test('LZ-23 a named person and funding, LZ-3 the tasks, LZ-25 three papers are missing until they are kept', async () => {
    await world.kernel.setNow('2021-03-01');
    expect(await world.gapsOf('lz-jf')).toEqual([
      'missing funding funding',
      'missing paper *confidentiality-review',
      'missing paper *emergency-plan',
      'missing paper *security-rules',
      'missing person responsible',
      'missing tasks tasks',
    ]);
    const made = await world.keep('lz-jf', {
      kind: 'person',
      key: 'responsible',
      appointmentId: await world.post('lz-jf分管'),
      fromDay: '2021-02-01',
    });
    expect(codesOf(made)).toEqual([]);
    await world.keep('lz-jf', { kind: 'funding', source: '部门预算', amount: 80000, fromDay: '2021-01-01' });
    const tasks = ['publish', 'interpret', 'interact', 'serve', 'respond', 'collect', 'guide', 'resolve'];
    expect(codesOf(await world.keep('lz-jf', { kind: 'tasks', tasks, fromDay: '2021-01-01' }))).toEqual([]);
    expect(
      codesOf(await world.keep('lz-jf', { kind: 'tasks', tasks: ['sell'], fromDay: '2021-01-01' })),
    ).toEqual(['stewardship.unknown-item']);
    expect((await world.gapsOf('lz-jf')).filter((gap) => !gap.includes('paper'))).toEqual([]);
  });

  test('LZ-25 a rule counts as kept with its version, day and paper', async () => {
    const who = await world.actor('lz-jf信息员');
    const plan = await world.keepForUnit('lz-jf', {
      kind: 'paper',
      key: 'emergency-plan',
      title: '应急预案',
      version: '2021年版',
      fromDay: '2021-01-10',
    });
    expect(codesOf(plan)).toEqual([]);
    expect(await world.gapsOf('lz-jf')).toContain('finding paper *emergency-plan');
    const id = plan.ok ? plan.value.id : '';
    const upload = { name: '预案.pdf', content: PAPER };
    const key = { jurisdiction: '620171', id };
    expect((await world.kernel.runner.command(who, (ctx) => attachToRecord(ctx, key, upload))).ok).toBe(true);
    const fake = { name: '预案.pdf', content: Buffer.from('MZ…') };
    const refused = await world.kernel.runner.command(who, (ctx) => attachToRecord(ctx, key, fake));
    expect(codesOf(refused)).toEqual(['stewardship.file-refused']);
    expect((await world.gapsOf('lz-jf')).filter((gap) => gap.includes('emergency-plan'))).toEqual([]);
  });

  test('WJ-10 three papers are listed as missing', async () => {
    expect((await world.gapsOf('wj-rs')).filter((gap) => gap.includes('paper'))).toHaveLength(3);
  });

  test('QJ-3 three responsible parties for each channel, QJ-5 a leader in charge and a site administrator, QJ-23 a safety officer', async () => {
    const asked = await world.gapsOf('qj-jt');
    expect(asked.filter((gap) => gap.includes('person'))).toEqual([
      'missing person *deputy-leader',
      'missing person *info-officer',
      'missing person *safety-officer',
      'missing person party.in-charge',
      'missing person party.operates',
      'missing person party.publishes',
    ]);
    const named = { kind: 'person', fromDay: '2021-01-01' };
    for (const party of ['in-charge', 'operates', 'publishes'])
      await world.keep('qj-jt', {
        ...named,
        key: `party.${party}`,
        appointmentId: await world.post('qj-jt分管'),
      });
    for (const key of ['deputy-leader', 'info-officer', 'safety-officer'])
      await world.keepForUnit('qj-jt', {
        ...named,
        key,
        appointmentId: await world.post('qj-jt管理员'),
      });
    expect((await world.gapsOf('qj-jt')).filter((gap) => gap.includes('person'))).toEqual([]);
  });

  test('GD-2b the host itself answers: nobody else has to be named for it', async () => {
    expect((await world.gapsOf('gd-rs')).filter((gap) => gap.includes('person'))).toEqual([]);
  });
});

describe('who answers', () => {
  const named = { kind: 'person', key: 'responsible', fromDay: '2021-02-01' };

  test('FS-21 one named person answers as a whole; a second one is refused, a change keeps the history', async () => {
    expect(await world.gapsOf('fs-jy')).toContain('missing person responsible');
    const first = await world.keep('fs-jy', { ...named, appointmentId: await world.post('fs-jy分管') });
    expect(codesOf(first)).toEqual([]);
    const second = { ...named, appointmentId: await world.post('fs-jy信息员') };
    expect(codesOf(await world.keep('fs-jy', second))).toEqual(['stewardship.role-taken']);
    const changed = await world.keep('fs-jy', {
      ...second,
      fromDay: '2021-03-01',
      replaces: first.ok ? first.value.id : '',
    });
    expect(codesOf(changed)).toEqual([]);
    const { jurisdiction, id } = world.accountOf('fs-jy');
    const { records } = await world.kernel.runner.query(await world.actor('fs-jy信息员'), (ctx) =>
      accountLedger(ctx, jurisdiction, id),
    );
    expect(records.map(({ title, fromDay, toDay }) => [title, fromDay, toDay])).toEqual([
      ['fs-jy信息员', '2021-03-01', null],
      ['fs-jy分管', '2021-02-01', '2021-02-28'],
    ]);
  });

  test('LZ-23 only somebody in office at the host, above it or below it; a stranger may not name anybody', async () => {
    const other = { ...named, key: 'safety-officer' };
    expect(
      codesOf(await world.keep('lz-jf', { ...other, appointmentId: await world.post('fs-jy分管') })),
    ).not.toEqual([]);
    expect(
      codesOf(await world.keep('lz-jf', { ...other, appointmentId: await world.post('lz-bg分管') })),
    ).toEqual(['stewardship.other-unit']);
    await expect(
      keepOn(world.kernel, await world.actor('fs-jy信息员'), world.accountOf('lz-jf'), {
        ...named,
        appointmentId: await world.post('fs-jy分管'),
      }),
    ).rejects.toThrow('not-found');
  });

  test('LZ-23 whoever leaves leaves a vacancy that is shown and told, to the supervisor too', async () => {
    await world.leave('lz-jf分管', '2021-04-10');
    await world.kernel.setNow('2021-03-20');
    expect(await world.gapsOf('lz-jf')).toContain('expiring person responsible');
    await world.kernel.setNow('2021-04-11');
    expect(await world.gapsOf('lz-jf')).toContain('vacant person responsible');
    const seen = await world.kernel.runner.query(await world.actor('lz-bg备案员'), (ctx) =>
      listGaps(ctx, { ...ALL, state: 'vacant' }),
    );
    expect(seen.items.map(({ message }) => message)).toEqual([
      '责任人（lz-jf分管）已于2021年4月10日离岗，须另行确定。',
    ]);
    expect(await warnOfEnds(world.kernel.runner)).toBeGreaterThan(2);
    expect(await warnOfEnds(world.kernel.runner)).toBe(0);
    const { rows } = await sql<{ code: string; facts: object }>`select distinct code, facts from notices
      where jurisdiction_id = '620171'`.execute(world.kernel.database.owner);
    expect(rows).toEqual([
      {
        code: 'stewardship.vacant',
        facts: { host: '经济发展局', account: '经济发展局发布', item: '责任人', until: '2021-04-10' },
      },
    ]);
  });
});

describe('services and licences', () => {
  const service = {
    kind: 'service',
    name: '企业开办',
    serviceKind: 'handle',
    url: 'https://x.gov.cn/a',
    fromDay: '2021-01-01',
  };

  test('GD-3.6c LZ-19 a service beside the service network is a finding, one on it with its sign-on is none', async () => {
    const good = { ...service, network: 'gd-service-network', item: '4400-0123', signOn: true };
    expect(
      codesOf(await world.keep('gd-rs', { ...service, network: 'own-site', item: 'x', signOn: true })),
    ).toEqual(['stewardship.unknown-item']);
    expect(codesOf(await world.keep('gd-rs', { ...good, item: null }))).toEqual(['stewardship.item-missing']);
    expect(codesOf(await world.keep('gd-rs', good))).toEqual([]);
    expect((await world.gapsOf('gd-rs')).filter((gap) => gap.includes('service'))).toEqual([]);
    for (const key of ['gd-rs', 'lz-jf'])
      expect(codesOf(await world.keep(key, { ...service, name: '预约', signOn: false }))).toEqual([]);
    for (const key of ['gd-rs', 'lz-jf'])
      expect((await world.gapsOf(key)).filter((gap) => gap.includes('service'))).toEqual([
        'finding service service',
        'finding service service',
      ]);
    // No rule of 抚松 asks for it.
    await world.keep('fs-jy', { ...service, signOn: false });
    expect((await world.gapsOf('fs-jy')).filter((gap) => gap.includes('service'))).toEqual([]);
  });

  test('LZ-22 a licence is asked of an account that does news, and warned of 60, 30, 7 days before its end and after', async () => {
    await world.kernel.setNow('2021-05-01');
    const mine = async () => (await world.gapsOf('lz-jf')).filter((gap) => gap.includes('licence'));
    expect(await mine()).toEqual([]);
    await world.keep('lz-jf', { kind: 'activity', key: 'news', fromDay: '2021-01-01' });
    expect(await mine()).toEqual(['missing licence news']);
    const licence = {
      kind: 'licence',
      key: 'news',
      number: '62120210001',
      issuer: '省网信办',
      fromDay: '2020-09-01',
    };
    expect(codesOf(await world.keep('lz-jf', { ...licence, validTo: '2020-08-31' }))).toEqual([
      'stewardship.impossible-days',
    ]);
    const made = await world.keep('lz-jf', { ...licence, validTo: '2021-08-31' });
    const key = { jurisdiction: '620171', id: made.ok ? made.value.id : '' };
    const who = await world.actor('lz-jf信息员');
    await world.kernel.runner.command(who, (ctx) =>
      attachToRecord(ctx, key, { name: '许可证.pdf', content: PAPER }),
    );
    expect(await mine()).toEqual([]);
    const told: [string, number][] = [];
    for (const day of [
      '2021-07-01',
      '2021-07-02',
      '2021-07-03',
      '2021-08-01',
      '2021-08-24',
      '2021-08-31',
      '2021-09-01',
    ]) {
      await world.kernel.setNow(day);
      told.push([day, await warnOfEnds(world.kernel.runner)]);
    }
    // Two people at the host; after the end also two at the supervisor.
    expect(told).toEqual([
      ['2021-07-01', 0],
      ['2021-07-02', 2],
      ['2021-07-03', 0],
      ['2021-08-01', 2],
      ['2021-08-24', 2],
      ['2021-08-31', 0],
      ['2021-09-01', 4],
    ]);
    expect(await mine()).toEqual(['expired licence news']);
    const renewed = { ...licence, number: '62120210002', fromDay: '2021-09-01', validTo: '2024-08-31' };
    expect(codesOf(await world.keep('lz-jf', { ...renewed, replaces: key.id }))).toEqual([]);
    expect(await mine()).toEqual(['finding licence news']);
  });
});

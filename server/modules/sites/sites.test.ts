import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { verifyAudit } from '../../kernel/audit/verify.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { addColumn } from './add-column.ts';
import { addSection } from './add-section.ts';
import { changeColumn } from './change-column.ts';
import { changeSite } from './change-site.ts';
import { closeColumn } from './close-column.ts';
import { closeSection } from './close-section.ts';
import { exportColumns } from './export-columns.ts';
import { moveSection } from './move-section.ts';
import { registerSite } from './register-site.ts';
import { suggestAddress } from './suggest-address.ts';
import { bytesOf, createWorld, DOMAIN, QJ, type World } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
});
afterAll(() => world.kernel.drop());

const unit = (key: string) => world.planted.unit(key);
const found = async (code: string) => (await world.see()).findings.filter((finding) => finding.code === code);

describe('the website', () => {
  test('QJ-2 the district site is registered by those who supervise or act for them, and stands in the registry too', async () => {
    const again = (who: string, domains: string[]) =>
      world.change(who, (ctx) => registerSite(ctx, { name: '另一个网站', domains, hostUnitId: unit('rs') }));
    expect(await refusal(again('rs信息员', ['rs.example.gov.cn']))).toMatchObject({
      code: 'sites.not-keeper',
    });
    expect(codesOf(await again('bg备案员', [DOMAIN]))).toEqual(['sites.domain-taken']);
    expect(codesOf(await again('bg备案员', ['127.0.0.1']))).toEqual(['sites.domain-bad']);
    const site = await world.see('rs信息员');
    expect(site).toMatchObject({
      domains: [DOMAIN],
      siteCode: '5001100001',
      supervisor: { name: '綦江区人民政府办公室' },
      builder: { name: '綦江区电子政务中心' },
      abilities: { change: false, addSection: false, addColumn: false, request: true },
    });
    expect(site.inScope[0]).toMatchObject({ article: '第二条' });
    expect((await found('sites.not-in-registry'))[0]?.basis[0]?.article).toBe('第二条');
  });

  test('QJ-2 it is linked with the website that was filed as a channel, with no other kind and not twice', async () => {
    const owner = world.kernel.database.owner;
    const plantAccount = async (id: string, kind: string) => {
      await sql`insert into filings (jurisdiction_id, id, kind, host_unit_id, host_name, host_path, state, revision, version,
          "values", exceptions, form, chain, timing, pinned_on, checks, created_at, updated_at)
        values (${QJ}, ${id}, 'open', ${unit('bg')}, '办公室', '{}', 'registered', 1, 1, '{}', '{}', '{}', '{}',
          'before-opening', '2026-01-01', '[]', now(), now())`.execute(owner);
      await sql`insert into accounts (jurisdiction_id, id, host_unit_id, host_name, host_path, platform, platform_name,
          channel_kind, name, exceptions, details, state, filing_id, filing_number, version, created_at)
        values (${QJ}, ${id}, ${unit('bg')}, '办公室', '{}', 'website', '政府网站', ${kind}, '綦江区政府网', '[]', '{}',
          'operating', ${id}, ${id}, 1, now())`.execute(owner);
    };
    const [asSite, asAccount] = [
      '01990000-0000-7000-8000-000000000001',
      '01990000-0000-7000-8000-000000000002',
    ];
    await plantAccount(asSite, 'site');
    await plantAccount(asAccount, 'account');
    const link = (accountId: string | null, version: number) =>
      world.change('bg备案员', (ctx) => changeSite(ctx, { ...world.site, accountId, version }));
    expect(codesOf(await link(asAccount, 1))).toEqual(['sites.account-unfit']);
    must(await link(asSite, 1));
    expect((await world.see()).account).toMatchObject({ name: '綦江区政府网', platformName: '政府网站' });
    expect(await found('sites.not-in-registry')).toEqual([]);
    const other = must(
      await world.change('bg备案员', (ctx) =>
        registerSite(ctx, { name: '第二个网站', domains: ['two.example.gov.cn'], hostUnitId: unit('bg') }),
      ),
    );
    expect(
      await refusal(world.change('bg备案员', (ctx) => changeSite(ctx, { ...other, accountId: asSite }))),
    ).toMatchObject({ kind: 'conflict' });
    expect(await refusal(link(null, 1))).toMatchObject({ kind: 'stale' });
  });

  test('two sites for one domain at once: one has it', async () => {
    const register = (who: string) =>
      world.change(who, (ctx) =>
        registerSite(ctx, { name: '抢注网站', domains: ['race.example.gov.cn'], hostUnitId: unit('bg') }),
      );
    const both = await Promise.allSettled([register('bg备案员'), register('dz备案员')]);
    const good = both.filter((each) => each.status === 'fulfilled' && (each.value as Outcome<unknown>).ok);
    expect(good).toHaveLength(1);
  });

  test('QJ-4 the supervisor looks over it and the executing body does the building', async () => {
    expect((await world.see('bg备案员')).abilities).toMatchObject({ change: true, addSection: false });
    expect((await world.see('dz备案员')).abilities).toMatchObject({
      change: true,
      addSection: true,
      addColumn: true,
    });
  });
});

describe('sections', () => {
  test('QJ-7 departments lie under bm/ and towns under jz/ with the initials of the unit', async () => {
    expect(must(await world.section('rs')).address).toBe('http://www.cqqj.gov.cn/bm/qjrs');
    expect(must(await world.section('sj')).address).toBe('http://www.cqqj.gov.cn/jz/sjz');
    const asked = await world.ask('dz备案员', (ctx) =>
      suggestAddress(ctx, { jurisdiction: QJ, id: world.site.id, unit: unit('jt') }),
    );
    expect(asked).toMatchObject({
      address: 'http://www.cqqj.gov.cn/bm/qjjt',
      initials: 'qjjt',
      problem: null,
    });
    expect(asked.basis[0]).toMatchObject({ article: '第七条' });
  });

  test('QJ-7 initials that are taken: the later unit spells out its last syllable', async () => {
    const second = must(await world.section('san'));
    expect(second).toMatchObject({ initials: 'sjzhen', address: 'http://www.cqqj.gov.cn/jz/sjzhen' });
    expect(await found('sites.address-differs')).toEqual([]);
  });

  test('QJ-7 two units with the same initials at once get two addresses', async () => {
    const both = await Promise.all([world.section('jt'), world.section('jy')]);
    const addresses = both.map((each) => must(each).initials).sort();
    expect([
      ['qjjt', 'qjjti'],
      ['qjjt', 'qjjtong'],
    ]).toContainEqual(addresses);
  });

  test('QJ-7 an address that differs is a finding that shows the right one, until it is put right', async () => {
    const odd = must(await world.section('bg', { address: 'http://www.cqqj.gov.cn/zfb' }));
    const inOdd = must(
      await world.change('dz备案员', (ctx) =>
        addColumn(ctx, {
          site: world.site,
          sectionId: odd.id,
          name: '政府信息公开',
          updateClass: 'policies',
        }),
      ),
    );
    expect(inOdd.address).toBe('http://www.cqqj.gov.cn/zfb/zfxxgk');
    const [finding] = await found('sites.address-differs');
    expect(finding).toMatchObject({
      about: { kind: 'section', id: odd.id },
      expected: 'http://www.cqqj.gov.cn/bm/qjqfb',
      message: '网址 http://www.cqqj.gov.cn/zfb 与规定不符，应为 http://www.cqqj.gov.cn/bm/qjqfb。',
    });
    expect(finding?.basis[0]).toMatchObject({ article: '第七条' });
    const move = (address: string, version: number) =>
      world.change('dz备案员', (ctx) => moveSection(ctx, { jurisdiction: QJ, id: odd.id, address, version }));
    expect(codesOf(await move('http://evil.example/bm', 1))).toEqual(['sites.address-elsewhere']);
    must(await move('http://www.cqqj.gov.cn/bm/qjqfb', 1));
    expect(await found('sites.address-differs')).toEqual([]);
    const moved = (await world.see()).sections.find(({ id }) => id === odd.id);
    expect(moved?.columns[0]?.address).toBe('http://www.cqqj.gov.cn/bm/qjqfb/zfxxgk');
    expect(await refusal(move('http://www.cqqj.gov.cn/bm/x', 1))).toMatchObject({ kind: 'stale' });
  });

  test('a unit without a short name has no address by rule, and is told so', async () => {
    expect(codesOf(await world.section('wu'))).toEqual(['sites.short-name-missing']);
  });

  test('one section for a unit, none for a closed unit or one of another area', async () => {
    expect(codesOf(await world.section('rs'))).toEqual(['sites.section-exists']);
    const owner = world.kernel.database.owner;
    await sql`update units set closed_on = '2026-09-01' where id = ${unit('wu')}`.execute(owner);
    expect(codesOf(await world.section('wu', { address: 'http://www.cqqj.gov.cn/bm/wu' }))).toEqual([
      'sites.unit-closed',
    ]);
    const foreign = world.kernel.runner.command(systemActor, (ctx) =>
      addSection(ctx, { site: world.site, unitId: unit('fs') }),
    );
    expect(codesOf(await foreign)).toContain('sites.unit-elsewhere');
  });
});

describe('columns', () => {
  const sectionOf = async (name: string) => {
    const section = (await world.see()).sections.find((each) => each.unit.name.includes(name));
    if (!section) throw new Error(`no section of ${name}`);
    return section;
  };
  const add = (who: string, input: Omit<Parameters<typeof addColumn>[1], 'site'>) =>
    world.change(who, (ctx) => addColumn(ctx, { site: world.site, ...input }));

  test('QJ-8 the column 政府信息公开 is missed by its one name until it stands, and then stays', async () => {
    const section = await sectionOf('人力');
    expect(section.missing).toMatchObject([{ name: '政府信息公开', basis: [{ article: '第八条' }] }]);
    expect((await found('sites.required-missing')).map(({ about }) => about.id)).toContain(section.id);
    must(await add('dz备案员', { sectionId: section.id, name: '信息公开', updateClass: 'policies' }));
    expect((await sectionOf('人力')).missing).toHaveLength(1);
    const column = must(
      await add('dz备案员', { sectionId: section.id, name: '政府信息公开', updateClass: 'policies' }),
    );
    expect((await sectionOf('人力')).missing).toEqual([]);
    const close = world.change('dz备案员', (ctx) => closeColumn(ctx, { ...column, reason: '合并' }));
    expect(codesOf(await close)).toEqual(['sites.column-required']);
    const rename = world.change('dz备案员', (ctx) => changeColumn(ctx, { ...column, name: '公开' }));
    expect(codesOf(await rename)).toEqual(['sites.column-required']);
  });

  test('QJ-8 departments and towns without a section are listed', async () => {
    const names = (await world.see()).without.map(({ name }) => name);
    expect(names).toContain('綦江区电子政务中心');
    expect(names).not.toContain('綦江区人力资源和社会保障局');
  });

  test('QJ-9 units may not set up columns themselves, nor the supervisor past the centre', async () => {
    const section = await sectionOf('人力');
    for (const who of ['rs信息员', 'bg备案员']) {
      const refused = await refusal(add(who, { sectionId: section.id, name: '自设栏目' }));
      expect(refused).toMatchObject({
        kind: 'forbidden',
        code: 'sites.not-builder',
        facts: { builder: '綦江区电子政务中心' },
      });
      expect(refused.basis[0]?.article).toBe('第九条');
    }
    expect((await world.see('rs信息员')).sections.find(({ id }) => id === section.id)?.abilities).toEqual({
      move: false,
      close: false,
      addColumn: false,
      request: true,
    });
  });

  test('QJ-5 columns of the main site are divided among units; one of nobody is shown', async () => {
    const column = must(await add('dz备案员', { name: '綦江动态', updateClass: 'news' }));
    expect(await found('sites.unassigned')).toMatchObject([
      { about: { name: '綦江动态' }, basis: [{ article: '第五条' }] },
    ]);
    must(
      await world.change('dz备案员', (ctx) =>
        changeColumn(ctx, { ...column, unitId: unit('bg'), updateClass: 'news' }),
      ),
    );
    expect(await found('sites.unassigned')).toEqual([]);
    expect((await world.see()).main[0]).toMatchObject({ unit: { name: '綦江区人民政府办公室' } });
  });

  test('QJ-5 each unit with a section names its leader and its administrator; who has not is shown', async () => {
    const { people } = await sectionOf('人力');
    expect(people).toEqual([
      { post: '分管领导', holders: ['rs分管领导'] },
      { post: '信息员', holders: ['rs信息员'] },
    ]);
    const owner = world.kernel.database.owner;
    const end = (day: string | null) =>
      sql`update appointments set to_day = ${day} where person_id = ${world.planted.person('jt分管领导')}`.execute(
        owner,
      );
    await end('2026-01-01');
    expect((await found('sites.posts-vacant'))[0]).toMatchObject({
      message: '綦江区交通局还没有明确：分管领导。',
      basis: [{ article: '第五条' }],
    });
    await end(null);
  });

  test.each([
    ['QJ-18a', 'news', ['更新间隔不超过10日']],
    ['QJ-18b', 'notices', ['更新间隔不超过3个月']],
    ['QJ-18b', 'policies', ['更新间隔不超过3个月']],
    ['QJ-18c', 'interaction', ['回应时间不超过2个月']],
    ['QJ-18d', 'interviews', ['更新间隔不超过1年', '次数全年不少于 3 次']],
  ])('%s the class %s carries its interval with the article', async (_clause, id, said) => {
    const { classes } = await world.see();
    const upkeep = classes.find((each) => each.id === id)?.upkeep ?? [];
    expect(upkeep.map(({ label, value }) => label + value)).toEqual(said);
    for (const { basis } of upkeep) expect(basis.map(({ article }) => article)).toContain('第十八条');
  });

  test('names and classes that are none, taken names and addresses elsewhere are refused', async () => {
    const section = await sectionOf('人力');
    const at = { sectionId: section.id };
    expect(codesOf(await add('dz备案员', { ...at, name: ' 政府 信息公开 ' }))).toContain('sites.name-untidy');
    expect(codesOf(await add('dz备案员', { ...at, name: '政府信息公开' }))).toEqual(['sites.column-taken']);
    expect(codesOf(await add('dz备案员', { ...at, name: '😀公开' }))).toContain('sites.name-untidy');
    expect(codesOf(await add('dz备案员', { ...at, name: '通知', updateClass: 'own.none' }))).toEqual([
      'sites.class-unknown',
    ]);
    const far = { ...at, name: '通知', address: 'http://www.cqqj.gov.cn/jz/sjz/tz' };
    expect(codesOf(await add('dz备案员', far))).toEqual(['sites.address-not-below']);
    expect(await refusal(add('dz备案员', { sectionId: unit('rs'), name: '通知' }))).toMatchObject({
      kind: 'not-found',
    });
    const future = { ...at, name: '通知', builtOn: '2026-09-22' };
    expect(codesOf(await add('dz备案员', future))).toEqual(['sites.day-to-come']);
  });

  test('two columns of one name at once: one stands', async () => {
    const section = await sectionOf('石角');
    const both = await Promise.all([
      add('dz备案员', { sectionId: section.id, name: '镇务动态', updateClass: 'news' }),
      add('dz管理员', { sectionId: section.id, name: '镇务动态', updateClass: 'news' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap(codesOf)).toEqual(['sites.column-taken']);
  });

  test('a closed section goes with its columns, frees its initials and takes no more', async () => {
    const section = await sectionOf('石角');
    must(
      await world.change('dz备案员', (ctx) =>
        closeSection(ctx, { jurisdiction: QJ, ...section, reason: '撤镇设街道' }),
      ),
    );
    expect((await world.see()).sections.some(({ id }) => id === section.id)).toBe(false);
    expect(await refusal(add('dz备案员', { sectionId: section.id, name: '动态' }))).toMatchObject({
      code: 'sites.gone',
    });
    expect(must(await world.section('sj')).initials).toBe('sjz');
  });

  test('the list of columns goes out as a spreadsheet, and the trail is whole', async () => {
    const file = await world.ask('rs信息员', (ctx) => exportColumns(ctx, world.site));
    expect(file.name).toBe('綦江区人民政府公众信息网栏目清单-2026-09-21.xlsx');
    expect((await bytesOf(file)).subarray(0, 2).toString()).toBe('PK');
    const report = await world.kernel.runner.query(systemActor, (ctx) => verifyAudit(ctx.tx));
    expect(JSON.stringify(report)).not.toContain('"broken":{');
  });

  test('nobody outside the area sees the site', async () => {
    expect(await refusal(world.see('fs信息员'))).toMatchObject({ kind: 'not-found' });
  });
});

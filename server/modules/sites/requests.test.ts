import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../documents/zip-archive.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { addColumn } from './add-column.ts';
import { closeSection } from './close-section.ts';
import { listOpenRequests, listRequests } from './list-requests.ts';
import type { ColumnRequest, Section } from './model.ts';
import { printRequest } from './print-request.ts';
import { recordBuilt } from './record-built.ts';
import { saveRequest } from './save-request.ts';
import { startRequest } from './start-request.ts';
import { bytesOf, createWorld, QJ, type World } from './testing.ts';
import { withdrawRequest } from './withdraw-request.ts';

let world: World;
let section: Section;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
  section = must(await world.section('rs'));
});
afterAll(() => world.kernel.drop());

let count = 0;
/** A column that nobody has asked for yet. */
const fresh = (name = `就业专题${++count}`) => world.begin('rs', { sectionId: section.id, name });
const submitted = async (name?: string) => must(await world.submit('rs', must(await fresh(name))));
const agreed = async (name?: string): Promise<ColumnRequest> => {
  const request = await submitted(name);
  must(await world.decide('rs分管领导', request));
  must(await world.decide('dz备案员', request));
  return { ...request, version: request.version + 1 };
};
const build = (who: string, request: ColumnRequest, more: { address?: string; builtOn?: string } = {}) =>
  world.change(who, (ctx) =>
    recordBuilt(ctx, { ...key(request), version: request.version, builtOn: '2026-09-21', ...more }),
  );
const key = ({ jurisdiction, id }: ColumnRequest) => ({ jurisdiction, id });
const withdraw = (request: ColumnRequest) =>
  world.change('rs信息员', (ctx) =>
    withdrawRequest(ctx, { ...key(request), version: request.version, reason: '不再需要' }),
  );

describe('the way of a request', () => {
  test('QJ-9 a unit asks, its leader consents, the centre agrees and builds at the address that follows', async () => {
    const draft = must(await fresh('就业服务'));
    const before = await world.read('rs信息员', draft);
    expect(before).toMatchObject({
      state: 'draft',
      address: 'http://www.cqqj.gov.cn/bm/qjrs/jyfw',
      builder: '綦江区电子政务中心',
      problems: [],
      route: { state: 'ready', basis: [{ article: '第九条、第五条' }] },
      upkeep: [{ value: '3个月' }],
      clocks: [],
      abilities: { submit: true, build: false },
    });
    expect(before.route.steps.map(({ title, holders }) => [title, holders])).toEqual([
      ['本单位分管领导同意', ['rs分管领导']],
      ['电子政务中心审核', ['dz备案员']],
    ]);
    const request = must(await world.submit('rs', draft));
    expect(await refusal(world.decide('dz备案员', request))).toMatchObject({ kind: 'forbidden' });
    must(await world.decide('rs分管领导', request));
    must(await world.decide('dz备案员', request));
    const open = await world.ask('dz备案员', (ctx) => listOpenRequests(ctx));
    expect(open).toMatchObject([{ id: request.id, state: 'approved', unitName: '綦江区电子政务中心' }]);
    const waiting = { ...request, version: request.version + 1 };
    expect(await refusal(build('rs信息员', waiting))).toMatchObject({ code: 'sites.not-your-request' });
    expect(await refusal(build('bg备案员', waiting))).toMatchObject({ code: 'sites.not-your-request' });
    must(await build('dz备案员', waiting));
    const after = await world.read('rs信息员', request);
    expect(after).toMatchObject({
      state: 'built',
      builtOn: '2026-09-21',
      address: 'http://www.cqqj.gov.cn/bm/qjrs/jyfw',
    });
    expect(after.timeline.map(({ kind, state }) => [kind, state])).toEqual([
      ['submitted', 'done'],
      ['step', 'done'],
      ['step', 'done'],
      ['opened', 'done'],
    ]);
    const [standing] = (await world.see()).sections;
    expect(standing?.columns).toMatchObject([
      { name: '就业服务', updateClass: 'notices', requestId: request.id },
    ]);
    expect(await refusal(build('dz备案员', { ...waiting, version: waiting.version + 1 }))).toMatchObject({
      code: 'sites.not-buildable',
    });
  });

  test('QJ-9 the centre refuses with its reason, and nothing is built', async () => {
    const request = await submitted();
    must(await world.decide('rs分管领导', request));
    expect(codesOf(await world.decide('dz备案员', request, 'refuse'))).toEqual(['approvals.reason-missing']);
    must(await world.decide('dz备案员', request, 'refuse', '与现有栏目重复'));
    const refused = await world.read('rs信息员', request);
    expect(refused.state).toBe('refused');
    expect(refused.timeline.at(-1)).toMatchObject({ decision: 'refuse', reason: '与现有栏目重复' });
    expect(await refusal(build('dz备案员', { ...request, version: refused.version }))).toMatchObject({
      code: 'sites.not-buildable',
    });
  });

  test('QJ-7 a section that is asked for is built at the address by rule and at no other', async () => {
    const draft = must(
      await world.begin('jt', {
        kind: 'section',
        name: '交通局专栏',
        updateClass: null,
        purpose: '集中公开交通信息',
      }),
    );
    expect((await world.read('jt信息员', draft)).address).toBe('http://www.cqqj.gov.cn/bm/qjjt');
    const request = must(await world.submit('jt', draft));
    must(await world.decide('jt分管领导', request));
    must(await world.decide('dz备案员', request));
    const waiting = { ...request, version: request.version + 1 };
    const elsewhere = await build('dz备案员', waiting, { address: 'http://www.cqqj.gov.cn/bm/jiaotong' });
    expect(elsewhere).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'sites.address-differs',
          field: 'address',
          facts: { expected: 'http://www.cqqj.gov.cn/bm/qjjt' },
          basis: [{ article: '第七条' }],
        },
      ],
    });
    must(await build('dz备案员', waiting));
    expect((await world.see()).sections.map(({ address }) => address)).toContain(
      'http://www.cqqj.gov.cn/bm/qjjt',
    );
    const again = must(await world.begin('jt', { kind: 'section', name: '交通局专栏', updateClass: null }));
    expect(codesOf(await world.submit('jt', again))).toEqual(['sites.section-exists']);
  });

  test('returned with a reason it is mended and comes again as the second revision', async () => {
    const request = await submitted();
    must(await world.decide('rs分管领导', request, 'return', '理由写得太笼统'));
    const returned = await world.read('rs信息员', request);
    expect(returned).toMatchObject({ state: 'returned', returned: { reason: '理由写得太笼统' } });
    const saved = must(
      await world.change('rs信息员', (ctx) =>
        saveRequest(ctx, {
          ...key(request),
          name: request.name,
          updateClass: 'news',
          purpose: '每周发布招聘会和补贴政策',
          version: returned.version,
        }),
      ),
    );
    const again = must(await world.submit('rs', saved));
    expect(again.revision).toBe(2);
    must(await withdraw(again));
  });

  test('the printed request carries place, address, interval and the opinions of its way', async () => {
    const request = await agreed('人事考试');
    const textOf = async () => {
      const content = await bytesOf(
        await world.ask('rs信息员', (ctx) => printRequest(ctx, key(request), 'docx')),
      );
      return (await openArchive(content).read('word/document.xml')).toString('utf8').replace(/<[^>]+>/g, '');
    };
    const printed = await textOf();
    for (const text of [
      '政府网站专栏（栏目）设置申请表',
      '綦江区人力资源和社会保障局',
      '人事考试',
      'http://www.cqqj.gov.cn/bm/qjrs/rsks',
      '更新间隔不超过 3个月',
      '本单位分管领导意见',
      '电子政务中心意见',
      'rs分管领导',
      '2026年9月21日',
    ])
      expect(printed).toContain(text);
    must(await build('dz备案员', request));
    expect(await textOf()).toContain('由綦江区电子政务中心 备案管理员 dz备案员建成');
    const pdf = await world.ask('dz备案员', (ctx) => printRequest(ctx, key(request), 'pdf'));
    expect((await bytesOf(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('bad input and races', () => {
  test('an incomplete draft is kept and every lack is told at submission', async () => {
    const draft = must(
      await world.begin('rs', { name: '', purpose: '', updateClass: null, sectionId: null }),
    );
    expect(codesOf(await world.submit('rs', draft))).toEqual([
      'sites.name-missing',
      'sites.purpose-missing',
      'sites.section-gone',
      'sites.class-missing',
    ]);
    must(await withdraw(draft));
  });

  test('two requests for the same column at once: one wins, the other is told', async () => {
    for (let round = 0; round < 4; round++) {
      const name = `同名栏目${'甲乙丙丁'[round]}`;
      const [one, two] = [must(await fresh(name)), must(await fresh(` ${name}`))];
      const both = await Promise.allSettled([world.submit('rs', one), world.submit('rs', two)]);
      const good = both.filter((each) => each.status === 'fulfilled' && (each.value as Outcome<unknown>).ok);
      expect(good).toHaveLength(1);
      const told = both.flatMap((each) =>
        each.status === 'rejected' ? [each.reason.code] : codesOf(each.value),
      );
      expect(told).toEqual(['sites.already-requested']);
    }
  });

  test('a column that stands is not asked for again, and one built meanwhile is not built twice', async () => {
    const request = await agreed('职业培训');
    must(
      await world.change('dz备案员', (ctx) =>
        addColumn(ctx, { site: world.site, sectionId: section.id, name: '职业 培训'.replace(' ', '') }),
      ),
    );
    expect(codesOf(await build('dz备案员', request))).toEqual(['sites.column-taken']);
    expect(codesOf(await world.submit('rs', must(await fresh('职业培训'))))).toEqual([
      'sites.column-taken',
      'sites.already-requested',
    ]);
    must(await withdraw(request));
  });

  test('built by two people at once: it stands once', async () => {
    const request = await agreed();
    const both = await Promise.allSettled([build('dz备案员', request), build('dz管理员', request)]);
    const good = both.filter((each) => each.status === 'fulfilled' && each.value.ok);
    expect(good).toHaveLength(1);
  });

  test('withdrawn while the centre decides: one of the two happens', async () => {
    for (let round = 0; round < 3; round++) {
      const request = await submitted();
      must(await world.decide('rs分管领导', request));
      const both = await Promise.allSettled([
        withdraw(request),
        world.decide('dz备案员', request, 'refuse', '不建'),
      ]);
      const good = both.filter((each) => each.status === 'fulfilled' && (each.value as Outcome<unknown>).ok);
      expect(good).toHaveLength(1);
    }
  });

  test('a day to come, a day before it was asked, an address elsewhere, a stale version', async () => {
    const request = await agreed();
    expect(codesOf(await build('dz备案员', request, { builtOn: '2026-09-22' }))).toEqual([
      'sites.day-to-come',
    ]);
    expect(codesOf(await build('dz备案员', request, { builtOn: '2026-09-20' }))).toEqual([
      'sites.built-before-asked',
    ]);
    expect(codesOf(await build('dz备案员', request, { address: 'http://evil.example/x' }))).toEqual([
      'sites.address-elsewhere',
    ]);
    expect(await refusal(build('dz备案员', { ...request, version: 1 }))).toMatchObject({ kind: 'stale' });
    must(await withdraw(request));
  });

  test('a closed unit asks for nothing, and what it asked for is not built', async () => {
    const request = await agreed();
    const owner = world.kernel.database.owner;
    // Somebody who was signed in when the unit was closed: by the next request the posts there are gone.
    const clerk = await world.actor('rs信息员');
    const close = (day: string | null) =>
      sql`update units set closed_on = ${day} where id = ${world.planted.unit('rs')}`.execute(owner);
    await close('2026-09-21');
    expect(codesOf(await build('dz备案员', request))).toContain('sites.unit-closed');
    const asked = { jurisdiction: QJ, siteId: world.site.id, unitId: world.planted.unit('rs') };
    const late = world.kernel.runner.command(clerk, (ctx) =>
      startRequest(ctx, { ...asked, kind: 'section', name: '迟到的专栏', purpose: '没有' }),
    );
    expect(codesOf(await late)).toEqual(['sites.unit-closed']);
    const findings = (await world.see()).findings.filter(({ code }) => code === 'sites.unit-gone');
    expect(findings).toMatchObject([{ about: { id: section.id } }]);
    await close(null);
    must(await withdraw(request));
  });

  test('a section into which a request leads is not closed under it', async () => {
    const request = await submitted();
    const close = () => world.change('dz备案员', (ctx) => closeSection(ctx, { ...section, reason: '整合' }));
    expect(codesOf(await close())).toEqual(['sites.section-busy']);
    must(await withdraw(request));
  });

  test('content that was changed past the application decides nothing', async () => {
    const request = await submitted();
    await sql`update column_requests set purpose = '偷换' where id = ${request.id}`.execute(
      world.kernel.database.owner,
    );
    expect(await refusal(world.decide('rs分管领导', request))).toMatchObject({
      kind: 'stale',
      code: 'approvals.content-changed',
    });
    must(await withdraw(request));
  });

  test('others neither ask for the unit nor read its requests; those who decide, build and supervise read', async () => {
    const request = await submitted();
    expect(await refusal(world.begin('jt', { unitId: world.planted.unit('rs') }))).toMatchObject({
      code: 'sites.not-your-unit',
    });
    expect(await refusal(world.read('jt信息员', request))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(world.read('fs信息员', request))).toMatchObject({ kind: 'not-found' });
    for (const who of ['rs分管领导', 'dz备案员', 'bg备案员'])
      expect((await world.read(who, request)).id).toBe(request.id);
    const query = { page: 1, size: 50 };
    const seen = async (who: string) => (await world.ask(who, (ctx) => listRequests(ctx, query))).total;
    expect(await seen('jy信息员')).toBe(0);
    expect(await seen('dz备案员')).toBe(await seen('bg备案员'));
    expect(await seen('rs信息员')).toBeGreaterThan(5);
    must(await withdraw(request));
  });
});

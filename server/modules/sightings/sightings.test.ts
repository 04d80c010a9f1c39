import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowWords } from '../../../contracts/sightings/words.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import { createWorld, startFiling, type World, withdrawFiling } from '../accounts/testing.ts';
import { accountSightings, listDrifts, listOpenDrifts } from './list-drifts.ts';
import { closeDrift, explainDrift, fileDrift } from './move-drift.ts';
import { type Recorded, recordSighting, type SightingInput } from './record-sighting.ts';
import { sightingsListeners } from './settle-drifts.ts';
import { plantAccount } from './testing.ts';
import { tableRows, uploadSightings } from './upload-sightings.ts';

let world: World;
let uid = 2803301700;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
});
afterAll(() => world.kernel.drop());

const clerk = () => world.actor('fs-ws', '经办人');
const supervisor = () => world.actor('fs-zs', '备案员');
const stranger = () => world.actor('fs-jy', '经办人');

type Key = { jurisdiction: string; accountId: string };
const planted = async () => {
  uid += 1;
  return {
    ...(await plantAccount(world, { uid: String(uid), url: `https://weibo.com/fusong${uid}` })),
    uid: String(uid),
  };
};
const NOTHING = {
  name: null,
  handle: null,
  uid: null,
  url: null,
  certification: null,
  avatar: null,
  note: null,
};
const look = (key: Key, seen: Partial<SightingInput>): SightingInput => ({
  ...NOTHING,
  jurisdiction: key.jurisdiction,
  accountId: key.accountId,
  presence: 'there',
  seenOn: '2026-09-21',
  source: 'person',
  ...seen,
});
const record = async (key: Key, seen: Partial<SightingInput>, who = clerk()): Promise<Outcome<Recorded>> =>
  world.change(await who, (ctx) => recordSighting(ctx, look(key, seen)));
const known = async ({ jurisdiction, accountId }: Key) =>
  world.ask(await supervisor(), (ctx) => accountSightings(ctx, jurisdiction, accountId));
const kinds = async (key: Key) => (await known(key)).drifts.map(({ kind, state }) => `${kind} ${state}`);

describe('what is seen is compared with what is filed', () => {
  test('LZ-12 FS-9 QJ-12 a new name, certification and address are found, each a finding of its own', async () => {
    const key = await planted();
    must(
      await record(key, {
        name: '健康抚松',
        uid: key.uid,
        certification: '抚松县某某公司',
        handle: 'fusong-new',
        url: 'https://example.cn/elsewhere',
      }),
    );
    expect((await kinds(key)).sort()).toEqual([
      'certification open',
      'handle open',
      'renamed open',
      'url open',
    ]);
    const { drifts } = await known(key);
    expect(drifts.find(({ kind }) => kind === 'renamed')).toMatchObject({
      filed: '抚松卫健',
      seen: '健康抚松',
    });
  });

  test('as filed: nothing, whatever the spelling of name and address', async () => {
    const key = await planted();
    must(await record(key, { name: ' 抚松 卫健 ', url: `http://www.weibo.com/fusong${key.uid}/` }));
    must(await record(key, { url: `https://m.weibo.cn/u/${key.uid}?from=x` }));
    expect(await kinds(key)).toEqual([]);
  });

  test('a freed handle taken by a stranger: another identifier under our address, and nothing said of its name', async () => {
    const key = await planted();
    must(await record(key, { name: '养生大讲堂', handle: 'fusongwj', uid: '1000000001' }));
    expect(await kinds(key)).toEqual(['stranger open']);
    const other = await planted();
    must(await record(other, { name: '养生大讲堂', url: 'https://weibo.com/u/1000000002' }));
    expect(await kinds(other)).toEqual(['stranger open']);
  });

  test('gone from the platform', async () => {
    const key = await planted();
    must(await record(key, { presence: 'gone' }));
    expect(await kinds(key)).toEqual(['gone open']);
  });

  test('seen again it is the same finding; back as filed is noted and stays for the supervisor to close', async () => {
    const key = await planted();
    for (const name of ['健康抚松', '健康抚松', '健康抚松县']) must(await record(key, { name }));
    const [drift] = (await known(key)).drifts;
    expect(drift).toMatchObject({ times: 3, seen: '健康抚松县', agreedAt: null, state: 'open' });
    must(await record(key, { name: '抚松卫健' }));
    expect((await known(key)).drifts[0]).toMatchObject({ state: 'open', times: 3 });
    expect((await known(key)).drifts[0]?.agreedAt).not.toBeNull();
  });

  test('two looks at once make one finding', async () => {
    const key = await planted();
    const both = await Promise.all([record(key, { name: '健康抚松' }), record(key, { name: '健康抚松' })]);
    both.forEach(must);
    expect((await known(key)).drifts).toMatchObject([{ times: 2 }]);
  });

  test('nothing seen, a day to come, a bad address and people the account does not concern are refused', async () => {
    const key = await planted();
    expect(codesOf(await record(key, {}))).toEqual(['sightings.nothing-seen']);
    expect(codesOf(await record(key, { name: 'x', seenOn: '2026-09-22' }))).toEqual([
      'sightings.seen-in-future',
    ]);
    expect(codesOf(await record(key, { url: 'weibo' }))).toEqual(['sightings.url-bad']);
    await expect(record(key, { name: 'x' }, stranger())).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(record(key, { name: 'x' }, world.actor('lz-bg', '备案员'))).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('a finding is explained, filed or closed', () => {
  const found = async () => {
    const key = await planted();
    must(await record(key, { name: '健康抚松' }));
    const [drift] = (await known(key)).drifts;
    return { key, drift: drift! };
  };
  const move = async <T>(who: ReturnType<typeof clerk>, work: Parameters<World['change']>[1]) =>
    world.change(await who, work) as Promise<Outcome<T>>;

  test('the host explains it; seen otherwise it is open again', async () => {
    const { key, drift } = await found();
    must(await move(clerk(), (ctx) => explainDrift(ctx, { ...drift, reason: '平台认证期间临时改名' })));
    expect(await kinds(key)).toEqual(['renamed explained']);
    must(await record(key, { name: '健康抚松' }));
    expect(await kinds(key)).toEqual(['renamed explained']);
    must(await record(key, { name: '又一个名字' }));
    expect(await kinds(key)).toEqual(['renamed open']);
  });

  test('WJ-11a only the supervisor closes one without a filing, with a reason in the trail', async () => {
    const { key, drift } = await found();
    const close = (who: ReturnType<typeof clerk>, version = drift.version) =>
      move(who, (ctx) => closeDrift(ctx, { ...drift, version, reason: '经核实为平台显示问题' }));
    await expect(close(clerk())).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(close(stranger())).rejects.toBeInstanceOf(Refused);
    await expect(close(supervisor(), drift.version + 1)).rejects.toMatchObject({ kind: 'stale' });
    must(await close(supervisor()));
    expect(await kinds(key)).toEqual(['renamed closed']);
    await expect(close(supervisor(), drift.version + 1)).rejects.toMatchObject({ code: 'sightings.closed' });
    const { rows } = await sql<{ facts: { reason: string } }>`
      select facts from audit_entries where action = 'drift.closed' and subject_id = ${key.accountId}`.execute(
      world.kernel.database.owner,
    );
    expect(rows.map(({ facts }) => facts.reason)).toEqual(['经核实为平台显示问题']);
  });

  test('closed, the same difference seen again is a new finding', async () => {
    const { key, drift } = await found();
    must(await move(supervisor(), (ctx) => closeDrift(ctx, { ...drift, reason: '平台显示问题' })));
    must(await record(key, { name: '健康抚松' }));
    expect((await kinds(key)).sort()).toEqual(['renamed closed', 'renamed open']);
  });

  test('a filing of another account, or an opening, settles nothing', async () => {
    const { drift } = await found();
    const other = await planted();
    const { rows } = await sql<{
      id: string;
    }>`select filing_id as id from accounts where id in (${other.accountId}, ${drift.account.id})`.execute(
      world.kernel.database.owner,
    );
    for (const { id } of rows) {
      const outcome = await move(clerk(), (ctx) => fileDrift(ctx, { ...drift, filingId: id }));
      expect(codesOf(outcome)).toEqual(['sightings.filing-not-of-account']);
    }
  });

  test('a change that takes effect settles the finding it brought into line, and leaves the others', async () => {
    const { key } = await found();
    must(await record(key, { certification: '别的认证' }));
    await sql`update accounts set name = '健康抚松' where id = ${key.accountId}`.execute(
      world.kernel.database.owner,
    );
    const filingId = key.accountId;
    must(
      await world.kernel.runnerWith(sightingsListeners).command(await clerk(), async (ctx) => {
        await ctx.announce({ name: 'account.changed', data: { ...key, filingId, on: '2026-09-21' } });
        return done(undefined);
      }),
    );
    expect((await kinds(key)).sort()).toEqual(['certification open', 'renamed closed']);
    const closed = (await known(key)).drifts.find(({ state }) => state === 'closed');
    expect(closed).toMatchObject({ filingId, closedBy: null });
  });

  test('FS-12 what still differs goes over to the new host with the account', async () => {
    const { key, drift } = await found();
    const heir = world.planted.unit('fs-jy');
    await sql`update accounts set host_unit_id = ${heir}, host_path = array[${heir}]::uuid[], host_name = '抚松县教育局'
      where id = ${key.accountId}`.execute(world.kernel.database.owner);
    must(
      await world.kernel.runnerWith(sightingsListeners).command(await clerk(), async (ctx) => {
        await ctx.announce({
          name: 'account.changed',
          data: { ...key, filingId: key.accountId, on: '2026-09-21' },
        });
        ctx.audit({ jurisdiction: key.jurisdiction, action: 'test', subject: { type: 'test', id: 'x' } });
        return done(undefined);
      }),
    );
    const [after] = (await known(key)).drifts;
    expect(after).toMatchObject({ host: { id: heir, name: '抚松县教育局' }, state: 'open' });
    const explain = (who: ReturnType<typeof clerk>) =>
      move(who, (ctx) => explainDrift(ctx, { ...drift, version: after?.version ?? 0, reason: '刚接手' }));
    await expect(explain(clerk())).rejects.toMatchObject({ kind: 'forbidden' });
    must(await explain(stranger()));
  });

  test('a change filing settles it for the time being; taken back, the finding is open again', async () => {
    const { key, drift } = await found();
    const begun = must(
      await world.change(await clerk(), (ctx) =>
        startFiling(ctx, {
          kind: 'change',
          account: { jurisdiction: key.jurisdiction, id: key.accountId },
        }),
      ),
    );
    must(await move(clerk(), (ctx) => fileDrift(ctx, { ...drift, filingId: begun.id })));
    expect(await kinds(key)).toEqual(['renamed filed']);
    must(
      await world.kernel
        .runnerWith(sightingsListeners)
        .command(await clerk(), (ctx) => withdrawFiling(ctx, { ...begun, reason: '另行安排' })),
    );
    expect(await kinds(key)).toEqual(['renamed open']);
  });

  test('an account that is closed no longer differs from anything', async () => {
    const { key } = await found();
    must(
      await world.kernel.runnerWith(sightingsListeners).command(await clerk(), async (ctx) => {
        await ctx.announce({
          name: 'account.closed',
          data: { ...key, filingId: key.accountId, on: '2026-09-21' },
        });
        return done(undefined);
      }),
    );
    expect(await kinds(key)).toEqual(['renamed closed']);
  });
});

describe('who sees findings', () => {
  test('the host on its workbench, the supervisor in the list; another bureau nothing', async () => {
    const key = await planted();
    must(await record(key, { name: '只此一名' }));
    const query = { page: 1, size: 50, state: 'standing', sort: '-seen', q: '只此一名' } as const;
    const list = async (who: ReturnType<typeof clerk>) =>
      world.ask(await who, (ctx) => listDrifts(ctx, query));
    expect((await list(supervisor())).items).toMatchObject([
      { abilities: { close: true, explain: true, file: true } },
    ]);
    expect((await list(clerk())).items).toMatchObject([
      { abilities: { close: false, explain: true, file: true } },
    ]);
    expect((await list(stranger())).total).toBe(0);
    expect((await list(world.actor('lz-bg', '备案员'))).total).toBe(0);
    const mine = await world.ask(await clerk(), listOpenDrifts);
    expect(mine.some(({ accountId }) => accountId === key.accountId)).toBe(true);
    expect(await world.ask(await stranger(), listOpenDrifts)).toEqual([]);
  });
});

describe('a table of what was seen', () => {
  const upload = async (name: string, content: Buffer, who = clerk()) => {
    const rows = await tableRows({ name, content });
    if (!rows.ok) return rows;
    return world.change(await who, (ctx) => uploadSightings(ctx, rows.value));
  };

  test('rows find their accounts by number, identifier or address; the others are named with the reason', async () => {
    const [one, two, three] = [await planted(), await planted(), await planted()];
    const csv = [
      '备案编号,平台,平台编号,地址,名称,是否存在,查看日期,备注',
      `${one.number},,,,健康抚松,,2026-09-20,`,
      `,微博,${two.uid},,,否,,"已被平台处理, 待核"`,
      `,,,https://m.weibo.cn/u/${three.uid},抚松卫健,,,`,
      ',微博,1999999999,,谁的账号,,,',
      `${one.number},,,,,,,`,
      `${one.number},,,,x,,2026-09-22,`,
      `${one.number},,,,x,,九月一日,`,
      `${one.number},,,,x,,2025-13-45,`,
      `${one.number},,,,x,,2026-02-30,`,
      `${one.number},,,javascript:alert(1),x,,,`,
      '',
    ].join('\r\n');
    const outcome = must(await upload('seen.csv', Buffer.from(`\ufeff${csv}`)));
    expect(outcome).toMatchObject({ recorded: 3, drifts: 2 });
    expect(outcome.problems.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9, 10, 11]);
    expect(outcome.problems.slice(3).map(({ message }) => message)).toEqual([
      rowWords['row.bad-day'],
      rowWords['row.bad-day'],
      rowWords['row.bad-day'],
      rowWords['row.url-bad'],
    ]);
    expect(await kinds(one)).toEqual(['renamed open']);
    expect(await kinds(two)).toEqual(['gone open']);
    expect(await kinds(three)).toEqual([]);
  });

  test('GBK and .xlsx are read as well', async () => {
    const key = await planted();
    const sheet = {
      name: '查看',
      columns: [
        { header: '备案编号', width: 20 },
        { header: '名称', width: 20 },
      ],
      rows: (async function* () {
        yield [key.number, '健康抚松'];
      })(),
    };
    must(await upload('seen.xlsx', await buffer(writeXlsx([sheet]))));
    expect(await kinds(key)).toEqual(['renamed open']);
    // 备案编号,名称 in GBK.
    const head = Buffer.from([
      0xb1, 0xb8, 0xb0, 0xb8, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a,
    ]);
    const row = Buffer.concat([Buffer.from(`${key.number},`), Buffer.from([0xbd, 0xa1, 0xbf, 0xb5, 0x0a])]);
    must(await upload('seen.csv', Buffer.concat([head, row])));
    expect((await known(key)).drifts[0]).toMatchObject({ times: 2, seen: '健康' });
  });

  test('somebody else’s accounts are not found, and a table without columns or rows is refused', async () => {
    const key = await planted();
    const csv = Buffer.from(`备案编号,名称\n${key.number},健康抚松\n`);
    expect(codesOf(await upload('a.csv', csv, stranger()))).toEqual(['sightings.empty-upload']);
    expect(await kinds(key)).toEqual([]);
    expect(codesOf(await upload('a.csv', Buffer.from('甲,乙\n1,2\n')))).toEqual(['sightings.no-columns']);
    expect(codesOf(await upload('a.csv', Buffer.from('备案编号,名称\n')))).toEqual([
      'sightings.empty-upload',
    ]);
    expect(codesOf(await upload('a.csv', Buffer.from([0, 1, 2, 3, 0, 0])))).toEqual([
      'sightings.not-a-table',
    ]);
    expect(codesOf(await upload('a.xlsx', Buffer.from('PK')))).toEqual(['sightings.not-a-table']);
    const many = Buffer.from(`备案编号,名称\n${'x,y\n'.repeat(2_001)}`);
    expect(codesOf(await upload('a.csv', many))).toEqual(['sightings.too-many-rows']);
    const columns = ['备案编号', '名称'].map((header) => ({ header, width: 20 }));
    const sheet = (n: number) => ({
      name: '查看',
      columns,
      rows: Array.from({ length: n }, () => ['x', 'y']),
    });
    const over = await buffer(writeXlsx([sheet(2_500)]));
    expect(codesOf(await upload('a.xlsx', over))).toEqual(['sightings.too-many-rows']);
    const full = await buffer(writeXlsx([sheet(2_000)]));
    expect(codesOf(await upload('a.xlsx', full))).toEqual(['sightings.empty-upload']);
  });
});

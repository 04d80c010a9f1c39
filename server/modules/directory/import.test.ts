import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSheets } from '../../../contracts/directory/import-words.ts';
import { directoryWords } from '../../../contracts/directory/words.ts';
import { type Planted as Mistakes, sampleDirectory } from '../../../scripts/sample-directory.ts';
import { readXlsx } from '../../documents/xlsx-read.ts';
import { type SheetToWrite, writeXlsx } from '../../documents/xlsx-write.ts';
import { type Browser, createTestApp, plantUser, type TestApp } from '../../kernel/identity/testing.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { loadActor } from './index.ts';
import { directoryImportRoutes } from './routes-import.ts';
import { type Planted, plant } from './testing.ts';

const URL = '/api/v1/directory/import';
const TABLES = ['units', 'posts', 'people', 'appointments', 'users', 'directory_terms', 'audit_entries'];
const SAMPLE = { units: 300, people: 900, seed: 7 };

let kernel: TestKernel;
let web: TestApp;
let at: Planted;
let county: Browser;

beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.setNow('2026-11-20');
  at = await plant(kernel, [
    { key: 'city', jurisdiction: '220600', name: '白山市人民政府', kind: 'government', tier: 'city' },
    { key: 'top', jurisdiction: '220621', name: '抚松县人民政府', kind: 'government', tier: 'county' },
    {
      key: 'data',
      jurisdiction: '220621',
      name: '县政数局',
      kind: 'department',
      tier: 'county',
      parent: 'top',
      roles: [['supervisor', '220621']],
      posts: { administrator: ['县管理员'], 'info-officer': ['县信息员'] },
    },
    {
      key: 'hr',
      jurisdiction: '220621',
      name: '县人社局',
      kind: 'department',
      tier: 'county',
      parent: 'top',
      posts: { administrator: ['人社管理员'], 'info-officer': ['人社信息员'] },
    },
  ]);
  const users: Record<string, string> = {
    县管理员: 'county',
    县信息员: 'plain',
    人社管理员: 'hr-admin',
    人社信息员: 'fs-rs-info',
  };
  for (const [name, userName] of Object.entries(users))
    await plantUser(kernel, { jurisdiction: '220621', personId: at.person(name), userName });
  web = await createTestApp(kernel, { loadActor, words: [directoryWords], routes: directoryImportRoutes });
  county = await web.signIn('county');
});
afterAll(async () => {
  await web.app.close();
  await kernel.drop();
});

async function bytesOf(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writeXlsx(sheets)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A workbook of units and people; each row by the column's key. */
function book(units: readonly Record<string, string>[], people: readonly Record<string, string>[] = []) {
  const sheet = (words: { name: string; columns: Readonly<Record<string, string>> }, rows: typeof units) => ({
    name: words.name,
    columns: Object.values(words.columns).map((header) => ({ header, width: 10 })),
    rows: rows.map((row) => Object.keys(words.columns).map((key) => row[key] ?? '')),
  });
  return bytesOf([sheet(importSheets.units, units), sheet(importSheets.people, people)]);
}

async function upload(
  path: string,
  content: Buffer,
  by: Browser | null = county,
  name = 'a.xlsx',
  field = 'file',
) {
  const answer = await web.app.inject({
    method: 'POST',
    url: `${URL}${path}`,
    cookies: by?.cookies ?? {},
    headers: { ...by?.headers, 'content-type': 'multipart/form-data; boundary=xx' },
    payload: Buffer.concat([
      Buffer.from(`--xx\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`),
      content,
      Buffer.from('\r\n--xx--\r\n'),
    ]),
  });
  const body = answer.json();
  return {
    status: answer.statusCode,
    body,
    codes: (body.problems ?? []).map((each: { code: string }) => each.code),
  };
}

async function counts(): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      kernel.database.owner,
    );
    all[table] = rows[0]?.n ?? -1;
  }
  return all;
}

const flat = (list: readonly { sheet: string; row: number; code: string }[]) =>
  list.map(({ sheet, row, code }) => `${sheet} ${row} ${code}`).sort();
const expected = (planted: readonly Mistakes[]) =>
  flat(planted.flatMap(({ sheet, row, codes }) => codes.map((code) => ({ sheet, row, code }))));

test('the dry run names every planted mistake and no good row, says what to do, and changes nothing', async () => {
  const { sheets, planted } = sampleDirectory({ ...SAMPLE, mistakes: true });
  const before = await counts();
  const { status, body } = await upload('/check', await bytesOf(sheets));
  expect(status).toBe(200);
  expect(flat(body.problems)).toEqual(expected(planted));
  expect(planted.length).toBeGreaterThan(50);
  for (const { message, code } of body.problems) {
    expect(message, code).toMatch(/\p{Script=Han}/u);
    expect(message, code).not.toMatch(/import\./);
  }
  expect(await counts()).toEqual(before);
});

test('a real run of a file with one bad row leaves nothing behind', async () => {
  const { sheets } = sampleDirectory({ ...SAMPLE, mistakes: true });
  const before = await counts();
  const { status, codes } = await upload('', await bytesOf(sheets));
  expect([status, codes]).toEqual([422, ['directory.import-has-problems']]);
  expect(await counts()).toEqual(before);
});

test('a real run that breaks half-way leaves nothing behind, and a user made by hand meanwhile is told of', async () => {
  const before = await counts();
  await kernel.database.owner.executeQuery(
    sql`create function refuse_people() returns trigger language plpgsql as $$ begin
      if new.name = '倒霉人' then raise unique_violation; end if; return new; end $$`.compile(
      kernel.database.owner,
    ),
  );
  await kernel.database.owner.executeQuery(
    sql`create trigger refuse_people before insert on people for each row execute function refuse_people()`.compile(
      kernel.database.owner,
    ),
  );
  const file = await book(
    [{ name: '半路局', kind: '部门', parent: '抚松县人民政府' }],
    [{ name: '倒霉人', userName: 'daomei', phone: '13800000001', unit: '半路局', post: '信息员' }],
  );
  const { status, codes } = await upload('', file);
  expect([status, codes]).toEqual([409, ['directory.import-overtaken']]);
  expect(await counts()).toEqual(before);
});

test('two imports of one file at once do not double it; what is in lets people in with their own passwords', async () => {
  const { sheets, planted } = sampleDirectory({ ...SAMPLE, mistakes: false });
  expect(planted).toEqual([]);
  const file = await bytesOf(sheets);
  const before = await counts();
  const runs = await Promise.all([upload('', file), upload('', file)]);
  expect(runs.map(({ status }) => status).sort()).toEqual([200, 422]);
  const won = runs.find(({ status }) => status === 200)?.body;
  const lost = runs.find(({ status }) => status === 422);
  expect(lost?.codes).toEqual(['directory.import-has-problems']);
  expect(won).toMatchObject({ units: 300, people: 900 });
  const after = await counts();
  expect(after.units).toBe((before.units ?? 0) + 300);
  expect(after.people).toBe((before.people ?? 0) + 900);
  expect(after.users).toBe((before.users ?? 0) + 900);
  expect(after.appointments).toBe((before.appointments ?? 0) + 922);
  expect(after.audit_entries).toBe((before.audit_entries ?? 0) + 1);

  expect(new Set(won.initial.map((each: { password: string }) => each.password)).size).toBe(900);
  const { userName, password } = won.initial[0];
  const browser = await web.signIn(userName, password);
  const session = await web.app.inject({ method: 'GET', url: '/api/v1/session', ...browser });
  expect(session.json()).toMatchObject({ mustChangePassword: true, posts: [{ title: '信息员' }] });

  const again = await upload('/check', file);
  const codes = new Set(again.body.problems.map((each: { code: string }) => each.code));
  expect([...codes].sort()).toEqual([
    'import.code-exists',
    'import.person-exists',
    'import.unit-exists',
    'import.user-name-exists',
  ]);
});

test('the tree hangs together: towns under parks, posts of standing units used again, days as typed', async () => {
  const file = await book(
    [
      { name: '样例孙单位', kind: '事业单位', parent: 'K1' },
      { key: 'K1', name: '样例子园区', kind: '园区', parent: '县人社局' },
    ],
    [
      {
        name: '甲乙',
        userName: 'jia',
        phone: '0439-6210000',
        unit: 'K1',
        post: '信息员',
        title: '园区信息员',
      },
      {
        name: '甲乙',
        userName: 'jia',
        phone: '0439-6210000',
        unit: '县人社局',
        post: 'info-officer',
        fromDay: '2025年3月1日',
        toDay: '2027.2.28',
      },
    ],
  );
  expect((await upload('', file)).body).toMatchObject({ units: 2, people: 1 });
  const { rows } = await sql<Record<string, unknown>>`
    select u.name, (select count(*)::int from unnest(u.path)) as depth, p.id as post, p.kind, p.title, a.from_day, a.to_day
    from people h join appointments a on a.person_id = h.id join posts p on p.id = a.post_id
    join units u on u.id = p.unit_id where h.name = '甲乙' order by a.from_day`.execute(
    kernel.database.owner,
  );
  expect(rows).toEqual([
    {
      name: '县人社局',
      depth: 2,
      post: at.post('hr', 'info-officer'),
      kind: 'info-officer',
      title: '信息员',
      from_day: '2025-03-01',
      to_day: '2027-02-28',
    },
    {
      name: '样例子园区',
      depth: 3,
      post: expect.any(String),
      kind: 'info-officer',
      title: '园区信息员',
      from_day: '2026-11-20',
      to_day: null,
    },
  ]);
});

test('an administrator of a unit imports below it and nowhere else; others not at all', async () => {
  const own = await web.signIn('hr-admin');
  const file = await book([
    { name: '人社样例中心', kind: '事业单位', parent: '县人社局' },
    { name: '旁边样例中心', kind: '事业单位', parent: '县政数局' },
    { name: '上面样例单位', kind: '部门', parent: '', jurisdiction: '220621' },
    { name: '自称样例局', kind: '部门', parent: '人社样例中心' },
  ]);
  expect(flat((await upload('/check', file, own)).body.problems)).toEqual([
    '单位 3 import.parent-outside',
    '单位 4 import.no-parent-right',
    '单位 5 import.parent-own',
  ]);
  const plain = await web.signIn('plain');
  for (const path of ['', '/check']) {
    expect((await upload(path, file, plain)).status).toBe(403);
    expect((await upload(path, file, null)).status).toBe(401);
    expect((await upload(path, file, { ...county, headers: {} })).codes).toEqual(['bad-csrf']);
  }
});

test('refuses what is no workbook of ours, and says why', async () => {
  const file = await book([{ name: '样例', kind: '部门', parent: '抚松县人民政府' }]);
  const refused = async (content: Buffer, name?: string, field?: string) => {
    const answer = await upload('/check', content, county, name, field);
    return [answer.status, ...answer.codes];
  };
  expect(await refused(file, 'a.pdf')).toEqual([422, 'directory.not-a-workbook']);
  expect(await refused(Buffer.from('PK'), 'a.xlsx')).toEqual([422, 'directory.not-a-workbook']);
  expect(await refused(file, 'a.xlsx', 'other')).toEqual([422, 'unknown-field']);
  expect(await refused(Buffer.alloc(20 * 1024 * 1024 + 1), 'a.xlsx')).toEqual([413, 'too-large']);
  expect(await refused(await book([]))).toEqual([422, 'directory.empty-import']);
  const head = (name: string, headers: string[], rows: string[][] = [['x']]) => ({
    name,
    columns: headers.map((header) => ({ header, width: 9 })),
    rows,
  });
  expect(
    await refused(await bytesOf([head('单位', ['单位名称', '单位名称', '备注']), head('别的', ['甲'])])),
  ).toEqual([
    422,
    'directory.unknown-sheet',
    'directory.unknown-column',
    'directory.repeated-column',
    'directory.missing-column',
    'directory.missing-column',
  ]);
  expect(await refused(await bytesOf([head('填写说明', ['填写说明'])]))).toEqual([
    422,
    'directory.missing-sheet',
  ]);
  const nothing = await web.app.inject({ method: 'POST', url: URL, ...county, payload: {} });
  expect(nothing.json().problems[0].code).toBe('directory.no-file');
});

test('the template is a workbook that the import reads', async () => {
  const answer = await web.app.inject({ method: 'GET', url: `${URL}/template`, ...county });
  expect(answer.statusCode).toBe(200);
  const read = await readXlsx(answer.rawPayload);
  if (!read.ok) throw new Error(read.reason);
  expect(read.sheets.map(({ name }) => name)).toEqual(['单位', '人员', '填写说明']);
  expect(read.sheets[2]?.rows.map(({ cells }) => cells[0]).join('')).toContain('信息员、经办人');
  expect((await upload('/check', answer.rawPayload)).codes).toEqual(['directory.empty-import']);
});

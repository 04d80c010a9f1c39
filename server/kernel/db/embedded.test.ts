import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { borrowEmbedded, startEmbedded } from './embedded.ts';
import { livingPostmaster } from './postmaster.ts';

const isRoot = process.getuid?.() === 0;
let home: string;
let folder: string;
let children: ChildProcess[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'juzhen-embedded-'));
  folder = join(home, 'data');
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  for (let waited = 0; waited < 100 && livingPostmaster(join(folder, 'database')); waited++) await sleep(50);
  rmSync(home, { recursive: true, force: true });
});

function run(name: 'serve' | 'write', options: { uid?: number; gid?: number } = {}): ChildProcess {
  const file = fileURLToPath(new URL(`fixtures/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function firstLine(child: ChildProcess): Promise<{ url?: string; problem?: string }> {
  let text = '';
  for await (const part of child.stdout ?? []) {
    text += part;
    if (text.includes('\n')) return JSON.parse(text);
  }
  throw new Error('ended without a word');
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

async function gone(milliseconds = 10_000): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!livingPostmaster(join(folder, 'database'))) return true;
    await sleep(50);
  }
  return false;
}

/** Writes until some hundred rows are acknowledged, kills in mid-write, and returns the acknowledged numbers. */
async function writeAndKill(kill: (child: ChildProcess) => void): Promise<number[]> {
  const child = run('write');
  let text = '';
  let killed = false;
  for await (const part of child.stdout ?? []) {
    text += part;
    if (!killed && text.split('\n').length > 300) {
      killed = true;
      kill(child);
    }
  }
  return text.slice(0, text.lastIndexOf('\n')).split('\n').map(Number);
}

async function notesAfterRestart(): Promise<Set<number>> {
  const database = await startEmbedded({ folder });
  const rows = (await ask(database.url, 'select id::int from note')) as { id: number }[];
  await database.stop();
  return new Set(rows.map((row) => row.id));
}

test('kill -9 of server and database in mid-write loses no acknowledged row', async () => {
  const acknowledged = await writeAndKill((child) => {
    const postmaster = livingPostmaster(join(folder, 'database'));
    child.kill('SIGKILL');
    if (postmaster) process.kill(postmaster.pid, 'SIGKILL');
  });
  expect(acknowledged.length).toBeGreaterThan(299);
  const kept = await notesAfterRestart();
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test('kill -9 of the server alone: the database ends too, and no acknowledged row is lost', async () => {
  const acknowledged = await writeAndKill((child) => child.kill('SIGKILL'));
  expect(await gone()).toBe(true);
  const kept = await notesAfterRestart();
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test('a database left behind by a killed server is stopped and started anew', async () => {
  const first = run('serve');
  const { url } = await firstLine(first);
  await ask(url ?? '', 'create table kept (id int)');
  const orphan = livingPostmaster(join(folder, 'database'))?.pid;
  killTetherOf(orphan ?? 0);
  first.kill('SIGKILL');
  await sleep(200);
  expect(livingPostmaster(join(folder, 'database'))?.pid).toBe(orphan);
  const second = await startEmbedded({ folder });
  expect(livingPostmaster(join(folder, 'database'))?.pid).not.toBe(orphan);
  expect(await ask(second.url, 'select * from kept')).toEqual([]);
  await second.stop();
});

/** As if the whole machine's processes but the database had been killed. */
function killTetherOf(postmaster: number): void {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  for (const line of stdout.split('\n'))
    if (line.includes(`juzhen-tether ${postmaster} `)) process.kill(Number.parseInt(line, 10), 'SIGKILL');
}

test.runIf(process.platform === 'linux')(
  'while a child of a killed database still lives, no second one touches the data',
  async () => {
    const first = run('serve');
    const { url } = await firstLine(first);
    const held = new pg.Client({ connectionString: url });
    held.on('error', () => {});
    await held.connect();
    const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
    const backend = rows[0]?.pid ?? 0;
    process.kill(backend, 'SIGSTOP');
    const postmaster = livingPostmaster(join(folder, 'database'))?.pid ?? 0;
    first.kill('SIGKILL');
    process.kill(postmaster, 'SIGKILL');
    await once(first, 'exit');
    let thawed = false;
    setTimeout(() => {
      thawed = true;
      process.kill(backend, 'SIGCONT');
    }, 1_500);
    const second = await startEmbedded({ folder });
    expect(thawed).toBe(true);
    await second.stop();
  },
);

test('a stop leaves no process and keeps the data; a second start finds them', async () => {
  const first = await startEmbedded({ folder });
  await ask(first.url, 'create table kept (id int); insert into kept values (7)');
  await first.stop();
  expect(livingPostmaster(join(folder, 'database'))).toBeNull();
  expect(existsSync(join(folder, 'database/postmaster.pid'))).toBe(false);
  const second = await startEmbedded({ folder });
  expect(await ask(second.url, 'select id from kept')).toEqual([{ id: 7 }]);
  await second.stop();
});

test('two servers do not share a data folder; a command borrows the running database', async () => {
  const server = run('serve');
  await firstLine(server);
  await expect(startEmbedded({ folder })).rejects.toThrow('正由另一个正在运行的本系统使用');
  const borrowed = await borrowEmbedded({ folder });
  expect(await ask(borrowed.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await borrowed.stop();
  expect(livingPostmaster(join(folder, 'database'))).not.toBeNull();
  server.kill('SIGTERM');
  expect(await gone()).toBe(true);
});

test('a command before the first start is refused, and makes nothing', async () => {
  await expect(borrowEmbedded({ folder })).rejects.toThrow('还没有数据库：请先用 npm start 启动一次系统');
  expect(existsSync(folder)).toBe(false);
  mkdirSync(folder);
  await expect(borrowEmbedded({ folder })).rejects.toThrow('还没有数据库');
  expect(existsSync(join(folder, 'database'))).toBe(false);
});

test('a database of an older version, whose server came in as the owner, gets its login', async () => {
  const before = await startEmbedded({ folder });
  await ask(before.url, 'alter role juzhen_app nologin');
  await expect(ask(before.appUrl, 'select 1')).rejects.toThrow(/not permitted to log in/);
  await before.stop();
  const now = await startEmbedded({ folder });
  expect(await ask(now.appUrl, 'select session_user as login')).toEqual([{ login: 'juzhen_app' }]);
  await now.stop();
});

test('a command without a server starts the database and stops it again', async () => {
  await (await startEmbedded({ folder })).stop();
  const borrowed = await borrowEmbedded({ folder });
  expect(await ask(borrowed.url, "select datcollate from pg_database where datname = 'juzhen'")).toEqual([
    { datcollate: 'C.UTF-8' },
  ]);
  await borrowed.stop();
  expect(livingPostmaster(join(folder, 'database'))).toBeNull();
});

test('a path too long for a socket is reached all the same', async () => {
  folder = join(home, '数据'.repeat(20), 'x'.repeat(60));
  const database = await startEmbedded({ folder });
  expect(await ask(database.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  await database.stop();
});

test('a number in postmaster.pid that now belongs to another program is no hindrance', async () => {
  await (await startEmbedded({ folder })).stop();
  writeFileSync(
    join(folder, 'database/postmaster.pid'),
    `${process.pid}\n${folder}\n0\n5432\n\n\n0 0\nready\n`,
  );
  await (await startEmbedded({ folder })).stop();
});

test('an initdb that was cut off leaves nothing in the way', async () => {
  mkdirSync(join(folder, 'database.new/base'), { recursive: true });
  await (await startEmbedded({ folder })).stop();
  expect(existsSync(join(folder, 'database.new'))).toBe(false);
});

test('a broken folder, one of another version, or a file in its place: one line that says what to do', async () => {
  mkdirSync(join(folder, 'database'), { recursive: true });
  writeFileSync(join(folder, 'database/base'), '');
  await expect(startEmbedded({ folder })).rejects.toThrow('不是完整的数据库目录');
  writeFileSync(join(folder, 'database/PG_VERSION'), '15\n');
  await expect(startEmbedded({ folder })).rejects.toThrow('由 PostgreSQL 15 建立，本程序自带的是 18');
  writeFileSync(join(folder, 'database/PG_VERSION'), '18\n');
  await expect(startEmbedded({ folder })).rejects.toThrow(/内置数据库没有启动成功：请查看日志/);
  await expect(startEmbedded({ folder: join(folder, 'database/base') })).rejects.toThrow('它不是目录');
});

test.runIf(isRoot)('an ordinary user starts it too, and root goes on as that user', async () => {
  chmodSync(home, 0o755);
  mkdirSync(folder);
  chownSync(folder, 1000, 1000);
  const server = run('serve', { uid: 1000, gid: 1000 });
  const { url, problem } = await firstLine(server);
  expect(problem).toBeUndefined();
  await ask(url ?? '', 'create table kept (id int)');
  server.kill('SIGTERM');
  expect(await gone()).toBe(true);
  const asRoot = await startEmbedded({ folder });
  const pid = livingPostmaster(join(folder, 'database'))?.pid;
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\s+1000/m);
  await asRoot.stop();
});

test.runIf(isRoot)('a folder of another user is refused in one line', async () => {
  chmodSync(home, 0o755);
  await (await startEmbedded({ folder })).stop();
  chmodSync(folder, 0o777);
  const server = run('serve', { uid: 1000, gid: 1000 });
  expect((await firstLine(server)).problem).toContain('属于另一个系统用户');
});

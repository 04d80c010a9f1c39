import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SLOW = 120_000;

let data: string;
let port: number;
let started: ChildProcess[] = [];

beforeAll(() => {
  const built = spawnSync(
    process.execPath,
    ['-e', "import('./scripts/web-build.mjs').then((one) => one.buildWeb())"],
    { cwd: ROOT },
  );
  expect(built.status).toBe(0);
}, SLOW);

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'juzhen-start-'));
  const probe = await listening(0);
  port = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
});

afterEach(() => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null && child.pid)
      process.kill(-child.pid, 'SIGKILL');
  started = [];
  rmSync(data, { recursive: true, force: true });
});

async function listening(wanted: number): Promise<Server> {
  const server = createServer();
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** As typed into a terminal: a process group of its own, which Ctrl-C reaches as a whole. */
function npmStart(environment: Record<string, string> = {}) {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      JUZHEN_DATA: data,
      DATABASE_URL: '',
      NODE_ENV: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => {
    said.out += part;
  });
  child.stderr.on('data', (part) => {
    said.err += part;
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => said.out.includes('已启动') && resolve());
    child.once('exit', () => reject(new Error(`ended early: ${said.out}${said.err}`)));
  });
  ready.catch(() => {});
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said, ready, ended };
}

function left(): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
  const postmaster = join(data, 'database/postmaster.pid');
  const pid = existsSync(postmaster) ? readFileSync(postmaster, 'utf8').split('\n')[0] : null;
  const alive = pid && existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return [...stdout.split('\n').filter((line) => line.includes(data)), ...(alive ? [alive] : [])];
}

async function oneLine(environment: Record<string, string>): Promise<string> {
  const { ended, said } = npmStart(environment);
  expect(await ended).toBe(1);
  const lines = said.err
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('npm '));
  expect(lines).toHaveLength(1);
  expect(said.err).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  expect(left()).toEqual([]);
  return lines[0] ?? '';
}

test(
  'a busy port: one line and exit code 1',
  async () => {
    const busy = await listening(port);
    expect(await oneLine({})).toMatch(new RegExp(`^端口 127.0.0.1:${port} 已被其他程序占用`));
    busy.close();
  },
  SLOW,
);

test(
  'a wrong setting, a broken data folder, a wrong DATABASE_URL: one line each',
  async () => {
    expect(await oneLine({ PORT: 'abc' })).toMatch(/^环境变量 PORT 的设置不对/);
    writeFileSync(join(data, 'file'), '');
    expect(await oneLine({ JUZHEN_DATA: join(data, 'file') })).toMatch(/^数据目录 .* 不能使用/);
    mkdirSync(join(data, 'database'));
    writeFileSync(join(data, 'database/base'), '');
    expect(await oneLine({})).toMatch(/不是完整的数据库目录/);
    expect(await oneLine({ DATABASE_URL: 'mysql://a/b' })).toMatch(/^环境变量 DATABASE_URL 的设置不对/);
    expect(await oneLine({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/c' })).toMatch(
      /^连接不上数据库 127.0.0.1:9\/c/,
    );
  },
  SLOW,
);

test(
  'Ctrl-C stops everything and leaves no process; a second start finds the data',
  async () => {
    for (let round = 0; round < 2; round++) {
      const { child, ready, ended } = npmStart();
      await ready;
      const answer = await fetch(`http://127.0.0.1:${port}/`);
      expect(answer.status).toBe(200);
      process.kill(-(child.pid ?? 0), 'SIGINT');
      await ended;
      expect(left()).toEqual([]);
    }
  },
  SLOW,
);

test(
  'kill -9 of everything, and it starts again',
  async () => {
    const first = npmStart();
    await first.ready;
    const pid = Number(readFileSync(join(data, 'database/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(-(first.child.pid ?? 0), 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await first.ended;
    const second = npmStart();
    await second.ready;
    process.kill(-(second.child.pid ?? 0), 'SIGTERM');
    await second.ended;
    expect(left()).toEqual([]);
  },
  SLOW,
);

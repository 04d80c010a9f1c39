// npm start: builds the pages if need be, starts database and server, and stops both in order.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STOP_WITHIN_MS = 40_000;

let config = null;
let server = null;
let stopping = null;

/** The texts live in TypeScript, which can be read only once Node.js and the packages are known to be there. */
function preflight() {
  const floor =
    /\d+\.\d+/.exec(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node)?.[0] ??
    '20.19';
  const [major, minor] = floor.split('.').map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor < major || (ownMajor === major && ownMinor < minor))
    fail(`Node.js 版本 ${process.versions.node} 太旧：请安装 ${floor} 或更新的版本后重新运行 npm start。`);
  if (!existsSync(join(ROOT, 'node_modules/tsx')) || !existsSync(join(ROOT, 'node_modules/vite')))
    fail('依赖没有安装：请先运行 npm ci，再运行 npm start。');
}

async function start() {
  const { register } = await import('tsx/esm/api');
  register();
  const { readConfig } = await import('../server/config.ts');
  config = readConfig();
  await probePort(config.host, config.port);
  const { buildWeb } = await import('./web-build.mjs');
  if (stopping) return;
  if (!existsSync(join(ROOT, 'web/dist/index.html'))) console.log('首次启动：正在生成网页，约需半分钟……');
  await buildWeb();
  if (stopping) return;
  const { startServer } = await import('../server/main.ts');
  server = await startServer(config);
  if (stopping) return;
  for (const line of server.notices ?? []) console.log(line);
  console.log(`已启动：${server.address}（按 Ctrl-C 停止）`);
  server.lost?.then(() =>
    fall(new Error('database lost'), '内置数据库意外停止：请查看数据目录中的 database.log 后重新启动。'),
  );
}

/** Before anything is built or migrated; the server's own listening reports the same should it lose a race. */
function probePort(host, port) {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ host, port, exclusive: true }, () => probe.close(resolve));
  });
}

/** Order inside `close`: application, jobs, pool, database. A second Ctrl-C does not wait; the database's tether stops it. */
function stop(code) {
  if (stopping) process.exit(130);
  stopping = (async () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await starting.catch(() => {});
    await server?.close();
    process.exit(code);
  })();
  stopping.catch((error) => {
    note(error);
    process.exit(1);
  });
}

function fall(error, line) {
  if (stopping) return;
  note(error);
  console.error(line);
  stop(1);
}

async function lineFor(error) {
  if (error?.name === 'StartProblem') return error.message;
  const { startWords } = await import('../contracts/operations/words.ts');
  if (error?.code === 'EADDRINUSE') return startWords.portBusy(config.port, config.host);
  if (error?.code === 'EACCES' && error?.syscall === 'listen') return startWords.portForbidden(config.port);
  if (error?.code === 'EADDRNOTAVAIL' || error?.code === 'ENOTFOUND')
    return startWords.hostUnknown(config.host);
  return `启动失败：请把 ${note(error)} 交给维护人员。`;
}

/** What a maintainer needs and a civil servant should not have to read goes into a file. */
function note(error) {
  const file = join(config?.dataFolder ?? ROOT, 'start-error.log');
  const text = `${new Date().toISOString()} ${error?.stack ?? error}\n${error?.cause?.stack ?? ''}\n${error?.output ?? ''}\n`;
  try {
    appendFileSync(file, text);
    return file;
  } catch {
    console.error(text);
    return '以上内容';
  }
}

function fail(line) {
  console.error(line);
  process.exit(1);
}

preflight();
process.env.NODE_ENV ??= 'production';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
process.on('uncaughtException', (error) => fall(error, '系统出现意外错误，已停止：请重新运行 npm start。'));
const starting = start();
starting.catch(async (error) => {
  if (stopping) return;
  if (error?.name === 'StartProblem' && error.output) note(error);
  fail(await lineFor(error));
});

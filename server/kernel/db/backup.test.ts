import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBackup } from './backup.ts';
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { poolConfig } from './pool.ts';
import { restoreBackup } from './restore.ts';
import { newId } from './uuid.ts';

let home: string;
let file: string;
let source: EmbeddedDatabase;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'juzhen-backup-'));
  file = join(home, 'a.backup');
  source = await startEmbedded({ folder: join(home, 'source') });
  await migrate(source.url);
  await ask(
    source.url,
    `insert into files values ('220621', '${newId()}', 'filing', '${newId()}', 'a', '附件 "2"\\
	.pdf', 'application/pdf', 4, 'x', '\\x00ff0a5c', null, '2026-01-01 08:00:00.123456+08')`,
  );
  await ask(
    source.url,
    `insert into notices select '220621', gen_random_uuid(), gen_random_uuid(), 'due', '{"n": 12345678901234567890.5}',
       'filing', 'x', null, '2026-01-01', null, null, null from generate_series(1, 1000)`,
  );
  writeFileSync(join(home, 'source/identity.key'), 'secret\n');
  writeFileSync(join(home, 'source/statement-key.pem'), 'signs\n');
  await writeBackup(source.url, join(home, 'source'), file);
});

afterAll(async () => {
  await source.stop();
  rmSync(home, { recursive: true, force: true });
});

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client(poolConfig(url, 'owner', 1));
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

test('a restored database holds what the backed-up one held, to the byte', async () => {
  const folder = join(home, 'restored');
  await restoreBackup(file, folder);
  const restored = await startEmbedded({ folder });
  for (const question of [
    'select t::text as row from files t',
    'select t::text as row from notices t order by 1',
  ])
    expect(await ask(restored.url, question)).toEqual(await ask(source.url, question));
  expect(await migrate(restored.url)).toEqual([]);
  await restored.stop();
  expect(readFileSync(join(folder, 'identity.key'), 'utf8')).toBe('secret\n');
  expect(readFileSync(join(folder, 'statement-key.pem'), 'utf8')).toBe('signs\n');
  expect(statSync(join(folder, 'statement-key.pem')).mode & 0o777).toBe(0o600);
});

test('a backup of before the statements were signed is restored without their key', async () => {
  const { createHash } = await import('node:crypto');
  const [first = '', ...others] = gunzipSync(readFileSync(file))
    .toString()
    .trimEnd()
    .split('\n')
    .slice(0, -1);
  const { statementKey: _, ...header } = JSON.parse(first);
  const body = `${[JSON.stringify(header), ...others].join('\n')}\n`;
  const older = join(home, 'older');
  const sha256 = createHash('sha256').update(body).digest('hex');
  writeFileSync(older, gzipSync(`${body}${JSON.stringify({ sha256 })}\n`));
  const folder = join(home, 'from-older');
  await restoreBackup(older, folder);
  expect(existsSync(join(folder, 'identity.key'))).toBe(true);
  expect(existsSync(join(folder, 'statement-key.pem'))).toBe(false);
});

test('the file is for its owner only, and is not overwritten', async () => {
  expect(statSync(file).mode & 0o077).toBe(0);
  await expect(writeBackup(source.url, join(home, 'source'), file)).rejects.toThrow('已经存在');
});

test('a folder that holds a database is not restored over', async () => {
  await expect(restoreBackup(file, join(home, 'source'))).rejects.toThrow('已有数据库');
});

test('a file that is cut, changed, lengthened or missing is refused, and no database is made', async () => {
  const folder = join(home, 'none');
  const copy = (name: string, content: Buffer) => {
    writeFileSync(join(home, name), content);
    return join(home, name);
  };
  const whole = readFileSync(file);
  const cut = copy('cut', whole);
  truncateSync(cut, whole.length - 100);
  const changed = copy('changed', gzipSync(gunzipSync(whole).toString().replace('"due"', '"dun"')));
  const longer = copy('longer', gunzipSync(whole));
  appendFileSync(longer, '{}\n');
  const repacked = copy('repacked', gzipSync(readFileSync(longer)));
  for (const bad of [cut, changed, longer, repacked])
    await expect(restoreBackup(bad, folder)).rejects.toThrow('不完整或被改动过');
  await expect(restoreBackup(join(home, 'absent'), folder)).rejects.toThrow('没有找到备份文件');
  expect(existsSync(folder)).toBe(false);
});

test('a restore that does not come to the same sums leaves no database behind', async () => {
  const { createHash } = await import('node:crypto');
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(0, -1);
  const body = `${lines.join('\n').replace('"code":"due"', '"code":"dun"')}\n`;
  const sum = createHash('sha256').update(body).digest('hex');
  const forged = join(home, 'forged');
  writeFileSync(forged, gzipSync(`${body}${JSON.stringify({ sha256: sum })}\n`));
  const folder = join(home, 'undone');
  await expect(restoreBackup(forged, folder)).rejects.toThrow('核对不符（notices）');
  expect(existsSync(join(folder, 'database'))).toBe(false);
});

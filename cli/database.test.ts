import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../server/kernel/db/testing.ts';
import { asAdmin, databaseUrl } from '../server/kernel/db/testing-setup.ts';
import { withDatabase } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a database of one’s own without our tables: what to do, and not what the database says', async () => {
  await asAdmin(database.url, 'create database juzhen_bare');
  vi.stubEnv('DATABASE_URL', databaseUrl(database.url, 'juzhen_bare'));
  const work = vi.fn();
  await expect(withDatabase(work)).rejects.toThrow(
    /^数据库里还没有本系统的表：请先用 npm start 启动一次系统/,
  );
  expect(work).not.toHaveBeenCalled();
  vi.unstubAllEnvs();
  await asAdmin(database.url, 'drop database juzhen_bare');
});

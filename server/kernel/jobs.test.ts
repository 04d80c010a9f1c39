import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './db/testing.ts';
import { createJobs, migrateJobs } from './jobs.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateJobs(database.url, ['test-queue']);
});
afterAll(() => database.drop());

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 150 && !done(); i++) await sleep(100);
}

test('a job is queued with its transaction, and each job is handled by one of two processes', async () => {
  const seen: unknown[] = [];
  const handler = { queue: 'test-queue', handle: async (data: object) => void seen.push(data) };
  const one = createJobs(database.appUrl);
  const two = createJobs(database.appUrl);
  const faults: unknown[] = [];
  await one.open();
  await two.open();
  await one.start([handler], (e) => faults.push(e));
  await two.start([handler], (e) => faults.push(e));
  await database.app.transaction().execute(async (tx) => {
    for (let n = 0; n < 6; n++) await one.enqueue(tx, { queue: 'test-queue', data: { n } });
  });
  await database.app
    .transaction()
    .execute(async (tx) => {
      await one.enqueue(tx, { queue: 'test-queue', data: { n: 'rolled back' } });
      throw new Error('undone');
    })
    .catch(() => undefined);
  await until(() => seen.length >= 6);
  await sleep(500);
  await one.stop();
  await two.stop();
  expect(faults).toEqual([]);
  expect(seen).toHaveLength(6);
  expect(seen).not.toContainEqual({ n: 'rolled back' });
});

test('many jobs are drained at once, and one that fails is told and takes none with it', async () => {
  const seen = new Set<unknown>();
  const faults: unknown[] = [];
  const jobs = createJobs(database.appUrl);
  const handle = async (data: object) => {
    const { n } = data as { n: number };
    if (n === 7) throw new Error('seven');
    seen.add(n);
  };
  await jobs.open();
  await jobs.start([{ queue: 'test-queue', handle }], (e) => faults.push(e));
  await database.app.transaction().execute(async (tx) => {
    for (let n = 0; n < 40; n++) await jobs.enqueue(tx, { queue: 'test-queue', data: { n } });
  });
  await until(() => seen.size === 39 && faults.length > 0);
  await jobs.stop();
  expect(seen.size).toBe(39);
  expect(faults).toMatchObject([{ message: 'seven' }]);
});
